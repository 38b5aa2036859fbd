//! The documents that are open: one task each, started by the first who opens it and ended when nobody is left.

mod fetches;
mod outbox;
mod projection;
mod seats;
mod task;

pub(crate) use projection::MOST_KEY_POINTS;

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use model::id::{DocumentId, PersonId};
use storage::store::Store;
use sync::{
    connection::Connection,
    limits::Limits,
    message::PeerId,
    room::{Access, ConnectionId, FromPeer, OwnActor},
};
use tokio::{
    sync::{OwnedSemaphorePermit, broadcast, mpsc, watch},
    time::{Instant, timeout_at},
};

use self::seats::Seats;
pub(crate) use self::{
    outbox::{Outbox, ToSocket},
    seats::{MOST_OF_ONE, Seat},
};
use crate::{app::Changed, effects, settings::Settings};

/// How many messages may wait for a room before those who send them wait.
const ROOM_QUEUE: usize = 1024;

/// The documents that are open.
#[derive(Clone)]
pub(crate) struct Rooms(Arc<Shared>);

struct Shared {
    store: Arc<dyn Store>,
    limits: Limits,
    storage_id: String,
    server: String,
    open: Mutex<HashMap<DocumentId, mpsc::Sender<ToRoom>>>,
    next_connection: AtomicU64,
    seats: Seats,
    access: watch::Sender<u64>,
    changes: broadcast::Sender<Changed>,
}

/// What a room's task is told.
pub(crate) enum ToRoom {
    /// Somebody opens the document.
    Join {
        /// The connection.
        connection: ConnectionId,
        /// The name that the client gave itself.
        peer: PeerId,
        /// Who is behind it.
        person: PersonId,
        /// What that person may do.
        access: Access,
        /// The actor of which the client has shown that it is its own.
        own_actor: Option<OwnActor>,
        /// Where the room's messages for this connection go.
        socket: Outbox,
    },
    /// The connection says something; presence takes no turn.
    Message(ConnectionId, FromPeer, Option<Turn>),
    /// A person's right has changed; `None` takes the document away.
    Access(ConnectionId, Option<Access>),
    /// The connection has gone.
    Leave(ConnectionId),
    /// The store has chunks that the room may not have.
    Wake,
    /// The server stops: write out what is there, and end.
    Close,
}

/// A connection's turn to say something. While a room works on what it said, nothing more of it is read.
pub(crate) type Turn = OwnedSemaphorePermit;

impl Rooms {
    /// No document is open yet.
    pub(crate) fn start(
        store: Arc<dyn Store>,
        storage_id: String,
        settings: &Settings,
        changes: broadcast::Sender<Changed>,
    ) -> Self {
        let limits = Limits {
            frame: settings.frame_limit,
            ..Limits::default()
        };
        let server = format!("server-{}", effects::uuid().simple());
        let (access, _) = watch::channel(0);
        Self(Arc::new(Shared {
            store,
            limits,
            storage_id,
            server,
            open: Mutex::default(),
            next_connection: AtomicU64::new(1),
            seats: Seats::default(),
            access,
            changes,
        }))
    }

    /// A place for one more socket of this person, unless there are too many.
    pub(crate) fn seat(&self, person: PersonId) -> Option<Seat> {
        self.0.seats.take(person)
    }

    /// The machine for a socket that has just been opened, and its name.
    pub(crate) fn connection(&self) -> Option<(ConnectionId, Connection)> {
        let id = ConnectionId(self.0.next_connection.fetch_add(1, Ordering::Relaxed));
        let server = PeerId::new(self.0.server.clone())?;
        Some((
            id,
            Connection::new(server, self.0.storage_id.clone(), self.0.limits.clone()),
        ))
    }

    /// How many documents are open, and how many connections there have been.
    pub(crate) fn counts(&self) -> (usize, u64) {
        let connections = self.0.next_connection.load(Ordering::Relaxed) - 1;
        (self.open().len(), connections)
    }

    /// Tells a room something, opening it where it is not open.
    pub(crate) async fn tell(&self, document: DocumentId, what: ToRoom) {
        let mut what = what;
        // A room may end between being found and being told; then another is opened.
        for _ in 0..3 {
            let room = self.room(document);
            match room.send(what).await {
                Ok(()) => return,
                Err(mpsc::error::SendError(unsent)) => {
                    self.forget(document, &room);
                    what = unsent;
                }
            }
        }
        tracing::warn!(document.id = %document, "a room could not be told");
    }

    /// Tells a room something if it is open.
    pub(crate) fn tell_if_open(&self, document: DocumentId, what: ToRoom) {
        let room = self.open().get(&document).cloned();
        if let Some(room) = room {
            // A full queue delays the room's next look at the store, which it takes with every commit anyway.
            let _ = room.try_send(what);
        }
    }

    /// Has every socket ask again what its person may do.
    pub(crate) fn access_may_have_changed(&self) {
        self.0.access.send_modify(|generation| *generation += 1);
    }

    /// Changes whenever somebody's rights may have.
    pub(crate) fn access_changes(&self) -> watch::Receiver<u64> {
        self.0.access.subscribe()
    }

    /// Opens the documents that SQL is behind of, as after a process that was killed: each brings it up to date.
    pub(crate) async fn catch_up(&self) {
        match self.0.store.unprojected().await {
            Ok(behind) => {
                for document in behind {
                    self.tell(document, ToRoom::Wake).await;
                }
            }
            Err(error) => {
                tracing::warn!(%error, "could not look for documents that the board is behind of");
            }
        }
    }

    /// Has every open room look for chunks that other processes stored.
    pub(crate) fn sweep(&self) {
        let rooms: Vec<_> = self.open().values().cloned().collect();
        for room in rooms {
            let _ = room.try_send(ToRoom::Wake);
        }
    }

    /// Ends every room after it has written out what it has, or leaves it when the time is up.
    pub(crate) async fn close(&self, until: Instant) {
        let rooms: Vec<_> = self.open().drain().map(|(_, room)| room).collect();
        let all_closed = async {
            for room in &rooms {
                // A room that has ended already needs no telling.
                let _ = room.send(ToRoom::Close).await;
            }
            for room in rooms {
                room.closed().await;
            }
        };
        if timeout_at(until, all_closed).await.is_err() {
            tracing::error!(
                "not everything could be saved before the end; clients keep what they were not told is saved"
            );
        }
    }

    fn room(&self, document: DocumentId) -> mpsc::Sender<ToRoom> {
        let mut open = self.open();
        open.entry(document)
            .or_insert_with(|| self.begin(document))
            .clone()
    }

    fn begin(&self, document: DocumentId) -> mpsc::Sender<ToRoom> {
        let (room, inbox) = mpsc::channel(ROOM_QUEUE);
        tokio::spawn(task::run(self.clone(), document, room.downgrade(), inbox));
        room
    }

    /// Takes a room that ends off the list. Whoever told it something since is served by a new one, in the same order and
    /// before anybody else can reach that.
    fn hand_over(
        &self,
        document: DocumentId,
        own: &mpsc::WeakSender<ToRoom>,
        inbox: &mut mpsc::Receiver<ToRoom>,
    ) {
        let mut open = self.open();
        inbox.close();
        let mut late = Vec::new();
        while let Ok(told) = inbox.try_recv() {
            late.push(told);
        }
        let is_listed = own
            .upgrade()
            .zip(open.get(&document))
            .is_some_and(|(own, known)| known.same_channel(&own));
        if is_listed {
            open.remove(&document);
        }
        if !late.iter().any(|told| matches!(told, ToRoom::Join { .. })) {
            return;
        }
        let next = open.entry(document).or_insert_with(|| self.begin(document));
        for told in late {
            // The queues are of one length, and nobody else has put anything in.
            let _ = next.try_send(told);
        }
    }

    fn forget(&self, document: DocumentId, room: &mpsc::Sender<ToRoom>) {
        let mut open = self.open();
        if open
            .get(&document)
            .is_some_and(|known| known.same_channel(room))
        {
            open.remove(&document);
        }
    }

    fn open(&self) -> MutexGuard<'_, HashMap<DocumentId, mpsc::Sender<ToRoom>>> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
