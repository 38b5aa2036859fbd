//! What is stored of a document: the automerge document, the changes that it does not hold yet, and the newest ones
//! in the order in which they came.
//!
//! Applying costs milliseconds however little is applied, because automerge walks the whole text. So changes that
//! are only typing, and whose effect the door has checked one by one, are sent on as soon as they are stored and
//! applied later, many at once ([`History::settle`]).

use std::collections::{BTreeSet, HashMap, VecDeque};

use automerge::{ActorId, Automerge, Change, ChangeHash, ReadDoc};
use bytes::Bytes;
use model::id::PersonId;

use crate::{guard::guarded_long, room::ConnectionId};

/// A document as far as it is stored.
pub(crate) struct History {
    document: Automerge,
    unapplied: Vec<Change>,
    heads: BTreeSet<ChangeHash>,
    actors: HashMap<ActorId, Actor>,
    max_op: u64,
    /// What the changes that are kept aside build on. Whoever has them is not asked for them, but for that.
    aside: HashMap<ChangeHash, Vec<ChangeHash>>,
    log: VecDeque<Logged>,
    /// The position of the log's first entry, counted from the room's beginning.
    log_start: u64,
    log_bytes: usize,
}

/// Whose an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The server's own edits.
    Server,
    /// Who wrote under it first, on a connection of their own.
    Person(PersonId),
    /// Its changes were brought by people who had them, as after a backup was put back.
    Nobody,
}

impl Owner {
    /// Whose a stored actor is of which it is noted who brought its changes.
    pub(crate) fn of_brought(person: Option<PersonId>) -> Self {
        match person {
            Some(_) => Self::Nobody,
            None => Self::Server,
        }
    }
}

/// What is known of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Actor {
    pub(crate) owner: Owner,
    /// The number of its last change.
    pub(crate) seq: u64,
    /// The number of its last operation.
    pub(crate) max_op: u64,
}

impl Actor {
    pub(crate) fn unused(owner: Owner) -> Self {
        Self {
            owner,
            seq: 0,
            max_op: 0,
        }
    }
}

/// A change that was stored lately.
#[derive(Debug, Clone)]
pub(crate) struct Logged {
    pub(crate) change: Change,
    pub(crate) bytes: Bytes,
    /// The connections that brought it, and so need not be told.
    pub(crate) from: Vec<ConnectionId>,
}

/// The log's bounds. A peer that is further behind is told what it lacks by automerge's own means.
const LOG_CHANGES: usize = 4_096;
const LOG_BYTES: usize = 1 << 20;

impl History {
    pub(crate) fn new(
        document: Automerge,
        owners: impl IntoIterator<Item = (ActorId, Owner)>,
    ) -> Self {
        let mut history = Self {
            unapplied: Vec::new(),
            heads: document.get_heads().into_iter().collect(),
            actors: HashMap::new(),
            max_op: 0,
            aside: HashMap::new(),
            log: VecDeque::new(),
            log_start: 0,
            log_bytes: 0,
            document,
        };
        for change in history.document.get_changes_meta(&[]) {
            let actor = history
                .actors
                .entry(change.actor.into_owned())
                .or_insert(Actor::unused(Owner::Nobody));
            actor.seq = actor.seq.max(change.seq);
            actor.max_op = actor.max_op.max(change.max_op);
            history.max_op = history.max_op.max(change.max_op);
        }
        for (actor, owner) in owners {
            let known = history.actors.entry(actor);
            known.or_insert(Actor::unused(owner)).owner = owner;
        }
        history
    }

    /// The automerge document. Lacks what is not yet applied.
    pub(crate) fn document(&self) -> &Automerge {
        &self.document
    }

    pub(crate) fn heads(&self) -> Vec<ChangeHash> {
        self.heads.iter().copied().collect()
    }

    pub(crate) fn are_heads(&self, hashes: &[ChangeHash]) -> bool {
        hashes.len() == self.heads.len() && hashes.iter().all(|hash| self.heads.contains(hash))
    }

    pub(crate) fn has(&self, hash: &ChangeHash) -> bool {
        self.heads.contains(hash)
            || self.document.get_change_meta_by_hash(hash).is_some()
            || self.unapplied.iter().any(|change| change.hash() == *hash)
    }

    /// Says what is kept aside by now.
    pub(crate) fn set_aside(&mut self, aside: HashMap<ChangeHash, Vec<ChangeHash>>) {
        self.aside = aside;
    }

    /// What is to be asked for, so that these changes could be taken in.
    pub(crate) fn lacks_for(&self, wanted: &[ChangeHash]) -> Vec<ChangeHash> {
        let mut lacks = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut stack = wanted.to_vec();
        while let Some(hash) = stack.pop() {
            if !seen.insert(hash) || self.has(&hash) {
                continue;
            }
            match self.aside.get(&hash) {
                Some(deps) => stack.extend(deps),
                None => {
                    lacks.insert(hash);
                }
            }
        }
        lacks.into_iter().collect()
    }

    /// The last operation's number of a stored change.
    pub(crate) fn max_op_of(&self, hash: &ChangeHash) -> Option<u64> {
        let unapplied = self.unapplied.iter().find(|change| change.hash() == *hash);
        unapplied.map(last_op).or_else(|| {
            self.document
                .get_change_meta_by_hash(hash)
                .map(|meta| meta.max_op)
        })
    }

    pub(crate) fn max_op(&self) -> u64 {
        self.max_op
    }

    pub(crate) fn actor(&self, actor: &ActorId) -> Option<&Actor> {
        self.actors.get(actor)
    }

    pub(crate) fn unapplied(&self) -> &[Change] {
        &self.unapplied
    }

    /// Applies what was put off. `false` where automerge could not, and nothing has changed.
    pub(crate) fn settle(&mut self) -> bool {
        if self.unapplied.is_empty() {
            return true;
        }
        match self.with([]) {
            Some(document) => {
                self.document = document;
                self.unapplied.clear();
                true
            }
            None => false,
        }
    }

    /// A copy of the document with what was put off and these changes applied, unless automerge refuses them.
    pub(crate) fn with<'c>(
        &self,
        changes: impl IntoIterator<Item = &'c Change>,
    ) -> Option<Automerge> {
        let mut document = self.document.clone();
        let mut all = self.unapplied.clone();
        let put_off = all.len();
        all.extend(changes.into_iter().cloned());
        let hashes: Vec<ChangeHash> = all[put_off..].iter().map(Change::hash).collect();
        let operations = all.iter().map(Change::len).sum();
        let applied = guarded_long(operations, || {
            document.apply_changes(all).is_ok()
                && document.get_missing_deps(&[]).is_empty()
                && hashes
                    .iter()
                    .all(|hash| document.get_change_meta_by_hash(hash).is_some())
        });
        (applied == Some(true)).then_some(document)
    }

    /// Takes in stored changes; `document` is one that already holds them, where they were applied.
    pub(crate) fn extend(
        &mut self,
        changes: Vec<Logged>,
        owner: impl Fn(usize) -> Owner,
        document: Option<Automerge>,
    ) {
        for (index, logged) in changes.into_iter().enumerate() {
            let change = &logged.change;
            for dep in change.deps() {
                self.heads.remove(dep);
            }
            self.heads.insert(change.hash());
            let actor = self
                .actors
                .entry(change.actor_id().clone())
                .or_insert(Actor::unused(Owner::Nobody));
            let owner = owner(index);
            if actor.owner == Owner::Nobody || matches!(owner, Owner::Person(_)) {
                actor.owner = owner;
            }
            actor.seq = actor.seq.max(change.seq());
            actor.max_op = actor.max_op.max(last_op(change));
            self.max_op = self.max_op.max(last_op(change));
            if document.is_none() {
                self.unapplied.push(change.clone());
            }
            self.log_bytes += logged.bytes.len();
            self.log.push_back(logged);
        }
        if let Some(document) = document {
            self.document = document;
            self.unapplied.clear();
        }
        while self.log.len() > LOG_CHANGES || (self.log_bytes > LOG_BYTES && self.log.len() > 1) {
            if let Some(old) = self.log.pop_front() {
                self.log_bytes -= old.bytes.len();
                self.log_start += 1;
            }
        }
    }

    /// The position after the newest change.
    pub(crate) fn end(&self) -> u64 {
        self.log_start + self.log.len() as u64
    }

    /// The changes from a position on, or `None` where the log no longer reaches back so far.
    pub(crate) fn since(&self, position: u64) -> Option<impl Iterator<Item = &Logged>> {
        let skipped = usize::try_from(position.checked_sub(self.log_start)?).ok()?;
        Some(self.log.range(skipped.min(self.log.len())..))
    }
}

fn last_op(change: &Change) -> u64 {
    (change.start_op().get() + change.len() as u64).saturating_sub(1)
}
