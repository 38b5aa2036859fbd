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

    /// The first of the characters that it is about, where it is about some.
    pub(crate) fn first_character(&self) -> Option<char> {
        let characters = self.values.get("characters")?;
        characters.chars().find(|c| *c != '◌')
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
        "typeset-glyph-left-out" => ("document-glyph-left-out", "document-glyph-left-out-hint"),
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
    let mut words = None;
    pandoc::visit_inlines(&document.blocks, &mut |inlines| {
        let plain = pandoc::plain(inlines);
        if words.is_none() && plain.contains(sought) {
            words = Some(beginning(&plain));
        }
    });
    words
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
                if !pandoc::has_class(attributes, "annex") {
                    id = around;
                }
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
            | Inline::Cite(_, inside) => inlines(inside, id, found),
            Inline::Span(attributes, inside) => {
                inlines(inside, nearest(attributes, id), found);
            }
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
