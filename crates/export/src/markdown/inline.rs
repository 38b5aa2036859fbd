//! Inlines and text.

use pandoc_ast::Inline;

use super::Text;
use crate::{clean, pandoc};

/// Text in which no character is markup.
pub(super) fn escaped(words: &str) -> String {
    let words = clean::text(words);
    let mut out = String::with_capacity(words.len() + 8);
    let mut before = ' ';
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '^' | '$' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '&' => next == '#' || next.is_ascii_alphabetic(),
            '!' => next == '[' || next == ' ',
            '@' => !before.is_alphanumeric() && next.is_alphanumeric(),
            '\'' | '"' => true,
            '-' | '.' => before == c || next == c,
            ':' => next == '/' || before == ':' || next == ':',
            _ => false,
        };
        match c {
            '\r' | '\u{2028}' | '\u{2029}' => {}
            '\n' | '\t' => out.push(' '),
            _ => {
                if markup {
                    out.push('\\');
                }
                out.push(c);
            }
        }
        before = c;
    }
    out
}

/// A paragraph that is not taken for a heading, a list, a quote or a rule because of how it begins.
pub(super) fn paragraph_start(text: &str) -> String {
    let Some(first) = text.chars().next() else {
        return String::new();
    };
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = &text[digits..];
    if digits > 0 && (after.starts_with('.') || after.starts_with(')')) {
        return format!("{}\\{after}", &text[..digits]);
    }
    if matches!(first, '#' | '+' | '-' | '=' | ':' | '%') {
        return format!("\\{text}");
    }
    text.to_owned()
}

/// The text without white space and hard breaks at its ends.
pub(super) fn trimmed(text: &str) -> &str {
    let mut core = text.trim_matches([' ', '\n']);
    // Trimming the line feed of a hard break leaves its backslash; one that stands for itself has another before it.
    while core.ends_with('\\') && (core.len() - core.trim_end_matches('\\').len()) % 2 == 1 {
        core = core[..core.len() - 1].trim_end_matches([' ', '\n']);
    }
    while let Some(rest) = core.strip_prefix("\\\n") {
        core = rest.trim_start_matches([' ', '\n']);
    }
    core
}

impl<'d> Text<'d> {
    /// Inlines in a row.
    pub(super) fn inlines(&mut self, inlines: &'d [Inline]) -> String {
        let mut out = String::new();
        for (i, inline) in inlines.iter().enumerate() {
            match inline {
                Inline::Str(words) => out.push_str(&escaped(words)),
                Inline::Space | Inline::SoftBreak => out.push(' '),
                Inline::LineBreak => out.push_str("\\\n"),
                Inline::Emph(inside) => {
                    self.marked(&mut out, "*", "em", inside, inlines.get(i + 1))
                }
                Inline::Strong(inside) => {
                    self.marked(&mut out, "**", "strong", inside, inlines.get(i + 1))
                }
                Inline::Superscript(inside) => {
                    out.push_str(&format!("<sup>{}</sup>", self.inlines(inside)))
                }
                Inline::Subscript(inside) => {
                    out.push_str(&format!("<sub>{}</sub>", self.inlines(inside)))
                }
                Inline::Strikeout(inside) => {
                    out.push_str(&format!("~~{}~~", self.inlines(inside).trim()))
                }
                Inline::Quoted(kind, inside) => {
                    let [open, close] = pandoc::quotes(kind);
                    out.push_str(&format!("{open}{}{close}", self.inlines(inside)));
                }
                Inline::Code(_, words) | Inline::Math(_, words) => out.push_str(&escaped(words)),
                Inline::Link(_, inside, (url, _)) => {
                    let words = self.inlines(inside);
                    match clean::address(url) {
                        Some(address) => out.push_str(&format!("[{words}](<{address}>)")),
                        None => out.push_str(&words),
                    }
                }
                Inline::Note(blocks) if self.in_note => {
                    out.push_str(&escaped(&format!(" ({})", pandoc::plain_blocks(blocks))));
                }
                Inline::Note(blocks) => {
                    self.notes.push(blocks);
                    out.push_str(&format!("[^{}]", self.notes.len()));
                }
                other => out.push_str(&self.inlines(pandoc::inside(other))),
            }
        }
        out
    }

    /// Text between marks; where Markdown would not see the marks as such, between tags.
    fn marked(
        &mut self,
        out: &mut String,
        mark: &str,
        tag: &str,
        inside: &'d [Inline],
        next: Option<&Inline>,
    ) {
        let text = self.inlines(inside);
        let core = trimmed(&text);
        if core.is_empty() {
            out.push_str(&text);
            return;
        }
        let (start, end) = text.split_once(core).unwrap_or_default();
        let before = out.chars().next_back().filter(|_| start.is_empty());
        let after = next
            .and_then(|next| pandoc::plain(std::slice::from_ref(next)).chars().next())
            .filter(|_| end.is_empty());
        let touches = |outside: Option<char>, edge: Option<char>| {
            let word = |c: char| !c.is_whitespace() && (c.is_alphanumeric() || c == '*');
            outside.is_some_and(word) && edge.is_some_and(|c| !c.is_alphanumeric())
                || outside == Some('*')
        };
        let hidden =
            touches(before, core.chars().next()) || touches(after, core.chars().next_back());
        out.push_str(start);
        if hidden {
            out.push_str(&format!("<{tag}>{core}</{tag}>"));
        } else {
            out.push_str(&format!("{mark}{core}{mark}"));
        }
        out.push_str(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_the_text_is_markup() {
        assert_eq!(
            escaped("a*b_c_ [x](y) <b> `c` 5 & 6 &amp; $x$ --"),
            "a\\*b_c\\_ \\[x\\](y) \\<b\\> \\`c\\` 5 & 6 \\&amp; \\$x\\$ \\-\\-"
        );
        assert_eq!(paragraph_start("12. of May"), "12\\. of May");
        assert_eq!(paragraph_start("# no heading"), "\\# no heading");
        assert_eq!(paragraph_start("- no item"), "\\- no item");
    }
}
