//! One document, its peers, and what is on its way to the store.

mod collect;
mod commit;
mod stored;

use std::collections::BTreeMap;

use automerge::{ActorId, Automerge, Change};
use bytes::Bytes;
use model::id::{DocumentId, PersonId};

use crate::{
    batch::{Batch, Collected},
    door::Recall,
    history::History,
    limits::Limits,
    message::{Ephemeral, PeerId},
    peer::{News, Peer},
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

/// An actor that is made from a secret.
pub type OwnActor = [u8; 16];

/// Whether an actor is the person's whose connection brought its change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owns {
    /// They brought what somebody else may have written, as after a backup was put back.
    No,
    /// They wrote under it first.
    First,
    /// Their page has shown that it is its own, whosever it was taken for.
    Proved,
}

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
        /// The actor of which the client has shown that it is its own: see [`Connection::own_actor`].
        ///
        /// [`Connection::own_actor`]: crate::connection::Connection::own_actor
        own_actor: Option<OwnActor>,
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
    /// It is time to bring [`Room::document`] up to date. Harmless when it is.
    Settle,
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
    /// Presence, in the client's own name.
    Ephemeral(Ephemeral),
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
    /// [`Room::document`] has changed, and the change is stored.
    Changed,
    /// Changes were stored and sent on that [`Room::document`] does not hold yet: give the room [`Input::Settle`]
    /// within a second. Said once until then. Putting this off is what makes typing cheap.
    WantsSettle,
    /// A snapshot would spare the next load: see [`Room::snapshot`]. Said again when none was stored for long.
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
    /// What the connection brings waits for the person whose actor it names. Told once for each change.
    Waits {
        /// The connection.
        connection: ConnectionId,
    },
    /// The connection had been told that more is stored than was, as after a backup was put back, and now it is again.
    CaughtUp {
        /// The connection.
        connection: ConnectionId,
    },
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
    /// Actors that become somebody's.
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
    /// The actor that made it; the store keeps whose it is.
    pub actor: Vec<u8>,
    /// Who sent it.
    pub person: PersonId,
    /// Whether its actor is that person's.
    pub owns: Owns,
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
    unapplied: Vec<Change>,
}

/// Says why a document or snapshot cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the document cannot be loaded: {0}")]
pub struct LoadError(pub String);

/// A document and its peers.
pub struct Room {
    id: DocumentId,
    limits: Limits,
    history: History,
    recall: Recall,
    /// The last `seq` up to which everything is in the history.
    seq: u64,
    peers: BTreeMap<ConnectionId, Peer>,
    /// What many peers are told alike.
    news: News,
    /// What came in and waits for the next commit.
    collected: Collected,
    /// What the store is working on.
    committing: Option<Batch>,
    /// A commit failed: nothing more is committed before the store was read.
    stalled: bool,
    /// Chunks that came while a commit was under way; they have their turn once it is made or has failed.
    fetched: Vec<StoredChunk>,
    flush_wanted: bool,
    settle_wanted: bool,
    /// How many chunks there were when a snapshot was asked for.
    snapshot_asked_at: Option<usize>,
    discarded: bool,
    chunks_since_snapshot: usize,
    bytes_since_snapshot: usize,
}

impl Room {
    /// Takes one event and says what is to be done about it. Never panics.
    ///
    /// What [`Room::is_quick`] does not vouch for may compute for some milliseconds (tens, with a long history): not on
    /// a thread that serves others.
    pub fn handle(&mut self, input: Input) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.discarded {
            return effects;
        }
        match input {
            Input::Join {
                connection,
                peer,
                person,
                access,
                own_actor,
            } => {
                let mut peer = Peer::new(connection, peer, person, access);
                peer.own_actor = own_actor.map(ActorId::from);
                self.peers.insert(connection, peer);
            }
            Input::Leave { connection } => self.forget(connection),
            Input::Message {
                connection,
                message,
            } => self.hear(connection, message, &mut effects),
            Input::Flush => self.flush(&mut effects),
            Input::Settle => self.settle(&mut effects),
            Input::Committed { first_seq } => self.committed(first_seq, &mut effects),
            Input::CommitFailed => self.commit_failed(&mut effects),
            Input::Fetched { chunks } => self.fetched(chunks, &mut effects),
            Input::AccessChanged { connection, access } => {
                self.change_access(connection, access, &mut effects)
            }
            Input::SnapshotStored { upto_seq } => self.snapshot_stored(upto_seq),
            Input::UnloadAsked => self.unload_asked(&mut effects),
        }
        effects
    }

    /// Whether handling this takes microseconds, or rarely a few milliseconds, so that it may be done on a thread that
    /// serves others.
    pub fn is_quick(&self, input: &Input) -> bool {
        /// More than the acknowledgement of a peer that has everything, or what it typed since the last.
        const LONG: usize = 2 << 10;
        /// With so many operations behind it a change is applied within some milliseconds.
        const MANY: u64 = 100_000;
        match input {
            Input::Message {
                connection,
                message: FromPeer::Sync(data),
            } => data.len() <= LONG && self.peers.get(connection).is_some_and(Peer::is_live),
            // For peers that are joining, what they lack has to be found out.
            Input::Committed { .. } => {
                self.fetched.is_empty()
                    && self.peers.values().all(Peer::is_live)
                    && self
                        .committing
                        .as_ref()
                        .is_none_or(|batch| batch.document.is_none())
            }
            // A few letters: mostly nothing has to be applied, and if so, to a history that is not long.
            Input::Flush => self.collected.is_quickly_flushed(LONG) && self.history.max_op() < MANY,
            Input::CommitFailed => self.fetched.is_empty(),
            Input::Settle | Input::Fetched { .. } => false,
            _ => true,
        }
    }

    /// The document's id.
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// The document as it is stored, but for typing of the last moment: see [`Effect::WantsSettle`]. What waits
    /// for a commit is not in it.
    pub fn document(&self) -> &Automerge {
        self.history.document()
    }

    /// Whether [`Room::document`] holds everything up to [`Room::seq`].
    pub fn is_settled(&self) -> bool {
        self.history.unapplied().is_empty()
    }

    /// The last `seq` up to which the room has everything.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The heads of all that is stored.
    pub fn heads(&self) -> Vec<Hash> {
        self.history.heads().iter().map(|head| head.0).collect()
    }

    /// Whether the connection has joined and not left or been closed.
    pub fn is_joined(&self, connection: ConnectionId) -> bool {
        self.peers.contains_key(&connection)
    }

    /// Whether so much of what the connection brought is still to be looked at that it should say no more before.
    pub fn works_on(&self, connection: ConnectionId) -> bool {
        const MUCH: usize = 64 << 10;
        self.collected.bytes_of(connection) > MUCH
    }

    fn want_flush(&mut self, effects: &mut Vec<Effect>) {
        if !self.flush_wanted && self.committing.is_none() && !self.stalled {
            self.flush_wanted = true;
            effects.push(Effect::WantsFlush);
        }
    }

    fn discard(&mut self, reason: &str, effects: &mut Vec<Effect>) {
        self.discarded = true;
        effects.push(Effect::Discard {
            reason: reason.to_owned(),
        });
    }

    fn unload_asked(&mut self, effects: &mut Vec<Effect>) {
        let idle = self.peers.is_empty()
            && self.committing.is_none()
            && self.collected.is_empty()
            && !self.stalled;
        if idle {
            if self.chunks_since_snapshot > 0 && self.snapshot_asked_at.is_none() {
                self.snapshot_asked_at = Some(self.chunks_since_snapshot);
                effects.push(Effect::SnapshotDue);
            }
            effects.push(Effect::MayUnload);
        }
    }

    fn snapshot_stored(&mut self, upto_seq: u64) {
        self.snapshot_asked_at = None;
        self.chunks_since_snapshot =
            usize::try_from(self.seq.saturating_sub(upto_seq)).unwrap_or(usize::MAX);
        self.bytes_since_snapshot = 0;
    }
}
