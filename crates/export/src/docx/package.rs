//! The parts of the package around the text, and the zip that holds them all.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::{Parts, measures::Measures, xml::Xml};
use crate::{Error, clean};

pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Relationship ids of the document part; those of links follow.
pub(super) const FIRST_HEADER: &str = "rId6";
pub(super) const HEADER: &str = "rId7";
pub(super) const FIRST_FOOTER: &str = "rId8";
pub(super) const FOOTER: &str = "rId9";

/// What the properties of the file say.
pub(super) struct Properties {
    pub(super) title: String,
    pub(super) lang: String,
    /// `YYYY-MM-DD`, where the document has a date.
    pub(super) date: Option<String>,
}

/// A part: its name and its bytes.
type Part = (&'static str, Vec<u8>);

/// Puts the parts into a zip whose bytes depend on nothing else.
pub(super) fn zip(parts: Vec<Part>) -> Result<Vec<u8>, Error> {
    let broken = |error: zip::result::ZipError| Error::Internal(error.to_string());
    // The first moment that the format knows: the file says nothing about when it was made.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, options).map_err(broken)?;
        zip.write_all(&bytes)
            .map_err(|error| Error::Internal(error.to_string()))?;
    }
    Ok(zip.finish().map_err(broken)?.into_inner())
}

/// The part that names the type of every other.
pub(super) fn content_types() -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    Xml::part("Types", &[("xmlns", namespace)], |xml| {
        let relationships = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty(
            "Default",
            &[("Extension", "rels"), ("ContentType", relationships)],
        );
        xml.empty(
            "Default",
            &[("Extension", "xml"), ("ContentType", "application/xml")],
        );
        let kinds = [
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
            ("header2", "header"),
            ("footer1", "footer"),
            ("footer2", "footer"),
        ];
        for (name, kind) in kinds {
            let part = format!("/word/{name}.xml");
            xml.empty(
                "Override",
                &[
                    ("PartName", &part),
                    ("ContentType", &format!("{MAIN}.{kind}+xml")),
                ],
            );
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        xml.empty(
            "Override",
            &[("PartName", "/docProps/core.xml"), ("ContentType", core)],
        );
        let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        xml.empty(
            "Override",
            &[("PartName", "/docProps/app.xml"), ("ContentType", app)],
        );
    })
}

/// The relationships of the package.
pub(super) fn package_relationships() -> Vec<u8> {
    Xml::part(
        "Relationships",
        &[("xmlns", PACKAGE_RELATIONSHIPS)],
        |xml| {
            let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
            relationship(
                xml,
                "rId1",
                &format!("{R}/officeDocument"),
                "word/document.xml",
            );
            relationship(xml, "rId2", core, "docProps/core.xml");
            relationship(
                xml,
                "rId3",
                &format!("{R}/extended-properties"),
                "docProps/app.xml",
            );
        },
    )
}

/// The relationships of the document: its other parts, then its links.
pub(super) fn document_relationships(parts: &Parts) -> Vec<u8> {
    Xml::part(
        "Relationships",
        &[("xmlns", PACKAGE_RELATIONSHIPS)],
        |xml| {
            let own = [
                ("rId1", "styles", "styles.xml"),
                ("rId2", "numbering", "numbering.xml"),
                ("rId3", "settings", "settings.xml"),
                ("rId4", "fontTable", "fontTable.xml"),
                ("rId5", "footnotes", "footnotes.xml"),
                (FIRST_HEADER, "header", "header1.xml"),
                (HEADER, "header", "header2.xml"),
                (FIRST_FOOTER, "footer", "footer1.xml"),
                (FOOTER, "footer", "footer2.xml"),
            ];
            for (id, kind, target) in own {
                relationship(xml, id, &format!("{R}/{kind}"), target);
            }
            links(xml, parts.body_links());
        },
    )
}

/// The relationships of the notes: their links.
pub(super) fn note_relationships(parts: &Parts) -> Vec<u8> {
    Xml::part(
        "Relationships",
        &[("xmlns", PACKAGE_RELATIONSHIPS)],
        |xml| links(xml, parts.note_links()),
    )
}

fn links<'a>(xml: &mut Xml, links: impl Iterator<Item = (String, &'a str)>) {
    for (id, address) in links {
        let kind = format!("{R}/hyperlink");
        let attrs = [
            ("Id", id.as_str()),
            ("Type", &kind),
            ("Target", address),
            ("TargetMode", "External"),
        ];
        xml.empty("Relationship", &attrs);
    }
}

fn relationship(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty(
        "Relationship",
        &[("Id", id), ("Type", kind), ("Target", target)],
    );
}

/// Title, language and date; no name of a person.
pub(super) fn core_properties(properties: &Properties) -> Vec<u8> {
    let attrs = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    Xml::part("cp:coreProperties", &attrs, |xml| {
        xml.element("dc:title", &[], |xml| {
            xml.text(&clean::line(&properties.title))
        });
        xml.element("dc:language", &[], |xml| xml.text(&properties.lang));
        if let Some(date) = &properties.date {
            for name in ["dcterms:created", "dcterms:modified"] {
                xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| {
                    xml.text(&format!("{date}T00:00:00Z"))
                });
            }
        }
    })
}

/// The program that wrote the file.
pub(super) fn app_properties() -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    Xml::part("Properties", &[("xmlns", namespace)], |xml| {
        xml.element("Application", &[], |xml| xml.text("Rapporteur"));
    })
}

/// How Word treats the document.
pub(super) fn settings(measures: &Measures) -> Vec<u8> {
    Xml::part("w:settings", &[("xmlns:w", W)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.val("w:defaultTabStop", "425");
        xml.val("w:characterSpacingControl", "doNotCompress");
        xml.element("w:footnotePr", &[], |xml| {
            xml.empty("w:footnote", &[("w:id", "-1")]);
            xml.empty("w:footnote", &[("w:id", "0")]);
        });
        xml.element("w:compat", &[], |xml| {
            let uri = "http://schemas.microsoft.com/office/word";
            for (name, value) in [
                ("compatibilityMode", "15"),
                ("overrideTableStyleFontSizeAndJustification", "1"),
                ("enableOpenTypeFeatures", "1"),
                ("doNotFlipMirrorIndents", "1"),
                ("differentiateMultirowTableHeaders", "1"),
            ] {
                xml.empty(
                    "w:compatSetting",
                    &[("w:name", name), ("w:uri", uri), ("w:val", value)],
                );
            }
        });
        let (latin, bidi) = if measures.rtl {
            ("en-GB", measures.lang.as_str())
        } else {
            (measures.lang.as_str(), "ar-SA")
        };
        xml.empty("w:themeFontLang", &[("w:val", latin), ("w:bidi", bidi)]);
        xml.val("w:decimalSymbol", ".");
        xml.val("w:listSeparator", ",");
    })
}
