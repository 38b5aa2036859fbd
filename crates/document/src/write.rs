//! Writes blocks and small records into Automerge documents, in a fixed order of operations: the same values make the same
//! bytes.

use automerge::{
    AutomergeError, ObjId, ObjType, ROOT, ReadDoc,
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

/// Makes a text object with words in it.
pub(crate) fn put_text(
    tx: &mut Transaction<'_>,
    of: &ObjId,
    key: &str,
    words: &str,
) -> Written<ObjId> {
    let text = tx.put_object(of, key, ObjType::Text)?;
    tx.splice_text(&text, 0, 0, words)?;
    Ok(text)
}

/// Makes a list of plain strings.
pub(crate) fn put_strings<S: AsRef<str>>(
    tx: &mut Transaction<'_>,
    of: &ObjId,
    key: &str,
    strings: &[S],
) -> Written {
    let list = tx.put_object(of, key, ObjType::List)?;
    for (index, string) in strings.iter().enumerate() {
        tx.insert(&list, index, string.as_ref())?;
    }
    Ok(())
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
/// Marks are set after all words stand: a mark that expands would take in what is typed after it.
pub(crate) fn splice_blocks(
    tx: &mut Transaction<'_>,
    text: &ObjId,
    at: usize,
    delete: usize,
    blocks: &[&Block],
) -> Written<usize> {
    if delete > 0 {
        tx.splice_text(text, at, isize::try_from(delete).unwrap_or(isize::MAX), "")?;
    }
    let mut end = at;
    let mut marked = Vec::new();
    for block in blocks {
        put_marker(tx, text, end, block)?;
        end += 1;
        for inline in &block.content {
            match inline {
                Inline::Text { text: words, marks } => {
                    let words = one_line(words);
                    tx.splice_text(text, end, 0, &words)?;
                    let from = end;
                    end += utf16_len(&words);
                    marked.push((from, end, marks));
                }
                Inline::Footnote { id } => {
                    put_embed(tx, text, end, "footnote", id)?;
                    end += 1;
                }
                Inline::Table { id } => {
                    put_embed(tx, text, end, "table", id)?;
                    end += 1;
                }
            }
        }
    }
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

fn put_marker(tx: &mut Transaction<'_>, text: &ObjId, at: usize, block: &Block) -> Written {
    let marker = tx.split_block(text, at)?;
    tx.put(&marker, "type", block.kind.as_str())?;
    tx.put_object(&marker, "parents", ObjType::List)?;
    let attrs = tx.put_object(&marker, "attrs", ObjType::Map)?;
    let known = &block.attrs;
    if let Some(id) = &known.id {
        tx.put(&attrs, "id", id.as_str())?;
    }
    if let Some(of) = &known.of {
        tx.put(&attrs, "of", of.as_str())?;
    }
    if let Some(level) = known.level {
        tx.put(&attrs, "level", i64::from(level))?;
    }
    if known.indent > 0 {
        tx.put(&attrs, "indent", i64::from(known.indent))?;
    }
    if let Some(label) = &known.label {
        tx.put(&attrs, "label", label.as_str())?;
    }
    if block.kind == BlockKind::Annex {
        tx.put(&attrs, "fill", known.fill.as_str())?;
    }
    if let Some(lang) = &known.lang {
        tx.put(&attrs, "lang", lang.as_str())?;
    }
    tx.put(&marker, "isEmbed", false)
}

fn put_embed(tx: &mut Transaction<'_>, text: &ObjId, at: usize, kind: &str, id: &str) -> Written {
    let marker = tx.split_block(text, at)?;
    tx.put(&marker, "type", kind)?;
    tx.put_object(&marker, "parents", ObjType::List)?;
    let attrs = tx.put_object(&marker, "attrs", ObjType::Map)?;
    tx.put(&attrs, "id", id)?;
    tx.put(&marker, "isEmbed", true)
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

/// A block is one line, and the character that stands for objects in a text is never part of its words.
fn one_line(words: &str) -> String {
    words
        .chars()
        .filter(|c| *c != '\u{fffc}')
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
