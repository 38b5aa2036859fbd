//! What peers say, up to the point where it waits for the store.

use automerge::ChangeHash;
use bytes::Bytes;

use super::{Access, ConnectionId, Effect, FromPeer, Quarantined, Room, ToPeer};
use crate::{
    batch::{Heard, Incoming, Source, Upload},
    chunk::Changes,
    message::Ephemeral,
    sync_message,
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
            FromPeer::Ephemeral(content) => self.hear_presence(connection, &content, effects),
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
        let Some((message, pieces)) = sync_message::read(&data) else {
            let reason = "the sync message cannot be read";
            return self.refuse(connection, data.into(), reason, effects);
        };
        let size = LEAST + data.len() - pieces.len();
        let brought_changes = peer.may_write() && !pieces.is_empty();
        let pieces = if brought_changes { pieces } else { 0..0 };
        let mut changes = Changes::new(data, pieces);
        // Held already, by whatever way it came: no question whose it is.
        let known = |hash: &ChangeHash| self.history.has(hash);
        let part = match changes.next_part(&self.limits, known) {
            Ok(part) => part,
            Err(error) => {
                let data = changes.into_message().into();
                return self.refuse(connection, data, &error.to_string(), effects);
            }
        };
        if part.is_empty() && changes.is_empty() && peer.waiting == 0 {
            if peer.receive(message, brought_changes, &mut self.history) {
                effects.push(Effect::CaughtUp { connection });
            }
            return self.answer(connection, effects);
        }
        let from = Source {
            connection,
            person: peer.person,
            knows_more: peer.knows_more,
        };
        for change in part {
            self.collected.add(Incoming::new(change, from));
        }
        let heard = Heard {
            connection,
            message,
            brought_changes,
            size,
        };
        let is_one_more = if changes.is_empty() {
            self.collected.hear(heard)
        } else {
            self.collected.add_upload(Upload {
                from,
                changes,
                heard,
            });
            true
        };
        peer.waiting += usize::from(is_one_more);
        let is_too_much = self.collected.bytes_of(connection)
            > self.limits.waiting + self.limits.frame
            || self.collected.heard_of(connection) > self.limits.heard;
        if is_too_much {
            self.close(connection, "too much waits to be stored", effects);
        }
        self.want_flush(effects);
    }

    /// Says to a connection what there is to say.
    fn answer(&mut self, connection: ConnectionId, effects: &mut Vec<Effect>) {
        let Some(peer) = self.peers.get_mut(&connection) else {
            return;
        };
        if let Some(data) = peer.answer(&mut self.history, &mut self.news) {
            let message = ToPeer::Sync(data);
            effects.push(Effect::Send {
                connection,
                message,
            });
        }
    }

    fn hear_presence(
        &mut self,
        connection: ConnectionId,
        content: &Ephemeral,
        effects: &mut Vec<Effect>,
    ) {
        let Some(peer) = self.peers.get(&connection) else {
            return;
        };
        // A name is that of the person who was here first under it.
        let first = self.peers.values().find(|other| other.id == peer.id);
        let is_anothers = first.is_some_and(|first| first.person != peer.person);
        // Who only reads has no caret to show.
        if !peer.may_write() || is_anothers {
            return;
        }
        let others = self
            .peers
            .values()
            .filter(|other| other.connection != connection && other.access.is_some());
        effects.extend(others.map(|other| Effect::Send {
            connection: other.connection,
            message: ToPeer::Ephemeral {
                sender: peer.id.clone(),
                content: content.clone(),
            },
        }));
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
            peer.waiting -= self.collected.stop_uploads(connection);
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
                self.answer(connection, effects);
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
