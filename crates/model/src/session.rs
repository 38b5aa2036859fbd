//! Sessions of an edition: what is on the programme, and how far their notes are.

use serde::{Deserialize, Serialize};

use crate::id::SessionId;

/// A session of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Names the session within its edition.
    pub id: SessionId,
    /// Its title; `None` while none is published.
    pub title: Option<String>,
    /// What sort of meeting it is.
    pub kind: SessionKind,
    /// The event it is held at, where that is not the annual meeting: "EuroDIG 2023".
    pub event: Option<String>,
    /// Room, town or both.
    pub place: Option<String>,
    /// IANA name of the time zone that `start` and `end` are written in.
    pub timezone: Option<String>,
    /// Local start: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    pub start: Option<String>,
    /// Local end, written like `start`.
    pub end: Option<String>,
    /// The region whose view it brings in.
    pub region: Option<String>,
    /// Whether speakers may be named.
    #[serde(default)]
    pub attribution: Attribution,
    /// The questions it was called to discuss.
    #[serde(default)]
    pub policy_questions: Vec<String>,
    /// Who takes part.
    #[serde(default)]
    pub people: Vec<Participant>,
    /// Pages about it.
    #[serde(default)]
    pub links: Vec<String>,
    /// What whoever made the programme wants known.
    pub remark: Option<String>,
    /// Its recordings, in the order that sources count them.
    #[serde(default)]
    pub recordings: Vec<Recording>,
}

impl Session {
    /// The title, or the event, or the id: never empty.
    pub fn name(&self) -> &str {
        self.title
            .as_deref()
            .or(self.event.as_deref())
            .unwrap_or(self.id.as_str())
    }
}

/// What sort of meeting a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionKind {
    /// A session at the annual meeting.
    Session,
    /// The roundtable of the annual meeting.
    Roundtable,
    /// A meeting at a regional IGF in the months before.
    Regional,
    /// The closing of the track.
    Closing,
}

impl SessionKind {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Roundtable => "roundtable",
            Self::Regional => "regional",
            Self::Closing => "closing",
        }
    }
}

/// Whether what was said may be linked to who said it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attribution {
    /// Speakers may be named.
    #[default]
    Named,
    /// The Chatham House Rule: what was said may be used, who said it may not be told.
    ChathamHouse,
}

impl Attribution {
    /// Whether anything but the page of the notes may lead to who spoke, and to the second at which they did.
    pub fn may_name(self) -> bool {
        self == Self::Named
    }
}

/// Someone on the programme of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Opaque name used inside notes; made at import, files do not give it.
    #[serde(skip)]
    pub id: String,
    /// The person's name.
    pub name: String,
    /// What the person does in the session: speaker, moderator, participant.
    pub role: String,
    /// Office and body.
    pub affiliation: Option<String>,
    /// Whether the person takes part from afar.
    #[serde(default)]
    pub remote: bool,
}

/// A recording of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recording {
    /// Where it can be played.
    pub url: String,
    /// Local time at its beginning, `YYYY-MM-DDTHH:MM`.
    pub starts_at: Option<String>,
}

/// How far the notes of a session are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionState {
    /// On the programme.
    Planned,
    /// A rapporteur is named.
    Assigned,
    /// Notes are being written.
    Live,
    /// The rapporteur has handed the notes in.
    Submitted,
    /// The moderator stands by the key points.
    Confirmed,
    /// Nothing can be changed.
    Locked,
}

impl SessionState {
    /// Whether people may write in the notes.
    pub fn is_writable(self) -> bool {
        matches!(self, Self::Planned | Self::Assigned | Self::Live)
    }

    /// The state after `step`, or `None` where the step cannot be taken from here.
    pub fn after(self, step: SessionStep) -> Option<Self> {
        match (self, step) {
            (state, SessionStep::Submit) if state.is_writable() => Some(Self::Submitted),
            (Self::Submitted, SessionStep::Confirm) => Some(Self::Confirmed),
            (Self::Submitted | Self::Confirmed, SessionStep::Reopen) => Some(Self::Live),
            _ => None,
        }
    }

    /// What a session is shown as: while its notes are not handed in, the programme says whether it is being held, whatever state
    /// an import or a reopening left it in.
    #[must_use]
    pub fn shown(self, is_on: bool, has_rapporteur: bool) -> Self {
        match self {
            state if !state.is_writable() => state,
            _ if is_on => Self::Live,
            _ if has_rapporteur => Self::Assigned,
            _ => Self::Planned,
        }
    }

    /// The word used in files, SQL and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Assigned => "assigned",
            Self::Live => "live",
            Self::Submitted => "submitted",
            Self::Confirmed => "confirmed",
            Self::Locked => "locked",
        }
    }
}

/// A step that someone takes with a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStep {
    /// The rapporteur hands the notes in.
    Submit,
    /// The moderator confirms the key points.
    Confirm,
    /// Writing begins again.
    Reopen,
}
