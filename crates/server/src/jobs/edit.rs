//! Edits that the server makes in output documents: loaded from the store, changed, and the change added to the store.
//!
//! A room that is open learns of it as of any other process's writing, so people's typing is merged with it.

use std::sync::Arc;

use document::{
    Automerge,
    stored::{self, Edited, assemble},
};
use model::{
    id::{DocumentId, EditionId, PersonId},
    output_document::{OutputDocument, Use},
};
use storage::{
    document_chunks::LoadedDocument,
    error::StoreError,
    output_documents::{Compilation, TextEdit},
    store::Store,
};

use super::JobError;
use crate::{
    effects::{now, random},
    import,
};

/// How often an edit is tried while others write in the document.
const TRIES: usize = 64;

/// A document as it is stored now.
pub(crate) struct Loaded {
    /// The document.
    pub document: Automerge,
    /// The last chunk in it.
    pub seq: i64,
}

/// Whose edit it is, and of which document.
#[derive(Clone, Copy)]
pub(crate) struct Editing<'a> {
    /// The edition.
    pub edition: &'a EditionId,
    /// The output document.
    pub record: &'a OutputDocument,
    /// Who makes it; `None` where a command does.
    pub by: Option<PersonId>,
}

/// What is known about an output document once an edit is stored.
pub(crate) struct Noted {
    /// Which paragraphs rest on which key points.
    pub uses: Vec<Use>,
    /// Set where the edit writes a zero draft.
    pub compilation: Option<Compilation>,
}

/// Loads a document from the store.
pub(crate) async fn load(store: &Arc<dyn Store>, id: DocumentId) -> Result<Loaded, JobError> {
    let loaded = store.load_document(id).await?;
    let loaded = loaded.ok_or(JobError::Unknown("document"))?;
    let document = tokio::task::block_in_place(|| assembled(&loaded, actor()))?;
    Ok(Loaded {
        document,
        seq: loaded.document.head_seq,
    })
}

/// A document put together from what is stored of it, ready to be edited by `actor`.
pub(crate) fn assembled(
    loaded: &LoadedDocument,
    actor: [u8; 16],
) -> Result<Automerge, document::Error> {
    let snapshot = loaded.snapshot.as_ref().map(|snapshot| &snapshot.bytes[..]);
    let chunks = loaded.chunks.iter().map(|chunk| &chunk.bytes[..]);
    assemble(snapshot, chunks, actor)
}

/// A fresh actor that sorts before people's: where both write in one place at one moment, the person's words come first, and so
/// stay in the paragraph in which they are typed.
fn actor() -> [u8; 16] {
    let mut actor = random();
    actor[..2].fill(0);
    actor
}

/// Makes an edit in the text of an output document that was just loaded and stores it, with what `note` tells of it; what the
/// edit came to.
///
/// `change` runs again on the newer document where somebody else's chunk was stored in between.
pub(crate) async fn edit<T>(
    store: &Arc<dyn Store>,
    editing: Editing<'_>,
    mut loaded: Loaded,
    mut change: impl FnMut(Automerge) -> Result<Edited<T>, JobError>,
    note: impl Fn(&T) -> Noted,
) -> Result<T, JobError> {
    let id = editing.record.document_id;
    for _ in 0..TRIES {
        let edited = tokio::task::block_in_place(|| change(loaded.document.clone()))?;
        let noted = note(&edited.value);
        let changes = (edited.changes, edited.heads);
        let edit = TextEdit {
            output_document_id: editing.record.id.clone(),
            append: import::append(id, loaded.seq, changes, editing.by, now()),
            uses: noted.uses,
            compilation: noted.compilation,
        };
        match store.edit_text(editing.edition, edit).await {
            Ok(_) => return Ok(edited.value),
            Err(StoreError::HeadMoved { .. }) => catch_up(store, id, &mut loaded).await?,
            Err(error) => return Err(error.into()),
        }
    }
    Err(JobError::Overtaken)
}

/// Brings a loaded document up to date. Only what is new is read, so that the next try comes before the next chunk of those who
/// type: a room stores theirs every few dozen milliseconds.
async fn catch_up(
    store: &Arc<dyn Store>,
    id: DocumentId,
    loaded: &mut Loaded,
) -> Result<(), JobError> {
    let chunks = store.chunks_after(id, loaded.seq).await?;
    let is_whole = chunks
        .iter()
        .zip(loaded.seq + 1..)
        .all(|(chunk, seq)| chunk.seq == seq);
    let (Some(last), true) = (chunks.last(), is_whole) else {
        // They are in a snapshot by now.
        *loaded = load(store, id).await?;
        return Ok(());
    };
    let bytes = chunks.iter().map(|chunk| &chunk.bytes[..]);
    tokio::task::block_in_place(|| stored::extend(&mut loaded.document, bytes))?;
    loaded.seq = last.seq;
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use document::{
        output::{self, DraftBlock},
        rich_text::{Block, BlockKind},
    };
    use model::id::ParagraphId;
    use storage_sqlite::SqliteStore;
    use tokio::runtime::Handle;

    use super::*;

    const DEMO: &[u8] = include_bytes!("../../../../demo/igf-2023.json");

    fn paragraph(id: String) -> DraftBlock {
        DraftBlock {
            id: ParagraphId(id),
            block: Block::new(BlockKind::Operative, "Do it."),
            sources: Default::default(),
            group: None,
        }
    }

    /// Puts a paragraph into the main document while somebody else's comes before it so many times; what the text holds then.
    async fn check(overtaken: usize) -> Result<usize, JobError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rapporteur.sqlite");
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&file).await.unwrap());
        let records = import::records(import::read(DEMO).unwrap(), DEMO, 1, |_| ()).unwrap();
        let edition = records.edition.id.clone();
        let record = records.output_documents[0].output_document.clone();
        store.import_edition(records).await.unwrap();
        let editing = Editing {
            edition: &edition,
            record: &record,
            by: None,
        };
        let put = |id: String| {
            move |mut document: Automerge| {
                stored::edit(&mut document, |document| {
                    output::insert_paragraph(document, &paragraph(id.clone()), None)?;
                    Ok(output::read(document).blocks.len())
                })
            }
        };
        let note = |_: &usize| Noted {
            uses: Vec::new(),
            compilation: None,
        };
        let mut others = 0;
        let change = |document| {
            if others < overtaken {
                others += 1;
                Handle::current().block_on(async {
                    let now = load(&store, record.document_id).await.unwrap();
                    let other = put(format!("other-{others}"));
                    Box::pin(edit(&store, editing, now, other, note))
                        .await
                        .unwrap();
                });
            }
            put("own".to_owned())(document)
        };
        let loaded = load(&store, record.document_id).await.unwrap();
        let blocks = edit(&store, editing, loaded, change, note).await;
        let text = load(&store, record.document_id).await.unwrap().document;
        let stored = output::read(&text).blocks.len();
        assert_eq!(stored, *blocks.as_ref().unwrap_or(&(1 + TRIES)));
        blocks
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn an_edit_that_is_overtaken_is_made_on_the_newer_text_and_not_tried_for_ever() {
        // The document begins with one empty paragraph.
        assert_eq!(check(0).await.unwrap(), 2);
        assert_eq!(check(3).await.unwrap(), 5);
        assert!(matches!(check(usize::MAX).await, Err(JobError::Overtaken)));
    }
}
