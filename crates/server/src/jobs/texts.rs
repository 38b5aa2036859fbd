//! The texts of output documents as they were read last: one that nobody has changed since is not put together again.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use document::{
    output::{self, Output},
    stored::heads,
};
use model::id::DocumentId;
use storage::{document_chunks::ChangeHash, store::Store};

use super::edit::{self, EditError};

/// How many texts are kept; one of sixty pages takes about a megabyte.
const KEPT: usize = 6;

/// A text as of one moment.
pub(crate) struct Text {
    /// What it says.
    pub output: Output,
    /// The heads of its document.
    pub heads: Vec<ChangeHash>,
    document: DocumentId,
    seq: i64,
}

/// The texts read last.
#[derive(Default)]
pub(crate) struct Texts(Mutex<VecDeque<Arc<Text>>>);

impl Texts {
    /// The text of an output document as it is stored now.
    pub(crate) async fn read(
        &self,
        store: &Arc<dyn Store>,
        id: DocumentId,
    ) -> Result<Arc<Text>, EditError> {
        let record = store.document(id).await?.ok_or(EditError::Unknown)?;
        if let Some(kept) = self.kept(id, record.head_seq) {
            return Ok(kept);
        }
        let loaded = edit::load(store, id).await?;
        let text = tokio::task::block_in_place(|| Text {
            output: output::read(&loaded.document),
            heads: heads(&loaded.document)
                .into_iter()
                .map(ChangeHash)
                .collect(),
            document: id,
            seq: loaded.seq,
        });
        let text = Arc::new(text);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|one| one.document != id);
        kept.truncate(KEPT - 1);
        kept.push_front(text.clone());
        Ok(text)
    }

    fn kept(&self, id: DocumentId, seq: i64) -> Option<Arc<Text>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept
            .iter()
            .position(|one| one.document == id && one.seq == seq)?;
        let text = kept.remove(at)?;
        kept.push_front(text.clone());
        Some(text)
    }
}
