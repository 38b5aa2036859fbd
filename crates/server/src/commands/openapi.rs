//! `openapi`: the description of the HTTP interface, for generating clients.

use std::process::ExitCode;

use super::Failed;
use crate::api;

/// Prints the description.
pub(super) fn run() -> Result<ExitCode, Failed> {
    say!("{}", api::description().to_pretty_json()?);
    Ok(ExitCode::SUCCESS)
}
