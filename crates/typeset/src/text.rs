//! Cleans a run of text so that it prints: controls go, missing characters are replaced, French is spaced.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use crate::fonts::Fonts;

/// A character that no face shows, and what stands in its place.
pub(crate) type Replaced = (char, String);

/// Cleans a run of text and reports what it had to replace.
///
/// White space other than no-break spaces becomes a single space. Characters that change the direction of what
/// follows, and other invisible controls, are left out.
pub(crate) fn clean(text: &str, fonts: &Fonts, replaced: &mut Vec<Replaced>) -> String {
    let mut out = String::with_capacity(text.len());
    // Where the last letter with its marks begins.
    let mut cluster = 0;
    for c in text.chars() {
        if is_combining_mark(c) && !is_left_out(c) {
            let goes = out[cluster..]
                .chars()
                .next()
                .is_some_and(|letter| is_mark_of(c, letter));
            out.push(c);
            if !goes || !fonts.show_together(&out[cluster..]) {
                out.pop();
                replaced.push((c, String::new()));
            }
            continue;
        }
        cluster = out.len();
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ if is_left_out(c) => {}
            _ if is_printable_ascii(c) => out.push(c),
            _ if !is_private(c) && fonts.show(c) => out.push(c),
            _ => {
                let instead = substitute(c, fonts);
                replaced.push((c, instead.clone()));
                out.push_str(&instead);
            }
        }
    }
    out
}

/// Whether a mark belongs to the script of the letter. Under a strange letter the shaper adds a dotted circle, which
/// the face of that letter may lack.
fn is_mark_of(mark: char, letter: char) -> bool {
    let script = letter.script();
    let is_of_one = !matches!(script, Script::Common | Script::Inherited | Script::Unknown);
    let is_common = matches!(mark,
        '\u{300}'..='\u{36f}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}');
    is_common || is_of_one && mark.script_extension().contains_script(script)
}

fn is_printable_ascii(c: char) -> bool {
    matches!(c, '\u{20}'..='\u{7e}')
}

/// Characters with no shape of their own that a file must not hold, or that would turn the text around.
fn is_left_out(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{202a}'..='\u{202e}'     // embeddings and overrides
            | '\u{2066}'..='\u{206f}'   // isolates, which Noto Naskh lacks, and deprecated controls
            | '\u{200b}' | '\u{2060}'..='\u{2064}'
            | '\u{fe00}'..='\u{fe0f}'   // variation selectors
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
        || is_noncharacter(c)
}

/// Whether no file may hold a character.
pub(crate) fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    matches!(code, 0xfdd0..=0xfdef) || code & 0xfffe == 0xfffe
}

/// PDF/A-2a forbids text in the private use areas, even where a face has a glyph.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// What stands for a character without a glyph: a plain spelling where there is one, else the replacement mark.
fn substitute(c: char, fonts: &Fonts) -> String {
    let plain = match c {
        '→' | '⟶' | '➔' | '➜' | '➡' | '⮕' | '⇾' => "->",
        '←' | '⟵' | '⬅' => "<-",
        '↔' | '⟷' => "<->",
        '⇒' | '⟹' => "=>",
        '⇐' | '⟸' => "<=",
        '⇔' | '⟺' => "<=>",
        '✓' | '✔' | '☑' | '✅' => "[x]",
        '☐' | '❑' | '❏' => "[ ]",
        '■' | '□' | '▪' | '▫' | '●' | '○' | '◦' | '◆' | '◇' | '▶' | '►' | '‣' | '➢' | '❖' => {
            "•"
        }
        '★' | '☆' | '✱' | '✶' => "*",
        '✗' | '✘' | '❌' | '☒' => "×",
        _ => "",
    };
    if !plain.is_empty() {
        return plain.to_owned();
    }
    let folded: String = std::iter::once(c).nfkd().nfc().collect();
    let shows = |c: char| !is_left_out(c) && !is_private(c) && fonts.show(c);
    if !folded.is_empty() && folded.chars().all(shows) {
        folded
    } else {
        "\u{fffd}".to_owned()
    }
}

/// Spaces a French text: a narrow no-break space before `; : ! ? »` and after `«`.
///
/// Where a space stands it is replaced; inside guillemets and before `; ! ?` after a word it is added. A colon
/// without a space is left alone, as it may be a time or an address.
pub(crate) fn space_french(text: &str) -> String {
    const NARROW: char = '\u{202f}';
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | NARROW);
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let next = chars.get(at + 1).copied();
        if is_space(c) && next.is_some_and(|n| matches!(n, ';' | ':' | '!' | '?' | '»')) {
            if at > 0 {
                out.push(NARROW);
            } else {
                out.push(c);
            }
        } else if c == '«' {
            out.push(c);
            if let Some(n) = next {
                out.push(NARROW);
                at += usize::from(is_space(n));
            }
        } else {
            let last = out.chars().next_back();
            let after_word =
                last.is_some_and(|l| l.is_alphanumeric() || matches!(l, ')' | '”' | '’'));
            let ends = next.is_none_or(char::is_whitespace);
            let add = match c {
                '»' => last.is_some_and(|l| !l.is_whitespace()),
                ';' | '!' | '?' => after_word && ends && !is_in_address(&chars, at),
                _ => false,
            };
            if add && last != Some(NARROW) {
                out.push(NARROW);
            }
            out.push(c);
        }
        at += 1;
    }
    out
}

/// Whether the token that ends here is an address, whose punctuation is its own.
fn is_in_address(chars: &[char], at: usize) -> bool {
    let start = chars[..at]
        .iter()
        .rposition(|c| c.is_whitespace())
        .map_or(0, |space| space + 1);
    let token: String = chars[start..at].iter().collect();
    token.contains("://") || token.contains("www.")
}

/// Cuts a French text at its ordinals: `18e siècle` gives `18`, raised `e`, ` siècle`.
///
/// The pieces alternate: plain, raised, plain, and so on; the first and the last are plain.
pub(crate) fn split_ordinals(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut end_of_digits = None;
    let mut digits = 0;
    let mut before_word = true;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() && (before_word || digits > 0) {
            digits += 1;
            end_of_digits = Some(at + 1);
            before_word = false;
            continue;
        }
        if let (Some(end), 1..=3) = (end_of_digits, digits)
            && end == at
            && let Some(length) = ordinal_suffix(&text[at..])
        {
            pieces.push(&text[from..at]);
            pieces.push(&text[at..at + length]);
            from = at + length;
        }
        digits = 0;
        before_word = !c.is_alphanumeric() && !matches!(c, '.' | ',' | '/' | '-' | '_');
    }
    pieces.push(&text[from..]);
    pieces
}

fn ordinal_suffix(rest: &str) -> Option<usize> {
    ["er", "re", "es", "e"].into_iter().find_map(|suffix| {
        let after = rest.strip_prefix(suffix)?;
        let ends = after.chars().next().is_none_or(|c| !c.is_alphanumeric());
        ends.then_some(suffix.len())
    })
}

/// A word of more characters than this may be broken where no word is.
const LONG_WORD: usize = 40;

/// Cuts a text where an over-long word, an address mostly, may be broken: after its punctuation, or anywhere.
pub(crate) fn split_long_words(text: &str) -> Vec<&str> {
    if text.len() <= LONG_WORD {
        return vec![text];
    }
    let mut cuts = Vec::new();
    let mut start = 0;
    for word in text.split(' ') {
        if word.chars().count() > LONG_WORD {
            let mut since = 0;
            for (at, c) in word.char_indices() {
                let next = start + at + c.len_utf8();
                since += 1;
                let sign =
                    matches!(c, '/' | '?' | '&' | '=' | '-' | '_' | '.' | ',' | ';') && since > 3;
                if (sign || since >= 24) && next < start + word.len() {
                    cuts.push(next);
                    since = 0;
                }
            }
        }
        start += word.len() + 1;
    }
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    let mut from = 0;
    for cut in cuts {
        pieces.push(&text[from..cut]);
        from = cut;
    }
    pieces.push(&text[from..]);
    pieces
}

/// Whether the text has a letter of a script that runs right to left.
pub(crate) fn has_rtl(text: &str) -> bool {
    text.chars().any(
        |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'),
    )
}

/// Shortens a text to about `most` characters, at a word's end where there is one.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let end = cut
        .rfind(' ')
        .filter(|end| *end > cut.len() / 2)
        .unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> (String, Vec<Replaced>) {
        let mut replaced = Vec::new();
        (clean(text, &Fonts::default(), &mut replaced), replaced)
    }

    #[test]
    fn missing_characters_are_replaced_and_reported() {
        let (text, replaced) = cleaned("a → 中 Ａ ① \u{e001}");
        assert_eq!(text, "a -> \u{fffd} A 1 \u{fffd}");
        let characters: String = replaced.iter().map(|(c, _)| *c).collect();
        assert_eq!(characters, "→中Ａ①\u{e001}");
    }

    #[test]
    fn a_mark_that_no_face_has_with_its_letter_is_left_out() {
        let (text, replaced) = cleaned("e\u{301} \u{628}\u{651} \u{10857}\u{610}");
        assert_eq!(text, "e\u{301} \u{628}\u{651} \u{fffd}");
        assert_eq!(replaced.len(), 2);
    }

    #[test]
    fn overrides_and_controls_are_left_out_in_silence() {
        let (text, replaced) = cleaned("a\u{202e}b\u{2067}c\u{0}d\u{feff}e\u{7}\u{fffe}");
        assert_eq!((text.as_str(), replaced.len()), ("abcde", 0));
    }

    #[test]
    fn french_is_spaced_and_addresses_are_not() {
        let narrow = |text: &str| space_french(text).replace('\u{202f}', "_");
        assert_eq!(
            narrow("Et : quoi ? «mot» et « deux » !"),
            "Et_: quoi_? «_mot_» et «_deux_»_!"
        );
        assert_eq!(
            narrow("fin; non! 15:15 http://a.b/c?d"),
            "fin_; non_! 15:15 http://a.b/c?d"
        );
    }

    #[test]
    fn ordinals_are_cut_and_hashes_are_not() {
        assert_eq!(
            split_ordinals("le 18e Forum, 1er"),
            ["le 18", "e", " Forum, 1", "er", ""]
        );
        assert_eq!(
            split_ordinals("7c3e91f 1234e a1e 18et"),
            ["7c3e91f 1234e a1e 18et"]
        );
    }

    #[test]
    fn only_long_words_are_cut() {
        let address = "see https://www.example.org/a-long/path/to/some/page here";
        let pieces = split_long_words(address);
        assert_eq!(pieces.concat(), address);
        assert_eq!(pieces[..3], ["see https:/", "/www.", "example."]);
        assert_eq!(
            split_long_words("short words only, many of them, one after the other").len(),
            1
        );
        assert_eq!(split_long_words(&"w".repeat(100)).len(), 5);
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        assert_eq!(shorten("one two three four", 12), "one two…");
        assert_eq!(shorten("short", 12), "short");
    }
}
