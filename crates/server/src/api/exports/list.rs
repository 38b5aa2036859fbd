//! The files that were made of an output document.

use std::sync::Arc;

use axum::{Json, extract::State};
use model::may::Action;

use super::create::{ExportView, view};
use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place,
    },
    app::App,
    sign_in::SignedIn,
};

/// Lists the files that were made of an output document, newest first.
#[utoipa::path(get, path = "/api/editions/{edition}/output-documents/{document}/exports", params(("edition" = String, Path), ("document" = String, Path)), responses((status = 200, body = [ExportView]), (status = 403, body = ErrorBody)))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path((edition, document)): Path<(String, String)>,
) -> Result<Json<Vec<ExportView>>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    let document = seen
        .output_document(&app, &who, &document, Action::Export)
        .await?;
    let made = app.store.exports(seen.id(), &document.id).await?;
    Ok(Json(
        made.into_iter()
            .map(|record| view(record, Vec::new()))
            .collect(),
    ))
}
