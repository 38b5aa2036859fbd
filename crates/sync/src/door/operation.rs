//! Each operation against what it refers to.

use std::collections::HashMap;

use automerge::ObjType;

use super::{
    Door, FIXED, Refusal,
    recall::{Decoded, Does, Id, Operation, Place},
};

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
        for index in 0..change.operations.len() {
            if self.check_operation(change, index, &mut objects)? == Checked::Other {
                checked = Checked::Other;
            }
        }
        Ok(checked)
    }

    fn check_operation<'c>(
        &mut self,
        change: &'c Decoded,
        index: usize,
        objects: &mut HashMap<Option<Id<'c>>, ObjType>,
    ) -> Result<Checked, Refusal> {
        let op = &change.operations[index];
        let (in_object, place) = (change.object(op), change.place(op));
        let object = match objects.get(&in_object) {
            Some(object) => *object,
            None => {
                let object = self.object_type(change, index, in_object)?;
                objects.insert(in_object, object);
                object
            }
        };
        let replaces = change.replaced(index).next().is_some();
        let is_sequence = matches!(object, ObjType::List | ObjType::Text);
        if op.insert && (replaces || !is_sequence) {
            return Err("an insertion into no sequence, or one that replaces something");
        }
        match place {
            Place::Key(_) if is_sequence => return Err("a named place in a sequence"),
            Place::Key(key) => {
                let is_kept = FIXED.contains(&key) || self.containers.contains(key);
                if in_object.is_none() && is_kept {
                    return Err("the document's own parts cannot be replaced");
                }
            }
            _ if !is_sequence => return Err("a numbered place in a map"),
            Place::Head if !op.insert => return Err("nothing is at the head of a sequence"),
            Place::Head => {}
            Place::Element(element) => {
                let fits = self.look(change, index, element, |found_in, found| {
                    found.insert && found_in.object(found) == in_object
                });
                if fits != Some(true) {
                    return Err("the place in the sequence does not exist");
                }
            }
        }
        let mut only_letters = true;
        let mut counters = true;
        for replaced in change.replaced(index) {
            let found = self.look(change, index, replaced, |found_in, found| {
                let is_there = match found.insert {
                    true => place == Place::Element(replaced),
                    false => place == found_in.place(found),
                };
                only_letters &= found.does == Does::PutLetter;
                counters &= found.does == Does::PutCounter;
                is_there
                    && found_in.object(found) == in_object
                    && !matches!(found.does, Does::Delete | Does::EndMark)
            });
            if found != Some(true) {
                return Err("what it replaces is not there");
            }
        }
        let fits = match op.does {
            Does::Delete => replaces,
            Does::Increment => replaces && counters,
            Does::PutLetter | Does::PutCounter | Does::PutOther | Does::Make(_) => {
                !is_sequence || op.insert || replaces
            }
            Does::BeginMark => {
                self.check_mark(change, index)?;
                op.insert
            }
            Does::EndMark => {
                let begin = index
                    .checked_sub(1)
                    .map(|before| &change.operations[before]);
                op.insert && begin.is_some_and(|begin| begin.does == Does::BeginMark)
            }
        };
        if !fits {
            return Err("the operation does not fit its place");
        }
        let typing = object == ObjType::Text
            && match op.does {
                Does::PutLetter => op.insert,
                Does::Delete => only_letters,
                _ => false,
            };
        Ok(if typing {
            Checked::Typing
        } else {
            Checked::Other
        })
    }

    /// A mark's end follows its beginning, in the same object and further back in the text.
    fn check_mark(&mut self, change: &Decoded, index: usize) -> Result<(), Refusal> {
        const REVERSED: Refusal = "a mark ends before it begins";
        self.marks_left = self.marks_left.checked_sub(1).ok_or("too many marks")?;
        let begin = &change.operations[index];
        let end = change
            .operations
            .get(index + 1)
            .filter(|end| end.does == Does::EndMark && change.object(end) == change.object(begin));
        let (Some(end), Some(object)) = (end, change.object(begin)) else {
            return Err("the operation does not fit its place");
        };
        let id = (change.start + index as u64, change.actor());
        match (change.place(begin), change.place(end)) {
            // Of two that are put in at one place, the later stands first.
            (begin, end) if begin == end => Err(REVERSED),
            (Place::Element(behind), Place::Element(until)) if until != id => {
                let (document, letters) = (self.history.document(), (behind, until));
                let fits = self.marks.note(document, change.hash, object, id, letters);
                fits.then_some(()).ok_or(REVERSED)
            }
            (_, Place::Element(_)) => Ok(()),
            _ => Err(REVERSED),
        }
    }

    fn object_type(
        &mut self,
        change: &Decoded,
        index: usize,
        object: Option<Id<'_>>,
    ) -> Result<ObjType, Refusal> {
        let Some(object) = object else {
            return Ok(ObjType::Map);
        };
        let made = self.look(change, index, object, |_, found| match found.does {
            Does::Make(kind) => Some(kind),
            _ => None,
        });
        made.flatten().ok_or("the object does not exist")
    }

    /// Finds an operation that stands before the one at `index` of `change`, wherever it is.
    fn look<T>(
        &mut self,
        change: &Decoded,
        index: usize,
        id: Id<'_>,
        look: impl FnOnce(&Decoded, &Operation) -> T,
    ) -> Option<T> {
        let (counter, actor) = id;
        // Whoever writes has numbered higher than all that they have seen.
        let own = usize::try_from(counter.saturating_sub(change.start)).ok()?;
        if counter >= change.start && own >= index {
            return None;
        }
        if counter >= change.start && actor == change.actor() {
            let op = change.operations.get(own)?;
            return Some(look(change, op));
        }
        self.recall.with(self.history, id, look)
    }
}
