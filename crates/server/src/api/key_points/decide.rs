//! Decisions about key points: about one, or the same about several.

use std::collections::{HashMap, HashSet};

use axum::Json;
use model::{
    id::{KeyPointId, SessionId},
    key_point::{Decision, KeyPointKey, KeyPointState, Reason},
    may::Action,
};
use serde::{Deserialize, Serialize};
use storage::key_points::{KeyPointRecord, NewDecision, words_hash};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::list;
use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::{Body, Query},
        place::{Asked, allowed, found},
        views::{KeyPointView, word},
    },
    app::What,
    effects::now,
    sign_in::SignedIn,
};

pub(super) type Answer = Result<Json<KeyPointView>, ApiError>;

/// How many key points one request decides about.
const MOST: usize = 500;

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
pub(crate) async fn accept(asked: Asked, Query(upon): Query<Upon>) -> Answer {
    decide(asked, upon, Decision::Accept).await
}

/// Stands by a key point.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/{id}/confirm", params(("edition" = String, Path), ("id" = String, Path), Upon), responses((status = 200, body = KeyPointView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn confirm(asked: Asked, Query(upon): Query<Upon>) -> Answer {
    decide(asked, upon, Decision::Confirm).await
}

/// Takes the last decision back.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/{id}/reopen", params(("edition" = String, Path), ("id" = String, Path), Upon), responses((status = 200, body = KeyPointView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn reopen(asked: Asked, Query(upon): Query<Upon>) -> Answer {
    decide(asked, upon, Decision::Reopen).await
}

/// Leaves a key point out, with a reason.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/{id}/set-aside", params(("edition" = String, Path), ("id" = String, Path), Upon), request_body = ReasonGiven, responses((status = 200, body = KeyPointView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn set_aside(
    asked: Asked,
    Query(upon): Query<Upon>,
    Body(given): Body<ReasonGiven>,
) -> Answer {
    let reason = Reason::new(&given.reason).ok_or_else(|| ApiError::invalid("reason-needed"))?;
    decide(asked, upon, Decision::SetAside(reason)).await
}

async fn decide(asked: Asked, upon: Upon, decision: Decision) -> Answer {
    let named = list::named(&asked, asked.id("id")?, upon.session.as_deref()).await?;
    let session = &named.record.key_point.session_id;
    let is_moderators = matches!(decision, Decision::Confirm) && {
        let record = asked.app.store.session(asked.edition(), session).await?;
        record.is_some_and(|one| asked.may_notes(Action::Confirm, session, one.state))
    };
    allowed(is_moderators || asked.may(Action::Decide))?;
    let new = decided(&named.record, &upon, &decision, &asked.who)?;
    let taken = asked.app.store.decide(asked.edition(), vec![new]).await?;
    if taken.is_empty() {
        return Err(ApiError::conflict("changed-meanwhile"));
    }
    asked.app.changed(asked.edition(), What::KeyPoints);
    named.shown_now(&asked).await
}

/// What is to be kept of a decision, where it can be taken upon what was seen.
fn decided(
    record: &KeyPointRecord,
    upon: &Upon,
    decision: &Decision,
    who: &SignedIn,
) -> Result<NewDecision, ApiError> {
    let point = &record.key_point;
    let from = list::state(record);
    if upon.seen.is_some_and(|seen| seen != from) {
        return Err(ApiError::conflict("changed-meanwhile").with("state", from.as_str()));
    }
    let is_read = |words: &String| *words == words_hash(&point.statement);
    if !upon.words.as_ref().is_none_or(is_read) {
        return Err(ApiError::conflict("changed-meanwhile"));
    }
    let again = point.is_decided_again_by(decision).then_some(point.state);
    let to = again
        .or_else(|| from.after(decision))
        .ok_or_else(|| ApiError::conflict("decision-not-possible").with("state", from.as_str()))?;
    if to == KeyPointState::Accepted && !point.has_statement() {
        return Err(ApiError::conflict("statement-missing"));
    }
    let reason = match decision {
        Decision::SetAside(reason) => Some(reason.as_str().to_owned()),
        _ => None,
    };
    Ok(NewDecision {
        key_point: point.key(),
        statement: point.statement.clone(),
        from: point.state,
        to,
        reason,
        decided_by: who.person.id,
        decided_at: now(),
    })
}

/// The same decision about several key points.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Several {
    /// What is decided.
    decision: DecisionWord,
    /// Why, in words; needed to set aside.
    reason: Option<String>,
    /// The key points, as they were seen. At most 500.
    key_points: Vec<SeenPoint>,
}

/// What can be decided.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum DecisionWord {
    Accept,
    Confirm,
    Reopen,
    SetAside,
}

/// A key point as it was seen.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SeenPoint {
    /// Names it in its session.
    #[schema(value_type = Uuid)]
    id: KeyPointId,
    /// The session in whose notes it is marked.
    #[schema(value_type = String)]
    session_id: SessionId,
    /// The state that it was seen in.
    #[schema(value_type = word::KeyPointStateWord)]
    state: KeyPointState,
    /// The `wordsHash` of the statement that was read.
    words_hash: String,
}

impl SeenPoint {
    fn key(&self) -> KeyPointKey {
        KeyPointKey {
            session_id: self.session_id.clone(),
            id: self.id,
        }
    }
}

/// What became of several key points.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SeveralDecided {
    /// Those that were decided, as they are now.
    decided: Vec<KeyPointView>,
    /// Those about which nothing was decided.
    left_out: Vec<LeftOut>,
}

/// A key point about which nothing was decided.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LeftOut {
    /// Its id.
    id: Uuid,
    /// Its session.
    session_id: String,
    /// Why: the code of the error that deciding about it alone would answer.
    code: &'static str,
}

/// Decides the same about several key points at once. Those that are no longer as they were seen are left out, and told.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/decide", params(("edition" = String, Path)), request_body = Several, responses((status = 200, body = SeveralDecided), (status = 403, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn decide_several(
    asked: Asked,
    Body(several): Body<Several>,
) -> Result<Json<SeveralDecided>, ApiError> {
    allowed(asked.may(Action::Decide))?;
    let Several {
        decision,
        reason,
        key_points,
    } = several;
    if key_points.len() > MOST {
        return Err(ApiError::invalid("key-points-too-many").with("most", MOST));
    }
    let decision = match decision {
        DecisionWord::Accept => Decision::Accept,
        DecisionWord::Confirm => Decision::Confirm,
        DecisionWord::Reopen => Decision::Reopen,
        DecisionWord::SetAside => {
            let reason = reason.as_deref().and_then(Reason::new);
            Decision::SetAside(reason.ok_or_else(|| ApiError::invalid("reason-needed"))?)
        }
    };
    let readable = list::readable(&asked).await?;
    let (store, edition) = (&asked.app.store, asked.edition());
    let records = store.key_points(edition).await?.into_iter();
    let records = records.filter(|one| readable.contains_key(&one.key_point.session_id));
    let records: HashMap<KeyPointKey, KeyPointRecord> =
        records.map(|one| (one.key_point.key(), one)).collect();
    let mut new = Vec::new();
    let mut refused = HashMap::new();
    for point in &key_points {
        let upon = Upon {
            seen: Some(point.state),
            session: None,
            words: Some(point.words_hash.clone()),
        };
        let record = found(records.get(&point.key()));
        match record.and_then(|record| decided(record, &upon, &decision, &asked.who)) {
            Ok(decision) => new.push(decision),
            Err(error) => drop(refused.insert(point.key(), error.code())),
        }
    }
    let taken = store.decide(edition, new).await?;
    let taken: HashSet<KeyPointKey> = taken.into_iter().collect();
    if !taken.is_empty() {
        asked.app.changed(edition, What::KeyPoints);
    }
    let left_out = key_points
        .iter()
        .filter(|point| !taken.contains(&point.key()));
    let left_out = left_out.map(|point| LeftOut {
        id: point.id.0,
        session_id: point.session_id.to_string(),
        code: refused
            .get(&point.key())
            .copied()
            .unwrap_or("changed-meanwhile"),
    });
    let left_out = left_out.collect();
    let mut records = store.key_points(edition).await?;
    records.retain(|record| taken.contains(&record.key_point.key()));
    let decided = list::views(records, &readable);
    Ok(Json(SeveralDecided { decided, left_out }))
}
