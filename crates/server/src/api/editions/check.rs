//! What is missing before release.

use axum::Json;
use model::{id::OutputDocumentId, may::Action};
use outline::diagnostic::Diagnostic;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Query,
        place::{Asked, id},
        views::{DiagnosticView, PlaceView, ids},
    },
    import::MAIN,
    jobs::{self, check::Checked},
};

/// Which output document to check.
#[derive(Debug, Deserialize, IntoParams)]
pub(crate) struct CheckQuery {
    /// Its id. Where it is left out it is the main one, with what is wrong in the files of the others.
    document: Option<String>,
}

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CheckView {
    /// Sessions without a key point.
    pub sessions_without_key_point: Vec<String>,
    /// Accepted key points that no paragraph rests on.
    pub unused_key_points: Vec<String>,
    /// Paragraphs that rest on no key point.
    pub paragraphs_without_source: Vec<String>,
    /// All of it and more, in sentences.
    pub diagnostics: Vec<DiagnosticView>,
}

/// Tells what is missing before release.
#[utoipa::path(get, path = "/api/editions/{edition}/check", params(("edition" = String, Path), CheckQuery), responses((status = 200, body = CheckView), (status = 404, body = ErrorBody), (status = 429, body = ErrorBody, description = "Too much is being worked on; `retry-after` says when to ask again.")))]
pub(crate) async fn show(
    asked: Asked,
    Query(query): Query<CheckQuery>,
) -> Result<Json<CheckView>, ApiError> {
    let document = id(query.document.as_deref().unwrap_or(MAIN))?;
    let document = asked.output_document_called(&document, Action::Read);
    let (document, with_others) = (document.await?, query.document.is_none());
    let (texts, edition) = (asked.app.texts.clone(), asked.edition().clone());
    let check = async move { jobs::check::run(&texts, &edition, &document, with_others).await };
    let checked = asked.app.queue.run(asked.who.person.id, check).await?;
    Ok(Json(view(&checked)))
}

/// A check as JSON.
pub(crate) fn view(checked: &Checked) -> CheckView {
    let check = &checked.check;
    // What is not about a paragraph is about the programme or the board, and so about no document.
    let of_text = check.diagnostics.iter().map(|one| {
        let of = one.place.paragraph_id.as_ref().map(|_| &checked.of);
        named(of, one.into())
    });
    let of_files = checked.files.iter();
    let of_files = of_files.map(|(of, one)| named(Some(of), one.into()));
    CheckView {
        sessions_without_key_point: ids(&check.sessions_without_key_point),
        unused_key_points: ids(&check.unused_key_points),
        paragraphs_without_source: ids(&check.paragraphs_without_source),
        diagnostics: of_text.chain(of_files).collect(),
    }
}

/// A finding with the document that it is about.
fn named(of: Option<&OutputDocumentId>, mut one: DiagnosticView) -> DiagnosticView {
    one.place.output_document_id = of.map(ToString::to_string);
    one
}

impl From<&Diagnostic> for DiagnosticView {
    fn from(one: &Diagnostic) -> Self {
        let place = PlaceView {
            paragraph_id: one.place.paragraph_id.as_ref().map(ToString::to_string),
            output_document_id: None,
            session_id: one.place.session_id.as_ref().map(ToString::to_string),
            key_point_id: one.place.key_point_id.map(|id| id.to_string()),
            text: one.place.text.clone(),
        };
        Self::new(
            one.severity,
            one.key,
            place,
            one.hint.to_owned(),
            &one.values,
        )
    }
}
