//! A file that was made.

use std::sync::Arc;

use ::export::Format;
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use model::may::Action;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place::{Asked, found},
    },
    app::App,
    sign_in::SignedIn,
};

/// Hands a file out, byte for byte as it was made.
#[utoipa::path(get, path = "/api/exports/{id}", params(("id" = String, Path)), responses((status = 200, content_type = "application/octet-stream"), (status = 404, body = ErrorBody)))]
pub(crate) async fn file(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, ApiError> {
    let (record, bytes) = found(app.store.export(&id).await?)?;
    let asked = Asked::about(app, who, &record.edition_id).await?;
    let document = asked.output_document_called(&record.output_document_id, Action::Export);
    document.await.map_err(|_| ApiError::not_found())?;
    let media_type = record
        .format
        .parse()
        .map_or("application/octet-stream", Format::media_type);
    // The name is made of slugs, so it needs no quoting.
    let disposition =
        HeaderValue::from_str(&format!("attachment; filename=\"{}\"", record.file_name))
            .map_err(|error| ApiError::internal(&error))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes).into_response())
}
