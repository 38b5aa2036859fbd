//! The log. Messages stand alone, their facts are fields, and no text of anybody's notes is in them.

use std::io::{IsTerminal, stderr};

use tracing_subscriber::EnvFilter;

use crate::settings::{LogFormat, Settings};

/// Starts the log on stderr: everything the settings ask for when serving, warnings only in one-off commands.
pub(crate) fn start(settings: &Settings, serving: bool) {
    let filter = if serving {
        settings.log.as_str()
    } else {
        // The command itself says why nothing was written.
        "warn,storage_sqlite::writer=off"
    };
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr)
        .with_target(false);
    let log = if stderr().is_terminal() {
        log
    } else {
        // A file or a journal shows colour codes as rubbish.
        log.with_ansi(false)
    };
    let started = match settings.log_format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
    // A second start happens only in tests, where the first log is good enough.
    drop(started);
}
