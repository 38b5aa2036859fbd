//! A simulated network: a room, its store, and clients that do what automerge-repo's `DocSynchronizer` does.

use std::collections::{BTreeMap, HashSet, VecDeque};

use automerge::{
    ActorId, AutoCommit, Automerge, ChangeHash, ObjType, ROOT, ReadDoc, ScalarValue,
    marks::{ExpandMark, Mark},
    sync::{Message, State, SyncDoc},
    transaction::Transactable,
};
use model::id::{DocumentId, PersonId};
use sync::{limits::Limits, message::PeerId, room::*};

pub struct Client {
    pub number: usize,
    pub person: PersonId,
    pub doc: AutoCommit,
    pub state: State,
    pub connection: Option<ConnectionId>,
    pub to_server: VecDeque<Vec<u8>>,
    pub to_client: VecDeque<ToPeer>,
    pub unavailable: usize,
    pub sent: usize,
    /// Whether it shows that its actor is its own, as our page does.
    pub proves: bool,
    edits: usize,
}

pub struct World {
    pub room: Room,
    pub stored: Vec<StoredChunk>,
    pub snapshot: Option<StoredSnapshot>,
    pub owners: Vec<ActorOwner>,
    pub clients: Vec<Client>,
    pub access: BTreeMap<usize, Option<Access>>,
    pub pending: Option<Commit>,
    pub committed: HashSet<ChangeHash>,
    pub sends: usize,
    pub closed: Vec<String>,
    pub quarantined: usize,
    pub caught_up: usize,
    /// How many changes were told to wait for somebody.
    pub waits: usize,
    fetch_asked: bool,
    /// The document's heads when somebody was last told to look at it.
    looked_at: Vec<ChangeHash>,
    connections: u64,
    other_process: AutoCommit,
}

#[derive(Debug, Clone, Copy)]
pub enum Outcome {
    Stored,
    Failed,
    /// Stored, but nobody was told.
    AnswerLost,
}

pub const DOCUMENT: DocumentId = DocumentId([7; 16]);

pub fn person(number: usize) -> PersonId {
    PersonId(uuid::Uuid::from_u128(number as u128 + 1))
}

/// What the server makes when it creates notes.
pub fn first_document() -> AutoCommit {
    let mut doc = AutoCommit::new().with_actor(ActorId::from([0xee; 16]));
    doc.put(ROOT, "schema", 1).unwrap();
    doc.put(ROOT, "kind", "notes").unwrap();
    let text = doc.put_object(ROOT, "text", ObjType::Text).unwrap();
    let block = doc.split_block(&text, 0).unwrap();
    doc.put(&block, "type", "paragraph").unwrap();
    doc.put_object(ROOT, "keyPoints", ObjType::Map).unwrap();
    doc.commit();
    doc
}

impl World {
    pub fn new(accesses: &[Access]) -> Self {
        let mut doc = first_document();
        let stored: Vec<StoredChunk> = doc
            .get_changes(&[])
            .into_iter()
            .enumerate()
            .map(|(index, change)| StoredChunk {
                seq: index as u64 + 1,
                hash: change.hash().0,
                bytes: change.raw_bytes().to_vec().into(),
                person: None,
            })
            .collect();
        let committed = stored.iter().map(|chunk| ChangeHash(chunk.hash)).collect();
        let loaded = Stored {
            snapshot: None,
            chunks: stored.clone(),
            owners: Vec::new(),
        };
        let clients = (0..accesses.len()).map(|number| Client {
            number,
            person: person(number),
            doc: AutoCommit::new().with_actor(ActorId::from([number as u8 + 1; 16])),
            state: State::new(),
            connection: None,
            to_server: VecDeque::new(),
            to_client: VecDeque::new(),
            unavailable: 0,
            sent: 0,
            proves: false,
            edits: 0,
        });
        let room = Room::load(DOCUMENT, loaded, Limits::default()).unwrap();
        Self {
            looked_at: room.document().get_heads(),
            room,
            stored,
            snapshot: None,
            owners: Vec::new(),
            clients: clients.collect(),
            access: accesses
                .iter()
                .map(|access| Some(*access))
                .enumerate()
                .collect(),
            pending: None,
            committed,
            sends: 0,
            closed: Vec::new(),
            quarantined: 0,
            caught_up: 0,
            waits: 0,
            fetch_asked: false,
            connections: 0,
            other_process: doc.with_actor(ActorId::from([0xdd; 16])),
        }
    }

    pub fn input(&mut self, input: Input) {
        for effect in self.room.handle(input) {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Send {
                connection,
                message,
            } => {
                self.sends += 1;
                if let ToPeer::Sync(data) = &message {
                    self.assert_is_committed(data);
                }
                if let Some(client) = self
                    .clients
                    .iter_mut()
                    .find(|client| client.connection == Some(connection))
                {
                    client.to_client.push_back(message);
                }
            }
            Effect::Commit(commit) => {
                assert!(self.pending.is_none(), "two commits at once");
                assert!(!commit.chunks.is_empty());
                self.pending = Some(commit);
            }
            Effect::Fetch { after } => {
                assert!(after <= self.stored.len() as u64);
                self.fetch_asked = true;
            }
            Effect::Close { connection, reason } => {
                self.closed.push(reason);
                if let Some(number) = self
                    .clients
                    .iter()
                    .position(|client| client.connection == Some(connection))
                {
                    self.disconnect(number);
                }
            }
            Effect::Discard { reason } => panic!("discarded: {reason}"),
            Effect::Quarantine(_) => self.quarantined += 1,
            Effect::CaughtUp { .. } => self.caught_up += 1,
            Effect::Waits { .. } => self.waits += 1,
            Effect::SnapshotDue | Effect::WantsFlush | Effect::WantsSettle | Effect::MayUnload => {}
            Effect::Changed => self.looked_at = self.room.document().get_heads(),
        }
    }

    /// The promise: what leaves the room is stored.
    fn assert_is_committed(&self, data: &[u8]) {
        assert!(!data.is_empty());
        let message = Message::decode(data).unwrap();
        let lasts = message.have.iter().flat_map(|have| &have.last_sync);
        for hash in message.heads.iter().chain(lasts) {
            assert!(
                self.committed.contains(hash),
                "a head was sent before it was stored"
            );
        }
        for piece in message.changes.iter() {
            for change in changes_in(piece) {
                assert!(
                    self.committed.contains(&change),
                    "a change was sent before it was stored"
                );
            }
        }
    }

    pub fn connect(&mut self, number: usize) {
        if self.clients[number].connection.is_some() {
            return;
        }
        self.connections += 1;
        let connection = ConnectionId(self.connections);
        let client = &mut self.clients[number];
        client.connection = Some(connection);
        client.to_server.clear();
        client.to_client.clear();
        // As `beginSync` does: only what survives encoding is kept.
        client.state = State::decode(&client.state.encode()).unwrap();
        client.state.their_have = None;
        client.send();
    }

    pub fn disconnect(&mut self, number: usize) {
        let client = &mut self.clients[number];
        if let Some(connection) = client.connection.take() {
            client.to_server.clear();
            client.to_client.clear();
            self.input(Input::Leave { connection });
        }
    }

    /// Hands the oldest frame of a client to the room, joining it first where it is new.
    pub fn deliver_to_server(&mut self, number: usize) -> bool {
        let client = &mut self.clients[number];
        let (Some(connection), Some(data)) = (client.connection, client.to_server.pop_front())
        else {
            return false;
        };
        let person = client.person;
        let own_actor = client.doc.get_actor().to_bytes().try_into().ok();
        let own_actor = own_actor.filter(|_| client.proves);
        let peer = PeerId::new(format!("tab-{number}")).unwrap();
        if !self.room.is_joined(connection) {
            match self.access[&number] {
                Some(access) => self.input(Input::Join {
                    connection,
                    peer,
                    person,
                    access,
                    own_actor,
                }),
                None => {
                    self.clients[number]
                        .to_client
                        .push_back(ToPeer::Unavailable);
                    return true;
                }
            }
        }
        self.input(Input::Message {
            connection,
            message: FromPeer::Sync(data),
        });
        true
    }

    pub fn deliver_to_client(&mut self, number: usize) -> bool {
        let client = &mut self.clients[number];
        let Some(message) = client.to_client.pop_front() else {
            return false;
        };
        match message {
            ToPeer::Sync(data) => {
                let message = Message::decode(&data).unwrap();
                client
                    .doc
                    .sync()
                    .receive_sync_message(&mut client.state, message)
                    .unwrap();
                client.send();
            }
            ToPeer::Unavailable => client.unavailable += 1,
            ToPeer::Ephemeral { .. } => {}
        }
        true
    }

    pub fn set_access(&mut self, number: usize, access: Option<Access>) {
        self.access.insert(number, access);
        if let Some(connection) = self.clients[number].connection {
            if self.room.is_joined(connection) {
                self.input(Input::AccessChanged { connection, access });
            } else {
                // It was turned away at the door of the document; the page opens it again.
                self.disconnect(number);
            }
        }
    }

    pub fn store(&mut self, outcome: Outcome) {
        let Some(commit) = self.pending.take() else {
            return;
        };
        let first_seq = self.stored.len() as u64 + 1;
        let doubled = commit
            .chunks
            .iter()
            .any(|chunk| self.committed.contains(&ChangeHash(chunk.hash)));
        if matches!(outcome, Outcome::Failed) || doubled {
            return self.input(Input::CommitFailed);
        }
        for chunk in commit.chunks {
            self.committed.insert(ChangeHash(chunk.hash));
            self.stored.push(StoredChunk {
                seq: self.stored.len() as u64 + 1,
                hash: chunk.hash,
                bytes: chunk.bytes,
                person: Some(chunk.person),
            });
        }
        self.owners.extend(commit.owners);
        match outcome {
            Outcome::Stored => self.input(Input::Committed { first_seq }),
            _ => self.input(Input::CommitFailed),
        }
    }

    pub fn fetch(&mut self) {
        let after = self.room.seq() as usize;
        self.fetch_asked = false;
        self.input(Input::Fetched {
            chunks: self.stored[after..].to_vec(),
        });
    }

    /// Another process stores an edit, made on what was stored then.
    pub fn edit_elsewhere(&mut self) {
        let stored: Vec<u8> = self
            .stored
            .iter()
            .flat_map(|chunk| chunk.bytes.to_vec())
            .collect();
        self.other_process.load_incremental(&stored).unwrap();
        let before = self.other_process.get_heads();
        let (_, text) = self.other_process.get(ROOT, "text").unwrap().unwrap();
        self.other_process.splice_text(&text, 0, 0, "e").unwrap();
        self.other_process.commit();
        for change in self.other_process.get_changes(&before) {
            self.committed.insert(change.hash());
            self.stored.push(StoredChunk {
                seq: self.stored.len() as u64 + 1,
                hash: change.hash().0,
                bytes: change.raw_bytes().to_vec().into(),
                person: None,
            });
        }
    }

    pub fn take_snapshot(&mut self) {
        let snapshot = self.room.snapshot().verify().unwrap();
        let upto_seq = snapshot.upto_seq;
        self.snapshot = Some(StoredSnapshot {
            upto_seq,
            heads: snapshot.heads,
            bytes: snapshot.bytes,
        });
        self.input(Input::SnapshotStored { upto_seq });
    }

    pub fn restart(&mut self) {
        for client in &mut self.clients {
            client.connection = None;
        }
        self.pending = None;
        let upto = self
            .snapshot
            .as_ref()
            .map_or(0, |snapshot| snapshot.upto_seq) as usize;
        let stored = Stored {
            snapshot: self.snapshot.clone(),
            chunks: self.stored[upto..].to_vec(),
            owners: self.owners.clone(),
        };
        self.room = Room::load(DOCUMENT, stored, Limits::default()).unwrap();
        self.looked_at = self.room.document().get_heads();
    }

    /// Lets everything run until nobody has anything to say, and returns how many messages that took.
    pub fn quiesce(&mut self) -> usize {
        let before = self.sends + self.clients.iter().map(|client| client.sent).sum::<usize>();
        let stored_before = self.stored.len();
        for number in 0..self.clients.len() {
            self.connect(number);
            self.clients[number].send();
        }
        for round in 0.. {
            assert!(round < 200, "they never come to rest");
            let mut busy = false;
            for number in 0..self.clients.len() {
                while self.deliver_to_server(number) {
                    busy = true;
                }
            }
            self.input(Input::Flush);
            busy |= self.pending.is_some();
            self.store(Outcome::Stored);
            if self.fetch_asked || self.room.seq() < self.stored.len() as u64 {
                busy = true;
                self.fetch();
            }
            for number in 0..self.clients.len() {
                while self.deliver_to_client(number) {
                    busy = true;
                }
                busy |= self.clients[number].connection.is_none();
                self.connect(number);
            }
            if !busy {
                break;
            }
        }
        self.input(Input::Settle);
        let _ = stored_before;
        self.sends + self.clients.iter().map(|client| client.sent).sum::<usize>() - before
    }

    /// What each client with a right must have in the end.
    pub fn assert_converged(&mut self) {
        let heads: Vec<ChangeHash> = self.room.heads().into_iter().map(ChangeHash).collect();
        assert_eq!(self.room.document().get_heads(), heads);
        assert_eq!(
            self.looked_at, heads,
            "whoever follows the document has seen all of it"
        );
        let stored: Vec<u8> = self
            .stored
            .iter()
            .flat_map(|chunk| chunk.bytes.to_vec())
            .collect();
        let again = Automerge::load(&stored).unwrap();
        assert_eq!(again.get_heads(), heads, "the store has what the room has");
        let text = again.get(ROOT, "text").unwrap().unwrap().1;
        let expected = again.text(&text).unwrap();
        for client in &mut self.clients {
            match self.access[&client.number] {
                Some(Access::ReadWrite) => {
                    assert_eq!(
                        client.doc.get_heads(),
                        heads,
                        "client {} has what the room has",
                        client.number
                    );
                    assert_eq!(client.doc.text(&text).unwrap(), expected);
                }
                Some(Access::ReadOnly) => {
                    assert!(
                        client.doc.get_missing_deps(&heads).is_empty(),
                        "reader {} has all",
                        client.number
                    );
                }
                None => {}
            }
        }
    }

    pub fn run_commit(&mut self) {
        self.input(Input::Flush);
        self.store(Outcome::Stored);
    }
}

impl Client {
    /// Edits the local copy, as soon as there is one. Says whether it did.
    pub fn edit(&mut self, kind: u8, place: usize) -> bool {
        let Ok(Some((_, text))) = self.doc.get(ROOT, "text") else {
            return false;
        };
        self.edits += 1;
        let length = self.doc.length(&text);
        let place = place % (length + 1);
        match kind % 8 {
            0..=3 => self
                .doc
                .splice_text(&text, place, 0, &format!("{}", self.number))
                .unwrap(),
            4 if place < length => self.doc.splice_text(&text, place, 1, "").unwrap(),
            5 => {
                let block = self.doc.split_block(&text, place).unwrap();
                self.doc
                    .put(&block, "type", ScalarValue::Str("paragraph".into()))
                    .unwrap();
            }
            6 if place < length => {
                let mark = Mark::new("strong".to_owned(), true, place, length);
                self.doc.mark(&text, mark, ExpandMark::After).unwrap();
            }
            _ => {
                if let Ok(Some((_, points))) = self.doc.get(ROOT, "keyPoints") {
                    let key = format!("{}-{}", self.number, self.edits);
                    let point = self.doc.put_object(&points, key, ObjType::Map).unwrap();
                    self.doc.put(&point, "quote", "q").unwrap();
                    let statement = self
                        .doc
                        .put_object(&point, "statement", ObjType::Text)
                        .unwrap();
                    self.doc.splice_text(&statement, 0, 0, "said").unwrap();
                }
            }
        }
        self.doc.commit();
        true
    }

    /// `#sendSyncMessage` of the synchronizer.
    pub fn send(&mut self) {
        if self.connection.is_none() {
            return;
        }
        if let Some(message) = self.doc.sync().generate_sync_message(&mut self.state) {
            self.sent += 1;
            self.to_server.push_back(message.encode());
        }
    }
}

/// The hashes of the changes in a piece of a sync message.
fn changes_in(piece: &[u8]) -> Vec<ChangeHash> {
    sync::chunk::read_changes(piece, &Limits::default())
        .unwrap()
        .iter()
        .map(automerge::Change::hash)
        .collect()
}
