//! The crate's tests from outside, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "a failed test may panic, and the simulation has more than one test needs"
)]

#[path = "all/hostile.rs"]
mod hostile;
#[path = "all/restore.rs"]
mod restore;
#[path = "all/room.rs"]
mod room;
#[path = "all/rules.rs"]
mod rules;
#[path = "all/sim.rs"]
mod sim;
#[path = "all/wire.rs"]
mod wire;
