//! What hangs on inline objects of a text: footnotes and tables.

use std::collections::BTreeMap;

use automerge::{Automerge, ObjId, ObjType, ReadDoc, ValueRef};

use crate::{
    field::{self, Fields},
    problem::{Problem, ProblemKind},
    rich_text::{Block, Inline},
};

/// The footnotes and tables of a document, by id.
pub(crate) struct Attached {
    pub footnotes: BTreeMap<String, String>,
    pub tables: BTreeMap<String, Vec<Vec<String>>>,
}

/// Reads footnotes and tables, and takes references to those that are not there out of the blocks.
pub(crate) fn read(
    doc: &Automerge,
    root: &Fields<'_>,
    blocks: &mut [Block],
    problems: &mut Vec<Problem>,
) -> Attached {
    let attached = Attached {
        footnotes: footnotes(doc, root).unwrap_or_default(),
        tables: tables(doc, root).unwrap_or_default(),
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

fn footnotes(doc: &Automerge, root: &Fields<'_>) -> Option<BTreeMap<String, String>> {
    let all = root.object("footnotes", ObjType::Map)?;
    let footnote = |(key, note): (String, Option<ObjId>)| {
        let text = Fields::of(doc, &note?).string("text")?;
        Some((key, text))
    };
    Some(field::maps(doc, &all).filter_map(footnote).collect())
}

fn tables(doc: &Automerge, root: &Fields<'_>) -> Option<BTreeMap<String, Vec<Vec<String>>>> {
    let all = root.object("tables", ObjType::Map)?;
    let table = |(key, table): (String, Option<ObjId>)| {
        let rows = Fields::of(doc, &table?).object("rows", ObjType::List)?;
        let rows: Vec<Vec<String>> = doc
            .list_range(&rows, ..)
            .filter(|row| matches!(row.value, ValueRef::Object(ObjType::List)))
            .map(|row| field::list_of_strings(doc, &row.id()))
            .collect();
        (!rows.is_empty()).then_some((key, rows))
    };
    Some(field::maps(doc, &all).filter_map(table).collect())
}
