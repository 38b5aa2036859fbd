//! Key points: a projection of the notes, and what was decided about them.

use async_trait::async_trait;
use model::{
    id::{EditionId, KeyPointId, OutputDocumentId, PersonId, SessionId},
    key_point::{KeyPoint, KeyPointKey, KeyPointState},
    output_document::Use,
};

use sha2::{Digest, Sha256};

use crate::{error::StoreError, programme::PersonName};

/// What the notes of a session hold, as of a sequence number of their document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotesProjection {
    /// The last chunk of the notes that was read.
    pub upto_seq: i64,
    /// How many characters the notes have.
    pub characters: i64,
    /// The key points that are marked, in the order of the text. Who marked one is kept when it is first seen, and ignored later;
    /// what notes do not hold is not looked at.
    pub key_points: Vec<KeyPoint>,
}

/// What a projection changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Projected {
    /// A projection of later chunks was there already: nothing was written.
    pub outdated: bool,
    /// Whether lists look different now: a key point changed, came or went, or the notes are no longer (or again) empty.
    pub changed: bool,
}

/// A key point with the names and uses that lists show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPointRecord {
    /// The key point. Its state is the decided one: never `Used`, which follows from `uses`.
    pub key_point: KeyPoint,
    /// Who marked it.
    pub marked_by: Option<PersonName>,
    /// Who decided it last.
    pub decided_by: Option<PersonName>,
    /// Who corrected it.
    pub corrected_by: Option<PersonName>,
    /// Its place among the key points of its session, in the order of the text.
    pub position: i64,
    /// Since when its mark is gone from the notes.
    pub removed_at: Option<i64>,
    /// The paragraphs that rest on it.
    pub uses: Vec<KeyPointUse>,
}

/// A paragraph that rests on a key point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPointUse {
    /// The output document that the paragraph is in.
    pub output_document_id: OutputDocumentId,
    /// The paragraph and the key point.
    pub used: Use,
}

/// A decision that is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDecision {
    /// The key point.
    pub key_point: KeyPointKey,
    /// What it must say: the words that were seen.
    pub statement: String,
    /// The state that it must be in.
    pub from: KeyPointState,
    /// The state that it comes into.
    pub to: KeyPointState,
    /// Why; never missing where it is set aside.
    pub reason: Option<String>,
    /// Who decided.
    pub decided_by: PersonId,
    /// When.
    pub decided_at: i64,
}

/// A correction that is to be kept, or taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCorrection {
    /// The key point as it must be: what was seen.
    pub before: KeyPoint,
    /// What comes of it.
    pub after: KeyPoint,
    /// Who corrected it.
    pub by: PersonId,
    /// When.
    pub at: i64,
}

/// The hash of a statement, by which the audit names the words that were decided on: SHA-256, in hexadecimal.
pub fn words_hash(statement: &str) -> String {
    hex::encode(Sha256::digest(statement))
}

/// The hash of all that an editor can correct, and of what the notes have of it.
pub fn said_hash(point: &KeyPoint) -> String {
    let all = serde_json::to_string(&(point.said(), point.noted()));
    words_hash(&all.unwrap_or_default())
}

/// What became of the confirmed key points of an edition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConfirmedAccepted {
    /// Those that were accepted.
    pub accepted: Vec<KeyPointKey>,
    /// Those that stay confirmed, because they say nothing.
    pub without_statement: Vec<KeyPointKey>,
    /// Those that stay confirmed, because they were confirmed in other words.
    pub reworded: Vec<KeyPointKey>,
}

/// Reads and writes key points.
#[async_trait]
pub trait KeyPoints: Send + Sync {
    /// Writes what the notes of a session hold. Decisions are not touched. Many key points are written in parts, between which
    /// others write; a failure leaves the parts before it, and the next projection goes on from there.
    ///
    /// Key points that are new are kept with who marked them and `at`. Those that are gone from the notes stay, with the time
    /// they went, because decisions and paragraphs may name them; when they come back (undo), they are as before.
    async fn project_notes(
        &self,
        edition: &EditionId,
        session: &SessionId,
        notes: NotesProjection,
        at: i64,
    ) -> Result<Projected, StoreError>;

    /// The key points of an edition, by session and place in the text: those that are marked in the notes now, and those that
    /// are gone from them while a paragraph still rests on them.
    async fn key_points(&self, edition: &EditionId) -> Result<Vec<KeyPointRecord>, StoreError>;

    /// The key points of an edition that have this id, also those that are gone from the notes: mostly one, but the notes of
    /// several sessions may hold the same id.
    async fn key_points_called(
        &self,
        edition: &EditionId,
        id: KeyPointId,
    ) -> Result<Vec<KeyPointRecord>, StoreError>;

    /// Keeps decisions and notes them in the audit; tells which were kept. Left out are those whose key points are gone from the
    /// notes, or no longer as they must be.
    async fn decide(
        &self,
        edition: &EditionId,
        decisions: Vec<NewDecision>,
    ) -> Result<Vec<KeyPointKey>, StoreError>;

    /// Keeps what an editor corrected, or takes it back, and notes it in the audit; `false` where the key point is gone from the
    /// notes, or no longer as it must be.
    async fn correct(
        &self,
        edition: &EditionId,
        correction: NewCorrection,
    ) -> Result<bool, StoreError>;

    /// Accepts the key points that are confirmed as they read now, marked in the notes and say something, and notes in the audit
    /// which.
    async fn accept_confirmed(
        &self,
        edition: &EditionId,
        decided_by: PersonId,
        at: i64,
    ) -> Result<ConfirmedAccepted, StoreError>;
}
