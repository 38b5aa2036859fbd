//! What is known about an edition when its document is compiled.

use std::collections::BTreeMap;

use model::{
    edition::{Addressee, Edition, Theme, Track},
    id::SessionId,
    session::{Session, SessionKind},
};

/// The track, the edition and its sessions.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    /// The track.
    pub track: Track,
    /// The edition.
    pub edition: Edition,
    /// Its themes, in their order.
    pub themes: Vec<Theme>,
    /// Its addressees, in their order.
    pub addressees: Vec<Addressee>,
    /// Its sessions, in the order of the programme.
    pub sessions: Vec<Session>,
    /// The names of each session's rapporteurs.
    pub rapporteurs: BTreeMap<SessionId, Vec<String>>,
}

impl Programme {
    /// The session of that id.
    pub fn session(&self, id: &SessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == *id)
    }

    /// The sessions in the order of time; one without a date stands after the one before it on the programme.
    pub fn in_time_order(&self) -> Vec<&Session> {
        let mut last = "";
        let mut dated: Vec<(&str, &Session)> = self
            .sessions
            .iter()
            .map(|session| {
                last = session.start.as_deref().unwrap_or(last);
                (last, session)
            })
            .collect();
        dated.sort_by_key(|(start, _)| *start);
        dated.into_iter().map(|(_, session)| session).collect()
    }

    /// Whether a session's key points can be part of the edition's document.
    ///
    /// A session that begins after the edition's last day cannot, nor can a regional one of which no date is known.
    pub fn belongs(&self, session: &Session) -> bool {
        match (session.start.as_deref(), self.edition.to.as_deref()) {
            (Some(start), Some(end)) => date_of(start) <= date_of(end),
            (None, _) => session.kind != SessionKind::Regional,
            (Some(_), None) => true,
        }
    }
}

/// The `YYYY-MM-DD` of a local time.
pub(crate) fn date_of(time: &str) -> &str {
    time.split('T').next().unwrap_or(time)
}
