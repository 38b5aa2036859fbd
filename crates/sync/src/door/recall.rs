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
    /// The changes that the document does not hold: those of this batch, and those that it will be told later.
    recent: HashMap<ActorId, Vec<Arc<Decoded>>>,
    operations: usize,
}

impl Recall {
    /// Remembers a change that was let in.
    pub(super) fn admit(&mut self, hash: ChangeHash, decoded: Decoded) {
        let decoded = self.remember(hash, decoded);
        self.recent
            .entry(decoded.actor.clone())
            .or_default()
            .push(decoded);
    }

    /// Says that the document now holds what it was told.
    pub(crate) fn settled(&mut self) {
        self.recent.clear();
    }

    /// Calls `look` with the operation, if it is stored or was let in.
    pub(super) fn with<T>(
        &mut self,
        history: &History,
        id: &OpId,
        look: impl FnOnce(&Op) -> T,
    ) -> Option<T> {
        let recent = self.recent.get(id.actor()).into_iter().flatten().rev();
        if let Some(op) = recent.filter_map(|decoded| decoded.get(id)).next() {
            return Some(look(op));
        }
        let document = history.document();
        let object = ObjId::Id(id.counter(), id.actor().clone(), 0);
        let hash = guarded(|| document.hash_for_opid(&object)).ok()??;
        let decoded = match self.known.get(&hash) {
            Some(decoded) => Arc::clone(decoded),
            None => {
                let change = guarded(|| document.get_change_by_hash(&hash)).ok()??;
                let operations = guarded(|| change.decode()).ok()?.operations;
                self.remember(hash, Decoded::new(&change, operations))
            }
        };
        decoded.get(id).map(look)
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
