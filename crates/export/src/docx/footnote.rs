//! Footnotes.

use pandoc_ast::Block;

use super::{
    Parts,
    measures::{Measures, TEXT},
    package::{R, W},
    paragraph::{Paragraph, Writer},
    run::{Look, properties},
    styles::BLUE,
    xml::Xml,
};
use crate::pandoc;

/// The rule above the notes: 30 mm.
const RULE: i32 = 1701;

impl Parts {
    /// Takes the text of a note, and gives the id to refer to it by.
    pub(super) fn note(&mut self, measures: &Measures, blocks: &[Block]) -> String {
        self.note_count += 1;
        let id = self.note_count.to_string();
        let mut paragraphs = pandoc::lines(blocks);
        if paragraphs.is_empty() {
            paragraphs.push(&[]);
        }
        let mut writer = Writer {
            xml: Xml::fragment(),
            measures,
            parts: self,
            notes: false,
            after_table: false,
        };
        writer.xml.open("w:footnote", &[("w:id", &id)]);
        for (i, inlines) in paragraphs.into_iter().enumerate() {
            writer.paragraph_with(&Paragraph::of("FootnoteText"), |writer, runs| {
                if i == 0 {
                    writer.xml.element("w:r", &[], |xml| {
                        properties(xml, &Look::of("FootnoteReference"), measures.rtl);
                        xml.empty("w:footnoteRef", &[]);
                    });
                    runs.push(&mut writer.xml, " ", &Look::default());
                }
                writer.inlines(runs, inlines, &Look::default());
            });
        }
        writer.xml.close("w:footnote");
        let content = writer.xml;
        self.notes.append(content);
        id
    }

    /// The part `word/footnotes.xml`.
    pub(super) fn notes_part(&mut self, measures: &Measures) -> Vec<u8> {
        let notes = std::mem::replace(&mut self.notes, Xml::fragment());
        Xml::part("w:footnotes", &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
            for (kind, id) in [("separator", "-1"), ("continuationSeparator", "0")] {
                xml.element("w:footnote", &[("w:type", kind), ("w:id", id)], |xml| {
                    separator(xml, measures)
                });
            }
            xml.append(notes);
        })
    }
}

/// A short blue rule: a paragraph's lower edge, because Word's own separator has neither colour nor length.
fn separator(xml: &mut Xml, measures: &Measures) {
    let bidi = if measures.rtl { "<w:bidi/>" } else { "" };
    let right = TEXT - RULE;
    let left = match measures.lead() {
        0 => String::new(),
        lead => format!(" w:left=\"{lead}\""),
    };
    xml.raw(&format!(
        "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"{BLUE}\"/></w:pBdr>{bidi}\
         <w:spacing w:before=\"0\" w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/><w:ind{left} w:right=\"{right}\"/></w:pPr></w:p>"
    ));
}
