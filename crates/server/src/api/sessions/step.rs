//! Steps that are taken with a session: its notes are handed in, its key points confirmed, its notes opened again.

use axum::Json;
use model::{may::Action, session::SessionStep};
use storage::programme::SessionMove;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        place::{Asked, allowed},
        sessions::list::view,
        views::SessionView,
    },
    app::What,
    effects::now,
};

type Answer = Result<Json<SessionView>, ApiError>;

/// Hands the notes of a session in.
#[utoipa::path(post, path = "/api/editions/{edition}/sessions/{session}/submit", params(("edition" = String, Path), ("session" = String, Path)), responses((status = 200, body = SessionView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn submit(asked: Asked) -> Answer {
    take(asked, Action::Submit, SessionStep::Submit).await
}

/// Confirms the key points of a session.
#[utoipa::path(post, path = "/api/editions/{edition}/sessions/{session}/confirm", params(("edition" = String, Path), ("session" = String, Path)), responses((status = 200, body = SessionView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn confirm(asked: Asked) -> Answer {
    take(asked, Action::Confirm, SessionStep::Confirm).await
}

/// Opens the notes of a session again.
#[utoipa::path(post, path = "/api/editions/{edition}/sessions/{session}/reopen", params(("edition" = String, Path), ("session" = String, Path)), responses((status = 200, body = SessionView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn reopen(asked: Asked) -> Answer {
    take(asked, Action::Reopen, SessionStep::Reopen).await
}

async fn take(asked: Asked, action: Action, step: SessionStep) -> Answer {
    let record = asked.session().await?;
    let id = record.session.id;
    allowed(asked.may_notes(action, &id, record.state))?;
    let to = record.state.after(step).ok_or_else(|| {
        ApiError::conflict("session-step-not-possible").with("state", record.state.as_str())
    })?;
    let step = SessionMove {
        session_id: id,
        from: record.state,
        to,
        by: asked.who.person.id,
        at: now(),
    };
    if !asked.app.store.move_session(asked.edition(), step).await? {
        return Err(ApiError::conflict("changed-meanwhile"));
    }
    asked.app.rooms.access_may_have_changed();
    asked.app.changed(asked.edition(), What::Sessions);
    let record = asked.session().await?;
    Ok(Json(view(&asked, record)))
}
