//! Steps that are taken with a session: its notes are handed in, its key points confirmed, its notes opened again.

use std::sync::Arc;

use axum::{Json, extract::State};
use model::{
    may::{Action, Object},
    session::SessionStep,
};
use storage::programme::SessionMove;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place,
        sessions::list::view,
        views::SessionView,
    },
    app::{App, What},
    effects::now,
    sign_in::SignedIn,
};

type Answer = Result<Json<SessionView>, ApiError>;

/// Hands the notes of a session in.
#[utoipa::path(post, path = "/api/editions/{edition}/sessions/{session}/submit", params(("edition" = String, Path), ("session" = String, Path)), responses((status = 200, body = SessionView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn submit(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(place): Path<(String, String)>,
) -> Answer {
    take(&app, &who, &place, Action::Submit, SessionStep::Submit).await
}

/// Confirms the key points of a session.
#[utoipa::path(post, path = "/api/editions/{edition}/sessions/{session}/confirm", params(("edition" = String, Path), ("session" = String, Path)), responses((status = 200, body = SessionView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn confirm(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(place): Path<(String, String)>,
) -> Answer {
    take(&app, &who, &place, Action::Confirm, SessionStep::Confirm).await
}

/// Opens the notes of a session again.
#[utoipa::path(post, path = "/api/editions/{edition}/sessions/{session}/reopen", params(("edition" = String, Path), ("session" = String, Path)), responses((status = 200, body = SessionView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn reopen(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(place): Path<(String, String)>,
) -> Answer {
    take(&app, &who, &place, Action::Reopen, SessionStep::Reopen).await
}

async fn take(
    app: &App,
    who: &SignedIn,
    place: &(String, String),
    action: Action,
    step: SessionStep,
) -> Answer {
    let seen = place::edition(app, who, &place.0).await?;
    let record = seen.session(app, who, &place.1).await?;
    let id = record.session.id.clone();
    if !who.may(action, Object::Notes(seen.place(), &id, record.state)) {
        return Err(ApiError::forbidden("forbidden"));
    }
    let to = record.state.after(step).ok_or_else(|| {
        ApiError::conflict("session-step-not-possible").with("state", record.state.as_str())
    })?;
    let step = SessionMove {
        session_id: id.clone(),
        from: record.state,
        to,
        by: who.person.id,
        at: now(),
    };
    if !app.store.move_session(seen.id(), step).await? {
        return Err(ApiError::conflict("changed-meanwhile"));
    }
    app.rooms.access_may_have_changed();
    app.changed(seen.id(), What::Sessions);
    let record = seen.session(app, who, id.as_str()).await?;
    Ok(Json(view(&seen, who, record)))
}
