//! Values that the whole installation shares: the storage id that nodes tell their peers, keys that sign things.

use async_trait::async_trait;

use crate::error::StoreError;

/// Reads and writes values by name.
#[async_trait]
pub trait Settings: Send + Sync {
    /// The value of `name`; where there is none, `value` is written and returned.
    ///
    /// Of several processes that start together, one wins and all return its value.
    async fn setting_or(&self, name: &str, value: String, at: i64) -> Result<String, StoreError>;
}
