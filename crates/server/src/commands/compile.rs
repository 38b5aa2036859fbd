//! `compile`: writes the zero draft.

use std::process::ExitCode;

use clap::Args;
use model::output_document::Grouping;
use outline::plan::Plan;

use super::{Context, Failed};
use crate::jobs::compile;

/// What `compile` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The edition.
    #[arg(long, value_name = "ID")]
    edition: String,
    /// The output document [default: the track's].
    #[arg(long, value_name = "ID")]
    document: Option<String>,
    /// Compiles the messages of one session instead, in a document of their own.
    #[arg(long, value_name = "SESSION", conflicts_with = "document")]
    messages_of: Option<String>,
    /// What the paragraphs are grouped by.
    #[arg(long, value_name = "BY", default_value = "addressee", value_parser = ["addressee", "theme", "session"])]
    group: String,
}

/// Writes the draft and says what was left out.
pub(super) async fn run(context: &Context, options: &Options) -> Result<ExitCode, Failed> {
    let edition = super::edition(context, &options.edition).await?.edition.id;
    let id = match &options.messages_of {
        Some(session) => {
            let session = super::session(context, &edition, session).await?;
            compile::messages_document(&context.store, &edition, &session).await?
        }
        None => {
            super::output_document(context, &edition, options.document.as_deref())
                .await?
                .id
        }
    };
    let group = match options.group.as_str() {
        "theme" => Grouping::Theme,
        "session" => Grouping::Session,
        _ => Grouping::Addressee,
    };
    let plan = Plan {
        group,
        ..Plan::default()
    };
    let written = compile::compile(&context.store, &edition, &id, plan, None).await?;
    for one in &written.diagnostics {
        eprintln!("{}", super::sentence(&one.into()));
    }
    let (inside, left_out) = written.key_points;
    let left_out = match left_out {
        0 => String::new(),
        count => {
            format!("; {count} accepted ones were left out: each is told above, with its session")
        }
    };
    say!(
        "{}: the zero draft is written ({id}), key points in it: {inside}{left_out}",
        written.output_document.title
    );
    Ok(ExitCode::SUCCESS)
}
