//! One decision about one key point.

use std::sync::Arc;

use axum::{Json, extract::State};
use model::{
    key_point::{Decision, KeyPointState, Reason},
    may::{Action, Object},
};
use serde::Deserialize;
use storage::key_points::{NewDecision, words_hash};
use utoipa::{IntoParams, ToSchema};

use super::list;
use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::{Body, Path, Query},
        place,
        views::{KeyPointView, word},
    },
    app::{App, What},
    effects::now,
    sign_in::SignedIn,
};

type Answer = Result<Json<KeyPointView>, ApiError>;
type KeyPointPath = Path<(String, String)>;

/// Why a key point is set aside.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct ReasonGiven {
    /// The reason, in words.
    reason: String,
}

/// What the person decided upon.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Upon {
    /// The state that the key point was seen in. Where it is in another by now, nothing is decided (`changed-meanwhile`);
    /// without it, the decision is about whatever state it is in.
    #[param(value_type = Option<word::KeyPointStateWord>)]
    seen: Option<KeyPointState>,
    /// The session in whose notes it is marked. Needed where the notes of several hold a key point of this id (`key-point-doubled`).
    session: Option<String>,
    /// The `wordsHash` of the statement that was read. Where it says something else by now, nothing is decided (`changed-meanwhile`).
    words: Option<String>,
}

/// Takes a key point for the output document.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/{id}/accept", params(("edition" = String, Path), ("id" = String, Path), Upon), responses((status = 200, body = KeyPointView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn accept(
    State(app): State<Arc<App>>,
    who: SignedIn,
    path: KeyPointPath,
    Query(upon): Query<Upon>,
) -> Answer {
    decide(&app, &who, path, upon, Decision::Accept).await
}

/// Stands by a key point.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/{id}/confirm", params(("edition" = String, Path), ("id" = String, Path), Upon), responses((status = 200, body = KeyPointView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn confirm(
    State(app): State<Arc<App>>,
    who: SignedIn,
    path: KeyPointPath,
    Query(upon): Query<Upon>,
) -> Answer {
    decide(&app, &who, path, upon, Decision::Confirm).await
}

/// Takes the last decision back.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/{id}/reopen", params(("edition" = String, Path), ("id" = String, Path), Upon), responses((status = 200, body = KeyPointView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn reopen(
    State(app): State<Arc<App>>,
    who: SignedIn,
    path: KeyPointPath,
    Query(upon): Query<Upon>,
) -> Answer {
    decide(&app, &who, path, upon, Decision::Reopen).await
}

/// Leaves a key point out, with a reason.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/{id}/set-aside", params(("edition" = String, Path), ("id" = String, Path), Upon), request_body = ReasonGiven, responses((status = 200, body = KeyPointView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn set_aside(
    State(app): State<Arc<App>>,
    who: SignedIn,
    path: KeyPointPath,
    Query(upon): Query<Upon>,
    Body(given): Body<ReasonGiven>,
) -> Answer {
    let reason = Reason::new(&given.reason).ok_or_else(|| ApiError::invalid("reason-needed"))?;
    decide(&app, &who, path, upon, Decision::SetAside(reason)).await
}

async fn decide(
    app: &App,
    who: &SignedIn,
    Path((edition, id)): KeyPointPath,
    upon: Upon,
    decision: Decision,
) -> Answer {
    let seen = place::edition(app, who, &edition).await?;
    let list::Named { record, readable } =
        list::named(app, &seen, who, &id, upon.session.as_deref()).await?;
    let key = record.key_point.key();
    let session = &key.session_id;
    let editor = who.may(Action::Decide, Object::Edition(seen.place()));
    let moderator = matches!(decision, Decision::Confirm) && {
        let state = seen.session(app, who, session.as_str()).await?.state;
        who.may(Action::Confirm, Object::Notes(seen.place(), session, state))
    };
    if !editor && !moderator {
        return Err(ApiError::forbidden("forbidden"));
    }
    let from = list::state(&record);
    if upon.seen.is_some_and(|seen| seen != from) {
        return Err(ApiError::conflict("changed-meanwhile").with("state", from.as_str()));
    }
    let point = record.key_point;
    let words = words_hash(&point.statement);
    if upon.words.is_some_and(|seen| seen != words) {
        return Err(ApiError::conflict("changed-meanwhile"));
    }
    let again = point.is_decided_again_by(&decision).then_some(point.state);
    let to = again
        .or_else(|| from.after(&decision))
        .ok_or_else(|| ApiError::conflict("decision-not-possible").with("state", from.as_str()))?;
    if to == KeyPointState::Accepted && !point.has_statement() {
        return Err(ApiError::conflict("statement-missing"));
    }
    let reason = match &decision {
        Decision::SetAside(reason) => Some(reason.as_str().to_owned()),
        _ => None,
    };
    let new = NewDecision {
        key_point: key.clone(),
        statement: point.statement,
        from: point.state,
        to,
        reason,
        decided_by: who.person.id,
        decided_at: now(),
    };
    if !app.store.decide(seen.id(), new).await? {
        return Err(ApiError::conflict("changed-meanwhile"));
    }
    app.changed(seen.id(), What::KeyPoints);
    let records = app.store.key_points_called(seen.id(), key.id).await?;
    let mut views = list::views(records, &readable).into_iter();
    let decided = views.find(|view| view.session_id == session.as_str());
    Ok(Json(decided.ok_or_else(ApiError::not_found)?))
}
