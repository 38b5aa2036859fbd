//! One client's connection below the documents: the handshake, and which document a frame is about.

use std::collections::HashSet;

use model::id::DocumentId;
use sha2::{Digest, Sha256};

use crate::{
    limits::Limits,
    message::{Addressed, Message, PeerId, PeerMetadata},
    room::{FromPeer, OwnActor, ToPeer},
};

/// The protocol version that is spoken.
const VERSION: &str = "1";

/// A connection's state machine. It sees frames and writes frames; the socket is the caller's.
#[derive(Debug)]
pub struct Connection {
    server: PeerId,
    storage_id: String,
    limits: Limits,
    client: Option<PeerId>,
    /// What the client has made its actors from, where it told.
    secret: Option<[u8; 32]>,
    open: HashSet<DocumentId>,
}

/// What is to be done about a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The client has said its name; send these bytes to it.
    Joined {
        /// The name it gave itself.
        peer: PeerId,
        /// The frame to send.
        reply: Vec<u8>,
    },
    /// The frame is for this document's room, if the person behind the connection may read it.
    Route {
        /// The document.
        document: DocumentId,
        /// What the room is to hear.
        message: FromPeer,
    },
    /// Send these bytes and go on.
    Reply(Vec<u8>),
    /// Nothing is to be done.
    Nothing,
    /// Send these bytes (an `error`) and close the connection.
    Close {
        /// The frame to send first.
        last: Vec<u8>,
        /// For the log.
        reason: String,
    },
}

impl Connection {
    /// Starts with a socket that has just been opened.
    ///
    /// `storage_id` must be the same for all servers on one database and for all time: clients keep their sync
    /// state under it. `server` should differ for each process.
    pub fn new(server: PeerId, storage_id: impl Into<String>, limits: Limits) -> Self {
        Self {
            server,
            storage_id: storage_id.into(),
            limits,
            client: None,
            secret: None,
            open: HashSet::new(),
        }
    }

    /// Takes one binary frame.
    pub fn receive(&mut self, frame: &[u8]) -> Step {
        match Message::decode(frame, self.limits.frame) {
            Ok(message) => self.step(message),
            Err(error) => self.refuse(&error.to_string()),
        }
    }

    /// Writes what a room has for this client as a frame.
    pub fn encode(&self, document: DocumentId, message: &ToPeer) -> Vec<u8> {
        let document = document.to_string();
        let (sender, target) = (self.server.clone(), self.client.clone());
        match message {
            ToPeer::Sync(data) => Message::Sync(Addressed {
                sender,
                target,
                document,
                content: data.to_vec(),
            }),
            ToPeer::Ephemeral { sender, content } => Message::Ephemeral(Addressed {
                sender: sender.clone(),
                target,
                document,
                content: content.clone(),
            }),
            ToPeer::Unavailable => Message::DocUnavailable(Addressed {
                sender,
                target,
                document,
                content: (),
            }),
        }
        .encode()
    }

    /// Writes the frame that says that a document is not to be had, be it unknown or forbidden.
    pub fn unavailable(&self, document: DocumentId) -> Vec<u8> {
        self.encode(document, &ToPeer::Unavailable)
    }

    /// Writes the last frame before the caller closes the socket.
    pub fn error(&self, message: &str) -> Vec<u8> {
        Message::Error {
            sender: self.server.clone(),
            target: self
                .client
                .as_ref()
                .map(|client| client.as_str().to_owned())
                .unwrap_or_default(),
            message: message.to_owned(),
        }
        .encode()
    }

    /// The name that the client gave itself, once it has.
    pub fn client(&self) -> Option<&PeerId> {
        self.client.as_ref()
    }

    /// The actor under which the client writes a document, where it made it from a secret that it has told: the first
    /// bytes of the SHA-256 of the secret and the document's id as text. Nobody else can show that it is theirs, whatever
    /// the store has forgotten.
    pub fn own_actor(&self, document: DocumentId) -> Option<OwnActor> {
        let digest = Sha256::new()
            .chain_update(self.secret?)
            .chain_update(document.to_string())
            .finalize();
        digest.first_chunk().copied()
    }

    fn step(&mut self, message: Message) -> Step {
        match message {
            Message::Join {
                sender,
                versions,
                metadata,
            } => {
                self.secret = metadata.secret;
                self.join(sender, versions)
            }
            _ if self.client.is_none() => self.refuse("the first message must be join"),
            Message::Sync(to) => self.route(to, FromPeer::Sync),
            Message::Request(to) => self.route(to, FromPeer::Sync),
            Message::Ephemeral(to) => {
                // The stock clients send back what they hear of others, in the others' names.
                let is_own = self.client.as_ref() == Some(&to.sender);
                match is_own && to.content.data.len() <= self.limits.ephemeral {
                    true => self.route(to, FromPeer::Ephemeral),
                    false => Step::Nothing,
                }
            }
            // A client that lacks a document has nothing to say about it that a room must hear.
            Message::DocUnavailable(_) | Message::Ignored => Step::Nothing,
            Message::Peer { .. } | Message::Error { .. } => {
                self.refuse("only the server sends this")
            }
        }
    }

    fn join(&mut self, sender: PeerId, versions: Option<Vec<String>>) -> Step {
        if versions.is_some_and(|versions| !versions.iter().any(|version| version == VERSION)) {
            return self.refuse("unsupported protocol version");
        }
        if self.client.as_ref().is_some_and(|known| *known != sender) {
            return self.refuse("this connection already has another name");
        }
        if sender == self.server {
            return self.refuse("this name is the server's");
        }
        self.client = Some(sender.clone());
        let reply = Message::Peer {
            sender: self.server.clone(),
            target: sender.clone(),
            version: VERSION.to_owned(),
            metadata: PeerMetadata {
                storage_id: Some(self.storage_id.clone()),
                is_ephemeral: false,
                secret: None,
            },
        };
        Step::Joined {
            peer: sender,
            reply: reply.encode(),
        }
    }

    fn route<T>(&mut self, to: Addressed<T>, message: impl FnOnce(T) -> FromPeer) -> Step {
        let Ok(document) = to.document.parse::<DocumentId>() else {
            return self.refuse("the id of the document is malformed");
        };
        if !self.open.contains(&document) {
            if self.open.len() >= self.limits.documents {
                return self.refuse("too many documents are open on this connection");
            }
            self.open.insert(document);
        }
        Step::Route {
            document,
            message: message(to.content),
        }
    }

    /// The reason is for the other end and the log.
    fn refuse(&self, reason: &str) -> Step {
        Step::Close {
            last: self.error(reason),
            reason: reason.to_owned(),
        }
    }
}
