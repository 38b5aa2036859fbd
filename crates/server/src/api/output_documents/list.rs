//! The output documents of an edition.

use axum::Json;
use model::{may::Action, output_document::OutputDocument};

use crate::api::{
    error::{ApiError, ErrorBody},
    place::Asked,
    views::{OutputDocumentRights, OutputDocumentView},
};

/// Lists the output documents of an edition: the track's first.
#[utoipa::path(get, path = "/api/editions/{edition}/output-documents", params(("edition" = String, Path)), responses((status = 200, body = [OutputDocumentView]), (status = 404, body = ErrorBody)))]
pub(crate) async fn list(asked: Asked) -> Result<Json<Vec<OutputDocumentView>>, ApiError> {
    if !asked.may_documents(Action::Read) {
        return Ok(Json(Vec::new()));
    }
    let documents = asked.app.store.output_documents(asked.edition()).await?;
    let views = documents.into_iter().map(|one| view(&asked, one));
    Ok(Json(views.collect()))
}

/// An output document as JSON, for the person who asks.
pub(crate) fn view(asked: &Asked, document: OutputDocument) -> OutputDocumentView {
    let kind = match document.messages_of {
        Some(_) => "messages",
        None => "track",
    };
    OutputDocumentView {
        id: document.id.to_string(),
        kind,
        session_id: document.messages_of.map(|id| id.to_string()),
        language: document.language.to_string(),
        title: document.title,
        state: document.state,
        document_url: document.document_id.url(),
        document_id: document.document_id.to_string(),
        compiled_at: document.compiled_at,
        may: OutputDocumentRights {
            write: asked.may_documents(Action::Write),
            export: asked.may_documents(Action::Export),
        },
    }
}
