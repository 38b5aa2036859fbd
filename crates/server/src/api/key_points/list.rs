//! The key points of an edition.

use std::{collections::HashMap, sync::Arc};

use axum::{Json, extract::State};
use model::{
    id::SessionId,
    key_point::{Basis, KeyPointKind, KeyPointState, Source, Stance},
    may::{Action, Object},
    session::Attribution,
};
use storage::key_points::KeyPointRecord;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place::{self, Seen},
        views::{KeyPointView, PersonName, SourceView, UseView},
    },
    app::App,
    sign_in::SignedIn,
};

/// Lists the key points of an edition, by session and place in its notes.
#[utoipa::path(get, path = "/api/editions/{edition}/key-points", params(("edition" = String, Path)), responses((status = 200, body = [KeyPointView]), (status = 404, body = ErrorBody)))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(edition): Path<String>,
) -> Result<Json<Vec<KeyPointView>>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    let rules = rules(&app, &seen, &who).await?;
    let views = app
        .store
        .key_points(seen.id())
        .await?
        .into_iter()
        .filter_map(|record| {
            let attribution = *rules.get(&record.key_point.session_id)?;
            Some(view(record, attribution))
        })
        .collect();
    Ok(Json(views))
}

/// The sessions whose notes the person may read, with whether their speakers may be named.
pub(crate) async fn rules(
    app: &App,
    seen: &Seen,
    who: &SignedIn,
) -> Result<HashMap<SessionId, Attribution>, ApiError> {
    let sessions = app.store.sessions(seen.id()).await?;
    Ok(sessions
        .into_iter()
        .filter(|record| {
            who.may(
                Action::Read,
                Object::Notes(seen.place(), &record.session.id, record.state),
            )
        })
        .map(|record| (record.session.id, record.session.attribution))
        .collect())
}

/// A key point as JSON. Under the Chatham House Rule nobody is named.
pub(crate) fn view(record: KeyPointRecord, attribution: Attribution) -> KeyPointView {
    let state = state(&record);
    let has_statement = record.key_point.has_statement();
    let KeyPointRecord {
        key_point,
        marked_by,
        decided_by,
        uses,
        removed_at,
        ..
    } = record;
    let name = |one: storage::programme::PersonName| PersonName {
        id: one.id.0,
        name: one.name,
    };
    KeyPointView {
        id: key_point.id.0,
        session_id: key_point.session_id.to_string(),
        statement: key_point.statement,
        has_statement,
        quote: key_point.quote,
        lang: key_point.lang.to_string(),
        themes: key_point.themes.iter().map(ToString::to_string).collect(),
        addressee: key_point.addressee.map(|id| id.to_string()),
        kind: match key_point.kind {
            KeyPointKind::CallToAction => "call-to-action",
            KeyPointKind::Observation => "observation",
        }
        .to_owned(),
        stance: match key_point.stance {
            Stance::Convergence => "convergence",
            Stance::Divergence => "divergence",
            Stance::Proposal => "proposal",
        }
        .to_owned(),
        basis: match key_point.basis {
            Basis::Reported => "reported",
            Basis::Concept => "concept",
        }
        .to_owned(),
        state: state.as_str().to_owned(),
        reason: key_point.reason,
        decided_by: decided_by.map(name),
        decided_at: key_point.decided_at,
        marked_by: marked_by.map(name),
        marked_at: Some(key_point.marked_at),
        attributed_to: key_point
            .attributed_to
            .filter(|_| attribution == Attribution::Named),
        source: key_point.source.map(|source| match source {
            Source::Link { link } => SourceView {
                link: Some(link),
                recording: None,
                at: None,
            },
            Source::Recording { recording, at } => SourceView {
                link: None,
                recording: Some(recording),
                at: Some(at),
            },
        }),
        passage_gone: key_point.passage_gone,
        removed: removed_at.is_some(),
        used_in: uses
            .into_iter()
            .map(|one| UseView {
                output_document_id: one.output_document_id.to_string(),
                paragraph_id: one.used.paragraph_id.to_string(),
            })
            .collect(),
    }
}

/// The state that people see: an accepted key point that a paragraph rests on is used.
pub(crate) fn state(record: &KeyPointRecord) -> KeyPointState {
    match record.key_point.state {
        KeyPointState::Accepted if !record.uses.is_empty() => KeyPointState::Used,
        state => state,
    }
}
