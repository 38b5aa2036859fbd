//! Accepting all that is confirmed, in one click.

use axum::Json;
use model::may::Action;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        place::{Asked, allowed},
    },
    app::What,
    effects::now,
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
pub(crate) async fn accept_confirmed(asked: Asked) -> Result<Json<AcceptedCount>, ApiError> {
    allowed(asked.may(Action::Decide))?;
    let (app, by) = (&asked.app, asked.who.person.id);
    let done = app
        .store
        .accept_confirmed(asked.edition(), by, now())
        .await?;
    if !done.accepted.is_empty() {
        app.changed(asked.edition(), What::KeyPoints);
    }
    Ok(Json(AcceptedCount {
        accepted: done.accepted.len(),
        without_statement: done.without_statement.len(),
        reworded: done.reworded.len(),
    }))
}
