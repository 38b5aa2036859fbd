//! Writes blocks and small records into Automerge documents, in a fixed order of operations: the same values make the same
//! bytes.

use std::collections::HashMap;

use automerge::{
    AutomergeError, ObjId, ObjType, ROOT, ReadDoc, TextEncoding,
    hydrate::Value,
    marks::{ExpandMark, Mark},
    transaction::{CommitOptions, Transactable, Transaction},
};

use crate::{
    rich_text::{Block, BlockKind, Inline, Marks},
    utf16_len,
};

pub(crate) type Written<T = ()> = Result<T, AutomergeError>;

/// Runs a change on a document and commits it without a time, or takes all of it back when it fails.
pub(crate) fn change<T>(
    doc: &mut automerge::Automerge,
    work: impl FnOnce(&mut Transaction<'_>) -> Written<T>,
) -> Written<T> {
    let mut tx = doc.transaction();
    match work(&mut tx) {
        Ok(value) => {
            tx.commit_with(CommitOptions::default().with_time(0));
            Ok(value)
        }
        Err(error) => {
            tx.rollback();
            Err(error)
        }
    }
}

/// A map to be written at once, which costs far less than key by key.
pub(crate) fn map<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let given = fields
        .into_iter()
        .filter_map(|(key, value)| Some((key, value?)));
    Value::from(given.collect::<HashMap<&str, Value>>())
}

/// A plain string: one that people don't edit letter by letter.
pub(crate) fn plain(text: &str) -> Value {
    Value::scalar(text)
}

/// A text that people edit together.
pub(crate) fn text(words: &str) -> Value {
    Value::text(TextEncoding::Utf16CodeUnit, words)
}

/// A list of plain strings.
pub(crate) fn list<'a>(strings: impl IntoIterator<Item = &'a str>) -> Value {
    Value::from(strings.into_iter().map(plain).collect::<Vec<_>>())
}

/// The map under a key of the root, made if it is not there.
pub(crate) fn root_map(tx: &mut Transaction<'_>, key: &str) -> Written<ObjId> {
    match tx.get(ROOT, key)? {
        Some((automerge::Value::Object(ObjType::Map), id)) => Ok(id),
        _ => tx.put_object(ROOT, key, ObjType::Map),
    }
}

/// Puts blocks in the place of `delete` code units at `at`, and returns how many code units they take.
///
/// The first marker comes first and everything else behind it: what somebody types at the same moment at the end of the
/// block before then cannot get between the marker and its words. All words are written at once and the objects between
/// them after that, from the last to the first: each position still holds when its turn comes. Marks come last, as one that
/// expands would take in what is written after it.
pub(crate) fn splice_blocks(
    tx: &mut Transaction<'_>,
    text: &ObjId,
    at: usize,
    delete: usize,
    blocks: &[&Block],
) -> Written<usize> {
    let mut words = String::new();
    let mut objects: Vec<(usize, Value)> = Vec::new();
    let mut marked = Vec::new();
    let mut length = 0;
    for block in blocks {
        objects.push((at + length, marker(block)));
        for inline in &block.content {
            match inline {
                Inline::Text { text, marks } => {
                    let text = clean(text);
                    let from = at + objects.len() + length;
                    length += utf16_len(&text);
                    marked.push((from, at + objects.len() + length, marks));
                    words.push_str(&text);
                }
                Inline::Footnote { id } => objects.push((at + length, embed("footnote", id))),
                Inline::Table { id } => objects.push((at + length, embed("table", id))),
            }
        }
    }
    let delete = isize::try_from(delete).unwrap_or(isize::MAX);
    tx.splice_text(text, at, delete, "")?;
    if let Some((_, first)) = objects.first() {
        tx.batch_create_object(text, at, first, true)?;
        tx.splice_text(text, at + 1, 0, &words)?;
    }
    for (position, object) in objects.iter().skip(1).rev() {
        tx.batch_create_object(text, *position + 1, object, true)?;
    }
    let end = at + objects.len() + length;
    // What stands around may have marks that spread into the new words.
    for mark in tx.marks(text)? {
        let (from, to) = (mark.start.max(at), mark.end.min(end));
        if from < to {
            tx.unmark(text, &mark.name, from, to, ExpandMark::None)?;
        }
    }
    for (from, to, marks) in marked {
        put_marks(tx, text, from, to, marks)?;
    }
    Ok(end - at)
}

/// The fields of a block's marker.
pub(crate) fn marker(block: &Block) -> Value {
    let known = &block.attrs;
    let number = |number: u32| Value::scalar(i64::from(number));
    let attrs = map([
        ("id", known.id.as_ref().map(|id| plain(id.as_str()))),
        ("of", known.of.as_ref().map(|of| plain(of.as_str()))),
        ("level", known.level.map(|level| number(level.into()))),
        (
            "indent",
            (known.indent > 0).then(|| number(known.indent.into())),
        ),
        ("start", known.start.map(number)),
        ("label", known.label.as_deref().map(plain)),
        (
            "fill",
            (block.kind == BlockKind::Annex).then(|| plain(known.fill.as_str())),
        ),
        ("lang", known.lang.as_ref().map(|lang| plain(lang.as_str()))),
    ]);
    object(block.kind.as_str(), attrs, false)
}

fn embed(kind: &str, id: &str) -> Value {
    object(kind, map([("id", Some(plain(id)))]), true)
}

fn object(kind: &str, attrs: Value, is_embed: bool) -> Value {
    map([
        ("type", Some(plain(kind))),
        ("parents", Some(Value::list())),
        ("attrs", Some(attrs)),
        ("isEmbed", Some(Value::scalar(is_embed))),
    ])
}

fn put_marks(
    tx: &mut Transaction<'_>,
    text: &ObjId,
    from: usize,
    to: usize,
    marks: &Marks,
) -> Written {
    if from == to {
        return Ok(());
    }
    if marks.strong {
        tx.mark(
            text,
            Mark::new("strong".into(), true, from, to),
            ExpandMark::After,
        )?;
    }
    if marks.em {
        tx.mark(
            text,
            Mark::new("em".into(), true, from, to),
            ExpandMark::After,
        )?;
    }
    if let Some(link) = &marks.link {
        tx.mark(
            text,
            Mark::new("link".into(), link.as_str(), from, to),
            ExpandMark::None,
        )?;
    }
    Ok(())
}

/// Words as a text may hold them: line breaks are the one control character, and the character that stands for objects
/// is none of them.
pub(crate) fn clean(words: &str) -> String {
    words
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| *c != '\u{fffc}')
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}
