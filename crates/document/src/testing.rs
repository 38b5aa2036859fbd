//! What the tests of this crate share.

use automerge::{
    Automerge, Change, ObjId, ObjType, ReadDoc,
    transaction::{Transactable, Transaction},
};

use model::id::ParagraphId;
use model::key_point::{Basis, KeyPointKind, Stance};

use std::collections::BTreeMap;

use crate::{
    Error,
    field::Fields,
    notes::{self, KeyPointDraft, NewNotes},
    output::{self, Draft, DraftBlock, Output, SourceText},
    problem::Problem,
    rich_text::{AnnexFill, Block, BlockKind, Inline},
    stored,
};

/// Blocks as one line each: kind, attributes, text with its marks.
pub(crate) fn shown<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> String {
    blocks.into_iter().map(|block| line(block) + "\n").collect()
}

fn line(block: &Block) -> String {
    let attrs = &block.attrs;
    let mut line = block.kind.as_str().to_owned();
    if let Some(level) = attrs.level {
        line += &format!(" level={level}");
    }
    if attrs.indent > 0 {
        line += &format!(" indent={}", attrs.indent);
    }
    if let Some(start) = attrs.start {
        line += &format!(" start={start}");
    }
    if let Some(label) = &attrs.label {
        line += &format!(" label={label}");
    }
    if attrs.fill != AnnexFill::None {
        line += &format!(" fill={}", attrs.fill.as_str());
    }
    if let Some(lang) = &attrs.lang {
        line += &format!(" lang={lang}");
    }
    line += ":";
    for inline in &block.content {
        line += &match inline {
            Inline::Text { text, marks } => {
                let strong = if marks.strong { "**" } else { "" };
                let em = if marks.em { "_" } else { "" };
                let link = marks
                    .link
                    .as_ref()
                    .map(|to| format!("({to})"))
                    .unwrap_or_default();
                format!(" {strong}{em}{text}{em}{strong}{link}")
            }
            Inline::Footnote { id } => format!(" [footnote {id}]"),
            Inline::Table { id } => format!(" [table {id}]"),
        };
    }
    line
}

/// Problems as one line each.
pub(crate) fn told(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        let block = problem
            .block
            .map(|block| format!(" in block {block}"))
            .unwrap_or_default();
        format!("{:?}{block}: {}\n", problem.kind, problem.detail)
    };
    problems.iter().map(line).collect()
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::new(BlockKind::Paragraph, text)
}

pub(crate) fn point(number: u128, quote: &str) -> KeyPointDraft {
    KeyPointDraft {
        id: model::id::KeyPointId(uuid::Uuid::from_u128(number)),
        block: None,
        quote: quote.to_owned(),
        statement: format!("Statement {number}."),
        lang: None,
        themes: vec!["ai".parse().unwrap()],
        addressee: Some("parliaments".parse().unwrap()),
        kind: Some(KeyPointKind::CallToAction),
        stance: Some(Stance::Convergence),
        basis: Basis::Reported,
        source: None,
        speaker: None,
    }
}

pub(crate) fn notes_of(blocks: &[Block], key_points: &[KeyPointDraft]) -> Automerge {
    let new = NewNotes {
        session_id: &"pt23-1".parse().unwrap(),
        lang: &"en".parse().unwrap(),
        blocks,
        key_points,
    };
    notes::create(&new, [1; 16]).unwrap()
}

/// Makes a change as a client would.
pub(crate) fn edit(doc: &mut Automerge, change: impl FnOnce(&mut Transaction<'_>, ObjId)) {
    let text = Fields::of_root(doc).object("text", ObjType::Text).unwrap();
    let mut tx = doc.transaction();
    change(&mut tx, text);
    tx.commit();
}

/// Puts a bare block marker into the text.
pub(crate) fn marker(tx: &mut Transaction<'_>, text: &ObjId, at: usize, kind: &str) -> ObjId {
    let marker = tx.split_block(text, at).unwrap();
    tx.put(&marker, "type", kind).unwrap();
    tx.put_object(&marker, "attrs", ObjType::Map).unwrap()
}

/// Where words stand in the text, in UTF-16 code units.
pub(crate) fn place_of(doc: &Automerge, words: &str) -> usize {
    let text = Fields::of_root(doc).object("text", ObjType::Text).unwrap();
    let all = doc.text(&text).unwrap();
    crate::utf16_len(&all[..all.find(words).unwrap()])
}

/// The words at a range of the text, in UTF-16 code units.
pub(crate) fn words_at(doc: &Automerge, range: std::ops::Range<usize>) -> String {
    let text = Fields::of_root(doc).object("text", ObjType::Text).unwrap();
    let units: Vec<u16> = doc.text(&text).unwrap().encode_utf16().collect();
    String::from_utf16(&units[range])
        .unwrap()
        .replace('\u{fffc}', "|")
}

/// A block of a draft that rests on nothing.
pub(crate) fn draft_block(id: &str, kind: BlockKind, text: &str) -> DraftBlock {
    DraftBlock {
        id: ParagraphId(id.to_owned()),
        block: Block::new(kind, text),
        sources: BTreeMap::new(),
        group: None,
    }
}

/// An operative paragraph of a draft that rests on one key point.
pub(crate) fn operative(number: u128, text: &str) -> DraftBlock {
    let mut block = draft_block(&format!("p{number}"), BlockKind::Operative, text);
    let source = SourceText {
        quote: format!("quote {number}"),
        statement: text.to_owned(),
        session_id: number.is_multiple_of(2).then(|| "s1".parse().unwrap()),
    };
    block.sources.insert(point(number, "").id, source);
    block
}

/// Compiles a draft into a document, by way of the bytes that are stored.
pub(crate) fn compile(doc: &mut Automerge, draft: &Draft) -> Result<Output, Error> {
    let edited = output::compile(doc.clone(), draft)?;
    let changes = edited.changes.iter().map(|one| {
        let change = Change::from_bytes(one.bytes.clone()).unwrap();
        assert_eq!(change.hash().0, one.hash);
        change
    });
    let changes: Vec<_> = changes.collect();
    doc.apply_changes(changes).unwrap();
    assert_eq!(stored::heads(doc), edited.heads);
    assert_eq!(output::read(doc), edited.value);
    Ok(edited.value)
}
