//! What is missing before release.

use std::sync::Arc;

use document::{output, rich_text::BlockKind};
use export::words::Words;
use model::{id::EditionId, output_document::OutputDocument};
use outline::{
    check::{Check, WrittenParagraph, check},
    number::Numbered,
};
use storage::store::Store;

use super::{compile::CompileError, edit, overview::Overview};

/// Checks an output document against the programme and the key points of its edition.
pub(crate) async fn run(
    store: &Arc<dyn Store>,
    edition: &EditionId,
    of: &OutputDocument,
) -> Result<Check, CompileError> {
    let overview = Overview::read(store, edition)
        .await?
        .ok_or(CompileError::Unknown)?;
    let loaded = edit::load(store, of.document_id).await?;
    let read = tokio::task::block_in_place(|| output::read(&loaded.document));
    let paragraphs: Vec<WrittenParagraph> = read
        .blocks
        .iter()
        .map(|block| WrittenParagraph {
            id: block.id.clone(),
            kind: match block.block.kind {
                BlockKind::Preambular => Numbered::Preambular,
                BlockKind::Operative => Numbered::Operative,
                BlockKind::Heading if block.block.attrs.level.unwrap_or(1) == 1 => Numbered::Group,
                BlockKind::Annex => Numbered::Annex,
                _ => Numbered::Nothing,
            },
            text: block.block.text(),
            sources: read
                .sources
                .get(&block.id)
                .map(|points| points.keys().copied().collect())
                .unwrap_or_default(),
        })
        .collect();
    Ok(check(
        &overview.programme,
        &overview.points(),
        &paragraphs,
        of.messages_of.as_ref(),
        &Words::new(&of.language),
    ))
}
