//! Live documents: the automerge-repo wire protocol, and the room that keeps one document and its peers in step.
//!
//! Both are machines without a socket, a task, a clock or randomness: the caller feeds events in and carries out
//! what comes back. A server needs one [`connection::Connection`] for each socket and one [`room::Room`] for each
//! open document:
//!
//! ```no_run
//! # use sync::{connection::*, limits::Limits, message::PeerId, room::*};
//! # use model::id::{DocumentId, PersonId};
//! # fn example(document: DocumentId, person: PersonId, stored: Stored, frame: Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
//! # let socket = ConnectionId(7);
//! // A socket's task: bytes in, steps out.
//! let mut connection = Connection::new(PeerId::new("server-1").ok_or("name")?, "cluster", Limits::default());
//! match connection.receive(&frame) {
//!     Step::Joined { reply, .. } => { /* send `reply` on the socket */ }
//!     Step::Route { document, message } => { /* ask `model::may`; find or load the room; feed it `message` */ }
//!     Step::Reply(bytes) => { /* send */ }
//!     Step::Nothing => {}
//!     Step::Close { last, reason } => { /* send `last`, close, log `reason` */ }
//! }
//!
//! // A document's task: it owns the room, and the store's answers come back as inputs.
//! let mut room = Room::load(document, stored, Limits::default())?;
//! let peer = PeerId::new("tab-1").ok_or("name")?;
//! let mut effects = room.handle(Input::Join { connection: socket, peer, person, access: Access::ReadWrite, own_actor: connection.own_actor(document) });
//! effects.extend(room.handle(Input::Message { connection: socket, message: FromPeer::Sync(vec![0x42]) }));
//! for effect in effects {
//!     match effect {
//!         Effect::Send { connection, message } => { /* to that socket's task: `connection.encode(document, &message)` */ }
//!         Effect::WantsFlush => { /* once: `Input::Flush` after 25 ms */ }
//!         Effect::WantsSettle => { /* once: `Input::Settle` after 800 ms */ }
//!         Effect::Commit(commit) => { /* one transaction, then `Input::Committed` or `Input::CommitFailed` */ }
//!         Effect::Fetch { after } => { /* chunks after that seq, then `Input::Fetched`; when that fails, later again */ }
//!         Effect::Changed => { /* re-project key points from `room.document()`, tell other nodes */ }
//!         Effect::SnapshotDue => { /* `room.snapshot().verify()` on a blocking thread, store it, `Input::SnapshotStored` */ }
//!         Effect::Close { connection, reason } => { /* send an `error` frame, close the socket */ }
//!         Effect::Quarantine(quarantined) => { /* keep the bytes for a person to look at */ }
//!         Effect::Waits { connection } => { /* log it */ }
//!         Effect::CaughtUp { connection } => { /* log it */ }
//!         Effect::MayUnload => { /* drop the room */ }
//!         Effect::Discard { reason } => { /* drop the room and close its connections: they come back and load it anew */ }
//!     }
//! }
//! # Ok(()) }
//! ```
//!
//! Promises: nothing leaves a room, and nothing is acknowledged, before it is committed; whatever bytes come in,
//! no panic leaves [`room::Room::handle`] or [`connection::Connection::receive`].
//!
//! Never: async, a clock, randomness, disk, network, SQL, or a decision about who may do what.

mod batch;
pub mod chunk;
pub mod connection;
mod door;
mod guard;
mod history;
pub mod limits;
pub mod message;
mod peer;
mod reader;
pub mod room;
mod sync_message;
