//! A session as the page of its notes shows it.

use axum::Json;

use crate::api::{
    error::{ApiError, ErrorBody},
    place::Asked,
    sessions::list::whole,
    views::SessionView,
};

/// Tells all of a session to those who may read its notes. Of one under the Chatham House Rule, no other operation tells who takes part, and where it is recorded.
#[utoipa::path(get, path = "/api/editions/{edition}/sessions/{session}", params(("edition" = String, Path), ("session" = String, Path)), responses((status = 200, body = SessionView), (status = 404, body = ErrorBody)))]
pub(crate) async fn show(asked: Asked) -> Result<Json<SessionView>, ApiError> {
    let record = asked.session().await?;
    Ok(Json(whole(&asked, record)))
}
