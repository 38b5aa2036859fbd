//! `check`: coverage and diagnostics.

use std::process::ExitCode;

use clap::Args;

use super::{Context, Failed, compile::output_document};
use crate::{api::editions::check::view, jobs};

/// What `check` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The edition.
    #[arg(long, value_name = "ID")]
    edition: String,
    /// The output document [default: the track's].
    #[arg(long, value_name = "ID")]
    document: Option<String>,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

/// Prints what is missing; fails where something is an error.
pub(super) async fn run(context: &Context, options: &Options) -> Result<ExitCode, Failed> {
    let edition = super::edition(context, &options.edition).await?.edition.id;
    let document = output_document(context, &edition, options.document.as_deref()).await?;
    let check = view(jobs::check::run(&context.store, &edition, &document).await?);
    if options.json {
        say!("{}", serde_json::to_string_pretty(&check)?);
    } else {
        for one in &check.diagnostics {
            say!("{}", super::sentence(one));
        }
        if check.diagnostics.is_empty() {
            say!("nothing is missing");
        }
    }
    let failed = check.diagnostics.iter().any(|one| one.severity == "error");
    Ok(if failed {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}
