//! Outline → the blocks of a draft, as they are written into an output document.

use std::collections::BTreeMap;

use document::{
    output::{Draft, DraftBlock, SourceText},
    rich_text::{AnnexFill, Block, BlockKind, Inline, Marks},
};
use model::id::KeyPointId;
use outline::compile::{AnnexFill as Fill, Outline, OutlineBlock, OutlineKind, RunStyle};

/// The draft that an outline is written as.
pub fn draft(outline: &Outline) -> Draft {
    Draft {
        blocks: outline.blocks.iter().map(draft_block).collect(),
    }
}

/// A block of an outline, with the key points that it rests on.
pub fn draft_block(block: &OutlineBlock) -> DraftBlock {
    let kind = match &block.kind {
        OutlineKind::Title => BlockKind::Title,
        OutlineKind::Subtitle => BlockKind::Subtitle,
        OutlineKind::Fact { .. } => BlockKind::Fact,
        OutlineKind::Voice => BlockKind::Voice,
        OutlineKind::Preambular => BlockKind::Preambular,
        OutlineKind::Heading { .. } => BlockKind::Heading,
        OutlineKind::Operative => BlockKind::Operative,
        OutlineKind::Message => BlockKind::UnorderedListItem,
        OutlineKind::Annex { .. } => BlockKind::Annex,
    };
    let mut written = Block::new(kind, "");
    written.content = block
        .text
        .iter()
        .map(|run| Inline::Text {
            text: run.words.clone(),
            marks: Marks {
                em: run.style == RunStyle::LeadIn,
                strong: run.style == RunStyle::Strong,
                ..Marks::default()
            },
        })
        .collect();
    written.attrs.lang = block.lang.clone();
    match &block.kind {
        OutlineKind::Heading { level } => written.attrs.level = Some(*level),
        OutlineKind::Fact { label } => written.attrs.label = Some(label.clone()),
        OutlineKind::Annex { fill } => {
            written.attrs.fill = match fill {
                Fill::Programme => AnnexFill::Programme,
                Fill::Participants => AnnexFill::Participants,
                Fill::Sources => AnnexFill::Sources,
            };
        }
        _ => {}
    }
    let sources: BTreeMap<KeyPointId, SourceText> = block
        .sources
        .iter()
        .map(|source| {
            (
                source.key_point_id,
                SourceText {
                    quote: source.quote.clone(),
                    statement: source.statement.clone(),
                    session_id: Some(source.session_id.clone()),
                },
            )
        })
        .collect();
    DraftBlock {
        id: block.id.clone(),
        block: written,
        sources,
        group: block.group.clone(),
    }
}
