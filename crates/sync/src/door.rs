//! What is asked of each change before it is let in.

use std::collections::HashMap;

use automerge::ActorId;
use model::id::PersonId;

use crate::{batch::Incoming, history::History};

/// What the door says about a change.
pub(crate) enum Verdict {
    /// Letters put in or taken out, each checked: may be sent on before automerge has applied it.
    Typing(PersonId),
    /// Must be applied first.
    Other(PersonId),
    /// Names the actor of a person who did not bring it. Kept until they do.
    NotTheirs,
    /// Builds on a change that is kept aside.
    Waits,
    /// Is not let in, and who brought it has to go.
    Refused(&'static str),
}

/// Checks the changes of one batch, one after the other.
pub(crate) struct Door<'a> {
    history: &'a History,
    seqs: HashMap<ActorId, (PersonId, u64)>,
    admitted: HashMap<automerge::ChangeHash, u64>,
}

impl<'a> Door<'a> {
    pub(crate) fn new(history: &'a History) -> Self {
        Self {
            history,
            seqs: HashMap::new(),
            admitted: HashMap::new(),
        }
    }

    pub(crate) fn check(&mut self, incoming: &Incoming) -> Verdict {
        let change = &incoming.change;
        let known = self.history.actor(change.actor_id());
        let batch = self.seqs.get(change.actor_id());
        let (owner, seq) = match (batch, known) {
            (Some((owner, seq)), _) => (Some(*owner), *seq),
            (None, Some(actor)) => (actor.owner, actor.seq),
            (None, None) => (incoming.from.first().map(|(_, person)| *person), 0),
        };
        let owner = owner.filter(|owner| incoming.from.iter().any(|(_, person)| person == owner));
        let Some(owner) = owner else {
            return if change.seq() <= seq {
                Verdict::Refused("the change names somebody else's actor")
            } else {
                Verdict::NotTheirs
            };
        };
        if change
            .deps()
            .iter()
            .any(|dep| !self.admitted.contains_key(dep) && !self.history.has(dep))
        {
            return Verdict::Waits;
        }
        if change.seq() != seq + 1 {
            return Verdict::Refused("the change's number is not the next of its actor");
        }
        self.seqs
            .insert(change.actor_id().clone(), (owner, change.seq()));
        self.admitted.insert(change.hash(), 0);
        Verdict::Other(owner)
    }
}
