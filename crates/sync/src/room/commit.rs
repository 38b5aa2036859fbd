//! The way to the store and, from there, to the peers.

use automerge::{Automerge, Change};
use bytes::Bytes;

use super::{ActorOwner, Commit, Effect, Hash, NewChunk, Room, StoredChunk, ToPeer};
use crate::{
    batch::{Batch, Heard, Incoming},
    chunk::read_stored_change,
    door::{Door, Marks, Verdict},
    history::{History, Logged},
    peer::{News, Peer},
};

/// A snapshot is due after so many chunks or bytes.
const SNAPSHOT_CHUNKS: usize = 500;
const SNAPSHOT_BYTES: usize = 64 << 10;
/// So many changes may be put off at most.
const MOST_UNAPPLIED: usize = 256;

impl Room {
    pub(super) fn flush(&mut self, effects: &mut Vec<Effect>) {
        self.flush_wanted = false;
        if self.committing.is_some() || self.stalled || self.collected.is_empty() {
            return;
        }
        let (changes, heard) = self.collected.take(&self.history);
        let (admitted, document) = self.admit(changes, effects);
        // Whoever lost the right, or left, before it was found out that these wait, brings them no more.
        let peers = &self.peers;
        self.collected
            .keep_orphans_of(|from| peers.get(&from).is_some_and(Peer::may_write));
        for connection in self.collected.drop_excess(&self.limits) {
            self.close(
                connection,
                "too many changes lack what they build on",
                effects,
            );
        }
        self.history.set_aside(self.collected.aside());
        if self.discarded {
            return;
        }
        if admitted.is_empty() {
            self.attend(heard, effects);
            self.fan_out(effects);
            return;
        }
        let commit = self.commit_of(&admitted, document.as_ref());
        self.committing = Some(Batch {
            changes: admitted,
            heard,
            document,
        });
        effects.push(Effect::Commit(commit));
    }

    /// Lets through what the door lets through. The document comes along where it was needed to find out.
    fn admit(
        &mut self,
        changes: Vec<Incoming>,
        effects: &mut Vec<Effect>,
    ) -> (Vec<Incoming>, Option<Automerge>) {
        let mut admitted: Vec<Incoming> = Vec::with_capacity(changes.len());
        let mut only_typing = true;
        let mut refused = Vec::new();
        let mut door = Door::new(&self.history, &mut self.recall, &changes);
        for mut incoming in changes {
            match door.check(&incoming) {
                Verdict::Typing(owner) => {
                    incoming.from.sort_by_key(|(_, person)| *person != owner);
                    admitted.push(incoming);
                }
                Verdict::Other(owner) => {
                    only_typing = false;
                    incoming.from.sort_by_key(|(_, person)| *person != owner);
                    admitted.push(incoming);
                }
                Verdict::NotTheirs | Verdict::Waits => self.collected.set_aside(incoming),
                Verdict::Refused(reason) => refused.push((incoming, reason)),
            }
        }
        let marks = door.into_marks();
        let mut document = None;
        if !only_typing || self.history.unapplied().len() > MOST_UNAPPLIED {
            let mut failed = Vec::new();
            let (good, applied) = sift(&self.history, &marks, Vec::new(), admitted, &mut failed);
            refused.extend(
                failed
                    .into_iter()
                    .map(|incoming| (incoming, "the change does not fit the document")),
            );
            admitted = good;
            document = applied;
            if document.is_none() && !admitted.is_empty() {
                self.discard("what is stored can no longer be applied", effects);
            }
        }
        for (incoming, reason) in refused {
            let bytes = Bytes::copy_from_slice(incoming.change.raw_bytes());
            for (connection, _) in incoming.from {
                self.refuse(connection, bytes.clone(), reason, effects);
            }
        }
        (admitted, document)
    }

    fn commit_of(&self, admitted: &[Incoming], document: Option<&Automerge>) -> Commit {
        let mut owners: Vec<ActorOwner> = Vec::new();
        let mut heads: std::collections::BTreeSet<Hash> =
            self.history.heads().iter().map(|head| head.0).collect();
        let mut chunks = Vec::with_capacity(admitted.len());
        for Incoming { change, from } in admitted {
            let Some((_, person)) = from.first() else {
                continue;
            };
            if self.history.actor(change.actor_id()).is_none() {
                let owner = ActorOwner {
                    actor: change.actor_id().to_bytes().to_vec(),
                    person: Some(*person),
                };
                if !owners.contains(&owner) {
                    owners.push(owner);
                }
            }
            for dep in change.deps() {
                heads.remove(&dep.0);
            }
            heads.insert(change.hash().0);
            chunks.push(NewChunk {
                hash: change.hash().0,
                actor: change.actor_id().to_bytes().to_vec(),
                bytes: Bytes::copy_from_slice(change.raw_bytes()),
                person: *person,
            });
        }
        debug_assert!(document.is_none_or(|document| document.get_heads().len() == heads.len()));
        Commit {
            chunks,
            owners,
            heads: heads.into_iter().collect(),
        }
    }

    pub(super) fn committed(&mut self, first_seq: u64, effects: &mut Vec<Effect>) {
        let Some(batch) = self.committing.take() else {
            return;
        };
        let count = batch.changes.len() as u64;
        if first_seq == self.seq + 1 {
            self.seq += count;
        } else if first_seq > self.seq + 1 {
            effects.push(Effect::Fetch { after: self.seq });
        }
        let owners: Vec<_> = batch
            .changes
            .iter()
            .map(|incoming| incoming.from.first().map(|(_, person)| *person))
            .collect();
        let logged: Vec<Logged> = batch
            .changes
            .into_iter()
            .map(|incoming| Logged {
                bytes: Bytes::copy_from_slice(incoming.change.raw_bytes()),
                change: incoming.change,
                from: incoming
                    .from
                    .into_iter()
                    .map(|(connection, _)| connection)
                    .collect(),
            })
            .collect();
        self.take_in(logged, |index| owners[index], batch.document, effects);
        self.attend(batch.heard, effects);
        let fetched = std::mem::take(&mut self.fetched);
        if !fetched.is_empty() {
            self.integrate(fetched, effects);
        }
        self.fan_out(effects);
        if !self.collected.is_empty() {
            self.want_flush(effects);
        }
    }

    pub(super) fn commit_failed(&mut self, effects: &mut Vec<Effect>) {
        let Some(batch) = self.committing.take() else {
            return;
        };
        // Perhaps it was stored and only the answer got lost: the store is asked before it is tried again.
        self.collected.put_back(batch);
        self.stalled = true;
        let fetched = std::mem::take(&mut self.fetched);
        if !fetched.is_empty() {
            self.integrate(fetched, effects);
            self.fan_out(effects);
        }
        if !self.discarded {
            effects.push(Effect::Fetch { after: self.seq });
        }
    }

    pub(super) fn fetched(&mut self, chunks: Vec<StoredChunk>, effects: &mut Vec<Effect>) {
        if self.committing.is_some() {
            // The commit's document does not hold these; they have their turn right after it.
            self.fetched.extend(chunks);
            return;
        }
        self.integrate(chunks, effects);
        self.fan_out(effects);
        self.stalled = false;
        if !self.collected.is_empty() {
            self.want_flush(effects);
        }
    }

    fn integrate(&mut self, mut chunks: Vec<StoredChunk>, effects: &mut Vec<Effect>) {
        chunks.sort_by_key(|chunk| chunk.seq);
        let mut logged = Vec::new();
        let mut owners = Vec::new();
        for chunk in chunks {
            if chunk.seq <= self.seq {
                continue;
            }
            if chunk.seq != self.seq + 1 {
                effects.push(Effect::Fetch { after: self.seq });
                break;
            }
            self.seq = chunk.seq;
            if self.history.has(&automerge::ChangeHash(chunk.hash)) {
                continue;
            }
            match read_stored_change(&chunk.bytes) {
                Ok(change) if change.hash().0 == chunk.hash => {
                    owners.push(chunk.person);
                    logged.push(Logged {
                        change,
                        bytes: chunk.bytes,
                        from: Vec::new(),
                    });
                }
                _ => return self.discard("a stored change cannot be read", effects),
            }
        }
        if logged.is_empty() {
            return;
        }
        let changes: Vec<Change> = logged.iter().map(|logged| logged.change.clone()).collect();
        match self.history.with(&changes) {
            Some(document) => {
                self.take_in(logged, |index| owners[index], Some(document), effects);
                self.collected.call_orphans();
            }
            None => self.discard("a stored change cannot be applied", effects),
        }
    }

    fn take_in(
        &mut self,
        logged: Vec<Logged>,
        owner: impl Fn(usize) -> Option<model::id::PersonId>,
        document: Option<Automerge>,
        effects: &mut Vec<Effect>,
    ) {
        self.chunks_since_snapshot += logged.len();
        self.bytes_since_snapshot += logged
            .iter()
            .map(|logged| logged.bytes.len())
            .sum::<usize>();
        let applied = document.is_some();
        self.history.extend(logged, owner, document);
        if applied {
            effects.push(Effect::Changed);
        } else if !self.settle_wanted {
            self.settle_wanted = true;
            effects.push(Effect::WantsSettle);
        }
        let due = self.chunks_since_snapshot >= SNAPSHOT_CHUNKS
            || self.bytes_since_snapshot >= SNAPSHOT_BYTES;
        // Perhaps the one that was asked for has failed.
        let asked = self
            .snapshot_asked_at
            .is_some_and(|chunks| self.chunks_since_snapshot < chunks + SNAPSHOT_CHUNKS);
        if due && !asked {
            self.snapshot_asked_at = Some(self.chunks_since_snapshot);
            effects.push(Effect::SnapshotDue);
        }
    }

    pub(super) fn settle(&mut self, effects: &mut Vec<Effect>) {
        let was_wanted = std::mem::take(&mut self.settle_wanted);
        if !was_wanted && self.history.unapplied().is_empty() {
            return;
        }
        if self.history.settle() {
            // A peer that joined may have applied it all before; nobody was told of it then.
            effects.push(Effect::Changed);
        } else {
            self.discard("what is stored can no longer be applied", effects);
        }
    }

    fn attend(&mut self, heard: Vec<Heard>, _effects: &mut Vec<Effect>) {
        for Heard {
            connection,
            message,
            brought_changes,
            ..
        } in heard
        {
            if let Some(peer) = self.peers.get_mut(&connection) {
                peer.waiting = peer.waiting.saturating_sub(1);
                peer.receive(message, brought_changes, &mut self.history);
            }
        }
    }

    /// Tells each peer what it has not heard yet.
    fn fan_out(&mut self, effects: &mut Vec<Effect>) {
        if self.discarded {
            return;
        }
        let mut news = News::default();
        for peer in self.peers.values_mut() {
            if let Some(data) = peer.tell(&mut self.history, &mut news) {
                effects.push(Effect::Send {
                    connection: peer.connection,
                    message: ToPeer::Sync(data),
                });
            }
        }
    }
}

/// Tells changes that automerge can bear from those that it cannot. `base` was found good before.
fn sift(
    history: &History,
    marks: &Marks,
    base: Vec<Incoming>,
    changes: Vec<Incoming>,
    failed: &mut Vec<Incoming>,
) -> (Vec<Incoming>, Option<Automerge>) {
    let plain = |incoming: &[Incoming]| -> Vec<Change> {
        incoming
            .iter()
            .map(|incoming| incoming.change.clone())
            .collect()
    };
    let mut all = base.clone();
    all.extend(changes.iter().cloned());
    let changes_of_all = plain(&all);
    let document = history
        .with(&changes_of_all)
        .filter(|document| marks.are_in_order(&changes_of_all, document));
    if document.is_some() {
        return (all, document);
    }
    if changes.len() <= 1 {
        failed.extend(changes);
        let document = history.with(&plain(&base));
        return (base, document);
    }
    let mut first = changes;
    let second = first.split_off(first.len() / 2);
    let (base, _) = sift(history, marks, base, first, failed);
    sift(history, marks, base, second, failed)
}
