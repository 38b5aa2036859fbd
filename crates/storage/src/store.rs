//! The contract as a whole.

use async_trait::async_trait;

use crate::{
    document_chunks::Documents, error::StoreError, exports::Exports, key_points::KeyPoints,
    output_documents::OutputDocuments, people::People, programme::Programme, settings::Settings,
    sign_ins::SignIns, wake::Wake,
};

/// Everything that is stored, as one value: `Arc<dyn Store>`.
///
/// Every method that writes returns only after its write is durable. A write of which the returned future is dropped may
/// still happen. A failed write leaves nothing behind. Reading sees every write that returned before it.
pub trait Store:
    Closing
    + Documents
    + Exports
    + KeyPoints
    + OutputDocuments
    + People
    + Programme
    + Settings
    + SignIns
    + Wake
{
}

impl<T> Store for T where
    T: Closing
        + Documents
        + Exports
        + KeyPoints
        + OutputDocuments
        + People
        + Programme
        + Settings
        + SignIns
        + Wake
{
}

/// Ending the use of a store.
#[async_trait]
pub trait Closing: Send + Sync {
    /// Asks the database for the smallest answer there is and for an empty write, to learn whether it does either.
    async fn ping(&self) -> Result<(), StoreError>;

    /// Finishes the writes that are under way and lets go of the database. Later calls fail.
    async fn close(&self);
}
