//! A session as the page of its notes shows it.

use std::sync::Arc;

use axum::{Json, extract::State};

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place,
        sessions::list::whole,
        views::SessionView,
    },
    app::App,
    sign_in::SignedIn,
};

/// Tells all of a session to those who may read its notes. Of one under the Chatham House Rule, no other operation tells who takes part, and where it is recorded.
#[utoipa::path(get, path = "/api/editions/{edition}/sessions/{session}", params(("edition" = String, Path), ("session" = String, Path)), responses((status = 200, body = SessionView), (status = 404, body = ErrorBody)))]
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path((edition, session)): Path<(String, String)>,
) -> Result<Json<SessionView>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    let record = seen.session(&app, &who, &session).await?;
    Ok(Json(whole(&seen, &who, record)))
}
