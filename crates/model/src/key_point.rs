//! Key points: the sentences of the notes that the output document is made of.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{
    id::{AddresseeId, KeyPointId, PersonId, SessionId, ThemeId},
    language::Lang,
};

/// A key point as the board and the zero draft see it: what the notes hold, and what the editors decided about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyPoint {
    /// Names the key point.
    pub id: KeyPointId,
    /// The session in whose notes it is marked.
    pub session_id: SessionId,
    /// The short sentence for the output document.
    pub statement: String,
    /// The words of the notes, as they were when it was marked.
    pub quote: String,
    /// Language of the statement.
    pub lang: Lang,
    /// The themes it belongs to.
    pub themes: Vec<ThemeId>,
    /// Whom it calls on.
    pub addressee: Option<AddresseeId>,
    /// Whether it calls for something.
    pub kind: KeyPointKind,
    /// How the room stood to it.
    pub stance: Stance,
    /// Whether somebody said it.
    pub basis: Basis,
    /// Where it was said, beyond the notes.
    pub source: Option<Source>,
    /// The opaque participant id of who said it, as the notes hold it.
    pub speaker: Option<String>,
    /// Who said it, where that may be told.
    pub attributed_to: Option<String>,
    /// Whether the marked passage is no longer in the notes.
    pub passage_gone: bool,
    /// How far it is.
    pub state: KeyPointState,
    /// What it said when that was decided; `None` while nothing is.
    pub decided_statement: Option<String>,
    /// Why it is in this state; always there when set aside.
    pub reason: Option<String>,
    /// Who decided it last.
    pub decided_by: Option<PersonId>,
    /// When it was decided, in milliseconds since 1970 UTC.
    pub decided_at: Option<i64>,
    /// Who marked it; `None` for imported ones.
    pub marked_by: Option<PersonId>,
    /// When the server first saw it, in milliseconds since 1970 UTC.
    pub marked_at: i64,
}

/// What names a key point within its edition. Its id is made on a device, so the notes of two sessions may hold the same one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyPointKey {
    /// The session in whose notes it is marked.
    pub session_id: SessionId,
    /// Its id in those notes.
    pub id: KeyPointId,
}

/// Key points of an edition, to be found by what documents name them by.
#[derive(Debug)]
pub struct KeyPointsById<'a>(HashMap<KeyPointId, Vec<&'a KeyPoint>>);

impl<'a> KeyPointsById<'a> {
    /// Sorts key points by their ids.
    pub fn of(points: impl IntoIterator<Item = &'a KeyPoint>) -> Self {
        let mut by_id: HashMap<_, Vec<&KeyPoint>> = HashMap::new();
        for point in points {
            by_id.entry(point.id).or_default().push(point);
        }
        for same in by_id.values_mut() {
            same.sort_by_key(|point| point.marked_at);
        }
        Self(by_id)
    }

    /// The key point that is meant. Documents that were written before they named sessions mean the one that was marked
    /// first: a copy never takes the place of what it was copied from.
    pub fn get(&self, id: KeyPointId, session: Option<&SessionId>) -> Option<&'a KeyPoint> {
        let is_meant =
            |point: &&&KeyPoint| session.is_none_or(|session| point.session_id == *session);
        self.called(id).iter().find(is_meant).copied()
    }

    /// All of this id, the one that was marked first before its copies.
    pub fn called(&self, id: KeyPointId) -> &[&'a KeyPoint] {
        self.0.get(&id).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Whether a key point calls for something.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum KeyPointKind {
    /// Somebody should do something.
    #[default]
    CallToAction,
    /// Something is so.
    Observation,
}

/// How the room stood to a key point.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// The room was of one mind.
    #[default]
    Convergence,
    /// The room was not.
    Divergence,
    /// Somebody proposed it; the room took no stand.
    Proposal,
}

/// Whether somebody said it.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// It was said in the session.
    #[default]
    Reported,
    /// It stands in the concept of the session only: it never enters a document as something that was said.
    Concept,
}

/// How far a key point is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum KeyPointState {
    /// Marked in the notes.
    #[default]
    Captured,
    /// The moderator stands by it.
    Confirmed,
    /// An editor takes it for the output document.
    Accepted,
    /// A paragraph of the output document rests on it.
    Used,
    /// Another key point says it.
    Merged,
    /// An editor left it out, with a reason.
    SetAside,
}

/// Where something was said, beyond the notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Source {
    /// A moment of one of the session's recordings.
    Recording {
        /// Which recording, counted from 0.
        recording: u32,
        /// How far into it, `HH:MM:SS`.
        at: String,
    },
    /// A page.
    Link {
        /// Its address.
        link: String,
    },
}

/// What an editor or moderator decides about a key point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The moderator stands by it.
    Confirm,
    /// It goes into the output document.
    Accept,
    /// It does not, because of the reason.
    SetAside(Reason),
    /// The last decision is taken back.
    Reopen,
}

/// A reason that somebody gave: never blank, at most 2,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl KeyPoint {
    /// What names it within its edition.
    pub fn key(&self) -> KeyPointKey {
        KeyPointKey {
            session_id: self.session_id.clone(),
            id: self.id,
        }
    }

    /// Whether it says something else than what was decided on. Spaces say nothing.
    pub fn is_reworded(&self) -> bool {
        let decided = self.decided_statement.as_deref().map(str::split_whitespace);
        decided.is_some_and(|decided| !decided.eq(self.statement.split_whitespace()))
    }

    /// What enters the output document: what was seen by whoever decided.
    pub fn decided_words(&self) -> &str {
        let decided = self.decided_statement.as_deref();
        decided.unwrap_or(&self.statement)
    }

    /// Whether a decision repeats the last one, for words that were changed since.
    pub fn is_decided_again_by(&self, decision: &Decision) -> bool {
        let repeats = matches!(
            (self.state, decision),
            (KeyPointState::Accepted, Decision::Accept)
                | (KeyPointState::Confirmed, Decision::Confirm)
        );
        repeats && self.is_reworded()
    }

    /// Whether it says something. Without words it has no place in the output document, and so is not accepted.
    pub fn has_statement(&self) -> bool {
        !self.statement.trim().is_empty()
    }
}

impl Reason {
    /// Takes the words, trimmed; `None` where they are blank or too long.
    pub fn new(words: &str) -> Option<Self> {
        let words = words.trim();
        (!words.is_empty() && words.chars().count() <= 2000).then(|| Self(words.to_owned()))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl KeyPointState {
    /// The state after a decision, or `None` where it cannot be taken from here.
    ///
    /// `Used` is not decided but seen: a key point is used while a paragraph rests on it, so it is never stored.
    pub fn after(self, decision: &Decision) -> Option<Self> {
        match (self, decision) {
            (Self::Captured, Decision::Confirm) => Some(Self::Confirmed),
            (Self::Captured | Self::Confirmed | Self::SetAside, Decision::Accept) => {
                Some(Self::Accepted)
            }
            (Self::Captured | Self::Confirmed | Self::Accepted, Decision::SetAside(_)) => {
                Some(Self::SetAside)
            }
            (
                Self::Confirmed | Self::Accepted | Self::SetAside | Self::Merged,
                Decision::Reopen,
            ) => Some(Self::Captured),
            _ => None,
        }
    }

    /// The word used in files, SQL and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Captured => "captured",
            Self::Confirmed => "confirmed",
            Self::Accepted => "accepted",
            Self::Used => "used",
            Self::Merged => "merged",
            Self::SetAside => "set-aside",
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use super::*;

    #[test]
    fn setting_aside_needs_a_reason_in_words() {
        assert!(Reason::new("  \n").is_none());
        let reason = Reason::new(" said by nobody ").unwrap();
        assert_eq!(reason.as_str(), "said by nobody");
        assert_eq!(
            KeyPointState::Confirmed.after(&Decision::SetAside(reason)),
            Some(KeyPointState::SetAside)
        );
    }

    #[test]
    fn what_is_used_is_decided_in_the_document_and_nowhere_else() {
        assert_eq!(KeyPointState::Used.after(&Decision::Reopen), None);
        assert_eq!(KeyPointState::Used.after(&Decision::Accept), None);
    }
}
