//! The files that were made of an output document.

use axum::Json;
use model::may::Action;

use super::create::{ExportView, view};
use crate::api::{
    error::{ApiError, ErrorBody},
    place::Asked,
};

/// Lists the files that were made of an output document, newest first.
#[utoipa::path(get, path = "/api/editions/{edition}/output-documents/{document}/exports", params(("edition" = String, Path), ("document" = String, Path)), responses((status = 200, body = [ExportView]), (status = 403, body = ErrorBody)))]
pub(crate) async fn list(asked: Asked) -> Result<Json<Vec<ExportView>>, ApiError> {
    let document = asked.output_document(Action::Export).await?;
    let made = asked.app.store.exports(asked.edition(), &document.id);
    let views = made.await?.into_iter().map(|made| view(made, Vec::new()));
    Ok(Json(views.collect()))
}
