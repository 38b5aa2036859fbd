//! Automerge documents as rows of bytes: chunks in the order they were committed, and snapshots that sum them up.

use std::fmt;

use async_trait::async_trait;
use bytes::Bytes;
use model::id::{DocumentId, EditionId, OutputDocumentId, PersonId, SessionId};

use crate::{error::StoreError, programme::PersonName};

/// The hash of an Automerge change.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChangeHash(pub [u8; 32]);

impl fmt::Debug for ChangeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

/// The id of an Automerge actor: one loaded copy of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Actor(pub Vec<u8>);

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(&self.0))
    }
}

/// What a document is the text of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DocumentOf {
    /// The notes of a session.
    Notes(EditionId, SessionId),
    /// The text of an output document.
    Output(EditionId, OutputDocumentId),
}

impl DocumentOf {
    /// The edition that it belongs to.
    pub fn edition(&self) -> &EditionId {
        match self {
            Self::Notes(edition, _) | Self::Output(edition, _) => edition,
        }
    }
}

/// A document that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDocument {
    /// Names the document.
    pub id: DocumentId,
    /// Its first chunks, in order.
    pub chunks: Vec<NewChunk>,
    /// Its heads with these chunks.
    pub heads: Vec<ChangeHash>,
}

/// A chunk that is to be added to a document: usually one change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChunk {
    /// Hash of the change.
    pub hash: ChangeHash,
    /// The bytes as they came.
    pub bytes: Bytes,
    /// The actor that made it.
    pub actor: Actor,
    /// Whose connection brought it; `None` where the server made it.
    pub person_id: Option<PersonId>,
    /// Whether the actor is theirs too.
    pub owns: Owns,
    /// When it came.
    pub received_at: i64,
}

/// Whether an actor belongs to the person of a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owns {
    /// They brought what others may have written: it stays whose it is, or nobody's.
    No,
    /// From now on, unless it is somebody else's.
    First,
    /// From now on, whosever it was taken for: they have shown that it is theirs.
    Proved,
}

/// Chunks of one document that are to be added together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    /// The document.
    pub document_id: DocumentId,
    /// The last sequence number that the caller knows. Where the document is further, [`StoreError::HeadMoved`] is returned.
    /// `None` leaves this unchecked.
    pub expected: Option<i64>,
    /// The chunks, in order.
    pub chunks: Vec<NewChunk>,
    /// The document's heads with these chunks.
    pub heads: Vec<ChangeHash>,
}

/// What became of added chunks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The document's last sequence number now.
    pub head_seq: i64,
    /// For each chunk, in order: its sequence number, or `None` where a chunk of that hash was there already.
    pub seqs: Vec<Option<i64>>,
}

/// A stored chunk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Its place among the chunks of its document, counted from 1 without gaps.
    pub seq: i64,
    /// Hash of the change.
    pub hash: ChangeHash,
    /// The bytes as they came.
    pub bytes: Bytes,
    /// Whose connection brought it; `None` where the server made it.
    pub person_id: Option<PersonId>,
    /// When it came.
    pub received_at: i64,
}

/// A saved document that stands for all chunks up to a sequence number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The last chunk it contains.
    pub upto_seq: i64,
    /// The heads of the document at that point.
    pub heads: Vec<ChangeHash>,
    /// The saved document.
    pub bytes: Bytes,
}

/// What is known about a document without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRecord {
    /// Names the document.
    pub id: DocumentId,
    /// What it is the text of.
    pub of: DocumentOf,
    /// The sequence number of its last chunk; 0 where there is none.
    pub head_seq: i64,
    /// Its heads, sorted.
    pub heads: Vec<ChangeHash>,
    /// The document that took its place; where there is one, this one is closed.
    pub successor: Option<DocumentId>,
}

/// A document with everything that its text is made of, as of one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedDocument {
    /// What is known about it.
    pub document: DocumentRecord,
    /// The newest snapshot that is undamaged.
    pub snapshot: Option<Snapshot>,
    /// The chunks after the snapshot, in order and without gaps.
    pub chunks: Vec<Chunk>,
    /// Whose the actors are that have written in it; `None` is the server.
    pub actor_owners: Vec<(Actor, Option<PersonId>)>,
}

/// Bytes that were refused, kept for whoever looks into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// The document that they were sent to.
    pub document_id: DocumentId,
    /// The bytes.
    pub bytes: Bytes,
    /// Who sent them.
    pub person_id: PersonId,
    /// Why they were refused.
    pub reason: String,
    /// When.
    pub at: i64,
}

/// How much is kept of what was refused of one person's, in all documents together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptOfOne {
    /// How many pieces.
    pub pieces: i64,
    /// How many bytes.
    pub bytes: i64,
}

/// What was refused of the documents of an edition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refused {
    /// What is kept, by document, oldest first.
    pub kept: Vec<RefusedRecord>,
    /// What was only counted, by document.
    pub not_kept: Vec<NotKept>,
}

/// How much of a person's was refused and not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotKept {
    /// The document that it was sent to.
    pub document_id: DocumentId,
    /// What that is the text of.
    pub of: DocumentOf,
    /// Who sent it.
    pub person: PersonName,
    /// How many times.
    pub pieces: i64,
    /// How many bytes in all.
    pub size: i64,
    /// The last time.
    pub last_at: i64,
}

/// What is known of refused bytes without them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRecord {
    /// The document that they were sent to.
    pub document_id: DocumentId,
    /// What that is the text of.
    pub of: DocumentOf,
    /// Their number among those of the document, counted from 1.
    pub number: i64,
    /// Who sent them.
    pub person: Option<PersonName>,
    /// Why they were refused.
    pub reason: String,
    /// How many they are.
    pub size: i64,
    /// When.
    pub at: i64,
}

/// Reads and writes documents.
#[async_trait]
pub trait Documents: Send + Sync {
    /// What is known about a document, open or closed.
    async fn document(&self, id: DocumentId) -> Result<Option<DocumentRecord>, StoreError>;

    /// Everything that a document's text is made of, read at one moment.
    async fn load_document(&self, id: DocumentId) -> Result<Option<LoadedDocument>, StoreError>;

    /// The chunks with a greater sequence number than `seq`, in order.
    async fn chunks_after(&self, id: DocumentId, seq: i64) -> Result<Vec<Chunk>, StoreError>;

    /// Adds chunks to a document; returns when they are durable.
    ///
    /// Sequence numbers are given in the order of the chunks. A chunk whose hash is there already is skipped. Whose an actor
    /// is becomes as each chunk [says](Owns); where it says `First` and the actor belongs to somebody else, nothing is written
    /// and [`StoreError::ActorTaken`] is returned. [`StoreError::DocumentClosed`] where there is no such open document.
    async fn append_chunks(&self, append: Append) -> Result<Appended, StoreError>;

    /// Keeps a snapshot. The chunks that it contains stay until [`Documents::prune_chunks`].
    ///
    /// `upto_seq` must not be beyond the document's last chunk.
    async fn save_snapshot(&self, id: DocumentId, snapshot: Snapshot) -> Result<(), StoreError>;

    /// Removes the chunks up to `upto_seq`, and older snapshots, after the caller has reloaded the snapshot of exactly that
    /// number and found its heads equal. Returns how many chunks went; without such an undamaged snapshot none.
    async fn prune_chunks(&self, id: DocumentId, upto_seq: i64) -> Result<u64, StoreError>;

    /// Keeps refused bytes, unless more than `most` of their sender's would be kept then: these are only counted. `true` where
    /// they are kept.
    async fn quarantine(&self, refused: Quarantined, most: KeptOfOne) -> Result<bool, StoreError>;

    /// The open documents whose last chunks are not in SQL's other tables yet: key points of notes, uses in output documents.
    async fn unprojected(&self) -> Result<Vec<DocumentId>, StoreError>;

    /// What was refused of the documents of an edition.
    async fn refused(&self, edition: &EditionId) -> Result<Refused, StoreError>;
}
