//! What is wrong in the text of a document, found before it is exported.

use std::collections::BTreeMap;

use pandoc_ast::{Attr, Block, Inline, Pandoc};
use serde::Serialize;

use crate::pandoc::{self, Meta};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The file says less than it should, or is not what its standard asks for.
    Error,
    /// Something was replaced or left out.
    Warning,
    /// Worth knowing.
    Note,
}

/// The place of a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The bookmark of the paragraph (`_p…`), where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph_id: Option<String>,
    /// The field of the title block, such as `title`, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The first words of the paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Something wrong in the users' text. The export is made all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The message key, such as `document-title-missing`.
    pub key: &'static str,
    /// Where it is.
    pub place: Place,
    /// The key of a sentence that says what to do.
    pub hint: &'static str,
    /// The named values of both sentences.
    pub values: BTreeMap<&'static str, String>,
}

impl Diagnostic {
    fn new(severity: Severity, key: &'static str, hint: &'static str) -> Self {
        Self {
            severity,
            key,
            place: Place::default(),
            hint,
            values: BTreeMap::new(),
        }
    }

    fn in_field(mut self, field: &str) -> Self {
        self.place.field = Some(field.to_owned());
        self
    }

    fn at(mut self, id: &str, text: &str) -> Self {
        self.place.paragraph_id = (!id.is_empty()).then(|| id.to_owned());
        let start: String = text.chars().take(60).collect();
        self.place.text = (!start.is_empty()).then_some(start);
        self
    }
}

impl From<typeset::Diagnostic> for Diagnostic {
    fn from(found: typeset::Diagnostic) -> Self {
        let (key, hint) = named(found.key);
        Self {
            severity: match found.severity {
                typeset::Severity::Error => Severity::Error,
                typeset::Severity::Warning => Severity::Warning,
                typeset::Severity::Note => Severity::Note,
            },
            key,
            place: Place {
                paragraph_id: found.place.paragraph_id,
                field: found.place.field,
                text: None,
            },
            hint,
            values: found.values,
        }
    }
}

/// The keys of the catalogs' sentences for what printing finds.
fn named(key: &str) -> (&'static str, &'static str) {
    match key {
        "typeset-title-missing" => ("document-title-missing", "document-title-missing-hint"),
        "typeset-date-missing" => ("document-date-missing", "document-date-missing-hint"),
        "typeset-language-missing" => (
            "document-language-missing",
            "document-language-missing-hint",
        ),
        "typeset-note-empty" => ("document-note-empty", "document-note-empty-hint"),
        "typeset-table-header-missing" => (
            "document-table-header-missing",
            "document-table-header-missing-hint",
        ),
        "typeset-alt-text-missing" => (
            "document-alt-text-missing",
            "document-alt-text-missing-hint",
        ),
        "typeset-image-left-out" => ("document-image-left-out", "document-image-left-out-hint"),
        "typeset-glyph-missing" => ("document-glyph-missing", "document-glyph-missing-hint"),
        "typeset-id-doubled" => ("document-id-doubled", "document-id-doubled-hint"),
        "typeset-standard-missed" => ("document-standard-missed", "document-standard-missed-hint"),
        _ => ("document-finding", "document-finding-hint"),
    }
}

/// Finds what a reader of the exported file would miss: a title, a date, words in headings, notes and tables.
pub fn check(document: &Pandoc) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let meta = Meta::of(document);
    if meta.string("title").trim().is_empty() {
        found.push(
            Diagnostic::new(
                Severity::Error,
                "document-title-missing",
                "document-title-missing-hint",
            )
            .in_field("title"),
        );
    }
    if meta.string("date").trim().is_empty() {
        found.push(
            Diagnostic::new(
                Severity::Warning,
                "document-date-missing",
                "document-date-missing-hint",
            )
            .in_field("date"),
        );
    }
    blocks(&document.blocks, "", &mut found);
    found
}

fn blocks(list: &[Block], id: &str, found: &mut Vec<Diagnostic>) {
    for block in list {
        match block {
            Block::Div(attributes, inside) => blocks(inside, nearest(attributes, id), found),
            Block::BlockQuote(inside) | Block::Figure(_, _, inside) => blocks(inside, id, found),
            Block::OrderedList(_, items) | Block::BulletList(items) => {
                items.iter().for_each(|item| blocks(item, id, found));
            }
            Block::Header(_, attributes, words) => {
                let id = nearest(attributes, id);
                if pandoc::plain(words).trim().is_empty() {
                    found.push(
                        Diagnostic::new(
                            Severity::Warning,
                            "document-heading-empty",
                            "document-heading-empty-hint",
                        )
                        .at(id, ""),
                    );
                }
                inlines(words, id, found);
            }
            Block::Table(attributes, caption, _, head, bodies, foot) => {
                let id = nearest(attributes, id);
                let cells = |row: &pandoc_ast::Row| {
                    row.1
                        .iter()
                        .map(|c| pandoc::plain_blocks(&c.4))
                        .collect::<Vec<_>>()
                };
                let headless = head.1.is_empty()
                    || head
                        .1
                        .iter()
                        .any(|row| cells(row).iter().all(|c| c.trim().is_empty()));
                let body_rows = bodies
                    .iter()
                    .flat_map(|b| b.2.iter().chain(&b.3))
                    .chain(&foot.1);
                if headless {
                    let first = body_rows
                        .clone()
                        .next()
                        .map(|row| cells(row).join(" "))
                        .unwrap_or_default();
                    found.push(
                        Diagnostic::new(
                            Severity::Warning,
                            "document-table-header-missing",
                            "document-table-header-missing-hint",
                        )
                        .at(id, first.trim()),
                    );
                }
                pandoc::visit_inlines(&caption.1, &mut |words| inlines(words, id, found));
                for cell in head.1.iter().chain(body_rows).flat_map(|row| &row.1) {
                    blocks(&cell.4, id, found);
                }
            }
            Block::DefinitionList(items) => {
                for (term, definitions) in items {
                    inlines(term, id, found);
                    definitions.iter().for_each(|d| blocks(d, id, found));
                }
            }
            Block::Para(words) | Block::Plain(words) => inlines(words, id, found),
            Block::LineBlock(lines) => lines.iter().for_each(|words| inlines(words, id, found)),
            Block::CodeBlock(..) | Block::RawBlock(..) | Block::HorizontalRule | Block::Null => {}
        }
    }
}

fn nearest<'a>(attributes: &'a Attr, outer: &'a str) -> &'a str {
    if attributes.0.is_empty() {
        outer
    } else {
        &attributes.0
    }
}

fn inlines(words: &[Inline], id: &str, found: &mut Vec<Diagnostic>) {
    let around = || pandoc::plain(words);
    for inline in words {
        match inline {
            Inline::Note(note) => {
                if pandoc::plain_blocks(note).trim().is_empty() {
                    found.push(
                        Diagnostic::new(
                            Severity::Warning,
                            "document-note-empty",
                            "document-note-empty-hint",
                        )
                        .at(id, &around()),
                    );
                }
                blocks(note, id, found);
            }
            Inline::Image(_, alt, (url, _)) => {
                if pandoc::plain(alt).trim().is_empty() {
                    let mut one = Diagnostic::new(
                        Severity::Error,
                        "document-alt-text-missing",
                        "document-alt-text-missing-hint",
                    )
                    .at(id, &around());
                    one.values.insert("image", url.chars().take(80).collect());
                    found.push(one);
                }
            }
            Inline::Link(_, inside, (url, _)) => {
                let dropped =
                    url.strip_prefix('#').is_none() && crate::clean::address(url).is_none();
                if dropped {
                    let mut one = Diagnostic::new(
                        Severity::Warning,
                        "document-link-dropped",
                        "document-link-dropped-hint",
                    )
                    .at(id, &around());
                    one.values.insert("address", url.chars().take(80).collect());
                    found.push(one);
                }
                inlines(inside, id, found);
            }
            Inline::Emph(inside)
            | Inline::Underline(inside)
            | Inline::Strong(inside)
            | Inline::Strikeout(inside)
            | Inline::Superscript(inside)
            | Inline::Subscript(inside)
            | Inline::SmallCaps(inside)
            | Inline::Quoted(_, inside)
            | Inline::Cite(_, inside)
            | Inline::Span(_, inside) => inlines(inside, id, found),
            Inline::Str(_)
            | Inline::Code(..)
            | Inline::Space
            | Inline::SoftBreak
            | Inline::LineBreak
            | Inline::Math(..)
            | Inline::RawInline(..) => {}
        }
    }
}
