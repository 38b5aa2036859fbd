//! Output documents, without their text.

use async_trait::async_trait;
use model::{
    id::{EditionId, OutputDocumentId},
    output_document::{OutputDocument, OutputDocumentState, Use},
};

use crate::{document_chunks::NewDocument, error::StoreError};

/// An output document that is to be made, with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOutputDocument {
    /// What is known about it; its `document_id` must be the id of `document`.
    pub output_document: OutputDocument,
    /// Its text.
    pub document: NewDocument,
}

/// Reads and writes output documents.
#[async_trait]
pub trait OutputDocuments: Send + Sync {
    /// Adds an output document. [`StoreError::Taken`] where the edition has one of that id.
    async fn add_output_document(
        &self,
        edition: &EditionId,
        new: NewOutputDocument,
        at: i64,
    ) -> Result<(), StoreError>;

    /// The output documents of an edition: the track's first, then messages.
    async fn output_documents(
        &self,
        edition: &EditionId,
    ) -> Result<Vec<OutputDocument>, StoreError>;

    /// One output document of an edition.
    async fn output_document(
        &self,
        edition: &EditionId,
        id: &OutputDocumentId,
    ) -> Result<Option<OutputDocument>, StoreError>;

    /// Notes the title and state of an output document, and when it was compiled; `false` where there is none.
    async fn set_output_document(
        &self,
        edition: &EditionId,
        id: &OutputDocumentId,
        title: String,
        state: OutputDocumentState,
        compiled_at: Option<i64>,
    ) -> Result<bool, StoreError>;

    /// Writes which paragraphs rest on which key points, replacing all that was known about this output document.
    ///
    /// `upto_seq` is the last chunk that was read; an older projection than the one there is left out. Returns whether anything
    /// is different now.
    async fn replace_uses(
        &self,
        edition: &EditionId,
        id: &OutputDocumentId,
        upto_seq: i64,
        uses: Vec<Use>,
    ) -> Result<bool, StoreError>;
}
