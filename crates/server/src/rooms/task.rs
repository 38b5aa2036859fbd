//! The loop that carries out what a room says: messages go to sockets, commits to the store, answers back to the room.

use std::{collections::HashMap, time::Duration};

use model::id::{DocumentId, PersonId};
use storage::{
    document_chunks::{
        Actor, Append, ChangeHash, Chunk, KeptOfOne, LoadedDocument, NewChunk, Owns, Quarantined,
        Snapshot,
    },
    error::StoreError,
};
use sync::room::{
    ActorOwner, Commit, ConnectionId, Effect, FromPeer, Input, Room, Stored, StoredChunk,
    StoredSnapshot,
};
use tokio::{
    sync::mpsc,
    time::{Instant, interval, sleep, sleep_until},
};

use super::{Outbox, Rooms, ToRoom, ToSocket, Turn, fetches::Fetches, projection::Projection};
use crate::effects::now;

/// How long changes are collected before they are applied and committed together.
const BATCH: Duration = Duration::from_millis(25);
/// How long what was typed may wait until the room's own copy holds it.
const SETTLE: Duration = Duration::from_millis(800);
/// How long a room stays open after the last one has left.
const IDLE: Duration = Duration::from_secs(45);
/// How long to wait before a failed write or read is tried again.
const AGAIN: Duration = Duration::from_millis(700);
/// What takes longer is followed by a pause of its connection.
const LONG: Duration = Duration::from_millis(50);
/// The pause is so many times as long.
const PAUSE: u32 = 4;
/// More is not made up for.
const LONGEST: Duration = Duration::from_secs(2);
/// How much of what was refused of one person's is kept aside, so that nobody fills the disk with it.
const KEPT_OF_ONE: KeptOfOne = KeptOfOne {
    pieces: 100,
    bytes: 32 << 20,
};

/// What comes back from work that was started for the room.
enum Answer {
    Input(Input),
    Fetched(Result<Vec<Chunk>, StoreError>, u64),
    SnapshotFailed,
}

/// Runs a room until nobody needs it.
pub(super) async fn run(
    rooms: Rooms,
    document: DocumentId,
    own: mpsc::WeakSender<ToRoom>,
    mut inbox: mpsc::Receiver<ToRoom>,
) {
    let loaded = match rooms.0.store.load_document(document).await {
        Ok(Some(loaded)) => loaded,
        Ok(None) => return refuse(&rooms, document, own, inbox, "the document is unknown").await,
        Err(error) => {
            tracing::error!(document.id = %document, %error, "a document could not be read");
            return refuse(
                &rooms,
                document,
                own,
                inbox,
                "the document cannot be read now",
            )
            .await;
        }
    };
    let of = loaded.document.of.clone();
    let is_behind = match rooms.0.store.unprojected().await {
        Ok(behind) => behind.contains(&document),
        Err(_) => true,
    };
    let owners = loaded
        .actor_owners
        .iter()
        .map(|(actor, person)| (actor.0.clone(), *person))
        .collect();
    let stored = stored(loaded);
    let limits = rooms.0.limits.clone();
    let room = match tokio::task::block_in_place(|| Room::load(document, stored, limits)) {
        Ok(room) => room,
        Err(error) => {
            tracing::error!(document.id = %document, %error, "a stored document cannot be loaded: restore it from a backup");
            return refuse(
                &rooms,
                document,
                own,
                inbox,
                "the document cannot be loaded",
            )
            .await;
        }
    };
    let (answers, mut answered) = mpsc::unbounded_channel();
    let projection = Projection::new(rooms.0.store.clone(), of, rooms.0.changes.clone());
    let mut task = Task {
        rooms,
        document,
        room,
        answers,
        sockets: HashMap::new(),
        turns: Vec::new(),
        owners,
        projection,
        flush_at: None,
        settle_at: None,
        // A process that was killed may have left SQL behind.
        project_at: is_behind.then(Instant::now),
        fetches: Fetches::default(),
        fetch_at: None,
        empty_since: Some(Instant::now()),
        closing: false,
        ended: false,
    };
    let mut tick = interval(Duration::from_secs(10));
    while !task.ended {
        tokio::select! {
            told = inbox.recv() => match told {
                Some(told) => {
                    task.told(told);
                    // What has come in meanwhile belongs to the same batch.
                    while let Ok(more) = inbox.try_recv() {
                        task.told(more);
                    }
                }
                None => task.close(),
            },
            Some(answer) = answered.recv() => task.answered(answer),
            () = at(task.flush_at) => {
                task.flush_at = None;
                task.input(Input::Flush);
            }
            () = at(task.settle_at) => {
                task.settle_at = None;
                task.input(Input::Settle);
            }
            () = at(task.project_at) => {
                task.project_at = None;
                task.settle();
                if task.room.is_settled()
                    && let Some(again) = task.projection.write(&task.room, &task.owners).await {
                    task.project_at = Some(Instant::now() + again);
                }
            }
            () = at(task.fetch_at) => {
                task.fetch_at = None;
                let again = task.fetches.again();
                task.ask(again);
            }
            _ = tick.tick() => task.tick(),
        }
        if task.closing {
            task.input(Input::UnloadAsked);
        }
        if task.ended && !task.closing && !inbox.is_empty() {
            // Somebody came while the room was ending; it stays.
            task.ended = false;
        }
    }
    // Writing to SQL may take long, and nobody may wait for a room that does not listen any more. Where the server stops,
    // it waits for all that is written.
    let hands_over_first = !task.closing;
    if hands_over_first {
        task.rooms.hand_over(document, &own, &mut inbox);
    }
    task.settle();
    if task.room.is_settled() {
        task.projection.finish(&task.room, &task.owners).await;
    }
    if !hands_over_first {
        task.rooms.hand_over(document, &own, &mut inbox);
    }
}

async fn at(time: Option<Instant>) {
    match time {
        Some(time) => sleep_until(time).await,
        None => std::future::pending().await,
    }
}

/// Sends those who wait for a document that cannot be opened away, and ends.
async fn refuse(
    rooms: &Rooms,
    document: DocumentId,
    own: mpsc::WeakSender<ToRoom>,
    mut inbox: mpsc::Receiver<ToRoom>,
    reason: &str,
) {
    if let Some(own) = own.upgrade() {
        rooms.forget(document, &own);
    }
    inbox.close();
    while let Some(told) = inbox.recv().await {
        if let ToRoom::Join { socket, .. } = told {
            // A socket that has gone needs no answer.
            socket.tell(ToSocket::Close(reason.to_owned()));
        }
    }
}

struct Task {
    rooms: Rooms,
    document: DocumentId,
    room: Room,
    answers: mpsc::UnboundedSender<Answer>,
    sockets: HashMap<ConnectionId, Outbox>,
    /// The turns of connections of which much is to be stored before more is heard.
    turns: Vec<(ConnectionId, Turn)>,
    owners: HashMap<Vec<u8>, Option<PersonId>>,
    projection: Projection,
    flush_at: Option<Instant>,
    settle_at: Option<Instant>,
    project_at: Option<Instant>,
    fetches: Fetches,
    fetch_at: Option<Instant>,
    empty_since: Option<Instant>,
    closing: bool,
    ended: bool,
}

impl Task {
    fn told(&mut self, told: ToRoom) {
        match told {
            ToRoom::Join {
                connection,
                peer,
                person,
                access,
                own_actor,
                socket,
            } => {
                self.sockets.insert(connection, socket);
                self.empty_since = None;
                self.input(Input::Join {
                    connection,
                    peer,
                    person,
                    access,
                    own_actor,
                });
            }
            ToRoom::Message(connection, message, turn) => self.hear(connection, message, turn),
            ToRoom::Access(connection, access) => {
                self.input(Input::AccessChanged { connection, access })
            }
            ToRoom::Leave(connection) => self.leave(connection),
            ToRoom::Wake => {
                let after = self.room.seq();
                self.fetch(after);
            }
            ToRoom::Close => self.close(),
        }
    }

    fn hear(&mut self, connection: ConnectionId, message: FromPeer, turn: Option<Turn>) {
        let began = Instant::now();
        self.input(Input::Message {
            connection,
            message,
        });
        let Some(turn) = turn else { return };
        let took = began.elapsed();
        if self.room.works_on(connection) {
            self.turns.push((connection, turn));
        } else if took > LONG {
            // Whoever asks for much, again and again, leaves most of the time to others.
            tokio::spawn(async move {
                sleep(took.min(LONGEST) * PAUSE).await;
                drop(turn);
            });
        }
    }

    fn answered(&mut self, answer: Answer) {
        match answer {
            Answer::Input(input) => self.input(input),
            Answer::Fetched(Ok(chunks), _) => {
                let next = self.fetches.answered();
                self.ask(next);
                let chunks = chunks.into_iter().map(stored_chunk).collect();
                self.input(Input::Fetched { chunks });
            }
            Answer::Fetched(Err(error), after) => {
                tracing::warn!(document.id = %self.document, %error, "chunks could not be read; trying again");
                self.fetches.failed(after);
                self.fetch_at = Some(Instant::now() + AGAIN);
            }
            Answer::SnapshotFailed => {}
        }
    }

    fn leave(&mut self, connection: ConnectionId) {
        self.sockets.remove(&connection);
        if self.sockets.is_empty() {
            self.empty_since = Some(Instant::now());
        }
        self.input(Input::Leave { connection });
    }

    fn close(&mut self) {
        self.closing = true;
        for socket in self.sockets.values() {
            // A full or closed socket is going anyway.
            socket.tell(ToSocket::Close("the server stops".to_owned()));
        }
        let connections: Vec<_> = self.sockets.keys().copied().collect();
        for connection in connections {
            self.leave(connection);
        }
        self.input(Input::Flush);
    }

    fn tick(&mut self) {
        // Its leaving may have found the queue full.
        let gone: Vec<_> = self
            .sockets
            .iter()
            .filter(|(_, socket)| socket.is_over())
            .map(|(connection, _)| *connection)
            .collect();
        for connection in gone {
            self.leave(connection);
        }
        if self
            .empty_since
            .is_some_and(|since| since.elapsed() >= IDLE)
        {
            self.input(Input::UnloadAsked);
        }
    }

    /// Brings the room's copy up to date, for who looks at it now: what SQL knows up to a chunk has to hold that chunk.
    fn settle(&mut self) {
        self.settle_at = None;
        self.input(Input::Settle);
        self.project_at = None;
    }

    fn input(&mut self, input: Input) {
        let room = &mut self.room;
        // Handing the thread over costs two changes of thread: more than an acknowledgement does.
        let effects = if room.is_quick(&input) {
            room.handle(input)
        } else {
            tokio::task::block_in_place(|| room.handle(input))
        };
        for effect in effects {
            self.carry_out(effect);
        }
        let room = &self.room;
        self.turns.retain(|(of, _)| room.works_on(*of));
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Send {
                connection,
                message,
            } => {
                let message = ToSocket::Send(self.document, message);
                let told = self
                    .sockets
                    .get(&connection)
                    .map(|socket| socket.tell(message));
                if told == Some(false) {
                    self.leave(connection);
                }
            }
            Effect::WantsSettle => self.settle_at = Some(Instant::now() + SETTLE),
            Effect::WantsFlush => self.flush_at = Some(Instant::now() + BATCH),
            Effect::Commit(commit) => self.commit(commit),
            Effect::Fetch { after } => self.fetch(after),
            Effect::Changed => {
                self.project_at
                    .get_or_insert_with(|| Instant::now() + Projection::DELAY);
            }
            Effect::SnapshotDue => self.snapshot(),
            Effect::Close { connection, reason } => {
                if let Some(socket) = self.sockets.get(&connection) {
                    // A socket that has gone is closed already.
                    socket.tell(ToSocket::Close(reason));
                }
                self.leave(connection);
            }
            Effect::Quarantine(quarantined) => self.quarantine(quarantined),
            Effect::Waits { connection } => tracing::warn!(
                document.id = %self.document,
                connection = connection.0,
                "a change waits for the person under whose actor it was made, or for a second one who has it, too"
            ),
            Effect::CaughtUp { connection } => tracing::warn!(
                document.id = %self.document,
                connection = connection.0,
                "the store was behind what it had confirmed, as after a backup was put back, and has caught up"
            ),
            Effect::MayUnload => self.ended = true,
            Effect::Discard { reason } => {
                tracing::warn!(document.id = %self.document, reason, "a room is loaded anew");
                for socket in self.sockets.values() {
                    socket.tell(ToSocket::Close("the document is loaded anew".to_owned()));
                }
                self.sockets.clear();
                self.closing = true;
                self.ended = true;
            }
        }
    }

    fn commit(&mut self, commit: Commit) {
        for owner in &commit.owners {
            self.owners.insert(owner.actor.clone(), owner.person);
        }
        let at = now();
        let append = Append {
            document_id: self.document,
            expected: i64::try_from(self.room.seq()).ok(),
            chunks: commit
                .chunks
                .into_iter()
                .map(|chunk| NewChunk {
                    hash: ChangeHash(chunk.hash),
                    bytes: chunk.bytes,
                    actor: Actor(chunk.actor),
                    person_id: Some(chunk.person),
                    owns: match chunk.owns {
                        sync::room::Owns::No => Owns::No,
                        sync::room::Owns::First => Owns::First,
                        sync::room::Owns::Proved => Owns::Proved,
                    },
                    received_at: at,
                })
                .collect(),
            heads: commit.heads.into_iter().map(ChangeHash).collect(),
        };
        let (store, answers, document) = (
            self.rooms.0.store.clone(),
            self.answers.clone(),
            self.document,
        );
        tokio::spawn(async move {
            let answer = match store.append_chunks(append).await {
                Ok(appended) => match appended.seqs.iter().flatten().next() {
                    Some(first) => Input::Committed {
                        first_seq: first.unsigned_abs(),
                    },
                    None => Input::CommitFailed,
                },
                Err(StoreError::HeadMoved { .. }) => Input::CommitFailed,
                Err(error) => {
                    tracing::error!(document.id = %document, %error, "changes were not saved; trying again");
                    sleep(AGAIN).await;
                    Input::CommitFailed
                }
            };
            // The room has ended only if it had nothing left to commit.
            let _ = answers.send(Answer::Input(answer));
        });
    }

    fn fetch(&mut self, after: u64) {
        let now = self.fetches.wanted(after);
        self.ask(now);
    }

    /// Asks the store for the chunks after one, if there is something to ask for.
    fn ask(&self, after: Option<u64>) {
        let Some(after) = after else { return };
        let (store, answers, document) = (
            self.rooms.0.store.clone(),
            self.answers.clone(),
            self.document,
        );
        tokio::spawn(async move {
            let seq = i64::try_from(after).unwrap_or(i64::MAX);
            let chunks = store.chunks_after(document, seq).await;
            let _ = answers.send(Answer::Fetched(chunks, after));
        });
    }

    fn snapshot(&self) {
        let draft = self.room.snapshot();
        let (store, answers, document) = (
            self.rooms.0.store.clone(),
            self.answers.clone(),
            self.document,
        );
        tokio::spawn(async move {
            let saved = match tokio::task::spawn_blocking(move || draft.verify()).await {
                Ok(Ok(snapshot)) => snapshot,
                Ok(Err(error)) => {
                    tracing::error!(document.id = %document, %error, "a snapshot does not read back; the chunks are kept");
                    return;
                }
                Err(error) => {
                    tracing::error!(document.id = %document, %error, "a snapshot could not be made");
                    return;
                }
            };
            let upto = saved.upto_seq;
            let upto_seq = i64::try_from(upto).unwrap_or(i64::MAX);
            let snapshot = Snapshot {
                upto_seq,
                heads: saved.heads.into_iter().map(ChangeHash).collect(),
                bytes: saved.bytes,
            };
            let answer = match store.save_snapshot(document, snapshot).await {
                Ok(()) => {
                    // The bytes were read back before they were stored; the store checks their hash when it reads them.
                    if let Err(error) = store.prune_chunks(document, upto_seq).await {
                        tracing::warn!(document.id = %document, %error, "old chunks were not removed");
                    }
                    Answer::Input(Input::SnapshotStored { upto_seq: upto })
                }
                Err(error) => {
                    tracing::warn!(document.id = %document, %error, "a snapshot was not saved");
                    Answer::SnapshotFailed
                }
            };
            let _ = answers.send(answer);
        });
    }

    fn quarantine(&self, quarantined: sync::room::Quarantined) {
        let (store, document) = (self.rooms.0.store.clone(), self.document);
        tokio::spawn(async move {
            let (person, reason) = (quarantined.person, quarantined.reason.clone());
            let bytes = quarantined.bytes.len();
            let refused = Quarantined {
                document_id: document,
                bytes: quarantined.bytes,
                person_id: quarantined.person,
                reason: quarantined.reason,
                at: now(),
            };
            let told = match store.quarantine(refused, KEPT_OF_ONE).await {
                Ok(true) => "and kept aside: `rapporteur check` lists them".to_owned(),
                Ok(false) => "and only counted: enough of this person's are kept aside".to_owned(),
                Err(error) => format!("and could not be kept: {error}"),
            };
            tracing::warn!(
                document.id = %document,
                person.id = %person,
                reason,
                bytes,
                "a person's changes were refused {told}"
            );
        });
    }
}

/// A stored document as the room takes it.
pub(super) fn stored(loaded: LoadedDocument) -> Stored {
    Stored {
        snapshot: loaded.snapshot.map(|snapshot| StoredSnapshot {
            upto_seq: snapshot.upto_seq.unsigned_abs(),
            heads: snapshot.heads.into_iter().map(|hash| hash.0).collect(),
            bytes: snapshot.bytes,
        }),
        chunks: loaded.chunks.into_iter().map(stored_chunk).collect(),
        owners: loaded
            .actor_owners
            .into_iter()
            .map(|(actor, person)| ActorOwner {
                actor: actor.0,
                person,
            })
            .collect(),
    }
}

fn stored_chunk(chunk: Chunk) -> StoredChunk {
    StoredChunk {
        seq: chunk.seq.unsigned_abs(),
        hash: chunk.hash.0,
        bytes: chunk.bytes,
        person: chunk.person_id,
    }
}
