//! All integration tests, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a test that fails may say so by a panic, and reads files as it likes"
)]

mod arrows;
mod commands;
mod docs;
mod migrations;
mod openapi;
mod publish;
mod server;
mod settled_ids;
mod storage;
