//! Each operation against what it refers to.

use std::collections::HashMap;

use automerge::{
    ObjType, ScalarValue,
    legacy::{ElementId, Key, ObjectId, Op, OpId, OpType},
};

use super::{Door, FIXED, Refusal, recall::Decoded};

/// What a change does, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Checked {
    /// It only puts letters in or takes letters out.
    Typing,
    /// Anything else.
    Other,
}

impl Door<'_> {
    pub(super) fn check_operations(&mut self, change: &Decoded) -> Result<Checked, Refusal> {
        let mut checked = Checked::Typing;
        let mut objects = HashMap::new();
        for (index, op) in change.operations.iter().enumerate() {
            if self.check_operation(change, index, op, &mut objects)? == Checked::Other {
                checked = Checked::Other;
            }
        }
        Ok(checked)
    }

    fn check_operation<'c>(
        &mut self,
        change: &'c Decoded,
        index: usize,
        op: &'c Op,
        objects: &mut HashMap<&'c ObjectId, ObjType>,
    ) -> Result<Checked, Refusal> {
        let object = match objects.get(&op.obj) {
            Some(object) => *object,
            None => {
                let object = self.object_type(change, index, op)?;
                objects.insert(&op.obj, object);
                object
            }
        };
        let is_sequence = matches!(object, ObjType::List | ObjType::Text);
        if op.insert && (!op.pred.is_empty() || !is_sequence) {
            return Err("an insertion into no sequence, or one that replaces something");
        }
        match &op.key {
            Key::Map(key) => {
                if is_sequence {
                    return Err("a named place in a sequence");
                }
                let is_kept =
                    FIXED.contains(&key.as_str()) || self.containers.contains(key.as_str());
                if op.obj == ObjectId::Root && is_kept {
                    return Err("the document's own parts cannot be replaced");
                }
            }
            Key::Seq(_) if !is_sequence => return Err("a numbered place in a map"),
            Key::Seq(ElementId::Head) if !op.insert => {
                return Err("nothing is at the head of a sequence");
            }
            Key::Seq(ElementId::Head) => {}
            Key::Seq(ElementId::Id(element)) => {
                let fits = self.look(change, index, element, |found| {
                    found.insert && found.obj == op.obj
                });
                if fits != Some(true) {
                    return Err("the place in the sequence does not exist");
                }
            }
        }
        let mut only_letters = true;
        let mut counters = true;
        for replaced in op.pred.iter() {
            let found = self.look(change, index, replaced, |found| {
                let place = match found.insert {
                    true => Key::Seq(ElementId::Id(replaced.clone())),
                    false => found.key.clone(),
                };
                only_letters &= is_letter(found);
                counters &= matches!(found.action, OpType::Put(ScalarValue::Counter(_)));
                found.obj == op.obj
                    && place == op.key
                    && !matches!(found.action, OpType::Delete | OpType::MarkEnd(_))
            });
            if found != Some(true) {
                return Err("what it replaces is not there");
            }
        }
        let replaces = !op.pred.is_empty();
        let next = change.operations.get(index + 1);
        let previous = index
            .checked_sub(1)
            .and_then(|before| change.operations.get(before));
        let fits = match &op.action {
            OpType::Delete => replaces,
            OpType::Increment(_) => replaces && counters,
            OpType::Put(_) | OpType::Make(_) => !is_sequence || op.insert || replaces,
            OpType::MarkBegin(_) => {
                op.insert
                    && next.is_some_and(|next| {
                        next.obj == op.obj && matches!(next.action, OpType::MarkEnd(_))
                    })
            }
            OpType::MarkEnd(_) => {
                op.insert
                    && previous.is_some_and(|before| {
                        before.obj == op.obj && matches!(before.action, OpType::MarkBegin(_))
                    })
            }
        };
        if !fits {
            return Err("the operation does not fit its place");
        }
        if let (OpType::MarkBegin(_), ObjectId::Id(object)) = (&op.action, &op.obj) {
            let begin = OpId(change.start + index as u64, change.actor.clone());
            self.marks.note(change.hash, object.clone(), begin);
        }
        let typing = object == ObjType::Text
            && match &op.action {
                OpType::Put(_) => op.insert && is_letter(op),
                OpType::Delete => only_letters,
                _ => false,
            };
        Ok(if typing {
            Checked::Typing
        } else {
            Checked::Other
        })
    }

    fn object_type(&mut self, change: &Decoded, index: usize, op: &Op) -> Result<ObjType, Refusal> {
        let ObjectId::Id(object) = &op.obj else {
            return Ok(ObjType::Map);
        };
        let made = self.look(change, index, object, |found| match found.action {
            OpType::Make(kind) => Some(kind),
            _ => None,
        });
        made.flatten().ok_or("the object does not exist")
    }

    /// Finds an operation that stands before the one at `index` of `change`, wherever it is.
    fn look<T>(
        &mut self,
        change: &Decoded,
        index: usize,
        id: &OpId,
        look: impl FnOnce(&Op) -> T,
    ) -> Option<T> {
        if *id.actor() == change.actor && id.counter() >= change.start {
            let own = usize::try_from(id.counter() - change.start).ok()?;
            return (own < index)
                .then(|| change.operations.get(own))
                .flatten()
                .map(look);
        }
        self.recall.with(self.history, id, look)
    }
}

fn is_letter(op: &Op) -> bool {
    matches!(&op.action, OpType::Put(ScalarValue::Str(letter)) if letter.chars().count() == 1)
}
