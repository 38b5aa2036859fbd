//! The programme.

use std::sync::Arc;

use axum::{Json, extract::State};
use model::{
    may::{Action, Object},
    session::{Attribution, SessionState, SessionStep},
};
use storage::programme::SessionRecord;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place::{self, Seen},
        views::{ParticipantView, PersonName, RecordingView, SessionRights, SessionView},
    },
    app::App,
    rooms::MOST_KEY_POINTS,
    sign_in::SignedIn,
};

/// Lists the sessions of an edition, in the order of its programme.
#[utoipa::path(get, path = "/api/editions/{edition}/sessions", params(("edition" = String, Path)), responses((status = 200, body = [SessionView]), (status = 404, body = ErrorBody)))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(edition): Path<String>,
) -> Result<Json<Vec<SessionView>>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    let sessions = app.store.sessions(seen.id()).await?;
    let views = sessions
        .into_iter()
        .filter(|record| {
            who.may(
                Action::Read,
                Object::Notes(seen.place(), &record.session.id, record.state),
            )
        })
        .map(|record| view(&seen, &who, record))
        .collect();
    Ok(Json(views))
}

/// A session as JSON, for the person who asks.
pub(crate) fn view(seen: &Seen, who: &SignedIn, record: SessionRecord) -> SessionView {
    let SessionRecord {
        session,
        state,
        document_id,
        key_points,
        characters,
        rapporteurs,
    } = record;
    let may = |action| who.may(action, Object::Notes(seen.place(), &session.id, state));
    let rights = SessionRights {
        write: may(Action::Write),
        submit: state.after(SessionStep::Submit).is_some() && may(Action::Submit),
        confirm: state.after(SessionStep::Confirm).is_some() && may(Action::Confirm),
        reopen: state.after(SessionStep::Reopen).is_some() && may(Action::Reopen),
    };
    SessionView {
        id: session.id.to_string(),
        title: session.title,
        event: session.event,
        kind: session.kind.as_str().to_owned(),
        place: session.place,
        timezone: session.timezone,
        start: session.start,
        end: session.end,
        state: SessionState::as_str(state).to_owned(),
        region: session.region,
        attribution: match session.attribution {
            Attribution::Named => "named",
            Attribution::ChathamHouse => "chatham-house",
        }
        .to_owned(),
        policy_questions: session.policy_questions,
        people: session
            .people
            .into_iter()
            .map(|one| ParticipantView {
                id: one.id,
                name: one.name,
                role: one.role,
                affiliation: one.affiliation,
                remote: one.remote,
            })
            .collect(),
        links: session.links,
        remark: session.remark,
        recordings: session
            .recordings
            .into_iter()
            .map(|one| RecordingView {
                url: one.url,
                starts_at: one.starts_at,
            })
            .collect(),
        rapporteurs: rapporteurs
            .into_iter()
            .map(|one| PersonName {
                id: one.id.0,
                name: one.name,
            })
            .collect(),
        key_points: u32::try_from(key_points).unwrap_or_default(),
        most_key_points: MOST_KEY_POINTS,
        notes_characters: u32::try_from(characters).unwrap_or_default(),
        notes_url: document_id.url(),
        document_id: document_id.to_string(),
        may: rights,
    }
}
