//! Files that were made of output documents. They are kept as a record of who published what.

use async_trait::async_trait;
use bytes::Bytes;
use model::{
    id::{EditionId, OutputDocumentId, PersonId},
    language::Lang,
};

use crate::{document_chunks::ChangeHash, error::StoreError};

/// What is known of a file before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Names it, for ever and everywhere.
    pub id: String,
    /// The edition.
    pub edition_id: EditionId,
    /// The output document that it was made of.
    pub output_document_id: OutputDocumentId,
    /// `docx`, `pdf`, `html`, `md` or `json`.
    pub format: String,
    /// Its language.
    pub language: Lang,
    /// The name it is downloaded by.
    pub file_name: String,
    /// Who made it; `None` where a command did.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: i64,
    /// The heads that the document had.
    pub heads: Vec<ChangeHash>,
}

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRecord {
    /// What is known of it.
    pub export: Export,
    /// How many bytes it has.
    pub size: i64,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

/// How many bytes of files are kept at most.
#[derive(Debug, Clone, Copy)]
pub struct MostKept {
    /// Of one person's, or of those that commands made.
    pub of_one: i64,
    /// Of all together.
    pub of_all: i64,
}

/// Reads and writes exports.
#[async_trait]
pub trait Exports: Send + Sync {
    /// Keeps a file, together with an audit entry that tells who made it; `None`, and nothing written, where it would be more
    /// than is kept.
    async fn add_export(
        &self,
        export: Export,
        file: Bytes,
        most: MostKept,
    ) -> Result<Option<ExportRecord>, StoreError>;

    /// The files made of an output document, newest first.
    async fn exports(
        &self,
        edition: &EditionId,
        output_document: &OutputDocumentId,
    ) -> Result<Vec<ExportRecord>, StoreError>;

    /// A file with its bytes.
    async fn export(&self, id: &str) -> Result<Option<(ExportRecord, Bytes)>, StoreError>;
}
