//! What is wrong in the text of a document, found before it is exported.

use std::collections::{BTreeMap, HashMap};

use outline::diagnostic::Severity;
use pandoc_ast::{Attr, Block, Inline, Pandoc};
use serde::Serialize;

use crate::pandoc::{self, Meta};

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
    /// Number and first words of the paragraph, or the words of the field.
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
    /// The named values of the sentences.
    pub values: BTreeMap<&'static str, String>,
}

impl Diagnostic {
    fn new(severity: Severity, key: &'static str) -> Self {
        Self {
            severity,
            key,
            place: Place::default(),
            values: BTreeMap::new(),
        }
    }

    /// The key of a sentence that says what to do.
    pub fn hint(&self) -> String {
        format!("{}-hint", self.key)
    }

    /// The first of the characters that it is about, where it is about some.
    pub(crate) fn first_character(&self) -> Option<char> {
        let characters = self.values.get("characters")?;
        characters.chars().find(|c| *c != '◌')
    }

    /// With a value, of which the beginning is told.
    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.values
            .insert(name, value.chars().take(MOST_TOLD).collect());
        self
    }

    fn in_field(mut self, field: &str) -> Self {
        self.place.field = Some(field.to_owned());
        self
    }

    fn at(mut self, id: &str, text: &str) -> Self {
        self.place.paragraph_id = (!id.is_empty()).then(|| id.to_owned());
        let start = beginning(text);
        self.place.text = (!start.is_empty()).then_some(start);
        self
    }
}

/// How many characters of the text at a place are told.
const MOST_TOLD: usize = 80;

fn beginning(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(MOST_TOLD) {
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &text[..cut])
        }
        None => text.to_owned(),
    }
}

impl From<typeset::Diagnostic> for Diagnostic {
    fn from(found: typeset::Diagnostic) -> Self {
        Self {
            severity: match found.severity {
                typeset::Severity::Error => Severity::Error,
                typeset::Severity::Warning => Severity::Warning,
                typeset::Severity::Note => Severity::Note,
            },
            key: found.key,
            place: Place {
                paragraph_id: found.place.paragraph_id,
                field: found.place.field,
                text: None,
            },
            values: found.values,
        }
    }
}

fn warning(key: &'static str) -> Diagnostic {
    Diagnostic::new(Severity::Warning, key)
}

/// Finds what a reader of the exported file would miss: a title, a date, words in headings, notes and tables.
pub fn check(document: &Pandoc) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let meta = Meta::of(document);
    for (field, severity, key) in [
        ("title", Severity::Error, "document-title-missing"),
        ("date", Severity::Warning, "document-date-missing"),
    ] {
        if meta.string(field).trim().is_empty() {
            found.push(Diagnostic::new(severity, key).in_field(field));
        }
    }
    blocks(&document.blocks, "", &mut found);
    found
}

/// Says in words where each finding is: number and beginning of its paragraph, or what its field holds.
pub(crate) fn tell_places(document: &Pandoc, found: &mut [Diagnostic]) {
    if found.is_empty() {
        return;
    }
    let meta = Meta::of(document);
    let mut named = HashMap::new();
    let annex = meta.word("annex", "");
    name_blocks(&document.blocks, &annex, &mut named);
    for one in found {
        let words = match (&one.place.paragraph_id, &one.place.field) {
            (Some(id), _) => named.get(id.as_str()).cloned(),
            (None, Some(field)) if field == "facts" => fact_with(document, one),
            (None, Some(field)) => Some(beginning(&meta.string(field))),
            (None, None) => None,
        };
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            one.place.text = Some(words);
        }
    }
}

/// What the paragraphs of a list are called, by their bookmarks.
fn name_blocks<'a>(list: &'a [Block], annex: &str, named: &mut HashMap<&'a str, String>) {
    for block in list {
        match block {
            Block::Div(attributes, inside) => {
                let words = pandoc::plain_blocks(inside);
                named
                    .entry(&attributes.0)
                    .or_insert_with(|| name(attributes, &words, annex));
                name_blocks(inside, annex, named);
            }
            Block::Header(_, attributes, words) => {
                named
                    .entry(&attributes.0)
                    .or_insert_with(|| name(attributes, &pandoc::plain(words), annex));
            }
            Block::OrderedList(_, items) | Block::BulletList(items) => {
                for item in items {
                    name_blocks(item, annex, named);
                }
            }
            // An item of a list carries its id on a span.
            Block::Para(words) | Block::Plain(words) => {
                for inline in words {
                    if let Inline::Span(attributes, inside) = inline {
                        named
                            .entry(&attributes.0)
                            .or_insert_with(|| name(attributes, &pandoc::plain(inside), annex));
                    }
                }
            }
            _ => {}
        }
    }
}

/// Number and first words of a paragraph.
fn name(attributes: &Attr, words: &str, annex: &str) -> String {
    let number = pandoc::key(attributes, "number").unwrap_or_default();
    let number = if pandoc::has_class(attributes, "annex") {
        format!("{annex} {number}").trim().to_owned()
    } else {
        number.to_owned()
    };
    match (number.as_str(), beginning(words)) {
        ("", words) => words,
        (number, words) if words.is_empty() => number.to_owned(),
        (number, words) => format!("{number} · {words}"),
    }
}

/// The fact of the title block that holds the first of the characters that a finding is about.
fn fact_with(document: &Pandoc, found: &Diagnostic) -> Option<String> {
    let sought = found.first_character()?;
    let mut lines = pandoc::lines(&document.blocks).into_iter();
    let words =
        lines.find_map(|line| Some(pandoc::plain(line)).filter(|words| words.contains(sought)));
    words.map(|words| beginning(&words))
}

fn blocks(list: &[Block], id: &str, found: &mut Vec<Diagnostic>) {
    // What stands under the heading of an annex without an id of its own was filled in there.
    let mut id = id;
    for block in list {
        match block {
            Block::Div(attributes, inside) => blocks(inside, nearest(attributes, id), found),
            Block::BlockQuote(inside) | Block::Figure(_, _, inside) => blocks(inside, id, found),
            Block::OrderedList(_, items) | Block::BulletList(items) => {
                items.iter().for_each(|item| blocks(item, id, found));
            }
            Block::Header(_, attributes, words) => {
                let around = id;
                id = nearest(attributes, id);
                if pandoc::plain(words).trim().is_empty() {
                    found.push(warning("document-heading-empty").at(id, ""));
                }
                inlines(words, id, found);
                if !pandoc::has_class(attributes, "annex") {
                    id = around;
                }
            }
            Block::Table(attributes, caption, _, head, bodies, foot) => {
                let id = nearest(attributes, id);
                let words = |row: &pandoc_ast::Row| {
                    let cells = row.1.iter().map(|cell| pandoc::plain_blocks(&cell.4));
                    cells.collect::<Vec<_>>().join(" ")
                };
                let is_empty = |row: &pandoc_ast::Row| words(row).trim().is_empty();
                let body_rows = pandoc::body_rows(bodies, foot);
                if head.1.is_empty() || head.1.iter().any(is_empty) {
                    let first = body_rows.clone().next().map(words).unwrap_or_default();
                    found.push(warning("document-table-header-missing").at(id, first.trim()));
                }
                for words in pandoc::lines(&caption.1) {
                    inlines(words, id, found);
                }
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
                    found.push(warning("document-note-empty").at(id, &around()));
                }
                blocks(note, id, found);
            }
            Inline::Image(_, alt, (url, _)) => {
                if pandoc::plain(alt).trim().is_empty() {
                    let one = Diagnostic::new(Severity::Error, "document-alt-text-missing");
                    found.push(one.at(id, &around()).with("image", url));
                }
            }
            Inline::Link(_, inside, (url, _)) => {
                if !url.starts_with('#') && crate::clean::address(url).is_none() {
                    let one = warning("document-link-dropped").at(id, &around());
                    found.push(one.with("address", url));
                }
                inlines(inside, id, found);
            }
            Inline::Span(attributes, inside) => {
                inlines(inside, nearest(attributes, id), found);
            }
            other => inlines(pandoc::inside(other), id, found),
        }
    }
}
