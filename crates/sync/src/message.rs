//! The frames of automerge-repo's WebSocket protocol: one CBOR map each, camelCase keys.
//!
//! What comes in is hostile until it has been read here: sizes and depth are bounded, a key that matters may
//! stand only once and must have the right type. Unknown types and unknown keys are ignored, as the clients do.

mod read;
mod write;

use self::{read::Fields, write::Frame};

/// The longest text that names a peer, a session of a peer or a document.
const NAME: usize = 512;

/// Says why a frame was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// The frame is larger than the limit.
    #[error("the frame has {0} bytes, which is too large")]
    TooLarge(usize),
    /// The frame is not one CBOR map, or a key does not hold what the protocol says.
    #[error("the frame cannot be read: {0}")]
    Malformed(&'static str),
}

/// Names a peer, as the peer calls itself. Proves nothing: identity is the connection.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PeerId(String);

impl PeerId {
    /// Takes a name of 1 to 512 bytes.
    pub fn new(name: impl Into<String>) -> Option<Self> {
        let name = name.into();
        (1..=NAME).contains(&name.len()).then_some(Self(name))
    }

    /// The name as it stands on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a peer says about its storage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeerMetadata {
    /// Names the peer's storage. A client keeps its sync state under this name.
    pub storage_id: Option<String>,
    /// Says that the peer will forget everything.
    pub is_ephemeral: bool,
    /// What the peer makes its actors from. Our own client tells it; it is never passed on.
    pub secret: Option<[u8; 32]>,
}

/// One frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The client's first frame.
    Join {
        /// The client's name.
        sender: PeerId,
        /// What the client says about its storage.
        metadata: PeerMetadata,
        /// The versions it speaks; `None` where it does not say, which means version 1.
        versions: Option<Vec<String>>,
    },
    /// The server's answer to `Join`.
    Peer {
        /// The server's name.
        sender: PeerId,
        /// The client's name.
        target: PeerId,
        /// The version chosen.
        version: String,
        /// What the server says about its storage.
        metadata: PeerMetadata,
    },
    /// The server's last frame before it closes the connection.
    Error {
        /// The server's name.
        sender: PeerId,
        /// The client's name, empty where it never said one.
        target: String,
        /// What was wrong.
        message: String,
    },
    /// A sync message of a document.
    Sync(Addressed<Vec<u8>>),
    /// A sync message of somebody who has nothing of the document yet.
    Request(Addressed<Vec<u8>>),
    /// Presence.
    Ephemeral(Addressed<Ephemeral>),
    /// The sender cannot give the document.
    DocUnavailable(Addressed<()>),
    /// A kind of message that the server takes no part in, such as `remote-subscription-change`.
    Ignored,
}

/// Who sends what about which document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressed<T> {
    /// The sender's name.
    pub sender: PeerId,
    /// The receiver's name; `None` where the sender left it out.
    pub target: Option<PeerId>,
    /// The document as text, not yet checked.
    pub document: String,
    /// What is sent.
    pub content: T,
}

/// A piece of presence: opaque, but for what tells a repeated one from a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ephemeral {
    /// Grows with each message of a session.
    pub count: u64,
    /// Names one start of the sender.
    pub session: String,
    /// CBOR of the sender's making, never empty.
    pub data: Vec<u8>,
}

impl Message {
    /// Reads one frame of at most `limit` bytes.
    pub fn decode(frame: &[u8], limit: usize) -> Result<Self, FrameError> {
        if frame.len() > limit {
            return Err(FrameError::TooLarge(frame.len()));
        }
        Fields::read(frame)?.into_message()
    }

    /// Writes the frame.
    pub fn encode(&self) -> Vec<u8> {
        let mut frame = Frame::default();
        match self {
            Self::Join {
                sender,
                metadata,
                versions,
            } => {
                frame
                    .text("type", "join")
                    .text("senderId", sender.as_str())
                    .metadata(metadata);
                if let Some(versions) = versions {
                    frame.texts("supportedProtocolVersions", versions);
                }
            }
            Self::Peer {
                sender,
                target,
                version,
                metadata,
            } => {
                frame
                    .text("type", "peer")
                    .text("senderId", sender.as_str())
                    .metadata(metadata);
                frame
                    .text("selectedProtocolVersion", version)
                    .text("targetId", target.as_str());
            }
            Self::Error {
                sender,
                target,
                message,
            } => {
                frame
                    .text("type", "error")
                    .text("senderId", sender.as_str());
                frame.text("message", message).text("targetId", target);
            }
            Self::Sync(to) => {
                frame.addressed("sync", to).bytes("data", &to.content);
            }
            Self::Request(to) => {
                frame.addressed("request", to).bytes("data", &to.content);
            }
            Self::Ephemeral(to) => {
                frame
                    .addressed("ephemeral", to)
                    .number("count", to.content.count);
                frame
                    .text("sessionId", &to.content.session)
                    .bytes("data", &to.content.data);
            }
            Self::DocUnavailable(to) => {
                frame.addressed("doc-unavailable", to);
            }
            Self::Ignored => {
                frame.text("type", "ignored");
            }
        }
        frame.finish()
    }
}
