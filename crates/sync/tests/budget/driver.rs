//! A room with a store that forgets, and a connection that says what it is told to say.

use std::time::Duration;

use automerge::{ActorId, AutoCommit, ObjType, ROOT, ReadDoc, transaction::Transactable};
use bytes::Bytes;
use model::id::{DocumentId, PersonId};
use sync::{limits::Limits, message::PeerId, room::*};

use crate::{MEMORY, measured};

pub struct Driver {
    pub room: Room,
    pub closed: Vec<String>,
    /// How many changes were stored.
    pub stored: usize,
    /// What was sent and that nobody has read.
    pub unread: Vec<Bytes>,
    /// The most that one call took.
    pub longest: Duration,
    /// The most that was held during a call, with everything else.
    pub peak: usize,
    pending: Option<u64>,
    connections: u64,
}

/// What a room that is no longer needed had cost.
#[derive(Debug)]
pub struct Spent {
    pub held: usize,
    pub took: Duration,
}

/// Notes with so many letters, made by the server.
pub fn notes(letters: usize) -> AutoCommit {
    let mut doc = AutoCommit::new().with_actor(ActorId::from([0xee; 16]));
    doc.put(ROOT, "schema", 1).unwrap();
    doc.put(ROOT, "kind", "notes").unwrap();
    let text = doc.put_object(ROOT, "text", ObjType::Text).unwrap();
    let block = doc.split_block(&text, 0).unwrap();
    doc.put(&block, "type", "paragraph").unwrap();
    doc.put_object(ROOT, "keyPoints", ObjType::Map).unwrap();
    let words: String = "the quick brown fox "
        .chars()
        .cycle()
        .take(letters)
        .collect();
    // In pieces, as texts grow: to look one letter up, the change that it stands in is decoded.
    let mut place = 1;
    for piece in words.as_bytes().chunks(10_000) {
        let piece = std::str::from_utf8(piece).unwrap();
        doc.splice_text(&text, place, 0, piece).unwrap();
        doc.commit();
        place += piece.len();
    }
    doc
}

pub fn text_of(doc: &AutoCommit) -> automerge::ObjId {
    doc.get(ROOT, "text").unwrap().unwrap().1
}

impl Driver {
    pub fn new(doc: &mut AutoCommit) -> Self {
        let changes = doc.get_changes(&[]);
        let chunks = changes.iter().zip(1..).map(|(change, seq)| StoredChunk {
            seq,
            hash: change.hash().0,
            bytes: change.raw_bytes().to_vec().into(),
            person: None,
        });
        let stored = Stored {
            chunks: chunks.collect(),
            ..Stored::default()
        };
        Self {
            room: Room::load(DocumentId([7; 16]), stored, Limits::default()).unwrap(),
            closed: Vec::new(),
            stored: 0,
            unread: Vec::new(),
            longest: Duration::ZERO,
            peak: 0,
            pending: None,
            connections: 0,
        }
    }

    pub fn input(&mut self, input: Input) {
        let (effects, _, took) = measured(|| self.room.handle(input));
        self.longest = self.longest.max(took);
        self.peak = self.peak.max(MEMORY.peak_usage());
        for effect in effects {
            match effect {
                Effect::Commit(commit) => {
                    self.stored += commit.chunks.len();
                    self.pending = Some(self.room.seq() + 1);
                }
                Effect::Close { reason, .. } => self.closed.push(reason),
                Effect::Send {
                    message: ToPeer::Sync(data),
                    ..
                } => self.unread.push(data),
                Effect::Discard { reason } => panic!("{reason}"),
                _ => {}
            }
        }
    }

    pub fn join(&mut self) -> ConnectionId {
        self.connections += 1;
        let connection = ConnectionId(self.connections);
        self.input(Input::Join {
            connection,
            peer: PeerId::new(format!("tab-{}", self.connections)).unwrap(),
            person: PersonId(uuid::Uuid::from_u128(1)),
            access: Access::ReadWrite,
            own_actor: None,
        });
        connection
    }

    pub fn say(&mut self, connection: ConnectionId, data: Vec<u8>) {
        self.hear(connection, FromPeer::Sync(data));
    }

    fn hear(&mut self, connection: ConnectionId, message: FromPeer) {
        self.input(Input::Message {
            connection,
            message,
        });
    }

    /// Until everything that was said is stored.
    pub fn finish(&mut self) {
        self.input(Input::Flush);
        while let Some(first_seq) = self.pending.take() {
            self.input(Input::Committed { first_seq });
            self.input(Input::Flush);
        }
        self.input(Input::Settle);
    }

    /// All that it takes to hear these messages from one connection and to do what they ask for.
    pub fn hears(&mut self, messages: Vec<Vec<u8>>) -> Spent {
        let (connection, before) = (self.join(), MEMORY.current_usage());
        (self.longest, self.peak) = (Duration::ZERO, 0);
        let mut held = 0;
        for data in messages {
            let bytes = data.len();
            self.say(connection, data);
            held = held.max(self.spent_since(before).held + bytes);
            self.finish();
            held = held.max(self.spent_since(before).held);
        }
        let took = self.longest;
        Spent { held, took }
    }

    /// The same for one message, from a connection of its own.
    pub fn hears_one(&mut self, message: FromPeer) -> Spent {
        let (connection, before) = (self.join(), MEMORY.current_usage());
        (self.longest, self.peak) = (Duration::ZERO, 0);
        self.hear(connection, message);
        self.finish();
        let spent = self.spent_since(before);
        self.input(Input::Leave { connection });
        self.unread.clear();
        spent
    }

    fn spent_since(&self, before: usize) -> Spent {
        Spent {
            held: self.peak.saturating_sub(before),
            took: self.longest,
        }
    }
}
