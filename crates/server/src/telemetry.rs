//! The log. Messages stand alone, their facts are fields, and no text of anybody's notes is in them.

use tracing_subscriber::EnvFilter;

use crate::settings::Settings;

/// Starts the log on stderr: everything the settings ask for when serving, warnings only in one-off commands.
pub(crate) fn start(settings: &Settings, serving: bool) {
    let filter = if serving {
        settings.log.as_str()
    } else {
        "warn"
    };
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false);
    // A second start happens only in tests, where the first log is good enough.
    let _ = log.try_init();
}
