//! What came in since the last commit, put in order: first what a change builds on, then the change.

use std::collections::{HashMap, HashSet, VecDeque};

use automerge::{Automerge, Change, ChangeHash, sync::Message};
use model::id::PersonId;

use crate::{history::History, limits::Limits, room::ConnectionId};

/// A change that is not stored yet.
#[derive(Debug, Clone)]
pub(crate) struct Incoming {
    pub(crate) change: Change,
    /// Who brought it: mostly one, as many as sent it at the same time.
    pub(crate) from: Vec<(ConnectionId, PersonId)>,
}

/// A sync message whose changes wait in the same batch.
#[derive(Debug, Clone)]
pub(crate) struct Heard {
    pub(crate) connection: ConnectionId,
    pub(crate) message: Message,
    pub(crate) brought_changes: bool,
}

/// What waits for the next commit.
#[derive(Default)]
pub(crate) struct Collected {
    changes: Vec<Incoming>,
    by_hash: HashMap<ChangeHash, usize>,
    bytes: usize,
    heard: Vec<Heard>,
    /// Changes that wait for others, or for the person whose actor they name. They outlast commits.
    orphans: Vec<Incoming>,
    orphan_bytes: usize,
    /// What an orphan waits for may have come by way of the store, so that they are to be looked at again.
    orphans_called: bool,
}

/// What is committed together.
pub(crate) struct Batch {
    pub(crate) changes: Vec<Incoming>,
    pub(crate) heard: Vec<Heard>,
    /// The document with the changes, where they were applied.
    pub(crate) document: Option<Automerge>,
}

impl Collected {
    /// Nothing waits for a flush. Orphans may wait all the same: they are not promised to anybody.
    pub(crate) fn is_empty(&self) -> bool {
        let called = self.orphans_called && !self.orphans.is_empty();
        self.changes.is_empty() && self.heard.is_empty() && !called
    }

    /// Has the orphans looked at with the next flush, though nobody says anything new.
    pub(crate) fn call_orphans(&mut self) {
        self.orphans_called = true;
    }

    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// How much the next flush has to look at.
    pub(crate) fn bytes_of_flush(&self) -> usize {
        let called = if self.orphans_called {
            self.orphan_bytes
        } else {
            0
        };
        self.bytes + called
    }

    pub(crate) fn add(&mut self, incoming: Incoming) {
        match self.by_hash.get(&incoming.change.hash()) {
            Some(&index) => {
                let from = &mut self.changes[index].from;
                for source in incoming.from {
                    if !from.contains(&source) {
                        from.push(source);
                    }
                }
            }
            None => {
                self.bytes += incoming.change.raw_bytes().len();
                self.by_hash
                    .insert(incoming.change.hash(), self.changes.len());
                self.changes.push(incoming);
            }
        }
    }

    pub(crate) fn hear(&mut self, heard: Heard) {
        self.heard.push(heard);
    }

    /// Puts a batch back that could not be committed, before what came later.
    pub(crate) fn put_back(&mut self, batch: Batch) {
        let later = std::mem::take(&mut self.changes);
        self.by_hash.clear();
        self.bytes = 0;
        for incoming in batch.changes.into_iter().chain(later) {
            self.add(incoming);
        }
        let later = std::mem::replace(&mut self.heard, batch.heard);
        self.heard.extend(later);
    }

    /// Takes out what can be committed now, each change after those that it builds on; the rest stays as orphans.
    pub(crate) fn take(&mut self, history: &History) -> (Vec<Incoming>, Vec<Heard>) {
        self.orphan_bytes = 0;
        self.orphans_called = false;
        for orphan in std::mem::take(&mut self.orphans) {
            self.add(orphan);
        }
        let mut pool = std::mem::take(&mut self.changes);
        // It may have been stored since, by the commit before this one or by another process.
        pool.retain(|incoming| !history.has(&incoming.change.hash()));
        self.by_hash.clear();
        self.bytes = 0;
        let (ready, orphans) = in_order(pool, history);
        for orphan in orphans {
            self.set_aside(orphan);
        }
        (ready, std::mem::take(&mut self.heard))
    }

    /// Keeps a change for later.
    pub(crate) fn set_aside(&mut self, orphan: Incoming) {
        self.orphan_bytes += orphan.change.raw_bytes().len();
        self.orphans.push(orphan);
    }

    /// What each orphan builds on.
    pub(crate) fn aside(&self) -> HashMap<ChangeHash, Vec<ChangeHash>> {
        let orphans = self.orphans.iter();
        orphans
            .map(|orphan| (orphan.change.hash(), orphan.change.deps().to_vec()))
            .collect()
    }

    /// The connections whose orphans are too many, all orphans of which are dropped.
    pub(crate) fn drop_excess(&mut self, limits: &Limits) -> Vec<ConnectionId> {
        let mut dropped = Vec::new();
        while self.orphans.len() > limits.orphans || self.orphan_bytes > limits.orphan_bytes {
            let mut sizes: HashMap<ConnectionId, usize> = HashMap::new();
            for orphan in &self.orphans {
                for (connection, _) in &orphan.from {
                    *sizes.entry(*connection).or_default() += 64 + orphan.change.raw_bytes().len();
                }
            }
            let Some((&worst, _)) = sizes
                .iter()
                .max_by_key(|(connection, size)| (**size, **connection))
            else {
                self.orphans.clear();
                self.orphan_bytes = 0;
                break;
            };
            self.forget(worst);
            dropped.push(worst);
        }
        dropped
    }

    /// Drops the orphans that only this connection brought; it brings them again when it comes back.
    pub(crate) fn forget(&mut self, connection: ConnectionId) {
        for orphan in &mut self.orphans {
            orphan.from.retain(|(from, _)| *from != connection);
        }
        self.orphans.retain(|orphan| !orphan.from.is_empty());
        self.orphan_bytes = self
            .orphans
            .iter()
            .map(|orphan| orphan.change.raw_bytes().len())
            .sum();
    }
}

fn in_order(pool: Vec<Incoming>, history: &History) -> (Vec<Incoming>, Vec<Incoming>) {
    let hashes: HashSet<ChangeHash> = pool.iter().map(|incoming| incoming.change.hash()).collect();
    let mut missing: Vec<usize> = Vec::with_capacity(pool.len());
    let mut waiting: HashMap<ChangeHash, Vec<usize>> = HashMap::new();
    for (index, incoming) in pool.iter().enumerate() {
        let mut lacks = 0;
        for dep in incoming.change.deps() {
            if hashes.contains(dep) || !history.has(dep) {
                lacks += 1;
                waiting.entry(*dep).or_default().push(index);
            }
        }
        missing.push(lacks);
    }
    let mut next: VecDeque<usize> = (0..pool.len())
        .filter(|index| missing[*index] == 0)
        .collect();
    let mut order = Vec::with_capacity(pool.len());
    while let Some(index) = next.pop_front() {
        order.push(index);
        for dependent in waiting
            .remove(&pool[index].change.hash())
            .unwrap_or_default()
        {
            missing[dependent] -= 1;
            if missing[dependent] == 0 {
                next.push_back(dependent);
            }
        }
    }
    let mut pool: Vec<Option<Incoming>> = pool.into_iter().map(Some).collect();
    let ready = order
        .into_iter()
        .filter_map(|index| pool[index].take())
        .collect();
    (ready, pool.into_iter().flatten().collect())
}
