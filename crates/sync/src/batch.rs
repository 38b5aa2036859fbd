//! What came in since the last commit, put in order: first what a change builds on, then the change.

use std::collections::{HashMap, HashSet, VecDeque};

use automerge::{
    Automerge, Change, ChangeHash,
    sync::{BloomFilter, Have, Message, MessageFlags},
};
use model::id::PersonId;

use crate::{
    chunk::{Changes, ChunkError},
    history::History,
    limits::Limits,
    room::{ConnectionId, Owns},
};

/// A change that is not stored yet.
#[derive(Debug, Clone)]
pub(crate) struct Incoming {
    pub(crate) change: Change,
    /// Who brought it: mostly one, as many as sent it at the same time.
    pub(crate) from: Vec<Source>,
    /// Whether its actor is, or becomes, the person's who brought it. The door finds out.
    pub(crate) owns: Owns,
    /// Whether it was told already that it waits.
    pub(crate) is_told: bool,
}

/// Who brought a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) connection: ConnectionId,
    pub(crate) person: PersonId,
    /// It was told before that more is stored than is now: what it brings may be anybody's.
    pub(crate) knows_more: bool,
}

impl Incoming {
    pub(crate) fn new(change: Change, from: Source) -> Self {
        Self {
            change,
            from: vec![from],
            owns: Owns::No,
            is_told: false,
        }
    }

    /// Whether two people have it who know more than the store: one alone may have made it up.
    pub(crate) fn is_witnessed(&self) -> bool {
        let mut knowing = self.from.iter().filter(|source| source.knows_more);
        let first = knowing.next();
        first.is_some_and(|first| knowing.any(|other| other.person != first.person))
    }

    /// What it takes of the memory, about.
    fn size(&self) -> usize {
        /// What automerge holds of a change besides its bytes.
        const CHANGE: usize = 700;
        CHANGE + self.change.raw_bytes().len()
    }
}

/// A sync message whose changes wait in the same batch.
#[derive(Debug, Clone)]
pub(crate) struct Heard {
    pub(crate) connection: ConnectionId,
    pub(crate) message: Message,
    pub(crate) brought_changes: bool,
    /// How many bytes it takes, without changes.
    pub(crate) size: usize,
}

impl Heard {
    /// Whether all that it says about its sender is said anew by a later one.
    fn is_outdone_by(&self, later: &Self) -> bool {
        // A reset, a need, or a client that has nothing, is to be heard whatever comes after it.
        let is_plain = |message: &Message| {
            let is_reset = message
                .flags
                .is_some_and(|flags| flags.contains(MessageFlags::SYNC_RESET));
            let has_nothing =
                |have: &Have| have.last_sync.is_empty() && have.bloom == BloomFilter::default();
            !is_reset
                && message.need.is_empty()
                && !message.heads.is_empty()
                && !message.have.iter().any(has_nothing)
        };
        self.connection == later.connection
            && self.brought_changes == later.brought_changes
            && is_plain(&self.message)
    }
}

/// A message with more changes than one batch takes. It counts as heard when the last of them are stored.
pub(crate) struct Upload {
    pub(crate) from: Source,
    pub(crate) changes: Changes,
    pub(crate) heard: Heard,
}

/// What waits for the next commit.
#[derive(Default)]
pub(crate) struct Collected {
    changes: Vec<Incoming>,
    by_hash: HashMap<ChangeHash, usize>,
    bytes: usize,
    /// How many of them each connection brought.
    bytes_of: HashMap<ConnectionId, usize>,
    uploads: Vec<Upload>,
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
        self.changes.is_empty() && self.uploads.is_empty() && self.heard.is_empty() && !called
    }

    /// Has the orphans looked at with the next flush, though nobody says anything new.
    pub(crate) fn call_orphans(&mut self) {
        self.orphans_called = true;
    }

    /// Whether the next flush has no more to look at than so many bytes.
    pub(crate) fn is_quickly_flushed(&self, bytes: usize) -> bool {
        let called = if self.orphans_called {
            self.orphan_bytes
        } else {
            0
        };
        self.uploads.is_empty() && self.bytes + called <= bytes
    }

    /// How many bytes of a connection's changes wait.
    pub(crate) fn bytes_of(&self, connection: ConnectionId) -> usize {
        let uploads = self.uploads.iter();
        let of_it = uploads.filter(|upload| upload.heard.connection == connection);
        let waiting: usize = of_it.map(|upload| upload.changes.size()).sum();
        waiting + self.bytes_of.get(&connection).unwrap_or(&0)
    }

    /// Keeps a message whose changes are not all read yet.
    pub(crate) fn add_upload(&mut self, upload: Upload) {
        self.uploads.push(upload);
    }

    /// Reads on in the long messages. Says whose is finished and took the place of what was said before, and whose
    /// cannot be read.
    pub(crate) fn read_on(
        &mut self,
        history: &History,
        limits: &Limits,
    ) -> (Vec<ConnectionId>, Vec<(Upload, ChunkError)>) {
        let (mut replaced, mut broken) = (Vec::new(), Vec::new());
        for mut upload in std::mem::take(&mut self.uploads) {
            let connection = upload.heard.connection;
            if !self.bytes_of.contains_key(&connection) {
                match upload.changes.next_part(limits, |hash| history.has(hash)) {
                    Ok(changes) => {
                        for change in changes {
                            self.add(Incoming::new(change, upload.from));
                        }
                    }
                    Err(error) => {
                        broken.push((upload, error));
                        continue;
                    }
                }
            }
            if !upload.changes.is_empty() {
                self.uploads.push(upload);
            } else if !self.hear(upload.heard) {
                replaced.push(connection);
            }
        }
        (replaced, broken)
    }

    pub(crate) fn add(&mut self, incoming: Incoming) {
        for source in &incoming.from {
            *self.bytes_of.entry(source.connection).or_default() += incoming.size();
        }
        match self.by_hash.get(&incoming.change.hash()) {
            Some(&index) => {
                self.changes[index].is_told |= incoming.is_told;
                let from = &mut self.changes[index].from;
                for source in incoming.from {
                    if !from.contains(&source) {
                        from.push(source);
                    }
                }
            }
            None => {
                self.bytes += incoming.size();
                self.by_hash
                    .insert(incoming.change.hash(), self.changes.len());
                self.changes.push(incoming);
            }
        }
    }

    /// Keeps what a connection says, in the place of what it outdoes; says whether one more waits than before.
    pub(crate) fn hear(&mut self, heard: Heard) -> bool {
        let mut before = self.heard.iter_mut().rev();
        match before.find(|before| before.connection == heard.connection) {
            Some(before) if before.is_outdone_by(&heard) => {
                *before = heard;
                false
            }
            _ => {
                self.heard.push(heard);
                true
            }
        }
    }

    /// How many bytes wait of what a connection said, without changes.
    pub(crate) fn heard_of(&self, connection: ConnectionId) -> usize {
        let heard = self.heard.iter();
        let of_it = heard.filter(|heard| heard.connection == connection);
        of_it.map(|heard| heard.size).sum()
    }

    /// Puts a batch back that could not be committed, before what came later.
    pub(crate) fn put_back(&mut self, batch: Batch) {
        let later = std::mem::take(&mut self.changes);
        self.forget_sizes();
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
        self.forget_sizes();
        let (ready, orphans) = in_order(pool, history);
        for orphan in orphans {
            self.set_aside(orphan);
        }
        (ready, std::mem::take(&mut self.heard))
    }

    fn forget_sizes(&mut self) {
        self.by_hash.clear();
        self.bytes_of.clear();
        self.bytes = 0;
    }

    /// Keeps a change for later.
    pub(crate) fn set_aside(&mut self, orphan: Incoming) {
        self.orphan_bytes += orphan.size();
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
                for source in &orphan.from {
                    *sizes.entry(source.connection).or_default() += orphan.size();
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

    /// Drops what this connection said, and the orphans that only it brought; it brings them again when it comes back.
    pub(crate) fn forget(&mut self, connection: ConnectionId) {
        self.heard.retain(|heard| heard.connection != connection);
        self.stop_uploads(connection);
        self.keep_orphans_of(|from| from != connection);
    }

    /// Reads no further in what the connection sent; says of how many messages.
    pub(crate) fn stop_uploads(&mut self, connection: ConnectionId) -> usize {
        let before = self.uploads.len();
        self.uploads
            .retain(|upload| upload.heard.connection != connection);
        before - self.uploads.len()
    }

    /// Drops the orphans that no such connection brought.
    pub(crate) fn keep_orphans_of(&mut self, is_kept: impl Fn(ConnectionId) -> bool) {
        for orphan in &mut self.orphans {
            orphan.from.retain(|source| is_kept(source.connection));
        }
        self.orphans.retain(|orphan| !orphan.from.is_empty());
        self.orphan_bytes = self.orphans.iter().map(Incoming::size).sum();
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
