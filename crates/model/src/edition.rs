//! A track, its yearly editions, and what an edition sorts its key points by.

use serde::{Deserialize, Serialize};

use crate::{
    id::{AddresseeId, DeadlineId, EditionId, SessionId, ThemeId, TrackId},
    language::{Label, Lang},
};

/// A conference track, such as the Parliamentary Track of the Internet Governance Forum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Track {
    /// Names the track.
    pub id: TrackId,
    /// Its title, by language.
    pub title: Label,
    /// The languages its documents are published in.
    pub languages: Vec<Lang>,
    /// The language its documents are written in first.
    pub original_language: Lang,
}

/// One year's edition of a track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Edition {
    /// Names the edition.
    pub id: EditionId,
    /// Its title.
    pub title: String,
    /// The conference it belongs to: "18th Internet Governance Forum".
    pub forum: Option<String>,
    /// The theme of the track in this edition.
    pub theme: Option<String>,
    /// The theme of the whole conference.
    pub overarching_theme: Option<String>,
    /// Where it meets.
    pub place: Option<String>,
    /// IANA name of the time zone of the place.
    pub timezone: Option<String>,
    /// First day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub to: Option<String>,
    /// Who organises it, one a line.
    #[serde(default)]
    pub organisers: Vec<String>,
}

/// A theme of an edition, such as "Data Governance & Trust".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Names the theme.
    pub id: ThemeId,
    /// Its words, by language.
    pub label: Label,
}

/// Whom a key point calls on, such as "Parliaments".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// Names the addressee.
    pub id: AddresseeId,
    /// Its words, by language.
    pub label: Label,
}

/// Something that is due in an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// Names the deadline within its edition.
    pub id: DeadlineId,
    /// What is due, in the words of who set it.
    pub label: String,
    /// The session it is about, if it is about one.
    pub session_id: Option<SessionId>,
    /// When work on it may begin, in milliseconds since 1970 UTC.
    pub opens_at: Option<i64>,
    /// When it is due, in milliseconds since 1970 UTC.
    pub due_at: i64,
}
