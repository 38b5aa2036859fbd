//! The fence around automerge: hostile bytes can make it panic, and that must not get out.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Automerge panicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Panicked;

/// Calls `work`; a panic in it becomes an error.
///
/// Whatever `work` was changing must be thrown away afterwards: give it a copy.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Panicked)
}
