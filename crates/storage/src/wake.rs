//! Notice of what other processes wrote.

use futures_util::stream::BoxStream;
use model::id::DocumentId;

/// What another process on the same database wrote. It may be told twice, and may turn out to be nothing new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Woken {
    /// Documents that have new chunks, are new, or were closed: fetch the chunks after the number you know.
    pub documents: Vec<DocumentId>,
    /// Whether records may have changed: people, roles, programme, key points, decisions.
    pub records: bool,
}

/// Tells what other processes wrote.
pub trait Wake: Send + Sync {
    /// A stream of what other processes write from now on; it ends when the store is closed. Own writes are not told.
    fn woken(&self) -> BoxStream<'static, Woken>;
}
