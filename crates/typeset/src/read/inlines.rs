//! The text inside a block.

use serde_json::Value;

use super::{Attr, DEEPEST_INLINE, Reader, Weight};
use crate::diagnostic::Severity;
use crate::sheet::{Block, Inline, Node};
use crate::text::{is_noncharacter, space_french, split_long_words, split_ordinals};

/// A single word of the other direction up to this length is kept in a box of its own; anything longer may break.
const LONGEST_BOX: usize = 24;

/// Addresses are cut off here by Typst; a longer one is printed without its link.
const LONGEST_ADDRESS: usize = 2000;

impl Reader<'_> {
    /// Reads the text of a paragraph: no white space at its ends.
    pub(super) fn line(&mut self, inlines: &Value) -> Vec<Inline> {
        let mut line = self.inlines(inlines);
        if let Some(Inline::Text(first)) = line.first_mut() {
            *first = first.trim_start_matches(' ').to_owned();
        }
        if let Some(Inline::Text(last)) = line.last_mut() {
            *last = last.trim_end_matches(' ').to_owned();
        }
        line.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
        line
    }

    /// Reads a list of inlines.
    pub(super) fn inlines(&mut self, inlines: &Value) -> Vec<Inline> {
        let mut raw = Vec::new();
        for inline in inlines.as_array().into_iter().flatten() {
            self.inline(inline, &mut raw);
        }
        let mut out = Vec::with_capacity(raw.len());
        for inline in raw {
            match inline {
                Inline::Text(text) => self.text(&text, &mut out),
                node @ Inline::Node(_) => out.push(node),
            }
        }
        out
    }

    /// Cleans a run of text, and sets it in the manner of its language.
    pub(super) fn text(&mut self, text: &str, out: &mut Vec<Inline>) {
        let text = self.clean(text);
        if self.lang != "fr" {
            push_breakable(out, &text);
            return;
        }
        let spaced = space_french(&text);
        for (index, piece) in split_ordinals(&spaced).into_iter().enumerate() {
            if index % 2 == 1 {
                out.push(Inline::Node(Node::Super {
                    b: vec![Inline::Text(piece.to_owned())],
                }));
            } else {
                push_breakable(out, piece);
            }
        }
    }

    fn inline(&mut self, inline: &Value, out: &mut Vec<Inline>) {
        let content = &inline["c"];
        match inline["t"].as_str().unwrap_or_default() {
            "Space" | "SoftBreak" => push_text(out, " "),
            "LineBreak" => out.push(Inline::Node(Node::Break)),
            "Emph" => {
                let bold = self.rtl;
                self.wrap(content, out, |b| Node::Em { bold, b });
            }
            "Strong" => self.wrap(content, out, |b| Node::Strong { b }),
            "Underline" => self.wrap(content, out, |b| Node::Underline { b }),
            "Strikeout" => self.wrap(content, out, |b| Node::Strike { b }),
            "Superscript" => self.wrap(content, out, |b| Node::Super { b }),
            "Subscript" => self.wrap(content, out, |b| Node::Sub { b }),
            "SmallCaps" if self.rtl => self.wrap(content, out, |b| Node::Strong { b }),
            "SmallCaps" => self.wrap(content, out, |b| Node::SmallCaps { b }),
            "Quoted" => {
                let (open, close) = self.quotes(content[0]["t"] == "SingleQuote");
                push_text(out, open);
                self.pour(&content[1], out);
                push_text(out, close);
            }
            "Cite" => self.pour(&content[1], out),
            "Code" => {
                let s = self.clean(content[1].as_str().unwrap_or_default());
                if !s.is_empty() {
                    out.push(Inline::Node(Node::Code { s }));
                }
            }
            "Link" => self.link(content, out),
            "Image" => self.image(content, out),
            "Note" => self.note(content, out),
            "Span" => self.span(content, out),
            // `Str`, and the text of what there is no form for: formulas and markup of other programs.
            _ => match content {
                Value::String(text) => push_text(out, text),
                Value::Array(parts) => {
                    parts
                        .iter()
                        .filter_map(Value::as_str)
                        .for_each(|text| push_text(out, text));
                }
                _ => {}
            },
        }
    }

    /// Reads inlines without cleaning them, into the run that is being built.
    fn pour(&mut self, inlines: &Value, out: &mut Vec<Inline>) {
        for inline in inlines.as_array().into_iter().flatten() {
            self.inline(inline, out);
        }
    }

    /// Reads the inside of a node; too deep, it is set flat.
    fn wrap(
        &mut self,
        inlines: &Value,
        out: &mut Vec<Inline>,
        node: impl FnOnce(Vec<Inline>) -> Node,
    ) {
        if self.depth > DEEPEST_INLINE {
            self.pour(inlines, out);
            return;
        }
        let b = self.deeper(|reader| reader.inlines(inlines));
        if !b.is_empty() {
            out.push(Inline::Node(node(b)));
        }
    }

    fn quotes(&self, single: bool) -> (&'static str, &'static str) {
        match (self.lang.as_str(), single) {
            ("fr", false) => ("«\u{202f}", "\u{202f}»"),
            ("ar" | "es" | "it" | "pt" | "ru" | "fa", false) => ("«", "»"),
            ("de", false) => ("„", "“"),
            (_, false) => ("“", "”"),
            (_, true) => ("‘", "’"),
        }
    }

    fn link(&mut self, content: &Value, out: &mut Vec<Inline>) {
        let to = content[2][0].as_str().unwrap_or_default().trim();
        let mut b = if self.in_link || self.depth > DEEPEST_INLINE {
            Vec::new()
        } else {
            // A link that holds its own target is never resolved: no ids in links.
            let around = std::mem::replace(&mut self.without_ids, true);
            self.in_link = true;
            let b = self.deeper(|reader| reader.inlines(&content[1]));
            self.in_link = false;
            self.without_ids = around;
            b
        };
        let inside = to.strip_prefix('#').filter(|id| !id.is_empty());
        let lower = to.to_ascii_lowercase();
        let is_address = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| lower.starts_with(scheme))
            && to.len() <= LONGEST_ADDRESS
            && !to.contains(|c: char| c.is_whitespace() || c.is_control() || is_noncharacter(c));
        if b.is_empty() && is_address && !self.in_link {
            b.push(Inline::Text(self.clean(to)));
        }
        match inside {
            _ if b.is_empty() => self.pour(&content[1], out),
            Some(id) => out.push(Inline::Node(Node::Link {
                to: id.to_owned(),
                inside: true,
                b,
            })),
            None if is_address => out.push(Inline::Node(Node::Link {
                to: to.replace('"', "%22"),
                inside: false,
                b,
            })),
            None => out.append(&mut b),
        }
    }

    /// A print has no files to take a picture from: its text stands for it.
    fn image(&mut self, content: &Value, out: &mut Vec<Inline>) {
        let mut b = self.inlines(&content[1]);
        if Weight::of_inlines(&b).characters == 0 {
            self.say(Severity::Error, "document-alt-text-missing");
            let title = content[2][1].as_str().filter(|title| !title.is_empty());
            let name =
                title.or_else(|| content[2][0].as_str().and_then(|to| to.rsplit('/').next()));
            b = vec![Inline::Text(self.clean(name.unwrap_or_default()))];
        } else {
            self.say(Severity::Warning, "document-image-left-out");
        }
        push_text(out, "[");
        out.append(&mut b);
        push_text(out, "]");
    }

    /// A note inside a note, or where text may be printed twice, stands in parentheses.
    fn note(&mut self, content: &Value, out: &mut Vec<Inline>) {
        if self.in_note || self.in_link {
            push_text(out, " (");
            for block in content.as_array().into_iter().flatten() {
                self.pour(&block["c"], out);
            }
            push_text(out, ")");
            return;
        }
        let around = (self.without_ids, self.depth, self.lists);
        (self.in_note, self.without_ids, self.depth, self.lists) = (true, true, 1, 0);
        let b = self.blocks(content.as_array().map(Vec::as_slice).unwrap_or_default());
        self.in_note = false;
        (self.without_ids, self.depth, self.lists) = around;
        if Weight::of_blocks(&b).characters == 0 {
            self.say(Severity::Warning, "document-note-empty");
            return;
        }
        // The mark hangs on the word before it.
        if let Some(Inline::Text(before)) = out.last_mut() {
            before.truncate(before.trim_end_matches(' ').len());
        }
        out.push(Inline::Node(Node::Note { b }));
    }

    fn span(&mut self, content: &Value, out: &mut Vec<Inline>) {
        let attr = Attr::of(&content[0]);
        // An item of a list carries its id on a span.
        self.at(attr.id, |reader| reader.span_body(&attr, content, out));
    }

    fn span_body(&mut self, attr: &Attr<'_>, content: &Value, out: &mut Vec<Inline>) {
        if let Some(id) = self.take_id(attr.id) {
            out.push(Inline::Node(Node::Anchor { id }));
        }
        if self.depth > DEEPEST_INLINE {
            self.pour(&content[1], out);
            return;
        }
        let hash = attr.has("hash");
        if attr.has("ltr") || hash {
            let around = (
                std::mem::replace(&mut self.lang, "und".to_owned()),
                self.rtl,
            );
            self.rtl = false;
            let mut b = self.deeper(|reader| reader.inlines(&content[1]));
            (self.lang, self.rtl) = around;
            let boxed = self.rtl && fits_a_box(&b);
            if self.rtl && !boxed {
                mark_direction(&mut b, false);
            }
            if !b.is_empty() {
                out.push(Inline::Node(Node::Ltr { hash, boxed, b }));
            }
            return;
        }
        let rtl = self.rtl;
        let (mut b, language) = self.in_language(attr, |reader| {
            reader.deeper(|reader| reader.inlines(&content[1]))
        });
        match language {
            Some(language) if !b.is_empty() => {
                let boxed = language.rtl != rtl && fits_a_box(&b);
                if language.rtl != rtl && !boxed {
                    mark_direction(&mut b, language.rtl);
                }
                out.push(Inline::Node(Node::Foreign {
                    lang: language.lang,
                    rtl: language.rtl,
                    boxed,
                    b,
                }));
            }
            _ => out.append(&mut b),
        }
    }
}

/// Keeps the signs at the ends of a passage that is too long for a box with the passage.
fn mark_direction(b: &mut Vec<Inline>, rtl: bool) {
    if b.is_empty() {
        return;
    }
    let mark = Inline::Text(if rtl { "\u{200f}" } else { "\u{200e}" }.to_owned());
    b.insert(0, mark.clone());
    b.push(mark);
}

fn fits_a_box(b: &[Inline]) -> bool {
    let weight = Weight::of_inlines(b);
    weight.characters <= LONGEST_BOX && !weight.has_note && !plain(b).contains(' ')
}

fn push_breakable(out: &mut Vec<Inline>, text: &str) {
    for (index, piece) in split_long_words(text).into_iter().enumerate() {
        if index > 0 {
            out.push(Inline::Node(Node::MayBreak));
        }
        if !piece.is_empty() {
            out.push(Inline::Text(piece.to_owned()));
        }
    }
}

fn push_text(out: &mut Vec<Inline>, text: &str) {
    match out.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ => out.push(Inline::Text(text.to_owned())),
    }
}

/// The text of some inlines, without notes.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    add_plain(inlines, &mut text);
    text
}

fn add_plain(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(piece) | Inline::Node(Node::Code { s: piece }) => text.push_str(piece),
            Inline::Node(Node::Break) => text.push(' '),
            Inline::Node(node) => add_plain(node.inside(), text),
        }
    }
}

/// The text of a node as one paragraph.
pub(super) fn paragraph(b: Vec<Inline>) -> Block {
    Block::Para {
        id: None,
        whole: false,
        b,
    }
}
