//! What is asked of each change before it is let in.
//!
//! Automerge trusts what it applies: a change that refers to something that is not there can make it panic, or make
//! a document that can be saved but never loaded again. Reading the saved document back would find all of that, but
//! costs more than a hundred keystrokes. So each operation is held against what it refers to (tens of microseconds,
//! most of them cached), and the change must be written exactly as automerge would write it, because automerge
//! keeps operations, not bytes, and writes them anew when it saves. Snapshots are read back in full.

mod columns;
mod marks;
mod operation;
mod recall;

use std::collections::{HashMap, HashSet};

use automerge::{ActorId, Change, ChangeHash, ROOT, ReadDoc, ValueRef};
use model::id::PersonId;

pub(crate) use self::{marks::Marks, recall::Recall};
use self::{operation::Checked, recall::Decoded};
use crate::{
    batch::Incoming,
    guard::guarded_long,
    history::{Actor, History, Owner},
    limits::Limits,
    room::Owns,
};

/// What the door says about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is let in.
    LetIn {
        /// In whose name.
        person: PersonId,
        /// Whether its actor is theirs.
        owns: Owns,
        /// Letters put in or taken out, each checked: may be sent on before automerge has applied it.
        is_typing: bool,
    },
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
    /// Whose actors are those of which a connected page has shown that they are its own.
    own_actors: &'a HashMap<ActorId, PersonId>,
    /// Those that have changes in this batch, as they are with them.
    actors: HashMap<ActorId, Actor>,
    admitted: HashMap<ChangeHash, u64>,
    /// Top-level keys that hold an object. No client replaces or deletes one: all that is in it would be gone.
    containers: HashSet<String>,
    marks: Marks,
    /// How many marks the change that is looked at may still set.
    marks_left: usize,
    most_marks: usize,
    /// No operation's number can be higher, however the batch is ordered.
    highest_op: u64,
}

impl<'a> Door<'a> {
    pub(crate) fn new(
        history: &'a History,
        recall: &'a mut Recall,
        own_actors: &'a HashMap<ActorId, PersonId>,
        batch: &[Incoming],
        limits: &Limits,
    ) -> Self {
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
            own_actors,
            actors: HashMap::new(),
            admitted: HashMap::new(),
            containers,
            marks: Marks::default(),
            marks_left: 0,
            most_marks: limits.marks,
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
        let known = self.actors.get(actor).or(self.history.actor(actor));
        let Actor {
            owner: known,
            seq,
            max_op,
        } = known.cloned().unwrap_or(Actor::unused(Owner::Nobody));
        let brought_by = |owner: PersonId| incoming.from.iter().any(|from| from.person == owner);
        // The cases are those of the table in decision 15.
        let proved = self.own_actors.get(actor).copied();
        let (person, owns) = match (proved.map_or(known, Owner::Person), incoming.from.first()) {
            (Owner::Person(owner), _) if brought_by(owner) => match proved {
                Some(_) => (owner, Owns::Proved),
                None => (owner, Owns::First),
            },
            (Owner::Nobody, Some(by)) if by.knows_more => (by.person, Owns::No),
            (Owner::Nobody, Some(by)) => (by.person, Owns::First),
            // With a number that is taken it cannot be the owner's; with a later one it may be.
            _ if change.seq() <= seq => {
                return Verdict::Refused("the change names somebody else's actor");
            }
            (_, Some(by)) if incoming.is_witnessed() => (by.person, Owns::No),
            _ => return Verdict::NotTheirs,
        };
        let owner = match owns {
            Owns::No => known,
            Owns::First | Owns::Proved => Owner::Person(person),
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
                    Actor {
                        owner,
                        seq: change.seq(),
                        max_op,
                    },
                );
                self.admitted.insert(change.hash(), max_op);
                Verdict::LetIn {
                    person,
                    owns,
                    is_typing: checked == Checked::Typing,
                }
            }
            Err(reason) => Verdict::Refused(reason),
        }
    }

    fn check_content(&mut self, change: &Change) -> Result<Checked, Refusal> {
        let rewritten = guarded_long(change.len(), || Change::from(change.decode()));
        let rewritten = rewritten.ok_or("the change cannot be decoded")?;
        if rewritten.raw_bytes() != change.raw_bytes() {
            return Err("the change is not written as automerge writes it");
        }
        drop(rewritten);
        let decoded = Decoded::of(change).ok_or("the change cannot be decoded")?;
        self.marks_left = self.most_marks;
        let checked = self.check_operations(&decoded)?;
        self.recall.admit(decoded);
        Ok(checked)
    }
}
