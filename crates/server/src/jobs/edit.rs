//! Edits that the server makes in documents: loaded from the store, changed, and the change added to the store.
//!
//! A room that is open learns of it as of any other process's writing, so people's typing is merged with it.

use std::sync::Arc;

use bytes::Bytes;
use document::{
    Automerge,
    stored::{Edited, assemble},
};
use model::id::{DocumentId, PersonId};
use storage::{
    document_chunks::{Actor, Append, ChangeHash, LoadedDocument, NewChunk},
    error::StoreError,
    store::Store,
};

use crate::effects::{now, random};

/// Says why an edit was not made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EditError {
    /// There is no such document.
    #[error("the document is not there")]
    Unknown,
    /// The document refused the edit.
    #[error(transparent)]
    Document(#[from] document::Error),
    /// The edit was not stored.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A document as it is stored now.
pub(crate) struct Loaded {
    /// The document.
    pub document: Automerge,
    /// The last chunk in it.
    pub seq: i64,
}

/// Loads a document from the store.
pub(crate) async fn load(store: &Arc<dyn Store>, id: DocumentId) -> Result<Loaded, EditError> {
    let loaded = store.load_document(id).await?.ok_or(EditError::Unknown)?;
    tokio::task::block_in_place(|| put_together(&loaded))
}

fn put_together(loaded: &LoadedDocument) -> Result<Loaded, EditError> {
    let snapshot = loaded.snapshot.as_ref().map(|snapshot| &snapshot.bytes[..]);
    let chunks = loaded.chunks.iter().map(|chunk| &chunk.bytes[..]);
    let document = assemble(snapshot, chunks, actor())?;
    Ok(Loaded {
        document,
        seq: loaded.document.head_seq,
    })
}

/// A fresh actor that sorts before people's: where both write in one place at one moment, the person's words come first, and so
/// stay in the paragraph in which they are typed.
fn actor() -> [u8; 16] {
    let mut actor = random();
    actor[..2].fill(0);
    actor
}

/// Makes an edit in a document that was just loaded and stores it; what the edit came to, and the last chunk then.
///
/// `change` runs again on the newer document where somebody else's chunk was stored in between.
pub(crate) async fn edit<T>(
    store: &Arc<dyn Store>,
    id: DocumentId,
    mut loaded: Loaded,
    by: Option<PersonId>,
    mut change: impl FnMut(Automerge) -> Result<Edited<T>, document::Error>,
) -> Result<(T, i64), EditError> {
    loop {
        let Loaded { document, seq } = loaded;
        let edited = tokio::task::block_in_place(|| change(document))?;
        let at = now();
        let chunks: Vec<NewChunk> = edited
            .changes
            .into_iter()
            .map(|new| NewChunk {
                hash: ChangeHash(new.hash),
                bytes: Bytes::from(new.bytes),
                actor: Actor(new.actor),
                person_id: by,
                received_at: at,
            })
            .collect();
        if chunks.is_empty() {
            return Ok((edited.value, seq));
        }
        let append = Append {
            document_id: id,
            expected: Some(seq),
            chunks,
            heads: edited.heads.into_iter().map(ChangeHash).collect(),
        };
        match store.append_chunks(append).await {
            Ok(appended) => return Ok((edited.value, appended.head_seq)),
            Err(StoreError::HeadMoved { .. }) => loaded = load(store, id).await?,
            Err(error) => return Err(error.into()),
        }
    }
}
