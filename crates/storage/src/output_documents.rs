//! Output documents, without their text.

use async_trait::async_trait;
use model::{
    id::{EditionId, OutputDocumentId, PersonId},
    output_document::{OutputDocument, Use},
};

use crate::{
    document_chunks::{Append, Appended, NewDocument},
    error::StoreError,
};

/// An output document that is to be made, with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOutputDocument {
    /// What is known about it; its `document_id` must be the id of `document`.
    pub output_document: OutputDocument,
    /// Its text.
    pub document: NewDocument,
}

/// An edit of the server's in the text of an output document, with what is known about the document from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// The output document.
    pub output_document_id: OutputDocumentId,
    /// What is added to its text; without chunks where the text stays as it is.
    pub append: Append,
    /// Which paragraphs rest on which key points then.
    pub uses: Vec<Use>,
    /// Set where the edit writes a zero draft.
    pub compilation: Option<Compilation>,
}

/// A zero draft that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compilation {
    /// Its title.
    pub title: String,
    /// When.
    pub at: i64,
    /// By whom; `None` where a command did it.
    pub by: Option<PersonId>,
    /// How many blocks were written.
    pub blocks: usize,
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

    /// Edits the text of an output document as [`Documents::append_chunks`] does. What the text rests on, and for a zero draft
    /// its title, state and row of the audit, are written with it: none is there without the others.
    ///
    /// [`StoreError::DocumentClosed`] where the text is not the open one of that output document.
    ///
    /// [`Documents::append_chunks`]: crate::document_chunks::Documents::append_chunks
    async fn edit_text(&self, edition: &EditionId, edit: TextEdit) -> Result<Appended, StoreError>;

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
