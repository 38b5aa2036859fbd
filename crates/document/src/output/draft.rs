//! Writes a draft into an output document, and single paragraphs into one that people edit.

use std::collections::{BTreeMap, HashMap};

use automerge::{
    Automerge, ObjId, ObjType, ROOT, ReadDoc, hydrate::Value, transaction::Transactable,
};

use model::id::{KeyPointId, ParagraphId};

use super::{Output, SourceText, compiled_hash, read, read_placed, whole};
use crate::{
    Error,
    field::Fields,
    guarded,
    rich_text::{Block, BlockKind, Placed},
    stored::{self, Edited},
    write::{self, Written},
};

/// A whole document to be written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// Its blocks.
    pub blocks: Vec<DraftBlock>,
}

/// A block to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftBlock {
    /// Names it.
    pub id: ParagraphId,
    /// What it is and says; the id in its attributes is overwritten.
    pub block: Block,
    /// The key points that it rests on.
    pub sources: BTreeMap<KeyPointId, SourceText>,
    /// For a heading, the group that it opens, in words that only the caller reads.
    pub group: Option<String>,
}

impl DraftBlock {
    /// The block as it is written, with its id.
    pub(super) fn block(&self) -> Block {
        let mut block = self.block.clone();
        block.attrs.id = Some(self.id.clone());
        block
    }
}

/// Writes a draft in the place of an earlier draft or of nothing, keeping the blocks that are alike. What it comes to is the
/// document as it reads then.
///
/// # Errors
/// [`Error::TextOfPeople`] where that would replace what people wrote.
pub fn compile(mut doc: Automerge, draft: &Draft) -> Result<Edited<Output>, Error> {
    // What cannot be read must not be written over.
    let (output, placed) = guarded(|| read_placed(&doc)).ok_or(Error::TextOfPeople)?;
    if output.has_text_of_people(&doc) {
        return Err(Error::TextOfPeople);
    }
    if let Some(written) = whole::write(&doc, &output, &placed, draft) {
        return Ok(written);
    }
    stored::edit(&mut doc, |doc| write_over(doc, &output, &placed, draft))
}

/// Writes a draft over what reads as `output`; the document as it reads afterwards.
pub(super) fn write_over(
    doc: &mut Automerge,
    output: &Output,
    placed: &[Placed],
    draft: &Draft,
) -> Result<Output, Error> {
    let text = text_of(doc)?;
    let new: Vec<Block> = draft.blocks.iter().map(DraftBlock::block).collect();
    let length = doc.length(&text);
    let stale: Vec<String> = {
        let kept = |id: &str| draft.blocks.iter().any(|block| block.id.as_str() == id);
        let sources = Fields::of_root(doc).object("sources", ObjType::Map);
        let keys = sources.map(|sources| doc.keys(&sources).collect::<Vec<_>>());
        keys.unwrap_or_default()
            .into_iter()
            .filter(|id| !kept(id))
            .collect()
    };
    write::change(doc, |tx| {
        replace(tx, &text, placed, &new, length)?;
        let sources = write::root_map(tx, "sources")?;
        for id in &stale {
            tx.delete(&sources, id.as_str())?;
        }
        for block in &draft.blocks {
            if output
                .sources
                .get(&block.id)
                .is_none_or(|before| *before != block.sources)
            {
                put_sources(tx, &sources, block)?;
            }
        }
        put_groups(tx, &draft.blocks)
    })?;
    let written = read(doc);
    remember(doc, &written)?;
    Ok(written)
}

/// Puts a paragraph at the end of its group, touching nothing that is there.
///
/// `heading` opens the group: where no heading of that group is in the text, it is put before the annexes, above the
/// paragraph. Without one the paragraph goes before the first group. A paragraph that is already there stays where it is.
///
/// # Errors
/// Only where automerge refuses, which is a defect.
pub fn insert_paragraph(
    doc: &mut Automerge,
    paragraph: &DraftBlock,
    heading: Option<&DraftBlock>,
) -> Result<(), Error> {
    let text = text_of(doc)?;
    let (output, placed) = read_placed(doc);
    if output.blocks.iter().any(|block| block.id == paragraph.id) {
        return Ok(());
    }
    let was_draft = compiled_hash(doc).is_some_and(|hash| hash == output.hash());
    let opens = |block: &super::OutputBlock, heading: &DraftBlock| {
        block.id == heading.id
            || (heading.group.is_some() && output.groups.get(&block.id) == heading.group.as_ref())
    };
    let group = heading.and_then(|heading| {
        output
            .blocks
            .iter()
            .position(|block| block.block.kind == BlockKind::Heading && opens(block, heading))
    });
    let ends = |block: &super::OutputBlock| match block.block.kind {
        BlockKind::Annex => true,
        BlockKind::Heading if group.is_some() => block.block.attrs.level.unwrap_or(1) == 1,
        BlockKind::Heading => heading.is_none() && output.groups.contains_key(&block.id),
        _ => false,
    };
    let first = group.map_or(0, |heading| heading + 1);
    let before = output.blocks.iter().skip(first).position(ends);
    let at = before.map_or_else(|| doc.length(&text), |index| placed[first + index].from);
    let new: Vec<&DraftBlock> = match (heading, group) {
        (Some(heading), None) => vec![heading, paragraph],
        _ => vec![paragraph],
    };
    write::change(doc, |tx| {
        let blocks: Vec<Block> = new.iter().map(|block| block.block()).collect();
        write::splice_blocks(tx, &text, at, 0, &blocks.iter().collect::<Vec<_>>())?;
        let sources = write::root_map(tx, "sources")?;
        for block in &new {
            put_sources(tx, &sources, block)?;
        }
        put_groups(tx, new.iter().copied())
    })?;
    if was_draft {
        let written = read(doc);
        remember(doc, &written)?;
    }
    Ok(())
}

fn text_of(doc: &mut Automerge) -> Result<ObjId, Error> {
    match Fields::of_root(doc).object("text", ObjType::Text) {
        Some(text) => Ok(text),
        None => Ok(write::change(doc, |tx| {
            tx.put_object(ROOT, "text", ObjType::Text)
        })?),
    }
}

/// Remembers the text as one that compiling wrote.
fn remember(doc: &mut Automerge, written: &Output) -> Result<(), Error> {
    let hash = written.hash();
    if compiled_hash(doc).as_ref() == Some(&hash) {
        return Ok(());
    }
    write::change(doc, |tx| {
        let compiled = write::root_map(tx, "compiled")?;
        tx.put(&compiled, "hash", hash)
    })?;
    Ok(())
}

type Tx<'a> = automerge::transaction::Transaction<'a>;

fn put_sources(tx: &mut Tx<'_>, sources: &ObjId, block: &DraftBlock) -> Written {
    if block.sources.is_empty() {
        return Ok(());
    }
    let points = sources_value(&block.sources);
    tx.batch_create_object(sources, block.id.as_str(), &points, false)?;
    Ok(())
}

/// What is written of the key points that a block rests on.
pub(super) fn sources_value(sources: &BTreeMap<KeyPointId, SourceText>) -> Value {
    let points = sources.iter().map(|(id, text)| {
        let session = text.session_id.as_ref();
        let source = write::map([
            (
                "sessionId",
                session.map(|session| write::plain(session.as_str())),
            ),
            ("quote", Some(write::plain(&text.quote))),
            ("statement", Some(write::plain(&text.statement))),
        ]);
        (id.to_string(), source)
    });
    Value::Map(points.collect::<HashMap<String, Value>>().into())
}

fn put_groups<'a>(tx: &mut Tx<'_>, blocks: impl IntoIterator<Item = &'a DraftBlock>) -> Written {
    let groups = write::root_map(tx, "groups")?;
    for block in blocks {
        if let Some(group) = &block.group {
            tx.put(&groups, block.id.as_str(), group.as_str())?;
        }
    }
    Ok(())
}

/// Makes the text say `new`, leaving blocks that are alike where they are.
fn replace(tx: &mut Tx<'_>, text: &ObjId, old: &[Placed], new: &[Block], length: usize) -> Written {
    let mut kept = common(old, new);
    kept.push((old.len(), new.len()));
    let from = |index: usize| old.get(index).map_or(length, |placed| placed.from);
    // From the last gap to the first, so that the positions before it still hold.
    for gap in (0..kept.len()).rev() {
        let (old_end, new_end) = kept[gap];
        let (old_start, new_start) = match gap.checked_sub(1).map(|before| kept[before]) {
            Some((old, new)) => (old + 1, new + 1),
            None => (0, 0),
        };
        if old_start == old_end && new_start == new_end {
            continue;
        }
        let delete = from(old_end) - from(old_start);
        let blocks: Vec<&Block> = new[new_start..new_end].iter().collect();
        write::splice_blocks(tx, text, from(old_start), delete, &blocks)?;
    }
    Ok(())
}

/// Most pairs of blocks that are compared; a longer text is written anew.
const MOST_PAIRS: usize = 4_000_000;

/// The longest run of pairs of equal blocks, in order.
fn common(old: &[Placed], new: &[Block]) -> Vec<(usize, usize)> {
    let (rows, columns) = (old.len() + 1, new.len() + 1);
    if rows.saturating_mul(columns) > MOST_PAIRS {
        return Vec::new();
    }
    let equal = |i: usize, j: usize| old[i].marker.is_some() && old[i].block == new[j];
    // What remains from (i, j) on.
    let mut longest = vec![0u32; rows * columns];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * columns + j] = if equal(i, j) {
                longest[(i + 1) * columns + j + 1] + 1
            } else {
                longest[(i + 1) * columns + j].max(longest[i * columns + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if equal(i, j) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * columns + j] >= longest[i * columns + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
