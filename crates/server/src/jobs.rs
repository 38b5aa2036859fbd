//! Work that is the same whether a page or a command asks for it.

pub(crate) mod check;
pub(crate) mod compile;
pub(crate) mod edit;
pub(crate) mod export;
pub(crate) mod overview;
pub(crate) mod preview;
pub(crate) mod queue;
pub(crate) mod shelf;
pub(crate) mod texts;
pub(crate) mod watch;

use outline::diagnostic::Diagnostic;
use storage::error::StoreError;
use tokio::task::JoinError;

/// Says why work was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum JobError {
    /// What it is about is not there.
    #[error("there is no such {0}")]
    Unknown(&'static str),
    /// The key point cannot be put in.
    #[error("the key point cannot be put into the document")]
    Refused(Vec<Diagnostic>),
    /// Others wrote in the document each time that the edit was to be stored.
    #[error("others write in the document at this moment; try again")]
    Overtaken,
    /// Too much waits for its turn already.
    #[error("too much waits already")]
    Busy,
    /// Its pages are more than are kept.
    #[error("the document has too many pages to be shown")]
    TooManyPages,
    /// It was broken off.
    #[error("the work was broken off")]
    BrokenOff(#[from] JoinError),
    /// The document could not be read, or refused the edit.
    #[error(transparent)]
    Document(#[from] document::Error),
    /// The file could not be written.
    #[error(transparent)]
    Writer(#[from] ::export::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
