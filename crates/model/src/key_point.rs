//! Key points: the sentences of the notes that the output document is made of.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{
    id::{AddresseeId, KeyPointId, PersonId, SessionId, ThemeId},
    language::Lang,
    session::Participant,
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
    /// Whether it calls for something; `None` until somebody says so.
    pub kind: Option<KeyPointKind>,
    /// How the room stood to it; `None` until somebody says so.
    pub stance: Option<Stance>,
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
    /// What an editor corrected; `None` where all of it is as the notes have it.
    pub correction: Option<Correction>,
}

/// An editor's correction. It stands beside the notes: what the key point says is the editor's, and the notes keep theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Correction {
    /// What the notes have.
    pub noted: Said,
    /// What the statement of the notes was when it was corrected.
    pub noted_then: String,
    /// Who corrected it.
    pub by: PersonId,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
}

/// What an editor can correct of a key point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// The short sentence for the output document.
    pub statement: String,
    /// The themes it belongs to.
    pub themes: Vec<ThemeId>,
    /// Whom it calls on.
    pub addressee: Option<AddresseeId>,
    /// Whether it calls for something.
    pub kind: Option<KeyPointKind>,
    /// How the room stood to it.
    pub stance: Option<Stance>,
    /// Who said it, by the id that notes have for a participant.
    pub speaker: Option<String>,
    /// Who said it, by name.
    pub attributed_to: Option<String>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyPointKind {
    /// Somebody should do something.
    CallToAction,
    /// Something is so.
    Observation,
}

/// How the room stood to a key point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// The room was of one mind.
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
    /// One that was marked, with its statement and nothing else.
    pub fn marked(id: KeyPointId, session_id: SessionId, statement: String, lang: Lang) -> Self {
        Self {
            id,
            session_id,
            statement,
            quote: String::new(),
            lang,
            themes: Vec::new(),
            addressee: None,
            kind: None,
            stance: None,
            basis: Basis::Reported,
            source: None,
            speaker: None,
            attributed_to: None,
            passage_gone: false,
            state: KeyPointState::Captured,
            decided_statement: None,
            reason: None,
            decided_by: None,
            decided_at: None,
            marked_by: None,
            marked_at: 0,
            correction: None,
        }
    }

    /// What of it an editor can correct, as it is.
    pub fn said(&self) -> Said {
        Said {
            statement: self.statement.clone(),
            themes: self.themes.clone(),
            addressee: self.addressee.clone(),
            kind: self.kind,
            stance: self.stance,
            speaker: self.speaker.clone(),
            attributed_to: self.attributed_to.clone(),
        }
    }

    /// What the notes have of what an editor can correct.
    pub fn noted(&self) -> Said {
        let correction = self.correction.as_ref();
        correction.map_or_else(|| self.said(), |correction| correction.noted.clone())
    }

    /// As it is when it says this. Nothing but the notes is left of it where that is what the notes have.
    ///
    /// What an editor decided holds for the new words too: an editor has seen them. What the moderator confirmed does not.
    pub fn corrected(&self, said: Said, by: PersonId, at: i64) -> Self {
        let noted = self.noted();
        let correction = (said != noted).then(|| Correction {
            noted_then: noted.statement.clone(),
            noted,
            by,
            at,
        });
        let mut new = Self {
            correction,
            ..self.saying(said)
        };
        let is_an_editors = matches!(
            self.state,
            KeyPointState::Accepted | KeyPointState::SetAside
        );
        if is_an_editors && new.statement != self.statement && new.has_statement() {
            new.decided_statement = Some(new.statement.clone());
        }
        new
    }

    /// It, saying something else.
    pub fn saying(&self, said: Said) -> Self {
        Self {
            statement: said.statement,
            themes: said.themes,
            addressee: said.addressee,
            kind: said.kind,
            stance: said.stance,
            speaker: said.speaker,
            attributed_to: said.attributed_to,
            ..self.clone()
        }
    }

    /// Whether its notes were reworded after an editor had put it in other words. An editor looks again.
    pub fn is_overtaken(&self) -> bool {
        self.correction.as_ref().is_some_and(|correction| {
            let noted = &correction.noted.statement;
            *noted != self.statement && !is_same_words(noted, &correction.noted_then)
        })
    }

    /// Who said it, by name, where that is known. Whether it may be told is another question.
    pub fn said_by<'a>(&'a self, people: &'a [Participant]) -> Option<&'a str> {
        let named = self.attributed_to.as_deref();
        let by_id = || {
            let id = self.speaker.as_deref().filter(|id| !id.is_empty())?;
            let person = people.iter().find(|person| person.id == id)?;
            Some(person.name.as_str())
        };
        named.filter(|name| !name.trim().is_empty()).or_else(by_id)
    }

    /// What names it within its edition.
    pub fn key(&self) -> KeyPointKey {
        KeyPointKey {
            session_id: self.session_id.clone(),
            id: self.id,
        }
    }

    /// Whether it says something else than what was decided on. Spaces say nothing.
    pub fn is_reworded(&self) -> bool {
        let decided = self.decided_statement.as_deref();
        decided.is_some_and(|decided| !is_same_words(decided, &self.statement))
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

/// Whether two statements differ in spaces at most.
fn is_same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
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

    fn point(state: KeyPointState) -> KeyPoint {
        let id = KeyPointId(uuid::Uuid::from_u128(1));
        let words = "Report each breach.".to_owned();
        KeyPoint {
            state,
            decided_statement: (state != KeyPointState::Captured).then(|| words.clone()),
            ..KeyPoint::marked(id, "s".parse().unwrap(), words, Lang::english())
        }
    }

    fn correct(point: &KeyPoint, statement: &str) -> KeyPoint {
        let said = Said {
            statement: statement.to_owned(),
            ..point.said()
        };
        point.corrected(said, PersonId(uuid::Uuid::from_u128(2)), 5)
    }

    /// What the notes say by now.
    fn reworded(point: &KeyPoint, statement: &str) -> KeyPoint {
        let mut point = point.clone();
        point.correction.as_mut().unwrap().noted.statement = statement.to_owned();
        point
    }

    #[test]
    fn what_an_editor_decided_holds_for_an_editors_words_and_what_a_moderator_confirmed_does_not() {
        for (state, is_reworded) in [
            (KeyPointState::Captured, false),
            (KeyPointState::Confirmed, true),
            (KeyPointState::Accepted, false),
            (KeyPointState::SetAside, false),
        ] {
            let corrected = correct(&point(state), "Report it.");
            assert_eq!(corrected.is_reworded(), is_reworded, "{state:?}");
            assert_eq!(corrected.noted().statement, "Report each breach.");
            let back = corrected.corrected(corrected.noted(), PersonId(uuid::Uuid::nil()), 6);
            assert_eq!(back, point(state), "{state:?}");
        }
    }

    #[test]
    fn notes_that_are_reworded_after_an_editor_overtake_the_correction_until_it_is_kept() {
        let corrected = correct(&point(KeyPointState::Accepted), "Report it.");
        assert!(!reworded(&corrected, " Report  each breach.").is_overtaken());
        let overtaken = reworded(&corrected, "Report no breach.");
        assert!(overtaken.is_overtaken());
        assert_eq!(overtaken.decided_words(), "Report it.");
        assert!(!correct(&overtaken, "Report it.").is_overtaken());
        // The notes say by now what the editor says.
        assert!(!reworded(&corrected, "Report it.").is_overtaken());
    }

    #[test]
    fn what_is_used_is_decided_in_the_document_and_nowhere_else() {
        assert_eq!(KeyPointState::Used.after(&Decision::Reopen), None);
        assert_eq!(KeyPointState::Used.after(&Decision::Accept), None);
    }
}
