//! The shape of a `rapporteur-edition/1` file.

use model::{
    edition::{Addressee, Edition, Theme, Track},
    id::{AddresseeId, DeadlineId, SessionId, ThemeId},
    key_point::{Basis, KeyPointKind, KeyPointState, Stance},
    language::Lang,
    session::{Attribution, Participant, Recording, SessionKind},
};
use serde::Deserialize;

/// The one value of `format` that is understood.
pub(super) const FORMAT: &str = "rapporteur-edition/1";

/// An edition with its programme, and what is already known of its notes and key points.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// Must be [`FORMAT`].
    pub format: String,
    /// The track that the edition belongs to.
    pub track: Track,
    /// The edition.
    pub edition: Edition,
    /// The themes that key points are sorted by.
    pub themes: Vec<Theme>,
    /// Whom key points can call on.
    pub addressees: Vec<Addressee>,
    /// What is due, and when.
    #[serde(default)]
    pub deadlines: Vec<DeadlineEntry>,
    /// The programme.
    pub sessions: Vec<SessionEntry>,
    /// Documents about the edition; known by title only.
    #[serde(default)]
    #[expect(dead_code, reason = "checked with the file; nothing shows them yet")]
    pub documents: Vec<Paper>,
}

/// A document about the edition, such as its invitation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "checked with the file; nothing shows them yet")]
pub(crate) struct Paper {
    /// Its title.
    pub title: String,
    /// What it is: `invitation`, `concept-note`, `information-note`.
    pub kind: String,
}

/// Something that is due in the edition.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeadlineEntry {
    /// Names it.
    pub id: DeadlineId,
    /// What is due.
    pub label: String,
    /// The session it is about.
    pub session: Option<SessionId>,
    /// When work on it may begin, in the edition's time zone.
    pub opens: Option<String>,
    /// When it is due, in the edition's time zone.
    pub due: String,
}

/// A session of the programme.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct SessionEntry {
    /// Names the session.
    pub id: SessionId,
    /// Its title, if one is published.
    pub title: Option<String>,
    /// What sort of meeting it is.
    pub kind: SessionKind,
    /// The event it is held at.
    pub event: Option<String>,
    /// Room, town or both.
    pub place: Option<String>,
    /// IANA time zone of `start` and `end`.
    pub timezone: Option<String>,
    /// Local start.
    pub start: Option<String>,
    /// Local end.
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
    /// What whoever made the file wants known.
    pub remark: Option<String>,
    /// Its recordings.
    #[serde(default)]
    pub recordings: Vec<Recording>,
    /// Its notes, block by block; `None` where there are none yet.
    pub notes: Option<Vec<BlockEntry>>,
    /// Its key points.
    #[serde(default)]
    pub key_points: Vec<KeyPointEntry>,
}

/// A block of the notes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BlockEntry {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: BlockType,
    /// Its text.
    pub text: String,
    /// For headings, 1 to 3.
    pub level: Option<u8>,
    /// For list items, 0 to 4.
    pub indent: Option<u8>,
    /// Its language, where it is not the edition's.
    pub lang: Option<Lang>,
}

/// The blocks that notes are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum BlockType {
    /// Running text.
    Paragraph,
    /// A heading.
    Heading,
    /// Words of somebody else.
    Blockquote,
    /// An item of a numbered list.
    OrderedListItem,
    /// An item of a bulleted list.
    UnorderedListItem,
}

/// A key point of a session.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct KeyPointEntry {
    /// The short sentence for the output document.
    pub statement: String,
    /// The words of the notes it rests on; needed where the file gives notes.
    pub quote: Option<String>,
    /// Its themes.
    #[serde(default)]
    pub themes: Vec<ThemeId>,
    /// Whom it calls on.
    pub addressee: Option<AddresseeId>,
    /// Whether it calls for something.
    pub kind: Option<KeyPointKind>,
    /// How the room stood to it.
    pub stance: Option<Stance>,
    /// Whether somebody said it.
    #[serde(default)]
    pub basis: Basis,
    /// How the speaker may be described.
    pub speaker: Option<String>,
    /// Who said it, by name.
    pub attributed_to: Option<String>,
    /// A page, or a moment of a recording.
    pub source: Option<SourceEntry>,
    /// How far it is.
    #[serde(default)]
    pub state: KeyPointState,
    /// Why it was set aside.
    pub reason: Option<String>,
    /// Language of the statement, where it is not the edition's.
    pub lang: Option<Lang>,
}

/// Where something was said.
#[derive(Debug, Clone, Deserialize)]
#[serde(
    untagged,
    expecting = "must be the address of a page, or an object with \"recording\" and \"at\""
)]
pub(crate) enum SourceEntry {
    /// The address of a page.
    Link(String),
    /// A moment of a recording.
    Recording {
        /// Which recording of the session, counted from 0.
        recording: u32,
        /// How far into it, `HH:MM:SS`.
        at: String,
    },
}
