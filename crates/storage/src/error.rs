//! The ways in which storing fails.

use std::{error::Error, sync::Arc};

use crate::document_chunks::Actor;

/// Says why something was not stored or not read. "Not there" is no failure: it is `None`, `false` or an empty list.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The disk is full or does not obey, or the database stayed locked: nothing was written, and trying again later may work.
    ///
    /// Pages say "not saved on the server".
    #[error("nothing was saved: {0}")]
    NotSaved(#[source] Arc<dyn Error + Send + Sync>),
    /// Something that must be unique is there already: a person with the address, an id.
    #[error("there is already a record with the same {0}")]
    Taken(&'static str),
    /// Chunks of somebody else came first: fetch those after the sequence number you know, and try again.
    #[error("the document is at {head_seq}, not where it was expected to be")]
    HeadMoved {
        /// The document's last sequence number.
        head_seq: i64,
    },
    /// A chunk was written under an actor id that belongs to somebody else.
    #[error("actor {} belongs to somebody else", .actor)]
    ActorTaken {
        /// The actor id.
        actor: Actor,
    },
    /// The document was closed or is not there, so nothing can be added to it.
    #[error("the document is closed or unknown")]
    DocumentClosed,
    /// Something is wrong with the database or with this program.
    #[error("storage failed: {0}")]
    Internal(#[source] Arc<dyn Error + Send + Sync>),
}

impl StoreError {
    /// Wraps a failure that nobody branches on.
    pub fn internal(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Internal(Arc::from(source.into()))
    }

    /// Wraps the reason why a write was not saved although it was in order.
    pub fn not_saved(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::NotSaved(Arc::from(source.into()))
    }

    /// Whether trying the same again later may work.
    pub fn is_not_saved(&self) -> bool {
        matches!(self, Self::NotSaved(_))
    }
}
