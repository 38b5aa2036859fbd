//! Putting a key point that was accepted later into the document.

use axum::Json;
use model::may::Action;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Body,
        key_points::list,
        place::{Asked, id},
    },
    app::What,
    jobs::compile,
    rooms::ToRoom,
};

/// The key point to put in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InsertRequest {
    key_point_id: String,
    /// The session in whose notes it is marked. Needed where the notes of several hold a key point of this id.
    session_id: Option<String>,
}

/// Where it stands now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InsertAnswer {
    paragraph_id: String,
}

/// Puts the paragraph of a key point at the end of its group; nothing that people wrote is touched.
#[utoipa::path(post, path = "/api/editions/{edition}/output-documents/{document}/insert", params(("edition" = String, Path), ("document" = String, Path)), request_body = InsertRequest, responses((status = 200, body = InsertAnswer), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody), (status = 429, body = ErrorBody, description = "Too much is being worked on; `retry-after` says when to ask again.")))]
pub(crate) async fn insert(
    asked: Asked,
    Body(request): Body<InsertRequest>,
) -> Result<Json<InsertAnswer>, ApiError> {
    let document = asked.output_document(Action::Write).await?;
    let session = request.session_id.as_deref();
    let named = list::named(&asked, id(&request.key_point_id)?, session).await?;
    let Asked { app, who, seen, .. } = &asked;
    let key_point = named.record.key_point.key();
    let (store, edition, by) = (app.store.clone(), seen.id().clone(), who.person.id);
    let text = document.document_id;
    let insert =
        async move { compile::insert(&store, &edition, &document.id, &key_point, Some(by)).await };
    let paragraph = app.queue.run(by, insert).await?;
    app.rooms.tell_if_open(text, ToRoom::Wake);
    app.changed(seen.id(), What::KeyPoints);
    Ok(Json(InsertAnswer {
        paragraph_id: paragraph.to_string(),
    }))
}
