//! Runs: pieces of text with one look and one direction.

use super::{faces::own_faces, measures::language_tag, xml::Xml};
use crate::clean::{self, is_rtl_char};

/// How a piece of text looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// The character style.
    pub(super) style: Option<&'static str>,
    pub(super) strong: bool,
    pub(super) em: bool,
    pub(super) underline: bool,
    pub(super) strike: bool,
    pub(super) raised: Raised,
    pub(super) small_caps: bool,
    /// The faces of words that those of the style do not have.
    pub(super) faces: Option<&'static str>,
    /// The language of a foreign passage.
    pub(super) lang: Option<String>,
    /// The direction of a passage that has its own.
    pub(super) rtl: Option<bool>,
    /// Whether the passage is isolated from the right-to-left text around it: symbols, hashes, addresses.
    pub(super) isolated: bool,
}

impl Look {
    /// The look of a character style.
    pub(super) fn of(style: &'static str) -> Self {
        Self {
            style: Some(style),
            ..Self::default()
        }
    }

    /// The same look, but for what `change` does to it.
    pub(super) fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut look = self.clone();
        change(&mut look);
        look
    }
}

/// Whether text stands above or below its line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Raised {
    #[default]
    No,
    Up,
    Down,
}

/// Collects text of one look, and writes it as runs when the look changes.
pub(super) struct Runs {
    pending: String,
    look: Look,
    /// Direction of the paragraph.
    rtl: bool,
}

impl Runs {
    /// No text yet, in a paragraph of this direction.
    pub(super) fn new(rtl: bool) -> Self {
        Self {
            pending: String::new(),
            look: Look::default(),
            rtl,
        }
    }

    /// Adds text.
    pub(super) fn push(&mut self, xml: &mut Xml, words: &str, look: &Look) {
        if *look != self.look {
            self.flush(xml);
            self.look = look.clone();
        }
        self.pending.push_str(&clean::text(words));
    }

    /// Writes what is pending.
    pub(super) fn flush(&mut self, xml: &mut Xml) {
        if self.pending.is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.pending);
        let base = self.look.rtl.unwrap_or(self.rtl);
        if self.look.isolated || (self.rtl && !base) {
            run(xml, &self.look, false, &anchored(&words, self.rtl));
        } else {
            for (rtl, piece) in by_direction(&words, base) {
                run(xml, &self.look, rtl, piece);
            }
        }
    }
}

/// Text that runs from left to right inside the other direction: signs and digits at its ends get a mark beside them,
/// without which programs other than Word would carry them to the other side, and with them a number that comes after.
fn anchored(words: &str, inside_rtl: bool) -> String {
    const MARK: char = '\u{200e}';
    let loose = |c: Option<char>| c.is_some_and(|c| !c.is_alphabetic() && !c.is_whitespace());
    let mut out = String::with_capacity(words.len() + 6);
    if inside_rtl && loose(words.chars().next()) {
        out.push(MARK);
    }
    out.push_str(words);
    if inside_rtl && loose(words.chars().next_back()) {
        out.push(MARK);
        out.push('\u{200f}');
    }
    out
}

/// One run; line feeds become breaks and tabs become tabs.
fn run(xml: &mut Xml, look: &Look, rtl: bool, words: &str) {
    let look = look.with(|look| look.faces = own_faces(words, look.lang.as_deref()));
    xml.element("w:r", &[], |xml| {
        properties(xml, &look, rtl);
        let mut rest = words;
        while !rest.is_empty() {
            let end = rest.find(['\n', '\t', '\r']).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            if !piece.is_empty() {
                xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(piece));
            }
            let mut chars = after.chars();
            match chars.next() {
                Some('\n') => xml.empty("w:br", &[]),
                Some('\t') => xml.empty("w:tab", &[]),
                _ => {}
            }
            rest = chars.as_str();
        }
    });
}

/// The properties of a run, in the order that the schema wants.
pub(super) fn properties(xml: &mut Xml, look: &Look, rtl: bool) {
    let shown = look.with(|look| (look.rtl, look.isolated) = (None, false));
    if !rtl && shown == Look::default() {
        return;
    }
    xml.element("w:rPr", &[], |xml| {
        if let Some(style) = look.style {
            xml.val("w:rStyle", style);
        }
        if let Some(faces) = look.faces {
            xml.raw(faces);
        }
        // Arabic has no italics: what is stressed becomes bold.
        if look.strong || (look.em && rtl) {
            xml.empty("w:b", &[]);
            xml.empty("w:bCs", &[]);
        }
        if look.em && !rtl {
            xml.empty("w:i", &[]);
            xml.empty("w:iCs", &[]);
        }
        if look.small_caps {
            xml.empty("w:smallCaps", &[]);
        }
        if look.strike {
            xml.empty("w:strike", &[]);
        }
        if look.underline {
            xml.val("w:u", "single");
        }
        match look.raised {
            Raised::Up => xml.val("w:vertAlign", "superscript"),
            Raised::Down => xml.val("w:vertAlign", "subscript"),
            Raised::No => {}
        }
        if rtl {
            xml.empty("w:rtl", &[]);
        }
        if let Some(lang) = &look.lang {
            let tag = language_tag(lang);
            let kind = match lang.as_str() {
                _ if rtl => "w:bidi",
                "zh" | "ja" | "ko" => "w:eastAsia",
                _ => "w:val",
            };
            xml.empty("w:lang", &[(kind, &tag)]);
        }
    });
}

/// Splits text where its direction changes, so that Word sets each piece in the right face and order.
///
/// Characters without a direction follow the base direction, unless both sides run the other way. Digits go with
/// letters that they touch: "Rev.1" is one piece.
fn by_direction(words: &str, base: bool) -> Vec<(bool, &str)> {
    let other = |c: char| {
        if base {
            c.is_alphabetic() && !is_rtl_char(c)
        } else {
            is_rtl_char(c)
        }
    };
    if !words.chars().any(other) {
        return vec![(base, words)];
    }
    let mut pieces = Vec::new();
    let mut start = 0;
    // The stretch of the other direction that is open: where it began, and where its last strong character ended.
    let mut open: Option<(usize, usize)> = None;
    let mut touching = false;
    for (at, c) in words.char_indices() {
        let end = at + c.len_utf8();
        let strong_base = c.is_alphabetic() && (is_rtl_char(c) == base);
        if other(c) {
            // A Latin word takes along digits and signs that stand before it without a space: "18th".
            let from = if base {
                word_start(words, start, at)
            } else {
                at
            };
            open = Some((open.map_or(from, |(from, _)| from), end));
            touching = true;
        } else if let Some((from, until)) = open {
            let joins = base
                && touching
                && !c.is_whitespace()
                && !strong_base
                && (c.is_ascii_digit() || "./-_+@:".contains(c));
            if joins
                && (c.is_ascii_digit()
                    || words[end..].starts_with(|n: char| n.is_ascii_alphanumeric()))
            {
                open = Some((from, end));
            } else {
                touching = false;
                // The other direction ends at a letter of this one, and with the line.
                if strong_base || c == '\n' {
                    if start < from {
                        pieces.push((base, &words[start..from]));
                    }
                    pieces.push((!base, &words[from..until]));
                    start = until;
                    open = None;
                }
            }
        }
    }
    if let Some((from, until)) = open {
        if start < from {
            pieces.push((base, &words[start..from]));
        }
        pieces.push((!base, &words[from..until]));
        start = until;
    }
    if start < words.len() {
        pieces.push((base, &words[start..]));
    }
    pieces
}

/// Where the digits that touch the letter at `at` begin, not before `start`.
fn word_start(words: &str, start: usize, at: usize) -> usize {
    let before = &words[start..at];
    let kept = before.trim_end_matches(|c: char| c.is_ascii_digit());
    start + kept.len()
}

#[cfg(test)]
mod tests {
    use super::by_direction;

    fn check(words: &str, base: bool, expected: &str) {
        let pieces = by_direction(words, base);
        assert_eq!(pieces.iter().map(|(_, p)| *p).collect::<String>(), words);
        let shown: Vec<_> = pieces
            .iter()
            .map(|(rtl, p)| format!("{}{p}", if *rtl { "<" } else { ">" }))
            .collect();
        assert_eq!(shown.join("|"), expected);
    }

    #[test]
    fn pieces_follow_their_script() {
        check("plain words", false, ">plain words");
        check(
            "في منتدى EuroDIG 2023 في تامبيري",
            true,
            "<في منتدى |>EuroDIG|< 2023 في تامبيري",
        );
        check("الصيغة Rev.1، مسودة", true, "<الصيغة |>Rev.1|<، مسودة");
        check("Data Governance & Trust", true, ">Data Governance & Trust");
        check("قال John Smith إن", true, "<قال |>John Smith|< إن");
        check("7c3e91f", true, ">7c3e91f");
        check("8 و9 تشرين 2023", true, "<8 و9 تشرين 2023");
        check(
            "the word سلام means peace",
            false,
            ">the word |<سلام|> means peace",
        );
        check("", true, "<");
    }
}
