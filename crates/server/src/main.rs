//! `rapporteur`: the one binary. Commands, the web server, and the tasks that keep documents in step.
//!
//! Alone among the crates it reads settings, the clock and randomness, starts tasks and owns sockets.
//! Never: SQL, or surgery on documents.

mod api;
mod app;
mod client;
mod commands;
mod effects;
mod finish;
mod fonts;
mod health;
mod import;
mod jobs;
mod json;
mod rooms;
mod security;
mod settings;
mod sign_in;
mod socket;
mod static_files;
mod telemetry;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run()
}
