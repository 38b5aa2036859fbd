//! The fence around automerge: hostile bytes can make it panic, and that must not get out.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Mutex, PoisonError},
};

/// Calls `work`; `None` where it panicked.
///
/// Whatever `work` was changing must be thrown away then: give it a copy.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// The same for work on so many operations or changes. Automerge holds several hundred bytes for each while it reads or
/// applies them, so of what is long only one is worked on at a time in the whole process, however many send it.
pub(crate) fn guarded_long<T>(length: usize, work: impl FnOnce() -> T) -> Option<T> {
    const LONG: usize = 20_000;
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = (length > LONG).then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner));
    guarded(work)
}
