//! What is missing before release, and what the files will not hold as it was written.

use std::collections::HashSet;

use document::{output::Output, rich_text::BlockKind};
use export::words::Words;
use model::{
    id::{EditionId, OutputDocumentId},
    key_point::KeyPointKey,
    output_document::OutputDocument,
};
use outline::check::{Check, Kind, WrittenParagraph, WrittenSource, check};

use super::{
    JobError,
    export::{Wish, prepare},
    overview::Overview,
    texts::Texts,
};

/// What was found.
pub(crate) struct Checked {
    /// The document that was checked.
    pub of: OutputDocumentId,
    /// Against the programme and the key points.
    pub check: Check,
    /// What its file and those of the other documents will not hold as it was written.
    pub files: Vec<(OutputDocumentId, export::Diagnostic)>,
}

/// Checks an output document against the programme and the key points of its edition, and its file, `with_others` those of the
/// edition's other documents too, for what cannot be set as it stands. Of a document without words no file is missed yet.
pub(crate) async fn run(
    texts: &Texts,
    edition: &EditionId,
    of: &OutputDocument,
    with_others: bool,
) -> Result<Checked, JobError> {
    let overview = Overview::read(&texts.store, edition).await?;
    let text = texts.read(of.document_id).await?;
    // Looking for names takes a second in a long text: sockets must not wait for it.
    let check = tokio::task::block_in_place(|| {
        check(
            &overview.programme,
            &overview.points(),
            &removed(&overview),
            &paragraphs(&text.output),
            of.messages_of.as_ref(),
            &Words::new(&of.language),
        )
    });
    let mut others = Vec::new();
    if with_others {
        others = texts.store.output_documents(edition).await?;
        others.retain(|other| other.id != of.id);
    }
    let mut files = Vec::new();
    for document in std::iter::once(of).chain(&others) {
        let prepared = prepare(texts, edition, document, Wish::default()).await?;
        if prepared.is_blank() {
            continue;
        }
        let found =
            tokio::task::block_in_place(|| export::render::check(&prepared.ast, &prepared.fonts))?;
        let found = prepared.in_paragraphs(found).into_iter();
        files.extend(found.map(|one| (document.id.clone(), one)));
    }
    Ok(Checked {
        of: of.id.clone(),
        check,
        files,
    })
}

/// The key points that paragraphs rest on though they are no longer marked in the notes.
fn removed(overview: &Overview) -> HashSet<KeyPointKey> {
    let records = overview.key_points.iter();
    records
        .filter(|record| record.removed_at.is_some())
        .map(|record| record.key_point.key())
        .collect()
}

fn paragraphs(read: &Output) -> Vec<WrittenParagraph> {
    let labels = export::labels::labels(read).into_iter();
    labels
        .zip(&read.blocks)
        .map(|(label, block)| WrittenParagraph {
            id: block.id.clone(),
            kind: match block.block.kind {
                BlockKind::Preambular => Kind::Preambular,
                BlockKind::Operative => Kind::Operative,
                BlockKind::OrderedListItem | BlockKind::UnorderedListItem => Kind::Item,
                _ => Kind::Other,
            },
            number: label.map_or_else(String::new, |label| label.text),
            text: block.block.text(),
            beside: read.words_beside(&block.block).cloned().collect(),
            sources: read
                .sources
                .get(&block.id)
                .into_iter()
                .flatten()
                .map(|(id, kept)| WrittenSource {
                    key_point_id: *id,
                    session_id: kept.session_id.clone(),
                    quote: kept.quote.clone(),
                    statement: kept.statement.clone(),
                })
                .collect(),
        })
        .collect()
}
