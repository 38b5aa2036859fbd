//! Roles, and where they are held.

use serde::{Deserialize, Serialize};

use crate::id::{EditionId, SessionId, TrackId};

/// What somebody does in a track.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Keeps people, programme and deadlines.
    Coordinator,
    /// Writes the notes and marks the key points of the sessions assigned to them.
    Rapporteur,
    /// Confirms the key points of a session.
    Moderator,
    /// Decides key points and edits the output document.
    Editor,
    /// Writes a language version.
    Translator,
    /// Reads versions, comments and amends while a round is open.
    Reviewer,
    /// Exports and publishes.
    Staff,
    /// Reads.
    Reader,
}

impl Role {
    /// Every role, in the order of PRODUCT.md's list.
    pub const ALL: [Self; 8] = [
        Self::Coordinator,
        Self::Rapporteur,
        Self::Moderator,
        Self::Editor,
        Self::Translator,
        Self::Reviewer,
        Self::Staff,
        Self::Reader,
    ];

    /// The word used in files, SQL and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Rapporteur => "rapporteur",
            Self::Moderator => "moderator",
            Self::Editor => "editor",
            Self::Translator => "translator",
            Self::Reviewer => "reviewer",
            Self::Staff => "staff",
            Self::Reader => "reader",
        }
    }
}

/// Where a role is held.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In every edition of a track.
    Track(TrackId),
    /// In an edition and all its sessions.
    Edition(EditionId),
    /// In one session.
    Session(EditionId, SessionId),
}

/// A role that somebody holds somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it is held.
    pub scope: Scope,
}
