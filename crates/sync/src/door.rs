//! What is asked of each change before it is let in.
//!
//! Automerge trusts what it applies: a change that refers to something that is not there can make it panic, or make
//! a document that can be saved but never loaded again. Reading the saved document back would find all of that, but
//! costs more than a hundred keystrokes. So each operation is held against what it refers to (tens of microseconds,
//! most of them cached), and the change must be written exactly as automerge would write it, because automerge
//! keeps operations, not bytes, and writes them anew when it saves. Snapshots are read back in full.

mod marks;
mod operation;
mod recall;

use std::collections::{HashMap, HashSet};

use automerge::{ActorId, Change, ChangeHash, ROOT, ReadDoc, ValueRef};
use model::id::PersonId;

pub(crate) use self::{marks::Marks, recall::Recall};
use self::{operation::Checked, recall::Decoded};
use crate::{batch::Incoming, guard::guarded, history::History};

/// What the door says about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Letters put in or taken out, each checked: may be sent on before automerge has applied it.
    Typing(PersonId),
    /// Must be applied first.
    Other(PersonId),
    /// Names the actor of a person who did not bring it. Kept until they do.
    NotTheirs,
    /// Builds on a change that was not let in.
    Waits,
    /// Is not let in, and who brought it has to go.
    Refused(&'static str),
}

/// Says why a change is not let in.
type Refusal = &'static str;

/// Top-level values that say what the document is.
const FIXED: [&str; 4] = ["schema", "kind", "sessionId", "outputDocumentId"];

/// Checks the changes of one batch, one after the other.
pub(crate) struct Door<'a> {
    history: &'a History,
    recall: &'a mut Recall,
    actors: HashMap<ActorId, BatchActor>,
    admitted: HashMap<ChangeHash, u64>,
    /// Top-level keys that hold an object. No client replaces or deletes one: all that is in it would be gone.
    containers: HashSet<String>,
    marks: Marks,
    /// No operation's number can be higher, however the batch is ordered.
    highest_op: u64,
}

struct BatchActor {
    owner: PersonId,
    seq: u64,
    max_op: u64,
}

impl<'a> Door<'a> {
    pub(crate) fn new(history: &'a History, recall: &'a mut Recall, batch: &[Incoming]) -> Self {
        recall.begin_batch();
        let document = history.document();
        let containers = document
            .map_range(ROOT, ..)
            .filter(|item| matches!(item.value, ValueRef::Object(_)))
            .map(|item| item.key.into_owned())
            .collect();
        let ops: u64 = batch
            .iter()
            .map(|incoming| incoming.change.len() as u64)
            .sum();
        Self {
            history,
            recall,
            actors: HashMap::new(),
            admitted: HashMap::new(),
            containers,
            marks: Marks::default(),
            highest_op: history.max_op() + ops + 1,
        }
    }

    /// What is still to be asked of the document once it holds the changes.
    pub(crate) fn into_marks(self) -> Marks {
        self.marks
    }

    pub(crate) fn check(&mut self, incoming: &Incoming) -> Verdict {
        let change = &incoming.change;
        let actor = change.actor_id();
        let (owner, seq, max_op) = match (self.actors.get(actor), self.history.actor(actor)) {
            (Some(known), _) => (Some(known.owner), known.seq, known.max_op),
            (None, Some(known)) => (known.owner, known.seq, known.max_op),
            (None, None) => (incoming.from.first().map(|(_, person)| *person), 0, 0),
        };
        let Some(owner) =
            owner.filter(|owner| incoming.from.iter().any(|(_, person)| person == owner))
        else {
            // With a number that is taken it cannot be the owner's; with a later one it may be, after a restore.
            return match change.seq() <= seq {
                true => Verdict::Refused("the change names somebody else's actor"),
                false => Verdict::NotTheirs,
            };
        };
        let mut after = max_op;
        for dep in change.deps() {
            match self
                .admitted
                .get(dep)
                .copied()
                .or_else(|| self.history.max_op_of(dep))
            {
                Some(op) => after = after.max(op),
                None => return Verdict::Waits,
            }
        }
        if change.seq() != seq + 1 {
            return Verdict::Refused("the change's number is not the next of its actor");
        }
        let start = change.start_op().get();
        if start <= after || start > self.highest_op {
            return Verdict::Refused("the change's operations are numbered wrongly");
        }
        match self.check_content(change) {
            Ok(checked) => {
                let max_op = (start + change.len() as u64).saturating_sub(1);
                self.actors.insert(
                    actor.clone(),
                    BatchActor {
                        owner,
                        seq: change.seq(),
                        max_op,
                    },
                );
                self.admitted.insert(change.hash(), max_op);
                match checked {
                    Checked::Typing => Verdict::Typing(owner),
                    Checked::Other => Verdict::Other(owner),
                }
            }
            Err(reason) => Verdict::Refused(reason),
        }
    }

    fn check_content(&mut self, change: &Change) -> Result<Checked, Refusal> {
        let decoded = guarded(|| change.decode()).map_err(|_| "the change cannot be decoded")?;
        let operations = decoded.operations.clone();
        let rewritten =
            guarded(|| Change::from(decoded)).map_err(|_| "the change cannot be written")?;
        if rewritten.raw_bytes() != change.raw_bytes() {
            return Err("the change is not written as automerge writes it");
        }
        let decoded = Decoded::new(change, operations);
        let checked = self.check_operations(&decoded)?;
        self.recall.admit(change.hash(), decoded);
        Ok(checked)
    }
}
