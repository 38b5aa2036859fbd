//! Accepting all that is confirmed, in one click.

use std::sync::Arc;

use axum::{Json, extract::State};
use model::may::Action;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place,
    },
    app::{App, What},
    effects::now,
    sign_in::SignedIn,
};

/// How many key points were accepted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AcceptedCount {
    /// How many were accepted.
    accepted: usize,
    /// How many stay confirmed because they say nothing yet.
    without_statement: usize,
    /// How many stay confirmed because they were confirmed in other words.
    reworded: usize,
}

/// Accepts every confirmed key point of an edition that has a statement.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/accept-confirmed", params(("edition" = String, Path)), responses((status = 200, body = AcceptedCount), (status = 403, body = ErrorBody)))]
pub(crate) async fn accept_confirmed(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(edition): Path<String>,
) -> Result<Json<AcceptedCount>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    seen.require(&who, Action::Decide)?;
    let done = app
        .store
        .accept_confirmed(seen.id(), who.person.id, now())
        .await?;
    if !done.accepted.is_empty() {
        app.changed(seen.id(), What::KeyPoints);
    }
    Ok(Json(AcceptedCount {
        accepted: done.accepted.len(),
        without_statement: done.without_statement.len(),
        reworded: done.reworded.len(),
    }))
}
