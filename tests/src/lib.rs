//! Shared helpers of the tests.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that fails may say so by a panic, and reads files as it likes"
)]

pub mod database;
pub mod failing_store;
pub mod golden;
pub mod repository;
pub mod site;
