//! What hangs on inline objects of a text: footnotes and tables.

use std::collections::BTreeMap;

use automerge::{Automerge, ObjType, ROOT, ReadDoc};

use crate::{
    field,
    problem::{Problem, ProblemKind},
    rich_text::{Block, Inline},
};

/// The footnotes and tables of a document, by id.
pub(crate) struct Attached {
    pub footnotes: BTreeMap<String, String>,
    pub tables: BTreeMap<String, Vec<Vec<String>>>,
}

/// Reads footnotes and tables, and takes references to those that are not there out of the blocks.
pub(crate) fn read(doc: &Automerge, blocks: &mut [Block], problems: &mut Vec<Problem>) -> Attached {
    let attached = Attached {
        footnotes: footnotes(doc).unwrap_or_default(),
        tables: tables(doc).unwrap_or_default(),
    };
    for (index, block) in blocks.iter_mut().enumerate() {
        block.content.retain(|inline| {
            let missing = match inline {
                Inline::Footnote { id } if !attached.footnotes.contains_key(id) => {
                    Problem::new(ProblemKind::MissingFootnote, id)
                }
                Inline::Table { id } if !attached.tables.contains_key(id) => {
                    Problem::new(ProblemKind::MissingTable, id)
                }
                _ => return true,
            };
            problems.push(missing.at(index));
            false
        });
    }
    attached
}

fn footnotes(doc: &Automerge) -> Option<BTreeMap<String, String>> {
    let all = field::object(doc, &ROOT, "footnotes", ObjType::Map)?;
    let footnote = |key: String| {
        let note = field::object(doc, &all, &key, ObjType::Map)?;
        let text = field::string(doc, &note, "text")?;
        Some((key, text))
    };
    Some(doc.keys(&all).filter_map(footnote).collect())
}

fn tables(doc: &Automerge) -> Option<BTreeMap<String, Vec<Vec<String>>>> {
    let all = field::object(doc, &ROOT, "tables", ObjType::Map)?;
    let table = |key: String| {
        let table = field::object(doc, &all, &key, ObjType::Map)?;
        let rows = field::object(doc, &table, "rows", ObjType::List)?;
        let rows: Vec<Vec<String>> = (0..doc.length(&rows))
            .filter_map(|index| match doc.get(&rows, index).ok()?? {
                (automerge::Value::Object(ObjType::List), row) => {
                    Some(field::list_of_strings(doc, &row))
                }
                _ => None,
            })
            .collect();
        (!rows.is_empty()).then_some((key, rows))
    };
    Some(doc.keys(&all).filter_map(table).collect())
}
