//! What can fail when a document is written.

use automerge::AutomergeError;

/// Why a document could not be loaded or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The document holds text that people wrote, which a draft must not replace.
    #[error("the document holds text that people wrote; it was left as it is")]
    TextOfPeople,
    /// The stored bytes are damaged.
    #[error("the stored document is damaged")]
    Unreadable,
    /// Automerge refused; for documents made here this is a defect.
    #[error("the document could not be read or written")]
    Internal(#[from] AutomergeError),
}
