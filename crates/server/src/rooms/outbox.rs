//! What waits to be sent on a socket: text in order, measured in bytes; of presence the newest only, and after all text.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use model::id::DocumentId;
use sync::{
    message::{Ephemeral, PeerId},
    room::ToPeer,
};
use tokio::sync::Notify;

/// How much may wait for a slow client before it is disconnected. A document that is larger may wait alone.
const MOST_BYTES: usize = 8 << 20;
/// Up to this much, its client is heard: what it asks for comes on top.
const SHORT: usize = 256 << 10;
/// Of how many others the newest presence may wait.
const MOST_PRESENT: usize = 256;

/// What a room tells a socket's task.
pub(crate) enum ToSocket {
    /// Send this.
    Send(DocumentId, ToPeer),
    /// Tell the client why, and close.
    Close(String),
    /// The client cannot keep up: it comes back and syncs from where it was.
    Overflow,
}

/// A room's way to a socket's task, and the task's own end of it.
#[derive(Clone, Default)]
pub(crate) struct Outbox(Arc<Shared>);

#[derive(Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    filled: Notify,
}

#[derive(Default)]
struct Waiting {
    messages: VecDeque<ToSocket>,
    bytes: usize,
    presence: BTreeMap<(DocumentId, PeerId), Ephemeral>,
    is_over: bool,
}

impl Outbox {
    /// Hands a message over. `false` where the socket has gone or cannot keep up.
    pub(crate) fn tell(&self, message: ToSocket) -> bool {
        let mut waiting = self.waiting();
        if waiting.is_over {
            return false;
        }
        if let ToSocket::Send(document, ToPeer::Ephemeral { sender, content }) = message {
            waiting.presence.insert((document, sender), content);
            if waiting.presence.len() > MOST_PRESENT {
                waiting.presence.pop_last();
            }
        } else {
            let size = size(&message);
            waiting.is_over = waiting.bytes > 0 && waiting.bytes + size > MOST_BYTES;
            if !waiting.is_over {
                waiting.bytes += size;
                waiting.messages.push_back(message);
            }
        }
        self.0.filled.notify_one();
        !waiting.is_over
    }

    /// Waits for the next message that is to be sent.
    pub(crate) async fn next(&self) -> ToSocket {
        loop {
            if let Some(message) = self.take() {
                return message;
            }
            self.0.filled.notified().await;
        }
    }

    fn take(&self) -> Option<ToSocket> {
        let mut waiting = self.waiting();
        if waiting.is_over {
            return Some(ToSocket::Overflow);
        }
        if let Some(message) = waiting.messages.pop_front() {
            waiting.bytes -= size(&message);
            return Some(message);
        }
        let ((document, sender), content) = waiting.presence.pop_first()?;
        Some(ToSocket::Send(
            document,
            ToPeer::Ephemeral { sender, content },
        ))
    }

    /// Whether so little waits that the client is heard.
    pub(crate) fn is_short(&self) -> bool {
        self.waiting().bytes <= SHORT
    }

    /// Whether the socket has gone.
    pub(crate) fn is_over(&self) -> bool {
        self.waiting().is_over
    }

    /// The socket goes: nothing is taken any more, and nothing kept.
    pub(crate) fn end(&self) {
        *self.waiting() = Waiting {
            is_over: true,
            ..Waiting::default()
        };
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0
            .waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a message takes, about.
fn size(message: &ToSocket) -> usize {
    const LEAST: usize = 256;
    match message {
        ToSocket::Send(_, ToPeer::Sync(data)) => LEAST + data.len(),
        _ => LEAST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: usize) -> ToSocket {
        ToSocket::Send(DocumentId([1; 16]), ToPeer::Sync(vec![0; bytes].into()))
    }

    fn caret(name: &str, count: u64) -> ToSocket {
        let content = Ephemeral {
            count,
            session: "s".to_owned(),
            data: vec![0],
        };
        let sender = PeerId::new(name).expect("a name");
        ToSocket::Send(DocumentId([1; 16]), ToPeer::Ephemeral { sender, content })
    }

    #[test]
    fn who_does_not_read_is_measured_in_bytes() {
        let outbox = Outbox::default();
        assert!(outbox.tell(text(2 * MOST_BYTES)), "a long document alone");
        assert!(!outbox.is_short());
        assert!(!outbox.tell(text(1)));
        assert!(matches!(outbox.take(), Some(ToSocket::Overflow)));

        let outbox = Outbox::default();
        for _ in 0..20_000 {
            assert!(outbox.tell(text(100)), "letters");
        }
        outbox.end();
        assert!(!outbox.tell(text(1)) && outbox.is_over());
    }

    #[test]
    fn of_presence_the_newest_is_sent_and_after_all_text() {
        let outbox = Outbox::default();
        for count in 0..1_000 {
            outbox.tell(caret("ada", count));
            outbox.tell(caret("bob", count));
        }
        outbox.tell(text(3));
        let next = || match outbox.take() {
            Some(ToSocket::Send(_, ToPeer::Sync(_))) => "text".to_owned(),
            Some(ToSocket::Send(_, ToPeer::Ephemeral { sender, content })) => {
                format!("{} {}", sender.as_str(), content.count)
            }
            _ => "nothing".to_owned(),
        };
        let said: Vec<_> = (0..4).map(|_| next()).collect();
        assert_eq!(said, ["text", "ada 999", "bob 999", "nothing"]);
    }
}
