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
    let (record, file) = found(app.store.export(&id).await?)?;
    let export = record.export;
    let asked = Asked::about(app, who, &export.edition_id).await?;
    let document = asked.output_document_called(&export.output_document_id, Action::Export);
    document.await.map_err(|_| ApiError::not_found())?;
    let media_type = export
        .format
        .parse()
        .map_or("application/octet-stream", Format::media_type);
    // The name is made of slugs, so it needs no quoting.
    let disposition =
        HeaderValue::from_str(&format!("attachment; filename=\"{}\"", export.file_name))
            .map_err(|error| ApiError::internal(&error))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, file).into_response())
}
