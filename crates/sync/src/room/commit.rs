//! The way to the store and, from there, to the peers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use automerge::{ActorId, Automerge};
use bytes::Bytes;
use model::id::PersonId;

use super::{
    ActorOwner, Commit, ConnectionId, Effect, Hash, NewChunk, Owns, Room, StoredChunk, ToPeer,
};
use crate::{
    batch::{Batch, Heard, Incoming, Source},
    chunk::read_stored_change,
    door::{Door, Marks, Verdict},
    history::{History, Logged, Owner},
    peer::Peer,
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
        let (replaced, broken) = self.collected.read_on(&self.history, &self.limits);
        for connection in replaced {
            if let Some(peer) = self.peers.get_mut(&connection) {
                peer.waiting = peer.waiting.saturating_sub(1);
            }
        }
        for (upload, error) in broken {
            let (connection, bytes) = (upload.heard.connection, upload.changes.into_message());
            self.refuse(connection, bytes.into(), &error.to_string(), effects);
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
            if !self.collected.is_empty() {
                self.want_flush(effects);
            }
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
        let mut refused = Refused::default();
        let peers = self.peers.values();
        let own_actors: HashMap<ActorId, PersonId> = peers
            .filter(|peer| peer.may_write())
            .filter_map(|peer| Some((peer.own_actor.clone()?, peer.person)))
            .collect();
        let mut door = Door::new(
            &self.history,
            &mut self.recall,
            &own_actors,
            &changes,
            &self.limits,
        );
        for mut incoming in changes {
            if refused.have_all_of(&incoming) {
                refused.add(incoming, "something before it was refused");
                continue;
            }
            match door.check(&incoming) {
                Verdict::LetIn {
                    person,
                    owns,
                    is_typing,
                } => {
                    only_typing &= is_typing;
                    incoming.from.sort_by_key(|source| source.person != person);
                    incoming.owns = owns;
                    admitted.push(incoming);
                }
                Verdict::NotTheirs if !std::mem::replace(&mut incoming.is_told, true) => {
                    effects.extend(incoming.from.iter().map(|source| Effect::Waits {
                        connection: source.connection,
                    }));
                    self.collected.set_aside(incoming);
                }
                Verdict::NotTheirs | Verdict::Waits => self.collected.set_aside(incoming),
                Verdict::Refused(reason) => refused.add(incoming, reason),
            }
        }
        let marks = door.into_marks();
        let mut document = None;
        let put_off = self.history.unapplied().len() + admitted.len();
        if !admitted.is_empty() && (!only_typing || put_off > MOST_UNAPPLIED) {
            let (good, applied, failed) = sift(&self.history, &marks, admitted);
            for incoming in failed {
                refused.add(incoming, "the change does not fit the document");
            }
            admitted = good;
            document = applied;
            if document.is_none() && !admitted.is_empty() {
                self.discard("what is stored can no longer be applied", effects);
            }
        }
        for (connection, (bytes, reason)) in refused.0 {
            self.refuse(connection, bytes.into(), reason, effects);
        }
        (admitted, document)
    }

    fn commit_of(&self, admitted: &[Incoming], document: Option<&Automerge>) -> Commit {
        let mut owners: Vec<ActorOwner> = Vec::new();
        let mut heads: BTreeSet<Hash> = self.history.heads().iter().map(|head| head.0).collect();
        let mut chunks = Vec::with_capacity(admitted.len());
        for Incoming {
            change, from, owns, ..
        } in admitted
        {
            let Some(Source { person, .. }) = from.first() else {
                continue;
            };
            let known = self.history.actor(change.actor_id());
            if *owns != Owns::No && known.is_none_or(|known| known.owner != Owner::Person(*person))
            {
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
                owns: *owns,
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
            .map(|incoming| match incoming.from.first() {
                Some(source) if incoming.owns != Owns::No => Owner::Person(source.person),
                _ => Owner::Nobody,
            })
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
                    .map(|source| source.connection)
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
                    owners.push(Owner::of_brought(chunk.person));
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
        match self
            .history
            .with(logged.iter().map(|logged| &logged.change))
        {
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
        owner: impl Fn(usize) -> Owner,
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

    fn attend(&mut self, heard: Vec<Heard>, effects: &mut Vec<Effect>) {
        for Heard {
            connection,
            message,
            brought_changes,
            ..
        } in heard
        {
            if let Some(peer) = self.peers.get_mut(&connection) {
                peer.waiting = peer.waiting.saturating_sub(1);
                if peer.receive(message, brought_changes, &mut self.history) {
                    effects.push(Effect::CaughtUp { connection });
                }
            }
        }
    }

    /// Tells each peer what it has not heard yet.
    fn fan_out(&mut self, effects: &mut Vec<Effect>) {
        if self.discarded {
            return;
        }
        for peer in self.peers.values_mut() {
            if let Some(data) = peer.tell(&mut self.history, &mut self.news) {
                effects.push(Effect::Send {
                    connection: peer.connection,
                    message: ToPeer::Sync(data),
                });
            }
        }
    }
}

/// What was refused of each connection, and why the first of it was.
#[derive(Default)]
struct Refused(BTreeMap<ConnectionId, (Vec<u8>, &'static str)>);

impl Refused {
    /// Whether nobody else brought it.
    fn have_all_of(&self, incoming: &Incoming) -> bool {
        let mut from = incoming.from.iter();
        from.all(|source| self.0.contains_key(&source.connection))
    }

    fn add(&mut self, incoming: Incoming, reason: &'static str) {
        for source in incoming.from {
            let entry = self.0.entry(source.connection);
            let (bytes, _) = entry.or_insert((Vec::new(), reason));
            bytes.extend_from_slice(incoming.change.raw_bytes());
        }
    }
}

/// Tells changes that automerge can bear from those that it cannot. Of a connection that brought one that it cannot,
/// nothing more of this batch is tried: looking for the one at fault would cost more than all the others.
fn sift(
    history: &History,
    marks: &Marks,
    changes: Vec<Incoming>,
) -> (Vec<Incoming>, Option<Automerge>, Vec<Incoming>) {
    let with = |good: &[Incoming], more: &[Incoming]| {
        let changes = || good.iter().chain(more).map(|incoming| &incoming.change);
        let document = history.with(changes())?;
        marks.are_in_order(changes(), &document).then_some(document)
    };
    if let Some(document) = with(&[], &changes) {
        return (changes, Some(document), Vec::new());
    }
    let mut by_connection: Vec<(ConnectionId, Vec<Incoming>)> = Vec::new();
    for incoming in changes {
        let Some(from) = incoming.from.first().map(|source| source.connection) else {
            continue;
        };
        match by_connection.iter_mut().find(|(known, _)| *known == from) {
            Some((_, changes)) => changes.push(incoming),
            None => by_connection.push((from, vec![incoming])),
        }
    }
    // Halves of the connections are tried until those at fault are found.
    let (mut good, mut document, mut failed) = (Vec::new(), history.with([]), Vec::new());
    let mut untried = vec![by_connection];
    while let Some(mut some) = untried.pop() {
        let changes: Vec<Incoming> = some.iter().flat_map(|(_, one)| one).cloned().collect();
        if let Some(applied) = with(&good, &changes) {
            good.extend(changes);
            document = Some(applied);
        } else if some.len() <= 1 {
            failed.extend(changes);
        } else {
            untried.push(some.split_off(some.len() / 2));
            untried.push(some);
        }
    }
    (good, document, failed)
}
