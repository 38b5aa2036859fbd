//! Tracks, editions and their programme.

use async_trait::async_trait;
use model::{
    edition::{Addressee, Deadline, Edition, Theme, Track},
    id::{DocumentId, EditionId, KeyPointId, OutputDocumentId, PersonId, SessionId, TrackId},
    key_point::KeyPoint,
    output_document::OutputDocumentState,
    session::{Session, SessionState},
};

use crate::{
    document_chunks::{Append, NewDocument},
    error::StoreError,
    output_documents::NewOutputDocument,
};

/// An edition in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionSummary {
    /// The track it belongs to.
    pub track_id: TrackId,
    /// Names it.
    pub id: EditionId,
    /// Its title.
    pub title: String,
    /// First day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub to: Option<String>,
    /// How far its main output document is; `None` where there is none yet.
    pub output_state: Option<OutputDocumentState>,
}

/// An edition with everything that its sessions share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionRecord {
    /// The track it belongs to.
    pub track: Track,
    /// The edition.
    pub edition: Edition,
    /// Its themes, in order.
    pub themes: Vec<Theme>,
    /// Its addressees, in order.
    pub addressees: Vec<Addressee>,
    /// Its deadlines, by when they are due.
    pub deadlines: Vec<Deadline>,
}

/// A session of an edition, with what a list of sessions shows about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRecord {
    /// What is on the programme.
    pub session: Session,
    /// How far its notes are.
    pub state: SessionState,
    /// Where its notes are.
    pub document_id: DocumentId,
    /// How many key points are marked in its notes, without those set aside or merged into another.
    pub key_points: i64,
    /// How many characters its notes have, as of the last projection.
    pub characters: i64,
    /// Who holds the role of rapporteur in this session.
    pub rapporteurs: Vec<PersonName>,
}

/// Somebody's id and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    /// Names the person.
    pub id: PersonId,
    /// The name shown to others.
    pub name: String,
}

/// A whole edition as a file gives it, with the documents made for it.
#[derive(Debug, Clone, PartialEq)]
pub struct EditionImport {
    /// SHA-256 of the file.
    pub file_sha256: [u8; 32],
    /// When it is imported.
    pub at: i64,
    /// The track.
    pub track: Track,
    /// The edition.
    pub edition: Edition,
    /// Its themes, in order.
    pub themes: Vec<Theme>,
    /// Its addressees, in order.
    pub addressees: Vec<Addressee>,
    /// Its deadlines.
    pub deadlines: Vec<Deadline>,
    /// Its sessions, in order.
    pub sessions: Vec<SessionImport>,
    /// Output documents that it begins with.
    pub output_documents: Vec<NewOutputDocument>,
}

/// A session as a file gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionImport {
    /// What is on the programme.
    pub session: Session,
    /// The state it begins in.
    pub state: SessionState,
    /// Its notes, with the key points marked in them.
    pub notes: NewDocument,
    /// How many characters the notes have.
    pub characters: i64,
    /// The key points of the notes, in the order of the text; their state is taken over.
    pub key_points: Vec<KeyPoint>,
}

/// Key points that a file adds to notes in which nobody has written yet.
#[derive(Debug, Clone, PartialEq)]
pub struct MoreKeyPoints {
    /// The changes of the notes that mark them.
    pub append: Append,
    /// They, each with its place in the text; their state is taken over.
    pub key_points: Vec<(KeyPoint, i64)>,
    /// When they are imported.
    pub at: i64,
}

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The file was the last one imported into this edition: nothing was written.
    pub unchanged: bool,
    /// Sessions that are new, with their notes and key points.
    pub sessions_added: Vec<SessionId>,
    /// Sessions that were there and of which the programme says something else now; their notes were not touched.
    pub sessions_updated: Vec<SessionId>,
    /// Sessions that were there and that the file lacks: they stay as they are.
    pub sessions_missing: Vec<SessionId>,
    /// How many key points are new.
    pub key_points_added: u64,
    /// How many key points of the file stand in the notes of such sessions already: with the same quote or the same statement.
    pub key_points_there: u64,
    /// Key points of the file that were left out, because people own the notes that they would stand in.
    pub key_points_left_out: Vec<KeyPointId>,
    /// Output documents that are new.
    pub output_documents_added: Vec<OutputDocumentId>,
}

/// A step that is to be taken with a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionMove {
    /// The session.
    pub session_id: SessionId,
    /// The state that it must be in.
    pub from: SessionState,
    /// The state that it comes into.
    pub to: SessionState,
    /// Who takes it.
    pub by: PersonId,
    /// When.
    pub at: i64,
}

/// Reads and writes tracks, editions and their programme.
#[async_trait]
pub trait Programme: Send + Sync {
    /// Writes a whole edition in one transaction.
    ///
    /// What people wrote is never overwritten: notes, key points, decisions and output documents that are there stay as they
    /// are, also where the file says otherwise, and nothing is removed. Facts of track, edition and programme are updated.
    /// What notes point to keeps its name: a participant who was there before, by name and affiliation, keeps the id, and a
    /// recording, by its address, its place among the others. The id of a new participant must be one that nobody of the
    /// session ever had.
    /// The file that was imported last into an edition changes nothing when it is imported again.
    async fn import_edition(&self, import: EditionImport) -> Result<Imported, StoreError>;

    /// Adds key points to the notes of a session; fails with [`StoreError::HeadMoved`], and nothing is written, where somebody
    /// has written there meanwhile.
    async fn add_key_points(
        &self,
        edition: &EditionId,
        session: &SessionId,
        more: MoreKeyPoints,
    ) -> Result<(), StoreError>;

    /// Every edition, the latest first.
    async fn editions(&self) -> Result<Vec<EditionSummary>, StoreError>;

    /// An edition with its track, themes, addressees and deadlines.
    async fn edition(&self, id: &EditionId) -> Result<Option<EditionRecord>, StoreError>;

    /// The sessions of an edition, in the order of the file.
    async fn sessions(&self, edition: &EditionId) -> Result<Vec<SessionRecord>, StoreError>;

    /// One session of an edition.
    async fn session(
        &self,
        edition: &EditionId,
        session: &SessionId,
    ) -> Result<Option<SessionRecord>, StoreError>;

    /// Moves a session from one state to another and notes it in the audit; `false`, and nothing written, where it is not (or
    /// no longer) in `from`.
    async fn move_session(
        &self,
        edition: &EditionId,
        step: SessionMove,
    ) -> Result<bool, StoreError>;
}
