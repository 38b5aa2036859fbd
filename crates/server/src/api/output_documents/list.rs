//! The output documents of an edition.

use std::sync::Arc;

use axum::{Json, extract::State};
use model::{
    may::{Action, Object},
    output_document::OutputDocument,
};

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place::{self, Seen},
        views::{OutputDocumentRights, OutputDocumentView},
    },
    app::App,
    sign_in::SignedIn,
};

/// Lists the output documents of an edition: the track's first.
#[utoipa::path(get, path = "/api/editions/{edition}/output-documents", params(("edition" = String, Path)), responses((status = 200, body = [OutputDocumentView]), (status = 404, body = ErrorBody)))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(edition): Path<String>,
) -> Result<Json<Vec<OutputDocumentView>>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    if !who.may(Action::Read, Object::OutputDocument(seen.place())) {
        return Ok(Json(Vec::new()));
    }
    let documents = app.store.output_documents(seen.id()).await?;
    Ok(Json(
        documents
            .into_iter()
            .map(|document| view(&seen, &who, document))
            .collect(),
    ))
}

/// An output document as JSON, for the person who asks.
pub(crate) fn view(seen: &Seen, who: &SignedIn, document: OutputDocument) -> OutputDocumentView {
    let may = |action| who.may(action, Object::OutputDocument(seen.place()));
    OutputDocumentView {
        id: document.id.to_string(),
        kind: if document.messages_of.is_some() {
            "messages"
        } else {
            "track"
        }
        .to_owned(),
        session_id: document.messages_of.map(|id| id.to_string()),
        language: document.language.to_string(),
        title: document.title,
        state: document.state.as_str().to_owned(),
        document_url: document.document_id.url(),
        document_id: document.document_id.to_string(),
        compiled_at: document.compiled_at,
        may: OutputDocumentRights {
            write: may(Action::Write),
            export: may(Action::Export),
        },
    }
}
