//! The notes of a session: rich text, and key points anchored in it.

mod passage;
mod record;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests;

use std::{collections::BTreeMap, ops::Range};

use automerge::{Automerge, ObjId, ObjType, ROOT, ReadDoc, transaction::Transactable};

use model::{
    id::{AddresseeId, KeyPointId, SessionId, ThemeId},
    key_point::{Basis, KeyPoint, KeyPointKind, Source, Stance},
    language::Lang,
};

use crate::{
    Error, empty,
    field::Fields,
    guarded,
    problem::{Problem, ProblemKind},
    rich_text::{self, Block, BlockKind, Placed},
    write,
};

/// The notes of a session, as they are now.
#[derive(Debug, Clone, PartialEq)]
pub struct Notes {
    /// The session, where the document names one.
    pub session_id: Option<SessionId>,
    /// The language of the notes.
    pub lang: Lang,
    /// The text.
    pub blocks: Vec<Block>,
    /// The key points in the order of their passages; those without a passage last.
    pub key_points: Vec<MarkedKeyPoint>,
    /// The footnotes, by id.
    pub footnotes: BTreeMap<String, String>,
    /// The tables, by id; the first row is the head.
    pub tables: BTreeMap<String, Vec<Vec<String>>>,
    /// What could not be read as it stands.
    pub problems: Vec<Problem>,
}

/// A key point as the notes hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedKeyPoint {
    /// Names the key point.
    pub id: KeyPointId,
    /// The short sentence for the output document.
    pub statement: String,
    /// The words that were marked, as they were then.
    pub quote: String,
    /// Where the passage is now, in UTF-16 code units of the whole text.
    pub range: Option<Range<usize>>,
    /// The block that the passage begins in; `None` from [`read_key_points`], which doesn't read the blocks.
    pub block: Option<usize>,
    /// Whether the marked passage is no longer in the notes.
    pub passage_gone: bool,
    /// The language of the statement.
    pub lang: Lang,
    /// The themes.
    pub themes: Vec<ThemeId>,
    /// Whom it calls on.
    pub addressee: Option<AddresseeId>,
    /// Whether it calls for something, where that is said.
    pub kind: Option<KeyPointKind>,
    /// How the room stood to it, where that is said.
    pub stance: Option<Stance>,
    /// Whether somebody said it.
    pub basis: Basis,
    /// Where it was said, beyond the notes.
    pub source: Option<Source>,
    /// The opaque participant id of who said it.
    pub speaker: Option<String>,
    /// The actor that made the record: whose it is, only the store knows.
    pub marked_by: Option<Vec<u8>>,
}

impl MarkedKeyPoint {
    /// As the board has it when nothing is decided. Who marked it, and when, the notes do not know.
    pub fn into_key_point(self, session: &SessionId) -> KeyPoint {
        KeyPoint {
            quote: self.quote,
            themes: self.themes,
            addressee: self.addressee,
            kind: self.kind,
            stance: self.stance,
            basis: self.basis,
            source: self.source,
            speaker: self.speaker,
            passage_gone: self.passage_gone,
            ..KeyPoint::marked(self.id, session.clone(), self.statement, self.lang)
        }
    }
}

/// What new notes are made of.
#[derive(Debug, Clone)]
pub struct NewNotes<'a> {
    /// The session.
    pub session_id: &'a SessionId,
    /// The language of the notes.
    pub lang: &'a Lang,
    /// The text; without blocks the notes begin with one empty paragraph.
    pub blocks: &'a [Block],
    /// The key points to mark in it.
    pub key_points: &'a [KeyPointDraft],
}

/// A key point to be marked in new notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPointDraft {
    /// Names the key point.
    pub id: KeyPointId,
    /// The block that the quote stands in; `None` looks through all of them.
    pub block: Option<usize>,
    /// The words to mark. Where they are not found, or empty, the whole block is marked.
    pub quote: String,
    /// The short sentence for the output document.
    pub statement: String,
    /// The language of the statement, where that is not the notes'.
    pub lang: Option<Lang>,
    /// The themes.
    pub themes: Vec<ThemeId>,
    /// Whom it calls on.
    pub addressee: Option<AddresseeId>,
    /// Whether it calls for something, where that is said.
    pub kind: Option<KeyPointKind>,
    /// How the room stood to it, where that is said.
    pub stance: Option<Stance>,
    /// Whether somebody said it.
    pub basis: Basis,
    /// Where it was said, beyond the notes.
    pub source: Option<Source>,
    /// The opaque participant id of who said it.
    pub speaker: Option<String>,
}

/// Makes the document of a session's notes. The same arguments make the same bytes.
///
/// A key point whose quote is nowhere in the text and that names no block is kept without a passage.
///
/// # Errors
/// Only where automerge refuses, which is a defect.
pub fn create(new: &NewNotes<'_>, actor: [u8; 16]) -> Result<Automerge, Error> {
    let mut doc = empty(actor);
    let text = write::change(&mut doc, |tx| {
        tx.put(ROOT, "schema", 1)?;
        tx.put(ROOT, "kind", "notes")?;
        tx.put(ROOT, "sessionId", new.session_id.as_str())?;
        tx.put(ROOT, "lang", new.lang.as_str())?;
        let text = tx.put_object(ROOT, "text", ObjType::Text)?;
        tx.put_object(ROOT, "keyPoints", ObjType::Map)?;
        tx.put_object(ROOT, "footnotes", ObjType::Map)?;
        tx.put_object(ROOT, "tables", ObjType::Map)?;
        let blank = [Block::new(BlockKind::Paragraph, "")];
        let blocks = if new.blocks.is_empty() {
            &blank
        } else {
            new.blocks
        };
        write::splice_blocks(tx, &text, 0, 0, &blocks.iter().collect::<Vec<_>>())?;
        Ok(text)
    })?;
    mark(&mut doc, &text, 0, new.key_points)?;
    Ok(doc)
}

/// Adds blocks at the end of notes, and marks key points in the whole of them; a draft names its block among those that are
/// added.
///
/// # Errors
/// Where the document holds no notes.
pub fn add(doc: &mut Automerge, blocks: &[Block], drafts: &[KeyPointDraft]) -> Result<(), Error> {
    let text = Fields::of_root(doc).object("text", ObjType::Text);
    let text = text.ok_or(Error::Unreadable)?;
    let before = rich_text::read(doc, &text, &mut Vec::new()).len();
    write::change(doc, |tx| {
        let end = tx.length(&text);
        write::splice_blocks(tx, &text, end, 0, &blocks.iter().collect::<Vec<_>>())
    })?;
    mark(doc, &text, before, drafts)
}

/// Marks key points; the blocks that their drafts name are counted from `first` on.
fn mark(
    doc: &mut Automerge,
    text: &ObjId,
    first: usize,
    drafts: &[KeyPointDraft],
) -> Result<(), Error> {
    // Passages are found in what now stands in the document, so that quotes and positions agree with any reader's.
    let placed = rich_text::read(doc, text, &mut Vec::new());
    let placed = placed.get(first..).unwrap_or_default();
    let passages = passage::Passages::new(doc, text);
    let marked: Vec<_> = drafts
        .iter()
        .map(|draft| (draft, passage_of(draft, placed, &passages)))
        .collect();
    write::change(doc, |tx| {
        let key_points = write::root_map(tx, "keyPoints")?;
        for (draft, passage) in &marked {
            record::write(tx, &key_points, text, draft, passage.as_ref())?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The range to mark for a draft, and the words in it.
fn passage_of(
    draft: &KeyPointDraft,
    placed: &[Placed],
    passages: &passage::Passages,
) -> Option<(Range<usize>, String)> {
    let block = draft.block.and_then(|index| placed.get(index));
    let within = block.map_or(0..usize::MAX, |placed| placed.start..placed.to);
    if let Some(range) = passages.find(&draft.quote, within) {
        return Some((range, draft.quote.clone()));
    }
    let block = block?;
    (block.start < block.to).then(|| (block.start..block.to, block.block.text()))
}

/// Reads the notes of a session.
pub fn read(doc: &Automerge) -> Notes {
    guarded(|| read_all(doc)).unwrap_or_else(|| Notes {
        session_id: None,
        lang: Lang::english(),
        blocks: Vec::new(),
        key_points: Vec::new(),
        footnotes: BTreeMap::new(),
        tables: BTreeMap::new(),
        problems: vec![Problem::new(ProblemKind::Unreadable, "")],
    })
}

fn read_all(doc: &Automerge) -> Notes {
    let mut problems = Vec::new();
    let root = Fields::of_root(doc);
    let placed = match root.object("text", ObjType::Text) {
        Some(text) => rich_text::read(doc, &text, &mut problems),
        None => {
            problems.push(Problem::new(ProblemKind::Unreadable, "text"));
            Vec::new()
        }
    };
    let mut key_points = record::read_all(doc, &mut problems);
    for point in &mut key_points {
        point.block = point.range.as_ref().and_then(|range| {
            placed
                .iter()
                .position(|placed| range.start < placed.to.max(placed.start + 1))
        });
    }
    let mut blocks: Vec<Block> = placed.into_iter().map(|placed| placed.block).collect();
    let attached = crate::attached::read(doc, &root, &mut blocks, &mut problems);
    Notes {
        session_id: root.word("sessionId"),
        lang: root.word("lang").unwrap_or_else(Lang::english),
        blocks,
        key_points,
        footnotes: attached.footnotes,
        tables: attached.tables,
        problems,
    }
}

/// Reads the key points alone, for the projection after each commit: the text's blocks are not looked at.
pub fn read_key_points(doc: &Automerge) -> Vec<MarkedKeyPoint> {
    guarded(|| record::read_all(doc, &mut Vec::new())).unwrap_or_default()
}

/// How many characters the notes hold, counting neither white space nor block markers.
pub fn count_characters(doc: &Automerge) -> usize {
    guarded(|| {
        let text = Fields::of_root(doc).object("text", ObjType::Text)?;
        let words = doc.text(&text).ok()?;
        Some(
            words
                .chars()
                .filter(|c| !c.is_whitespace() && *c != '\u{fffc}')
                .count(),
        )
    })
    .flatten()
    .unwrap_or(0)
}
