//! `check`: coverage and diagnostics, and what was refused of people's changes.

use std::process::ExitCode;

use clap::Args;
use export::words::Words;
use model::{id::EditionId, language::Lang};
use outline::words::session_name;
use serde::Serialize;
use storage::document_chunks::{DocumentOf, RefusedRecord};

use super::{Context, Failed, compile::output_document};
use crate::{
    api::editions::check::{CheckView, view},
    jobs::{self, overview::Overview},
};

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

/// What is printed as JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Printed {
    #[serde(flatten)]
    check: CheckView,
    /// Changes of people that were refused and kept aside, by document.
    refused_changes: Vec<RefusedView>,
}

/// Something that was refused.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RefusedView {
    document_url: String,
    /// Its number among those of the document.
    number: i64,
    person_id: Option<String>,
    reason: String,
    /// How many bytes were refused.
    size: i64,
    /// When, in milliseconds since 1970 UTC.
    refused_at: i64,
}

/// Prints what is missing; fails where something is an error.
pub(super) async fn run(context: &Context, options: &Options) -> Result<ExitCode, Failed> {
    let edition = super::edition(context, &options.edition).await?.edition.id;
    let document = output_document(context, &edition, options.document.as_deref()).await?;
    let check = view(jobs::check::run(&context.store, &edition, &document).await?);
    let refused = context.store.refused(&edition).await?;
    let failed = check.diagnostics.iter().any(|one| one.severity == "error");
    if options.json {
        let printed = Printed {
            check,
            refused_changes: refused.into_iter().map(RefusedView::from).collect(),
        };
        say!("{}", serde_json::to_string_pretty(&printed)?);
    } else {
        for one in &check.diagnostics {
            say!("{}", super::sentence(one));
        }
        for line in refusals(context, &edition, &refused).await? {
            say!("{line}");
        }
        if check.diagnostics.is_empty() && refused.is_empty() {
            say!("nothing is missing");
        }
    }
    Ok(if failed {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

impl From<RefusedRecord> for RefusedView {
    fn from(one: RefusedRecord) -> Self {
        Self {
            document_url: format!("automerge:{}", one.document_id),
            number: one.number,
            person_id: one.person.map(|person| person.id.to_string()),
            reason: one.reason,
            size: one.size,
            refused_at: one.at,
        }
    }
}

/// A line for each document of which something was refused.
async fn refusals(
    context: &Context,
    edition: &EditionId,
    refused: &[RefusedRecord],
) -> Result<Vec<String>, Failed> {
    if refused.is_empty() {
        return Ok(Vec::new());
    }
    let overview = Overview::read(&context.store, edition).await?;
    let words = Words::new(&Lang::english());
    let of_one = refused.chunk_by(|one, other| one.document_id == other.document_id);
    let lines = of_one.filter_map(|of_one| {
        let last = of_one.last()?;
        let text = match &last.of {
            DocumentOf::Notes(_, id) => {
                let programme = overview.as_ref().map(|overview| &overview.programme);
                let name = programme.and_then(|programme| {
                    let session = programme.session(id)?;
                    Some(session_name(session, programme, &words).into_owned())
                });
                format!("the notes of “{}”", name.unwrap_or_else(|| id.to_string()))
            }
            DocumentOf::Output(_, id) => format!("the output document {id}"),
            DocumentOf::Comments(_, id) => format!("the comments on {id}"),
        };
        let from = last.person.as_ref().map_or("somebody", |person| &person.name);
        let at = jiff::Timestamp::from_millisecond(last.at).unwrap_or_default();
        Some(format!(
            "warning: changes to {text} were refused, {} in all; the last on {at:.0} from {from}: {}. \
             docs/operations.md tells how to get at them",
            of_one.len(),
            last.reason
        ))
    });
    Ok(lines.collect())
}
