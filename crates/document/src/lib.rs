//! The shape of Automerge documents, and the values they are read into and written from.
//!
//! Positions are UTF-16 code units everywhere, as in the browser. What stands in a document was written by clients and is
//! hostile: reading never fails and never panics; it takes what it can and lists the rest as problems.
//!
//! Never: a clock, randomness, disk, network, or a decision about who may write.

pub mod notes;
pub mod output;
pub mod problem;
pub mod rich_text;
pub mod stored;

mod attached;
mod cursor;
mod error;
mod field;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod testing;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests;
mod write;

pub use automerge::Automerge;
pub use error::Error;

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{ActorId, TextEncoding};

/// An empty document whose changes are by `actor`.
fn empty(actor: [u8; 16]) -> Automerge {
    Automerge::new_with_encoding(TextEncoding::Utf16CodeUnit)
        .with_actor(ActorId::from(actor.as_slice()))
}

/// How many UTF-16 code units a text takes.
fn utf16_len(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Runs a read that automerge may panic in when an admitted change was malformed; `None` where it did.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}
