//! What peers say, up to the point where it waits for the store.

use automerge::sync::ChunkList;
use bytes::Bytes;

use super::{Access, ConnectionId, Effect, FromPeer, Quarantined, Room, ToPeer};
use crate::{
    batch::{Heard, Incoming},
    chunk::read_changes,
    message::{Ephemeral, PeerId},
    peer::{News, read_message},
    presence,
};

impl Room {
    pub(super) fn hear(
        &mut self,
        connection: ConnectionId,
        message: FromPeer,
        effects: &mut Vec<Effect>,
    ) {
        match message {
            FromPeer::Sync(data) => self.hear_sync(connection, data, effects),
            FromPeer::Ephemeral { sender, content } => {
                self.hear_presence(connection, &sender, content, effects)
            }
        }
    }

    fn hear_sync(&mut self, connection: ConnectionId, data: Vec<u8>, effects: &mut Vec<Effect>) {
        /// What a message takes that says nothing.
        const LEAST: usize = 512;
        let Some(peer) = self.peers.get_mut(&connection) else {
            return;
        };
        if peer.access.is_none() {
            effects.push(Effect::Send {
                connection,
                message: ToPeer::Unavailable,
            });
            return;
        }
        let Some(mut message) = read_message(&data) else {
            return self.refuse(
                connection,
                data.into(),
                "the sync message cannot be read",
                effects,
            );
        };
        let mut changes = Vec::new();
        let brought_changes = peer.may_write() && !message.changes.is_empty();
        if brought_changes {
            match read_changes(message.changes.iter(), &self.limits) {
                Ok(read) => changes = read,
                Err(error) => {
                    return self.refuse(connection, data.into(), &error.to_string(), effects);
                }
            }
        }
        let of_changes: usize = message.changes.iter().map(<[u8]>::len).sum();
        message.changes = ChunkList::empty();
        // Held already, by whatever way it came: no question whose it is.
        changes.retain(|change| !self.history.has(&change.hash()));
        if changes.is_empty() && peer.waiting == 0 {
            peer.receive(message, brought_changes, &mut self.history);
            let answer = peer.answer(&mut self.history, &mut News::default());
            effects.extend(answer.map(|data| Effect::Send {
                connection,
                message: ToPeer::Sync(data),
            }));
            return;
        }
        let person = peer.person;
        for change in changes {
            self.collected.add(Incoming {
                change,
                from: vec![(connection, person)],
            });
        }
        let is_one_more = self.collected.hear(Heard {
            connection,
            message,
            brought_changes,
            size: LEAST + data.len().saturating_sub(of_changes),
        });
        peer.waiting += usize::from(is_one_more);
        let is_too_much = self.collected.bytes() > self.limits.waiting
            || self.collected.heard_of(connection) > self.limits.heard;
        if is_too_much {
            self.close(connection, "too much waits to be stored", effects);
        }
        self.want_flush(effects);
    }

    fn hear_presence(
        &mut self,
        connection: ConnectionId,
        sender: &PeerId,
        content: Ephemeral,
        effects: &mut Vec<Effect>,
    ) {
        let Some(peer) = self.peers.get(&connection) else {
            return;
        };
        // Who only reads has no caret to show.
        if !peer.may_write() || !presence::is_passed_on(&peer.id, sender, &content, &self.limits) {
            return;
        }
        for other in self.peers.values() {
            if other.connection != connection && other.access.is_some() {
                let message = ToPeer::Ephemeral {
                    sender: sender.clone(),
                    content: content.clone(),
                };
                effects.push(Effect::Send {
                    connection: other.connection,
                    message,
                });
            }
        }
    }

    pub(super) fn change_access(
        &mut self,
        connection: ConnectionId,
        access: Option<Access>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(peer) = self.peers.get_mut(&connection) else {
            return;
        };
        if access != Some(Access::ReadWrite) {
            // What waits of it would be stored in its person's name when somebody else brings what it builds on.
            self.collected.keep_orphans_of(|from| from != connection);
            self.history.set_aside(self.collected.aside());
        }
        match access {
            None => {
                if peer.access.take().is_some() {
                    effects.push(Effect::Send {
                        connection,
                        message: ToPeer::Unavailable,
                    });
                }
            }
            Some(access) if peer.access != Some(access) => {
                peer.set_access(access);
                let answer = peer.answer(&mut self.history, &mut News::default());
                effects.extend(answer.map(|data| Effect::Send {
                    connection,
                    message: ToPeer::Sync(data),
                }));
            }
            Some(_) => {}
        }
    }

    pub(super) fn forget(&mut self, connection: ConnectionId) {
        self.peers.remove(&connection);
        self.collected.forget(connection);
        self.history.set_aside(self.collected.aside());
    }

    pub(super) fn refuse(
        &mut self,
        connection: ConnectionId,
        bytes: Bytes,
        reason: &str,
        effects: &mut Vec<Effect>,
    ) {
        let Some(peer) = self.peers.get(&connection) else {
            return;
        };
        let person = peer.person;
        effects.push(Effect::Quarantine(Quarantined {
            person,
            connection,
            bytes,
            reason: reason.to_owned(),
        }));
        self.close(connection, reason, effects);
    }

    /// Closes a connection. What it brought before stays good.
    pub(super) fn close(
        &mut self,
        connection: ConnectionId,
        reason: &str,
        effects: &mut Vec<Effect>,
    ) {
        if self.peers.contains_key(&connection) {
            self.forget(connection);
            effects.push(Effect::Close {
                connection,
                reason: reason.to_owned(),
            });
        }
    }
}
