//! `compile`: writes the zero draft.

use std::process::ExitCode;

use clap::Args;
use model::{
    id::{EditionId, OutputDocumentId},
    output_document::{Grouping, OutputDocument},
};
use outline::plan::Plan;

use super::{Context, Failed};
use crate::{import::MAIN, jobs::compile};

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
            output_document(context, &edition, options.document.as_deref())
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
    say!(
        "{}: the zero draft is written ({id})",
        written.output_document.title
    );
    Ok(ExitCode::SUCCESS)
}

/// The output document of this id (the main one where none is named), or a line that lists those there are.
pub(super) async fn output_document(
    context: &Context,
    edition: &EditionId,
    id: Option<&str>,
) -> Result<OutputDocument, Failed> {
    let id = id.unwrap_or(MAIN);
    let documents = context.store.output_documents(edition).await?;
    let wanted = id.parse::<OutputDocumentId>().ok();
    let names: Vec<String> = documents
        .iter()
        .map(|document| document.id.to_string())
        .collect();
    documents
        .into_iter()
        .find(|document| Some(&document.id) == wanted.as_ref())
        .ok_or_else(|| {
            Failed(format!(
                "there is no output document {id:?} in {edition}; there are {}",
                names.join(", ")
            ))
        })
}
