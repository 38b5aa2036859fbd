//! Looks into a Word file.

use std::{collections::BTreeMap, io::Read};

/// The parts of a package, by name.
pub(crate) fn parts(docx: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut parts = BTreeMap::new();
    for i in 0..zip.len() {
        let mut entry = zip.by_index(i).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        parts.insert(name, text);
    }
    parts
}

/// The parts that differ from document to document, a paragraph a line.
pub(crate) fn readable(docx: &[u8]) -> String {
    let parts = parts(docx);
    let mut out = String::new();
    for name in [
        "word/document.xml",
        "word/footnotes.xml",
        "word/numbering.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/footer1.xml",
        "word/_rels/document.xml.rels",
        "docProps/core.xml",
    ] {
        out.push_str(&format!("==== {name}\n"));
        let mut text = parts[name].clone();
        for tag in [
            "<w:p>",
            "<w:tbl>",
            "<w:tr>",
            "<w:sectPr>",
            "<w:abstractNum ",
            "<w:num ",
            "<w:footnote ",
            "<Relationship ",
        ] {
            text = text.replace(tag, &format!("\n{tag}"));
        }
        out.push_str(&text);
        out.push('\n');
    }
    out
}
