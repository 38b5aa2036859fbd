//! `check`: coverage and diagnostics, and what was refused of people's changes.

use std::{collections::BTreeMap, process::ExitCode};

use clap::Args;
use export::words::Words;
use model::{
    id::{DocumentId, EditionId},
    language::Lang,
};
use outline::words::session_name;
use serde_json::{Value, json};
use storage::document_chunks::{DocumentOf, NotKept, Refused, RefusedRecord};

use super::{Context, Failed, output_document};
use crate::{
    api::{editions::check::view, views::DiagnosticView},
    jobs::{self, overview::Overview, texts::Texts},
};

/// What `check` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The edition.
    #[arg(long, value_name = "ID")]
    edition: String,
    /// The output document [default: the track's; what is wrong in the files of the others is told too, but fails nothing].
    #[arg(long, value_name = "ID")]
    document: Option<String>,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

/// Prints what is missing; fails where something is an error, unless it is in the file of a document that was not asked for.
pub(super) async fn run(context: &Context, options: &Options) -> Result<ExitCode, Failed> {
    let edition = super::edition(context, &options.edition).await?.edition.id;
    let document = output_document(context, &edition, options.document.as_deref()).await?;
    let texts = Texts::new(context.store.clone(), &context.settings);
    let with_others = options.document.is_none();
    let checked = jobs::check::run(&texts, &edition, &document, with_others).await?;
    let check = view(&checked);
    let refused = context.store.refused(&edition).await?;
    let is_of_others = |one: &DiagnosticView| {
        let of = one.place.output_document_id.as_deref();
        of.is_some_and(|of| of != document.id.as_str())
    };
    let mut errors = check.diagnostics.iter();
    let failed = errors.any(|one| one.severity == "error" && !is_of_others(one));
    if options.json {
        let mut printed = serde_json::to_value(&check)?;
        printed["refusedChanges"] = refused.kept.iter().map(kept).collect();
        printed["refusedNotKept"] = refused.not_kept.iter().map(not_kept).collect();
        say!("{}", serde_json::to_string_pretty(&printed)?);
    } else {
        for one in &check.diagnostics {
            say!("{}", super::sentence(one));
        }
        let refusals = refusals(context, &edition, &refused).await?;
        for line in &refusals {
            say!("{line}");
        }
        if check.diagnostics.is_empty() && refusals.is_empty() {
            say!("nothing is missing");
        }
    }
    Ok(ExitCode::from(u8::from(failed)))
}

/// Something that was refused and kept aside; its number is among those of the document.
fn kept(one: &RefusedRecord) -> Value {
    json!({
        "documentUrl": one.document_id.url(),
        "number": one.number,
        "personId": one.person.as_ref().map(|person| person.id.to_string()),
        "reason": one.reason,
        "size": one.size,
        "refusedAt": one.at,
    })
}

/// What was refused of one person in one document and only counted.
fn not_kept(one: &NotKept) -> Value {
    json!({
        "documentUrl": one.document_id.url(),
        "personId": one.person.id.to_string(),
        "pieces": one.pieces,
        "size": one.size,
        "lastAt": one.last_at,
    })
}

/// What was refused of one document.
#[derive(Clone, Copy)]
struct OfDocument<'a> {
    of: &'a DocumentOf,
    pieces: i64,
    not_kept: i64,
    last_at: i64,
    from: Option<&'a str>,
    reason: Option<&'a str>,
}

/// A line for each document of which something was refused.
async fn refusals(
    context: &Context,
    edition: &EditionId,
    refused: &Refused,
) -> Result<Vec<String>, Failed> {
    let by_document = by_document(refused);
    if by_document.is_empty() {
        return Ok(Vec::new());
    }
    let programme = &Overview::read(&context.store, edition).await?.programme;
    let words = Words::new(&Lang::english());
    let lines = by_document.into_values().map(|one| {
        let text = match one.of {
            DocumentOf::Notes(_, id) => {
                let session = programme.session(id);
                let name = session.map(|session| session_name(session, programme, &words));
                format!("the notes of “{}”", name.unwrap_or(id.as_str().into()))
            }
            DocumentOf::Output(_, id) => format!("the output document {id}"),
        };
        let not_kept = match one.not_kept {
            0 => String::new(),
            not_kept => format!(", {not_kept} of them not kept"),
        };
        let at = jiff::Timestamp::from_millisecond(one.last_at).unwrap_or_default();
        let reason = one.reason.map(|reason| format!(": {reason}"));
        format!(
            "warning: changes to {text} were refused, {} in all{not_kept}; the last on {at:.0} from {}{}. \
             docs/operations.md tells how to get at them",
            one.pieces,
            one.from.unwrap_or("somebody"),
            reason.unwrap_or_default(),
        )
    });
    Ok(lines.collect())
}

fn by_document(refused: &Refused) -> BTreeMap<DocumentId, OfDocument<'_>> {
    let kept = refused.kept.iter().map(|one| {
        let of = OfDocument {
            of: &one.of,
            pieces: 1,
            not_kept: 0,
            last_at: one.at,
            from: one.person.as_ref().map(|person| person.name.as_str()),
            reason: Some(&one.reason),
        };
        (one.document_id, of)
    });
    let not_kept = refused.not_kept.iter().map(|one| {
        let of = OfDocument {
            of: &one.of,
            pieces: one.pieces,
            not_kept: one.pieces,
            last_at: one.last_at,
            from: Some(&one.person.name),
            reason: None,
        };
        (one.document_id, of)
    });
    let mut all: Vec<_> = kept.chain(not_kept).collect();
    all.sort_by_key(|(_, one)| one.last_at);
    let mut documents = BTreeMap::<DocumentId, OfDocument<'_>>::new();
    for (id, one) in all {
        let known = documents.entry(id).or_insert(OfDocument {
            pieces: 0,
            not_kept: 0,
            ..one
        });
        *known = OfDocument {
            pieces: known.pieces + one.pieces,
            not_kept: known.not_kept + one.not_kept,
            ..one
        };
    }
    documents
}
