//! One document, its peers, and what is on its way to the store.

use automerge::Automerge;
use bytes::Bytes;
use model::id::{DocumentId, PersonId};

use crate::{
    limits::Limits,
    message::{Ephemeral, PeerId},
};

/// Names a connection within this process. Numbers are never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConnectionId(pub u64);

/// What a person may do in the document. One who may nothing is no peer: see [`Input::AccessChanged`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reads live; what they type is not taken in.
    ReadOnly,
    /// Reads and writes.
    ReadWrite,
}

/// The hash of a change.
pub type Hash = [u8; 32];

/// What the store has of a document.
#[derive(Debug, Clone, Default)]
pub struct Stored {
    /// The newest snapshot, where there is one.
    pub snapshot: Option<StoredSnapshot>,
    /// The chunks after it, in order of `seq`.
    pub chunks: Vec<StoredChunk>,
    /// Who first used each actor. Actors of server-side edits have no person.
    pub owners: Vec<ActorOwner>,
}

/// A whole document as it was saved.
#[derive(Debug, Clone)]
pub struct StoredSnapshot {
    /// The last chunk that it contains.
    pub upto_seq: u64,
    /// Its heads.
    pub heads: Vec<Hash>,
    /// The saved document.
    pub bytes: Bytes,
}

/// One change as the store has it.
#[derive(Debug, Clone)]
pub struct StoredChunk {
    /// Its place in the document's sequence.
    pub seq: u64,
    /// The change's hash.
    pub hash: Hash,
    /// The change.
    pub bytes: Bytes,
    /// Who sent it; `None` for an edit of the server's.
    pub person: Option<PersonId>,
}

/// The person whose actor this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorOwner {
    /// The actor's bytes.
    pub actor: Vec<u8>,
    /// The person who used it first; `None` for an edit of the server's.
    pub person: Option<PersonId>,
}

/// What has happened.
#[derive(Debug, Clone)]
pub enum Input {
    /// Somebody opens the document. Comes once for each connection, before its messages.
    Join {
        /// The connection.
        connection: ConnectionId,
        /// The name that the client gave itself.
        peer: PeerId,
        /// Who is behind it.
        person: PersonId,
        /// What that person may do.
        access: Access,
    },
    /// The connection has gone.
    Leave {
        /// The connection.
        connection: ConnectionId,
    },
    /// The connection says something. Ignored where it has not joined.
    Message {
        /// The connection.
        connection: ConnectionId,
        /// What it says.
        message: FromPeer,
    },
    /// It is time to commit what was collected. Harmless when there is nothing.
    Flush,
    /// The commit asked for last has been made.
    Committed {
        /// The `seq` of its first chunk; the others follow it without a gap.
        first_seq: u64,
    },
    /// The commit asked for last failed, or nobody knows. The batch is kept and tried again after the answer to
    /// the [`Effect::Fetch`] that this leads to.
    CommitFailed,
    /// The store's chunks after the `seq` asked for, in order and without a gap. May come unasked, when another
    /// process or an edit of the server's has added some.
    Fetched {
        /// The chunks; those that the room already has are skipped.
        chunks: Vec<StoredChunk>,
    },
    /// A person's right has changed; `None` takes the document away.
    AccessChanged {
        /// The connection.
        connection: ConnectionId,
        /// What the person may do now.
        access: Option<Access>,
    },
    /// A snapshot has been stored.
    SnapshotStored {
        /// The last chunk that it contains.
        upto_seq: u64,
    },
    /// Asks whether the room may be dropped. Answered by [`Effect::MayUnload`], or not.
    UnloadAsked,
}

/// What a client says about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FromPeer {
    /// A sync message (`sync` or `request`).
    Sync(Vec<u8>),
    /// Presence.
    Ephemeral {
        /// In whose name.
        sender: PeerId,
        /// What.
        content: Ephemeral,
    },
}

/// What a client is told about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToPeer {
    /// A sync message.
    Sync(Bytes),
    /// Somebody's presence.
    Ephemeral {
        /// Whose.
        sender: PeerId,
        /// What.
        content: Ephemeral,
    },
    /// The document is not to be had.
    Unavailable,
}

/// What is to be done, in this order.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Send this to the connection.
    Send {
        /// The connection.
        connection: ConnectionId,
        /// What to send.
        message: ToPeer,
    },
    /// Something waits: give the room [`Input::Flush`] soon. Said once until then.
    WantsFlush,
    /// Store this, all or nothing, and answer with [`Input::Committed`] or [`Input::CommitFailed`]. The next
    /// commit comes only after the answer.
    Commit(Commit),
    /// Read the chunks after `after` and answer with [`Input::Fetched`], even if there are none.
    Fetch {
        /// The last `seq` that the room has.
        after: u64,
    },
    /// The document has changed, and the change is stored.
    Changed,
    /// A snapshot would spare the next load: see [`Room::snapshot`]. Said once until
    /// [`Input::SnapshotStored`].
    SnapshotDue,
    /// Close the connection, for good reason.
    Close {
        /// The connection.
        connection: ConnectionId,
        /// For its other end and the log.
        reason: String,
    },
    /// Keep these bytes aside: they were refused.
    Quarantine(Quarantined),
    /// Nobody is here and everything is stored: the room may be dropped.
    MayUnload,
    /// The room no longer agrees with the store: drop it, close its connections, load it anew.
    Discard {
        /// For the log.
        reason: String,
    },
}

/// Chunks that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// The changes, each after those that it builds on.
    pub chunks: Vec<NewChunk>,
    /// Actors that nobody had used before.
    pub owners: Vec<ActorOwner>,
    /// The document's heads after these chunks, as far as this room knows.
    pub heads: Vec<Hash>,
}

/// One change on its way to the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChunk {
    /// The change's hash, unique within the document.
    pub hash: Hash,
    /// The change.
    pub bytes: Bytes,
    /// Who sent it.
    pub person: PersonId,
}

/// Bytes that were refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// Who sent them.
    pub person: PersonId,
    /// Where they came from.
    pub connection: ConnectionId,
    /// The bytes.
    pub bytes: Bytes,
    /// Why they were refused.
    pub reason: String,
}

/// A saved document that has been read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The last chunk that it contains.
    pub upto_seq: u64,
    /// Its heads.
    pub heads: Vec<Hash>,
    /// The saved document.
    pub bytes: Bytes,
}

/// A copy of the document that waits to be saved, for a thread that may block.
pub struct SnapshotDraft {
    upto_seq: u64,
    document: Automerge,
}

/// Says why a document or snapshot cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the document cannot be loaded: {0}")]
pub struct LoadError(pub String);

/// A document and its peers.
pub struct Room {
    #[expect(dead_code, reason = "the machine follows")]
    id: DocumentId,
    document: Automerge,
    seq: u64,
    #[expect(dead_code, reason = "the machine follows")]
    limits: Limits,
}

impl Room {
    /// Loads a document strictly: each chunk must read as what its hash says, and every one must find its place.
    pub fn load(id: DocumentId, stored: Stored, limits: Limits) -> Result<Self, LoadError> {
        let _ = stored;
        Ok(Self {
            id,
            document: Automerge::new(),
            seq: 0,
            limits,
        })
    }

    /// Takes one event and says what is to be done about it. Never panics.
    ///
    /// [`Input::Flush`], [`Input::Committed`] and [`Input::Fetched`] may compute for some milliseconds (tens, with
    /// a long history): not on a thread that serves others.
    pub fn handle(&mut self, input: Input) -> Vec<Effect> {
        let _ = input;
        Vec::new()
    }

    /// The document as it is stored. What waits for a commit is not in it.
    pub fn document(&self) -> &Automerge {
        &self.document
    }

    /// The last `seq` up to which the room has everything.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The document's heads.
    pub fn heads(&self) -> Vec<Hash> {
        self.document
            .get_heads()
            .iter()
            .map(|head| head.0)
            .collect()
    }

    /// How many connections have the document open.
    pub fn peers(&self) -> usize {
        0
    }

    /// Takes a copy to save. Cheap; [`SnapshotDraft::verify`] is not.
    pub fn snapshot(&self) -> SnapshotDraft {
        SnapshotDraft {
            upto_seq: self.seq,
            document: self.document.clone(),
        }
    }
}

impl SnapshotDraft {
    /// Saves the copy and reads it back; heads and number of changes must be the same.
    pub fn verify(self) -> Result<Snapshot, LoadError> {
        let heads = self
            .document
            .get_heads()
            .iter()
            .map(|head| head.0)
            .collect();
        Ok(Snapshot {
            upto_seq: self.upto_seq,
            heads,
            bytes: self.document.save().into(),
        })
    }
}
