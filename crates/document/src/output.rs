//! An output document: rich text whose blocks have ids, and the key points that each paragraph rests on.

mod draft;
mod settle;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests;
mod whole;

use std::collections::{BTreeMap, HashSet};

use automerge::{Automerge, ObjType, ROOT, ReadDoc, transaction::Transactable};
use sha2::{Digest, Sha256};

use model::{
    id::{KeyPointId, OutputDocumentId, ParagraphId, SessionId},
    language::Lang,
    output_document::Use,
};

use crate::{
    Error, attached, empty,
    field::{self, Fields},
    guarded,
    problem::{Problem, ProblemKind},
    rich_text::{self, Block, BlockKind, Inline, Placed},
    write,
};

pub use draft::{Draft, DraftBlock, compile, insert_paragraph};

/// An output document, as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// Which output document of its edition, where the document says so.
    pub id: Option<OutputDocumentId>,
    /// Its language.
    pub lang: Lang,
    /// Whether other language versions translate it.
    pub original: bool,
    /// The text. Each block has an id of its own, the same on each replica.
    pub blocks: Vec<OutputBlock>,
    /// The key points that each block of the text rests on.
    pub sources: BTreeMap<ParagraphId, BTreeMap<KeyPointId, SourceText>>,
    /// The group that each heading opens, in the words of who compiled it.
    pub groups: BTreeMap<ParagraphId, String>,
    /// The footnotes, by id.
    pub footnotes: BTreeMap<String, String>,
    /// The tables, by id; the first row is the head.
    pub tables: BTreeMap<String, Vec<Vec<String>>>,
    /// What could not be read as it stands.
    pub problems: Vec<Problem>,
}

/// A block of an output document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputBlock {
    /// Names it for as long as it lives.
    pub id: ParagraphId,
    /// What it is and says; `attrs.id` is the same id.
    pub block: Block,
}

/// A key point as it was when the paragraph was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceText {
    /// The words that were marked in the notes.
    pub quote: String,
    /// The short sentence.
    pub statement: String,
    /// The session in whose notes it is marked; documents that were written earlier do not say.
    pub session_id: Option<SessionId>,
}

impl Output {
    /// The words of the first title, or none.
    pub fn title(&self) -> Option<String> {
        self.blocks
            .iter()
            .find(|block| block.block.kind == BlockKind::Title && !block.block.is_blank())
            .map(|block| block.block.text())
    }

    /// Which paragraph rests on which key point, in the order of the text.
    pub fn uses(&self) -> Vec<Use> {
        let of_block = |block: &OutputBlock| {
            let paragraph_id = block.id.clone();
            self.sources.get(&block.id).map(move |points| {
                points.iter().map(move |(key_point_id, source)| Use {
                    key_point_id: *key_point_id,
                    session_id: source.session_id.clone(),
                    paragraph_id: paragraph_id.clone(),
                })
            })
        };
        self.blocks.iter().filter_map(of_block).flatten().collect()
    }

    /// The words of a block's footnotes and tables, each note and each cell apart.
    pub fn words_beside<'a>(&'a self, block: &'a Block) -> impl Iterator<Item = &'a String> {
        block.content.iter().flat_map(|inline| {
            let (note, table) = match inline {
                Inline::Text { .. } => (None, None),
                Inline::Footnote { id } => (self.footnotes.get(id), None),
                Inline::Table { id } => (None, self.tables.get(id)),
            };
            note.into_iter()
                .chain(table.into_iter().flatten().flatten())
        })
    }

    /// A hash of what can be read: text, marks, attributes, footnotes and tables.
    fn hash(&self) -> String {
        let blocks: Vec<&Block> = self.blocks.iter().map(|block| &block.block).collect();
        let readable = serde_json::to_vec(&(blocks, &self.footnotes, &self.tables));
        hex::encode(Sha256::digest(readable.unwrap_or_default()))
    }

    fn is_blank(&self) -> bool {
        self.blocks.iter().all(|block| block.block.is_blank())
    }

    /// Whether the document that this was read from holds text that compiling did not write.
    fn has_text_of_people(&self, doc: &Automerge) -> bool {
        // What cannot be read must not be written over.
        let is_unreadable = self
            .problems
            .iter()
            .any(|problem| problem.kind == ProblemKind::Unreadable);
        is_unreadable
            || !self.is_blank() && compiled_hash(doc).is_none_or(|hash| hash != self.hash())
    }
}

/// Makes an empty output document with one paragraph. The same arguments make the same bytes.
///
/// # Errors
/// Only where automerge refuses, which is a defect.
pub fn create(
    id: &OutputDocumentId,
    lang: &Lang,
    original: bool,
    actor: [u8; 16],
) -> Result<Automerge, Error> {
    let mut doc = empty(actor);
    write::change(&mut doc, |tx| {
        tx.put(ROOT, "schema", 1)?;
        tx.put(ROOT, "kind", "output")?;
        tx.put(ROOT, "outputDocumentId", id.as_str())?;
        tx.put(ROOT, "lang", lang.as_str())?;
        tx.put(ROOT, "original", original)?;
        let text = tx.put_object(ROOT, "text", ObjType::Text)?;
        // Whatever clients will write into is made here, so that no two of them make it at once.
        for map in [
            "sources",
            "alternatives",
            "footnotes",
            "tables",
            "groups",
            "compiled",
        ] {
            tx.put_object(ROOT, map, ObjType::Map)?;
        }
        let mut blank = Block::new(BlockKind::Paragraph, "");
        blank.attrs.id = Some(ParagraphId("first".to_owned()));
        write::splice_blocks(tx, &text, 0, 0, &[&blank])
    })?;
    Ok(doc)
}

/// Reads an output document.
pub fn read(doc: &Automerge) -> Output {
    guarded(|| read_placed(doc).0).unwrap_or_else(|| Output {
        id: None,
        lang: Lang::english(),
        original: true,
        blocks: Vec::new(),
        sources: BTreeMap::new(),
        groups: BTreeMap::new(),
        footnotes: BTreeMap::new(),
        tables: BTreeMap::new(),
        problems: vec![Problem::new(ProblemKind::Unreadable, "")],
    })
}

/// Whether there is text in the document that compiling did not write.
pub fn has_text_of_people(doc: &Automerge) -> bool {
    read(doc).has_text_of_people(doc)
}

/// The hash of what compiling wrote last.
fn compiled_hash(doc: &Automerge) -> Option<String> {
    Fields::of_root(doc).map("compiled")?.string("hash")
}

fn read_placed(doc: &Automerge) -> (Output, Vec<Placed>) {
    let mut problems = Vec::new();
    let root = Fields::of_root(doc);
    let placed = match root.object("text", ObjType::Text) {
        Some(text) => rich_text::read(doc, &text, &mut problems),
        None => {
            problems.push(Problem::new(ProblemKind::Unreadable, "text"));
            Vec::new()
        }
    };
    let written = sources(doc, &root, &mut problems);
    let mut sources = BTreeMap::new();
    let mut blocks: Vec<Block> = placed.iter().map(|placed| placed.block.clone()).collect();
    for (block, settled) in blocks.iter_mut().zip(settle::ids(&placed)) {
        // Of two blocks with one id, both were one block once, so both rest on its key points.
        let before = block.attrs.id.as_ref().and_then(|id| written.get(id));
        if let Some(points) = written.get(&settled.id).or(before) {
            sources.insert(settled.id.clone(), points.clone());
        }
        if settled.is_new {
            problems.push(Problem::new(ProblemKind::SettledId, settled.id.as_str()));
        }
        block.attrs.id = Some(settled.id);
    }
    let attached = attached::read(doc, &root, &mut blocks, &mut problems);
    let blocks: Vec<OutputBlock> = blocks
        .into_iter()
        .filter_map(|block| block.attrs.id.clone().map(|id| OutputBlock { id, block }))
        .collect();
    let mut groups = groups(doc, &root).unwrap_or_default();
    // What is remembered of a heading that is gone says nothing about the text as it is.
    let there: HashSet<&ParagraphId> = blocks.iter().map(|block| &block.id).collect();
    groups.retain(|id, _| there.contains(id));
    let output = Output {
        id: root.word("outputDocumentId"),
        lang: root.word("lang").unwrap_or_else(Lang::english),
        original: root.is_true("original"),
        blocks,
        sources,
        groups,
        footnotes: attached.footnotes,
        tables: attached.tables,
        problems,
    };
    (output, placed)
}

/// The sources of every paragraph that ever had some, whether or not it is still in the text.
fn sources(
    doc: &Automerge,
    root: &Fields<'_>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<ParagraphId, BTreeMap<KeyPointId, SourceText>> {
    let mut sources = BTreeMap::new();
    let Some(all) = root.object("sources", ObjType::Map) else {
        return sources;
    };
    for (paragraph, points) in field::maps(doc, &all) {
        let mut of_paragraph = BTreeMap::new();
        for (key, source) in points.iter().flat_map(|points| field::maps(doc, points)) {
            let (Ok(id), Some(source)) = (key.parse(), source) else {
                problems.push(Problem::new(ProblemKind::MisshapenSource, key));
                continue;
            };
            let source = Fields::of(doc, &source);
            let text = SourceText {
                quote: source.string("quote").unwrap_or_default(),
                statement: source.string("statement").unwrap_or_default(),
                session_id: source.word("sessionId"),
            };
            of_paragraph.insert(id, text);
        }
        if !of_paragraph.is_empty() {
            sources.insert(ParagraphId(paragraph), of_paragraph);
        }
    }
    sources
}

fn groups(doc: &Automerge, root: &Fields<'_>) -> Option<BTreeMap<ParagraphId, String>> {
    let all = root.object("groups", ObjType::Map)?;
    let groups = Fields::of(doc, &all);
    let group = |key: String| {
        let group = groups.string(&key)?;
        Some((ParagraphId(key), group))
    };
    Some(doc.keys(&all).filter_map(group).collect())
}
