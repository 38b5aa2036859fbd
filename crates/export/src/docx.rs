//! Writes the AST as a Word document.
//!
//! Every paragraph is in a named style and written without direct formatting, but for numbers, language, direction and
//! the space around sub-items, so that a house can put its own styles in the place of ours.
//!
//! Never: reads anything beside the AST; names a person in the properties of the file.

mod body;
mod faces;
mod footnote;
mod headers;
mod measures;
mod numbering;
mod package;
mod paragraph;
mod run;
mod styles;
mod table;
mod xml;

use std::collections::{BTreeMap, HashSet};

use pandoc_ast::Pandoc;

use crate::{Error, clean, pandoc::Meta};
use measures::{Measures, TEXT};
use numbering::Numbering;
use package::{FIRST_FOOTER, FIRST_HEADER, FOOTER, HEADER, Properties, R, W};
use paragraph::{Paragraph, Writer};
use xml::Xml;

/// Writes a document as DOCX. The same document gives the same bytes.
pub fn docx(document: &Pandoc) -> Result<Vec<u8>, Error> {
    let measures = Measures::of(document);
    let meta = Meta::of(document);
    let mut parts = Parts::new(&measures, meta);
    let masthead = headers::masthead(meta, &measures, &mut parts);
    let running = headers::running(meta, &measures, &mut parts);
    let footer = headers::footer(meta, &measures, &mut parts);
    let body = document_part(document, &measures, &mut parts);
    let properties = Properties {
        title: meta.file_title(),
        lang: measures.lang.clone(),
        date: Some(meta.string("date")).filter(|date| is_date(date)),
    };
    package::zip(vec![
        ("[Content_Types].xml", package::content_types()),
        ("_rels/.rels", package::package_relationships()),
        ("word/document.xml", body),
        (
            "word/_rels/document.xml.rels",
            package::document_relationships(&parts),
        ),
        ("word/styles.xml", styles::part(&measures)),
        ("word/numbering.xml", parts.numbering.part(W)),
        ("word/settings.xml", package::settings(&measures)),
        ("word/fontTable.xml", faces::table()),
        ("word/footnotes.xml", parts.notes_part(&measures)),
        (
            "word/_rels/footnotes.xml.rels",
            package::note_relationships(&parts),
        ),
        ("word/header1.xml", masthead),
        ("word/header2.xml", running),
        ("word/footer1.xml", footer.clone()),
        ("word/footer2.xml", footer),
        ("docProps/core.xml", package::core_properties(&properties)),
        ("docProps/app.xml", package::app_properties()),
    ])
}

/// What the writing of paragraphs adds to other parts: notes, links, bookmarks, lists.
struct Parts {
    numbering: Numbering,
    words: Words,
    notes: Xml,
    note_count: usize,
    bookmarks: HashSet<String>,
    body_links: BTreeMap<String, usize>,
    note_links: BTreeMap<String, usize>,
}

/// Fixed words in the document's language.
struct Words {
    annex: String,
}

/// Relationship ids up to this one belong to the document's own parts.
const OWN_RELATIONSHIPS: usize = 9;

impl Parts {
    fn new(measures: &Measures, meta: Meta<'_>) -> Self {
        Self {
            numbering: Numbering::new(measures),
            words: Words {
                annex: meta.word("annex", "Annex"),
            },
            notes: Xml::fragment(),
            note_count: 0,
            bookmarks: HashSet::new(),
            body_links: BTreeMap::new(),
            note_links: BTreeMap::new(),
        }
    }

    /// Number and name of a bookmark, where the id makes one that is not taken yet.
    fn bookmark(&mut self, id: &str) -> Option<(String, String)> {
        let name = clean::bookmark(id)?;
        // Word does not tell small letters from capitals in names of bookmarks.
        let fresh = self.bookmarks.insert(name.to_ascii_lowercase());
        fresh.then(|| ((self.bookmarks.len() - 1).to_string(), name.to_owned()))
    }

    /// The relationship of a link, the same for the same address.
    fn link(&mut self, address: &str, in_body: bool) -> String {
        let (links, own) = if in_body {
            (&mut self.body_links, OWN_RELATIONSHIPS)
        } else {
            (&mut self.note_links, 0)
        };
        let next = links.len() + 1 + own;
        format!("rId{}", links.entry(address.to_owned()).or_insert(next))
    }

    fn body_links(&self) -> impl Iterator<Item = (String, &str)> {
        self.body_links
            .iter()
            .map(|(address, n)| (format!("rId{n}"), address.as_str()))
    }

    fn note_links(&self) -> impl Iterator<Item = (String, &str)> {
        self.note_links
            .iter()
            .map(|(address, n)| (format!("rId{n}"), address.as_str()))
    }
}

fn document_part(document: &Pandoc, measures: &Measures, parts: &mut Parts) -> Vec<u8> {
    let meta = Meta::of(document);
    let mut writer = Writer {
        xml: Xml::fragment(),
        measures,
        parts,
        notes: true,
        after_table: false,
    };
    // Title and theme come first: programs read them as the document's own when nothing stands before.
    for (key, style) in [("title", "Title"), ("subtitle", "Subtitle")] {
        let inlines = meta.inlines(key);
        if !inlines.is_empty() {
            writer.paragraph(&Paragraph::of(style), &inlines);
        }
    }
    let version = meta.version();
    if !version.is_empty() {
        writer.paragraph(&Paragraph::of("RVersion"), &version);
    }
    body::write(&mut writer, &document.blocks);
    section(&mut writer.xml, measures);
    let content = writer.xml;
    Xml::part("w:document", &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
        xml.element("w:body", &[], |xml| xml.append(content));
    })
}

fn section(xml: &mut Xml, measures: &Measures) {
    let (width, height) = measures.paper();
    let text = measures.outer() + measures::HANG;
    let (start, end) = (text - measures.lead(), width - text - TEXT);
    // Left and right are those of the paper, also where the text runs from right to left.
    let (left, right) = if measures.rtl {
        (end, start)
    } else {
        (start, end)
    };
    xml.element("w:sectPr", &[], |xml| {
        xml.empty(
            "w:headerReference",
            &[("w:type", "first"), ("r:id", FIRST_HEADER)],
        );
        xml.empty(
            "w:headerReference",
            &[("w:type", "default"), ("r:id", HEADER)],
        );
        xml.empty(
            "w:footerReference",
            &[("w:type", "first"), ("r:id", FIRST_FOOTER)],
        );
        xml.empty(
            "w:footerReference",
            &[("w:type", "default"), ("r:id", FOOTER)],
        );
        xml.empty(
            "w:pgSz",
            &[("w:w", &width.to_string()), ("w:h", &height.to_string())],
        );
        let margins =
            [measures.top(), right, measures.bottom(), left, 850, 724, 0].map(|n| n.to_string());
        let names = [
            "w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer", "w:gutter",
        ];
        let attrs: Vec<_> = names
            .into_iter()
            .zip(margins.iter().map(String::as_str))
            .collect();
        xml.empty("w:pgMar", &attrs);
        if measures.line_numbers {
            // Word numbers lines at the start of the text, so they stand outside of the margin column.
            let distance = (measures::HANG - measures.lead() + 170).to_string();
            xml.empty(
                "w:lnNumType",
                &[
                    ("w:countBy", "5"),
                    ("w:distance", &distance),
                    ("w:restart", "newPage"),
                ],
            );
        }
        xml.empty("w:titlePg", &[]);
        if measures.rtl {
            xml.empty("w:bidi", &[]);
        }
    });
}

fn is_date(date: &str) -> bool {
    date.parse::<jiff::civil::Date>().is_ok() && date.len() == 10
}
