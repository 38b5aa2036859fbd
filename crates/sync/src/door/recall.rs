//! Finds operations again by their number and actor.

use std::{collections::HashMap, sync::Arc};

use automerge::{
    ActorId, Change, ChangeHash, ObjId, ReadDoc,
    legacy::{Op, OpId},
};

use crate::{guard::guarded, history::History};

/// Decoded changes are forgotten when they hold so many operations together.
const REMEMBERED: usize = 200_000;

/// A change with its operations.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) hash: ChangeHash,
    pub(super) actor: ActorId,
    pub(super) start: u64,
    pub(super) operations: Vec<Op>,
}

impl Decoded {
    pub(super) fn new(change: &Change, operations: Vec<Op>) -> Self {
        Self {
            hash: change.hash(),
            actor: change.actor_id().clone(),
            start: change.start_op().get(),
            operations,
        }
    }

    /// The operation of this number, if it is one of these.
    pub(super) fn get(&self, id: &OpId) -> Option<&Op> {
        if *id.actor() != self.actor {
            return None;
        }
        let index = usize::try_from(id.counter().checked_sub(self.start)?).ok()?;
        self.operations.get(index)
    }
}

/// Remembers decoded changes from one batch to the next.
#[derive(Debug, Default)]
pub(crate) struct Recall {
    known: HashMap<ChangeHash, Arc<Decoded>>,
    /// The changes of this batch.
    batch: HashMap<ActorId, Vec<Arc<Decoded>>>,
    operations: usize,
}

impl Recall {
    /// Forgets the batch before, of which what was stored is in the history.
    pub(super) fn begin_batch(&mut self) {
        self.batch.clear();
    }

    /// Remembers a change that was let in.
    pub(super) fn admit(&mut self, hash: ChangeHash, decoded: Decoded) {
        let decoded = self.remember(hash, decoded);
        self.batch
            .entry(decoded.actor.clone())
            .or_default()
            .push(decoded);
    }

    /// Calls `look` with the operation, if it is stored or was let in with this batch.
    pub(super) fn with<T>(
        &mut self,
        history: &History,
        id: &OpId,
        look: impl FnOnce(&Op) -> T,
    ) -> Option<T> {
        let batch = self.batch.get(id.actor()).into_iter().flatten().rev();
        if let Some(op) = batch.filter_map(|decoded| decoded.get(id)).next() {
            return Some(look(op));
        }
        let unapplied = history.unapplied().iter().find(|change| {
            let start = change.start_op().get();
            change.actor_id() == id.actor()
                && (start..start + change.len() as u64).contains(&id.counter())
        });
        let decoded = match unapplied {
            Some(change) => self.decoded(change.hash(), || Some(change.clone()))?,
            None => {
                let document = history.document();
                let object = ObjId::Id(id.counter(), id.actor().clone(), 0);
                let hash = guarded(|| document.hash_for_opid(&object)).ok()??;
                self.decoded(hash, || document.get_change_by_hash(&hash))?
            }
        };
        decoded.get(id).map(look)
    }

    fn decoded(
        &mut self,
        hash: ChangeHash,
        read: impl FnOnce() -> Option<Change>,
    ) -> Option<Arc<Decoded>> {
        if let Some(decoded) = self.known.get(&hash) {
            return Some(Arc::clone(decoded));
        }
        let change = guarded(read).ok()??;
        let operations = guarded(|| change.decode()).ok()?.operations;
        Some(self.remember(hash, Decoded::new(&change, operations)))
    }

    fn remember(&mut self, hash: ChangeHash, decoded: Decoded) -> Arc<Decoded> {
        if self.operations > REMEMBERED {
            self.known.clear();
            self.operations = 0;
        }
        self.operations += decoded.operations.len() + 1;
        let decoded = Arc::new(decoded);
        self.known.insert(hash, Arc::clone(&decoded));
        decoded
    }
}
