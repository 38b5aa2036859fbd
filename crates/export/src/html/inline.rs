//! Inlines, attributes and text.

use pandoc_ast::{Attr, Inline};

use super::Page;
use crate::{
    clean,
    pandoc::{self, has_class, key},
};

impl<'d> Page<'d> {
    /// Text, cleaned and escaped.
    pub(super) fn text(&mut self, words: &str) {
        for c in clean::text(words).chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\r' => {}
                _ => self.out.push(c),
            }
        }
    }

    /// An attribute with its value escaped.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.text(&clean::line(value));
        self.out.push('"');
    }

    /// The id, where the attributes have one that can be led to.
    pub(super) fn id(&mut self, attributes: &Attr) {
        if let Some(id) = clean::bookmark(&attributes.0) {
            self.attribute("id", id);
        }
    }

    /// Language and direction of a passage that has its own.
    pub(super) fn language(&mut self, attributes: &Attr) {
        if let Some(lang) = key(attributes, "lang") {
            self.attribute("lang", lang);
        }
        if let Some(dir @ ("rtl" | "ltr")) = key(attributes, "dir") {
            self.attribute("dir", dir);
        }
    }

    /// Words that run from left to right inside any text.
    pub(super) fn isolated(&mut self, words: &str) {
        if !words.is_empty() {
            self.out.push_str("<bdi dir=\"ltr\">");
            self.text(words);
            self.out.push_str("</bdi>");
        }
    }

    /// Inlines in a row.
    pub(super) fn inlines(&mut self, inlines: &'d [Inline]) {
        inlines.iter().for_each(|inline| self.inline(inline));
    }

    fn tagged(&mut self, tag: &str, inside: &'d [Inline]) {
        self.out.push_str(&format!("<{tag}>"));
        self.inlines(inside);
        self.out.push_str(&format!("</{tag}>"));
    }

    fn inline(&mut self, inline: &'d Inline) {
        match inline {
            Inline::Str(words) => self.text(words),
            Inline::Space | Inline::SoftBreak => self.out.push(' '),
            Inline::LineBreak => self.out.push_str("<br>"),
            Inline::Emph(inside) => self.tagged("em", inside),
            Inline::Strong(inside) => self.tagged("strong", inside),
            Inline::Underline(inside) => self.tagged("u", inside),
            Inline::Strikeout(inside) => self.tagged("s", inside),
            Inline::Superscript(inside) => self.tagged("sup", inside),
            Inline::Subscript(inside) => self.tagged("sub", inside),
            Inline::SmallCaps(inside) | Inline::Cite(_, inside) | Inline::Image(_, inside, _) => {
                self.inlines(inside)
            }
            Inline::Quoted(kind, inside) => {
                let [open, close] = pandoc::quotes(kind);
                self.out.push_str(open);
                self.inlines(inside);
                self.out.push_str(close);
            }
            Inline::Code(_, words) | Inline::Math(_, words) => {
                self.out.push_str("<code>");
                self.text(words);
                self.out.push_str("</code>");
            }
            Inline::Link(_, inside, (url, _)) => self.link(inside, url),
            Inline::Note(blocks) => self.note(blocks),
            Inline::Span(attributes, inside) => self.span(attributes, inside),
            Inline::RawInline(..) => {}
        }
    }

    fn link(&mut self, inside: &'d [Inline], url: &str) {
        let anchor = url
            .strip_prefix('#')
            .and_then(clean::bookmark)
            .map(|id| format!("#{id}"));
        match anchor.or_else(|| clean::address(url)) {
            Some(address) => {
                self.out.push_str("<a");
                self.attribute("href", &address);
                self.out.push('>');
                self.inlines(inside);
                self.out.push_str("</a>");
            }
            None => self.inlines(inside),
        }
    }

    fn note(&mut self, blocks: &'d [pandoc_ast::Block]) {
        if self.in_note {
            self.text(&format!(" ({})", pandoc::plain_blocks(blocks)));
            return;
        }
        self.notes.push(blocks);
        let n = self.notes.len();
        self.out.push_str(&format!(
            "<sup><a id=\"fnref{n}\" href=\"#fn{n}\" role=\"doc-noteref\">{n}</a></sup>"
        ));
    }

    fn span(&mut self, attributes: &'d Attr, inside: &'d [Inline]) {
        let isolated = has_class(attributes, "ltr");
        let tag = if isolated { "bdi" } else { "span" };
        self.out.push_str(&format!("<{tag}"));
        self.id(attributes);
        if isolated {
            self.attribute("dir", "ltr");
        } else {
            self.language(attributes);
        }
        self.out.push('>');
        self.inlines(inside);
        self.out.push_str(&format!("</{tag}>"));
    }
}
