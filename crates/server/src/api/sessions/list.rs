//! The programme.

use axum::Json;
use model::{
    may::Action,
    session::{Session, SessionStep},
};
use storage::programme::SessionRecord;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        place::Asked,
        views::{ParticipantView, PersonName, RecordingView, SessionRights, SessionView},
    },
    effects::now,
    import::{moment, zone},
    rooms::MOST_KEY_POINTS,
};

/// An hour, in milliseconds.
const HOUR: i64 = 3_600_000;

/// Lists the sessions of an edition, in the order of its programme.
#[utoipa::path(get, path = "/api/editions/{edition}/sessions", params(("edition" = String, Path)), responses((status = 200, body = [SessionView]), (status = 404, body = ErrorBody)))]
pub(crate) async fn list(asked: Asked) -> Result<Json<Vec<SessionView>>, ApiError> {
    let mut sessions = asked.app.store.sessions(asked.edition()).await?;
    sessions.retain(|one| asked.may_notes(Action::Read, &one.session.id, one.state));
    let views = sessions.into_iter().map(|record| view(&asked, record));
    Ok(Json(views.collect()))
}

/// A session as JSON, for the person who asks; where nobody may be named, without what leads to those who take part.
pub(crate) fn view(asked: &Asked, mut record: SessionRecord) -> SessionView {
    let session = &mut record.session;
    if !session.attribution.may_name() {
        session.people.clear();
        session.recordings.clear();
        session.links.clear();
        session.remark = None;
    }
    whole(asked, record)
}

/// A session as the page of its notes shows it.
pub(crate) fn whole(asked: &Asked, record: SessionRecord) -> SessionView {
    let SessionRecord {
        session,
        state,
        document_id,
        key_points,
        characters,
        rapporteurs,
    } = record;
    let may = |action| asked.may_notes(action, &session.id, state);
    let of_edition = &asked.seen.record.edition.timezone;
    let timezone = session.timezone.clone().or_else(|| of_edition.clone());
    let shown = state.shown(
        is_on(&session, timezone.as_deref(), now()),
        !rapporteurs.is_empty(),
    );
    let rights = SessionRights {
        write: may(Action::Write),
        submit: state.after(SessionStep::Submit).is_some() && may(Action::Submit),
        confirm: state.after(SessionStep::Confirm).is_some() && may(Action::Confirm),
        reopen: state.after(SessionStep::Reopen).is_some() && may(Action::Reopen),
    };
    let people = session.people.into_iter().map(|one| ParticipantView {
        id: one.id,
        name: one.name,
        role: one.role,
        affiliation: one.affiliation,
        remote: one.remote,
    });
    let recordings = session.recordings.into_iter().map(|one| RecordingView {
        url: one.url,
        starts_at: one.starts_at,
    });
    SessionView {
        id: session.id.to_string(),
        title: session.title,
        event: session.event,
        kind: session.kind,
        place: session.place,
        timezone,
        start: session.start,
        end: session.end,
        state: shown,
        region: session.region,
        attribution: session.attribution,
        policy_questions: session.policy_questions,
        people: people.collect(),
        links: session.links,
        remark: session.remark,
        recordings: recordings.collect(),
        rapporteurs: rapporteurs.into_iter().map(PersonName::from).collect(),
        key_points: u32::try_from(key_points).unwrap_or_default(),
        most_key_points: MOST_KEY_POINTS,
        notes_characters: u32::try_from(characters).unwrap_or_default(),
        notes_url: document_id.url(),
        document_id: document_id.to_string(),
        may: rights,
    }
}

/// Whether a session is being held at a moment. A day without an hour lasts to its end, a start without an end for an hour.
fn is_on(session: &Session, timezone: Option<&str>, at: i64) -> bool {
    let zone = zone(timezone);
    let length = |time: &str| if time.contains('T') { 0 } else { 24 * HOUR };
    let Some(start) = session.start.as_deref() else {
        return false;
    };
    let begins = moment(start, &zone);
    let ends = match session.end.as_deref() {
        Some(end) => moment(end, &zone).map(|ends| ends + length(end)),
        None => begins.map(|begins| begins + length(start).max(HOUR)),
    };
    begins.is_some_and(|begins| begins <= at) && ends.is_some_and(|ends| at < ends)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use model::session::SessionState;

    use super::*;

    fn shown(start: Option<&str>, end: Option<&str>, at: &str) -> &'static str {
        let session: Session = serde_json::from_value(serde_json::json!({
            "id": "s", "kind": "session", "start": start, "end": end,
        }))
        .unwrap();
        let at = at.parse::<jiff::Timestamp>().unwrap().as_millisecond();
        let is_on = is_on(&session, Some("Asia/Tokyo"), at);
        SessionState::Planned.shown(is_on, false).as_str()
    }

    #[test]
    fn only_what_is_being_held_is_live() {
        let [start, end] = ["2023-10-09T15:15", "2023-10-09T16:45"].map(Some);
        assert_eq!(shown(start, end, "2023-10-09T06:14:00Z"), "planned");
        assert_eq!(shown(start, end, "2023-10-09T06:15:00Z"), "live");
        assert_eq!(shown(start, end, "2023-10-09T07:45:00Z"), "planned");
        assert_eq!(shown(start, None, "2023-10-09T07:14:00Z"), "live");
        assert_eq!(shown(start, None, "2023-10-09T07:15:00Z"), "planned");
        let [first, last] = ["2023-10-08", "2023-10-09"].map(Some);
        assert_eq!(shown(first, last, "2023-10-09T14:59:00Z"), "live");
        assert_eq!(shown(first, None, "2023-10-09T14:59:00Z"), "planned");
        assert_eq!(shown(None, None, "2023-10-09T06:15:00Z"), "planned");
    }

    #[test]
    fn a_session_with_a_rapporteur_is_assigned_and_one_handed_in_stays_so() {
        let planned = SessionState::Planned;
        assert_eq!(planned.shown(false, true), SessionState::Assigned);
        assert_eq!(planned.shown(true, true), SessionState::Live);
        // As an earlier version imported what is over, and as a reopening leaves it.
        let live = SessionState::Live;
        assert_eq!(live.shown(false, true), SessionState::Assigned);
        assert_eq!(live.shown(false, false), planned);
        let submitted = SessionState::Submitted;
        assert_eq!(submitted.shown(true, true), submitted);
    }
}
