//! Output documents, without their text.

use async_trait::async_trait;
use model::{
    id::{EditionId, OutputDocumentId, PersonId},
    output_document::{OutputDocument, Use},
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

/// A zero draft that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compilation {
    /// The output document in which it stands.
    pub output_document_id: OutputDocumentId,
    /// Its title.
    pub title: String,
    /// When.
    pub at: i64,
    /// By whom; `None` where a command did it.
    pub by: Option<PersonId>,
    /// How many blocks were written.
    pub blocks: usize,
    /// Which paragraphs rest on which key points.
    pub uses: Vec<Use>,
    /// The last chunk that `uses` was read from.
    pub upto_seq: i64,
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

    /// Notes that a zero draft stands in an output document, with what it rests on and a row of the audit; `false` where there
    /// is no such output document.
    async fn note_compiled(
        &self,
        edition: &EditionId,
        compilation: Compilation,
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
