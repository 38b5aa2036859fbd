//! What one connection may cost: memory is counted by the allocator, time by the clock.
//!
//! Attacks must stay within [`HELD`] and [`SLOW`]; long honest work must get through, and stay within them too.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "a failed test may panic"
)]

#[path = "budget/attacks.rs"]
mod attacks;
#[path = "budget/driver.rs"]
mod driver;
#[path = "budget/forge.rs"]
mod forge;
#[path = "budget/fuzz.rs"]
mod fuzz;
#[path = "budget/honest.rs"]
mod honest;

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The most that the process may hold for one connection.
const HELD: usize = 64 << 20;
/// What automerge takes for some seconds to read and apply one change of 190,000 operations, the most that are let in.
const LONG_CHANGE: usize = 128 << 20;
/// What it takes to read a document of 260,000 changes in one piece. Of both, one at a time is worked on in the process.
const LONG_HISTORY: usize = 320 << 20;
/// The most that a room may compute at once on a slow machine, unoptimised.
const SLOW: Duration = Duration::from_secs(2);

/// One at a time: the allocator counts for the whole process.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What some work held at most, beyond what was held before, and how long it took.
fn measured<T>(work: impl FnOnce() -> T) -> (T, usize, Duration) {
    MEMORY.reset_peak_usage();
    let (before, began) = (MEMORY.current_usage(), Instant::now());
    let done = work();
    let took = began.elapsed();
    (done, MEMORY.peak_usage().saturating_sub(before), took)
}

/// A number that is told from outside.
#[expect(
    clippy::disallowed_methods,
    reason = "it is set for one run of the tests, not for the program"
)]
fn setting(name: &str, otherwise: usize) -> usize {
    let set = std::env::var(name).ok();
    set.and_then(|set| set.parse().ok()).unwrap_or(otherwise)
}
