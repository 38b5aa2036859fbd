//! The output document of an edition, and the plan it is compiled by.

use serde::{Deserialize, Serialize};

use crate::{
    id::{AddresseeId, DocumentId, KeyPointId, OutputDocumentId, ParagraphId, SessionId, ThemeId},
    language::Lang,
};

/// An output document as SQL knows it; its text is in the Automerge document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputDocument {
    /// Names it within its edition.
    pub id: OutputDocumentId,
    /// The session whose messages it holds; `None` for the track's document.
    pub messages_of: Option<SessionId>,
    /// Its language.
    pub language: Lang,
    /// Its title.
    pub title: String,
    /// How far it is.
    pub state: OutputDocumentState,
    /// Where its text is.
    pub document_id: DocumentId,
    /// When the zero draft was written, in milliseconds since 1970 UTC.
    pub compiled_at: Option<i64>,
}

/// How far an output document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutputDocumentState {
    /// Nothing is compiled yet.
    Outline,
    /// The zero draft is written and being edited.
    ZeroDraft,
}

impl OutputDocumentState {
    /// The word used in SQL and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::ZeroDraft => "zero-draft",
        }
    }
}

/// What the paragraphs of a zero draft are grouped by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grouping {
    /// Whom they call on.
    #[default]
    Addressee,
    /// Their first theme.
    Theme,
    /// The session they were said in.
    Session,
}

/// Where a paragraph that rests on a key point belongs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKey {
    /// The key points that call on one addressee.
    Addressee(AddresseeId),
    /// The key points of one theme.
    Theme(ThemeId),
    /// The key points of one session.
    Session(SessionId),
    /// The key points that name none.
    Other,
    /// The key points on which the room was not of one mind, whatever they name.
    Differed,
}

/// Says that a paragraph rests on a key point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The key point's id.
    pub key_point_id: KeyPointId,
    /// The session in whose notes the key point is marked, where the document says so.
    pub session_id: Option<SessionId>,
    /// The paragraph.
    pub paragraph_id: ParagraphId,
}
