//! Paragraphs: style, place in a list, bookmark, and the inlines inside.

use pandoc_ast::{Attr, Block, Inline};

use super::{
    Parts,
    measures::{GUTTER, HANG, Measures, STEP},
    numbering::Number,
    run::{Look, Raised, Runs, properties},
    xml::Xml,
};
use crate::{clean, pandoc};

/// What a paragraph is, beyond its words.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph<'a> {
    /// The id of its style.
    pub(super) style: &'static str,
    /// Its place in a list.
    pub(super) number: Option<Number>,
    /// Whether it belongs to the next one, with no space between: the line before sub-items.
    pub(super) opens: bool,
    /// Space after it, where that is not its style's.
    pub(super) after: Option<i32>,
    /// Indent where a paragraph continues a list's item.
    pub(super) indent: Option<i32>,
    /// The id that a bookmark gives it.
    pub(super) id: &'a str,
    /// Language and direction, where they are not the document's.
    pub(super) lang: Option<&'a str>,
    /// Direction, where it is not the document's.
    pub(super) rtl: Option<bool>,
    /// Set when the opening words are a lead-in.
    pub(super) lead_in: bool,
}

impl Paragraph<'_> {
    /// A paragraph in a style.
    pub(super) fn of(style: &'static str) -> Self {
        Self {
            style,
            ..Self::default()
        }
    }

    /// Whether it stands in the text column, and not in a cell or out in the margin column.
    fn stands_in_text(&self) -> bool {
        !matches!(
            self.style,
            "RCell"
                | "RCellHead"
                | "RPerson"
                | "RAnnex"
                | "RAnnexLabel"
                | "RTableNote"
                | "RMast"
                | "Header"
                | "Footer"
        )
    }

    /// The indent of its style or list, without the lead.
    fn own_indent(&self) -> i32 {
        let level = self
            .number
            .map_or(0, |number| i32::try_from(number.level).unwrap_or(0));
        match self.style {
            "RSub" => STEP * level.max(1),
            "ListParagraph" => STEP * (level + 1),
            "Quote" => STEP,
            _ => 0,
        }
    }
}

/// Writes paragraphs into a part: the body, the notes, a header.
pub(super) struct Writer<'d> {
    pub(super) xml: Xml,
    pub(super) measures: &'d Measures,
    pub(super) parts: &'d mut Parts,
    /// Whether notes can be written here; inside notes, headers and footers they cannot.
    pub(super) notes: bool,
    /// Whether the last thing written was a table.
    pub(super) after_table: bool,
}

impl Writer<'_> {
    /// Writes a paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph<'_>, inlines: &[Inline]) {
        self.paragraph_with(paragraph, |writer, runs| {
            let look = Look::default().with(|look| look.lang = paragraph.lang.map(str::to_owned));
            match inlines {
                [Inline::Emph(lead), rest @ ..] if paragraph.lead_in => {
                    let lead_look = look.with(|look| look.style = Some("RLead"));
                    writer.inlines(runs, lead, &lead_look);
                    writer.inlines(runs, rest, &look);
                }
                _ => writer.inlines(runs, inlines, &look),
            }
        });
    }

    /// Writes a paragraph whose runs `inside` writes.
    pub(super) fn paragraph_with(
        &mut self,
        paragraph: &Paragraph<'_>,
        inside: impl FnOnce(&mut Self, &mut Runs),
    ) {
        if !matches!(
            paragraph.style,
            "RTableNote" | "RAnnexLabel" | "RTableSpace"
        ) {
            self.space_after_table();
        }
        self.after_table = false;
        let rtl = paragraph.rtl.unwrap_or(self.measures.rtl);
        self.xml.open("w:p", &[]);
        self.properties(paragraph, rtl);
        let mut runs = Runs::new(rtl);
        self.bookmarked(&mut runs, paragraph.id, inside);
        runs.flush(&mut self.xml);
        self.xml.close("w:p");
    }

    /// Writes runs that a bookmark of this id is put around, where the id makes one.
    fn bookmarked(&mut self, runs: &mut Runs, id: &str, inside: impl FnOnce(&mut Self, &mut Runs)) {
        let Some((number, name)) = self.parts.bookmark(id) else {
            return inside(self, runs);
        };
        runs.flush(&mut self.xml);
        let attrs = [("w:id", number.as_str()), ("w:name", &name)];
        self.xml.empty("w:bookmarkStart", &attrs);
        inside(self, runs);
        runs.flush(&mut self.xml);
        self.xml.empty("w:bookmarkEnd", &attrs[..1]);
    }

    /// An empty half line below a table: Word joins tables that touch, and wants a paragraph after the last one.
    pub(super) fn space_after_table(&mut self) {
        if std::mem::take(&mut self.after_table) {
            self.paragraph(&Paragraph::of("RTableSpace"), &[]);
        }
    }

    fn properties(&mut self, paragraph: &Paragraph<'_>, rtl: bool) {
        let xml = &mut self.xml;
        xml.element("w:pPr", &[], |xml| {
            xml.val("w:pStyle", paragraph.style);
            if paragraph.opens {
                xml.empty("w:keepNext", &[]);
            }
            // Programs disagree on where a frame stands where text runs from right to left.
            if paragraph.style == "RVersion" && !self.measures.rtl {
                frame(xml, self.measures);
            }
            if let Some(number) = paragraph.number {
                xml.element("w:numPr", &[], |xml| {
                    xml.val("w:ilvl", &number.level.to_string());
                    xml.val("w:numId", &number.list.to_string());
                });
            }
            if rtl {
                xml.empty("w:bidi", &[]);
            } else if self.measures.rtl {
                xml.val("w:bidi", "0");
            }
            let after = if paragraph.opens {
                Some(0)
            } else {
                paragraph.after
            };
            if let Some(after) = after {
                xml.empty("w:spacing", &[("w:after", &after.to_string())]);
            }
            let lead = self.measures.lead();
            if lead != 0 && !rtl && paragraph.stands_in_text() {
                // The margin column is at the other side of a paragraph that runs against the document.
                let left = paragraph.indent.unwrap_or_else(|| paragraph.own_indent());
                xml.empty(
                    "w:ind",
                    &[
                        ("w:left", &left.to_string()),
                        ("w:right", &lead.to_string()),
                    ],
                );
            } else if let Some(indent) = paragraph.indent {
                xml.empty(
                    "w:ind",
                    &[
                        ("w:left", &(lead + indent).to_string()),
                        ("w:firstLine", "0"),
                    ],
                );
            }
        });
    }

    /// Writes inlines in a look.
    pub(super) fn inlines(&mut self, runs: &mut Runs, inlines: &[Inline], look: &Look) {
        for inline in inlines {
            self.inline(runs, inline, look);
        }
    }

    fn inline(&mut self, runs: &mut Runs, inline: &Inline, look: &Look) {
        let xml = &mut self.xml;
        match inline {
            Inline::Str(words) | Inline::Code(_, words) | Inline::Math(_, words) => {
                runs.push(xml, words, look)
            }
            Inline::Space | Inline::SoftBreak => runs.push(xml, " ", look),
            Inline::LineBreak => runs.push(xml, "\n", look),
            Inline::Emph(inside) => self.inlines(runs, inside, &look.with(|look| look.em = true)),
            Inline::Strong(inside) => {
                self.inlines(runs, inside, &look.with(|look| look.strong = true))
            }
            Inline::Underline(inside) => {
                self.inlines(runs, inside, &look.with(|look| look.underline = true))
            }
            Inline::Strikeout(inside) => {
                self.inlines(runs, inside, &look.with(|look| look.strike = true))
            }
            Inline::Superscript(inside) => {
                self.inlines(runs, inside, &look.with(|look| look.raised = Raised::Up))
            }
            Inline::Subscript(inside) => {
                self.inlines(runs, inside, &look.with(|look| look.raised = Raised::Down))
            }
            Inline::SmallCaps(inside) => {
                self.inlines(runs, inside, &look.with(|look| look.small_caps = true))
            }
            Inline::Quoted(kind, inside) => {
                let [open, close] = pandoc::quotes(kind);
                runs.push(xml, open, look);
                self.inlines(runs, inside, look);
                runs.push(&mut self.xml, close, look);
            }
            Inline::Cite(_, inside) | Inline::Image(_, inside, _) => {
                self.inlines(runs, inside, look)
            }
            Inline::Link(_, inside, (url, _)) => self.link(runs, inside, url, look),
            Inline::Note(blocks) => self.note(runs, blocks, look),
            Inline::Span(attributes, inside) => self.span(runs, attributes, inside, look),
            Inline::RawInline(..) => {}
        }
    }

    fn span(&mut self, runs: &mut Runs, attributes: &Attr, inside: &[Inline], look: &Look) {
        let mut look = look.clone();
        if let Some(lang) = pandoc::key(attributes, "lang") {
            look.lang = Some(lang.to_owned());
        }
        look.rtl = match pandoc::key(attributes, "dir") {
            Some("rtl") => Some(true),
            Some("ltr") => Some(false),
            _ => look.rtl,
        };
        look.isolated |= pandoc::has_class(attributes, "ltr");
        for (class, style) in [
            ("state", "RState"),
            ("bracket", "RBracket"),
            ("label", "RLabel"),
            ("version", "RSymbol"),
        ] {
            if pandoc::has_class(attributes, class) {
                look.style = Some(style);
            }
        }
        self.bookmarked(runs, &attributes.0, |writer, runs| {
            writer.inlines(runs, inside, &look)
        });
    }

    fn link(&mut self, runs: &mut Runs, inside: &[Inline], url: &str, look: &Look) {
        let (target, style) = if let Some(anchor) = url.strip_prefix('#').and_then(clean::bookmark)
        {
            (
                ("w:anchor", anchor.to_owned()),
                look.style.or(Some("RReference")),
            )
        } else if let Some(address) = clean::address(url) {
            (
                ("r:id", self.parts.link(&address, self.notes)),
                Some("Hyperlink"),
            )
        } else {
            return self.inlines(runs, inside, look);
        };
        runs.flush(&mut self.xml);
        let attrs = [(target.0, target.1.as_str()), ("w:history", "1")];
        self.xml.open("w:hyperlink", &attrs);
        self.inlines(runs, inside, &look.with(|look| look.style = style));
        runs.flush(&mut self.xml);
        self.xml.close("w:hyperlink");
    }

    fn note(&mut self, runs: &mut Runs, blocks: &[Block], look: &Look) {
        // A note inside a note is set into the text, because Word has no notes of notes.
        if !self.notes {
            let words = format!(" ({})", pandoc::plain_blocks(blocks));
            runs.push(&mut self.xml, &words, look);
            return;
        }
        runs.flush(&mut self.xml);
        let id = self.parts.note(self.measures, blocks);
        self.xml.element("w:r", &[], |xml| {
            properties(xml, &Look::of("FootnoteReference"), self.measures.rtl);
            xml.empty("w:footnoteReference", &[("w:id", &id)]);
        });
    }
}

/// A frame in the margin column, beside the first line of the title. Word takes it from the style too, other programs only
/// from the paragraph.
fn frame(xml: &mut Xml, measures: &Measures) {
    let width = (HANG - GUTTER).to_string();
    let x = measures.outer().to_string();
    let y = (2 * measures.line + 3 * measures.line / 4).to_string();
    xml.empty(
        "w:framePr",
        &[
            ("w:w", &width),
            ("w:wrap", "around"),
            ("w:vAnchor", "margin"),
            ("w:hAnchor", "page"),
            ("w:x", &x),
            ("w:y", &y),
        ],
    );
}
