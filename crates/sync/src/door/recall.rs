//! Finds operations again by their number and actor.

use std::{collections::HashMap, sync::Arc};

use automerge::{ActorId, Change, ChangeHash, ObjId, ObjType, ReadDoc};

use super::columns::{Row, Rows};
use crate::{guard::guarded, history::History};

/// Decoded changes are forgotten when they hold so many operations together: some 16 MB.
const REMEMBERED: usize = 400_000;

/// A change with its operations, as far as the door asks about them: a fifth of what they take in automerge's form.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) hash: ChangeHash,
    pub(super) start: u64,
    pub(super) operations: Vec<Operation>,
    /// The change's own actor, then the others.
    actors: Vec<ActorId>,
    keys: Vec<String>,
    replaced: Vec<Number>,
}

/// An operation; what it names is told by the change that it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Operation {
    object: Option<Number>,
    place: Place<Number, u32>,
    pub(super) insert: bool,
    pub(super) does: Does,
    /// Where the values that it replaces end; they begin where those of the one before it end.
    replaced: u32,
}

#[derive(Debug, Clone, Copy)]
struct Number {
    counter: u32,
    actor: u32,
}

/// The number of an operation, with its actor.
pub(super) type Id<'a> = (u64, &'a ActorId);

/// Where in its object an operation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<N, K> {
    Key(K),
    Head,
    Element(N),
}

/// What an operation does, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    Make(ObjType),
    PutLetter,
    PutCounter,
    PutOther,
    Delete,
    Increment,
    BeginMark,
    EndMark,
}

impl Does {
    /// As automerge numbers actions, and kinds of values.
    fn of(row: &Row<'_>) -> Option<Self> {
        const WORD: u64 = 6;
        const COUNTER: u64 = 8;
        Some(match (row.action, row.value) {
            (0, _) => Self::Make(ObjType::Map),
            (1, (WORD, word)) if is_letter(word) => Self::PutLetter,
            (1, (COUNTER, _)) => Self::PutCounter,
            (1, _) => Self::PutOther,
            (2, _) => Self::Make(ObjType::List),
            (3, _) => Self::Delete,
            (4, _) => Self::Make(ObjType::Text),
            (5, _) => Self::Increment,
            (6, _) => Self::Make(ObjType::Table),
            (7, _) if row.is_named_mark => Self::BeginMark,
            (7, _) => Self::EndMark,
            _ => return None,
        })
    }
}

fn is_letter(word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| word.chars().count() == 1)
}

impl Decoded {
    /// `None` where the change is not what automerge writes, or counts higher than it can.
    pub(super) fn of(change: &Change) -> Option<Self> {
        let mut rows = Rows::of(change.raw_bytes()).ok()?;
        let actors: Vec<ActorId> = change.actors().cloned().collect();
        let number = |(counter, actor): (u64, u64)| {
            Some(Number {
                counter: u32::try_from(counter).ok()?,
                actor: u32::try_from(actor)
                    .ok()
                    .filter(|actor| (*actor as usize) < actors.len())?,
            })
        };
        let (mut keys, mut known_keys, mut replaced) = (Vec::new(), HashMap::new(), Vec::new());
        let mut operations = Vec::with_capacity(change.len());
        for _ in 0..change.len() {
            let row = rows.next().ok()?;
            for id in &row.replaced {
                replaced.push(number(*id)?);
            }
            let place = match (row.key, row.element) {
                (Some(key), _) => Place::Key(*known_keys.entry(key).or_insert_with(|| {
                    keys.push(key.to_owned());
                    keys.len() as u32 - 1
                })),
                (None, None) => Place::Head,
                (None, Some(element)) => Place::Element(number(element)?),
            };
            operations.push(Operation {
                object: match row.object {
                    Some(object) => Some(number(object)?),
                    None => None,
                },
                place,
                insert: row.insert,
                does: Does::of(&row)?,
                replaced: replaced.len() as u32,
            });
        }
        Some(Self {
            hash: change.hash(),
            start: change.start_op().get(),
            operations,
            actors,
            keys,
            replaced,
        })
    }

    pub(super) fn actor(&self) -> &ActorId {
        &self.actors[0]
    }

    fn id(&self, number: Number) -> Id<'_> {
        (
            u64::from(number.counter),
            &self.actors[number.actor as usize],
        )
    }

    /// The object that the operation changes; `None` is the document itself.
    pub(super) fn object(&self, op: &Operation) -> Option<Id<'_>> {
        op.object.map(|number| self.id(number))
    }

    pub(super) fn place(&self, op: &Operation) -> Place<Id<'_>, &str> {
        match op.place {
            Place::Key(key) => Place::Key(&self.keys[key as usize]),
            Place::Head => Place::Head,
            Place::Element(number) => Place::Element(self.id(number)),
        }
    }

    /// What the operation at `index` replaces.
    pub(super) fn replaced(&self, index: usize) -> impl Iterator<Item = Id<'_>> {
        let end = |index: usize| self.operations[index].replaced as usize;
        let start = index.checked_sub(1).map_or(0, end);
        let numbers = self.replaced[start..end(index)].iter();
        numbers.map(|number| self.id(*number))
    }

    /// The operation of this number, if it is one of these.
    pub(super) fn get(&self, (counter, actor): Id<'_>) -> Option<&Operation> {
        if actor != self.actor() {
            return None;
        }
        let index = usize::try_from(counter.checked_sub(self.start)?).ok()?;
        self.operations.get(index)
    }
}

/// Remembers decoded changes from one batch to the next.
#[derive(Debug, Default)]
pub(crate) struct Recall {
    known: HashMap<ChangeHash, Arc<Decoded>>,
    /// The changes of this batch, of each actor in order.
    batch: HashMap<ActorId, Vec<Arc<Decoded>>>,
    operations: usize,
}

impl Recall {
    /// Forgets the batch before, of which what was stored is in the history.
    pub(super) fn begin_batch(&mut self) {
        self.batch.clear();
    }

    /// Remembers a change that was let in.
    pub(super) fn admit(&mut self, decoded: Decoded) {
        let decoded = self.remember(decoded);
        let of_actor = self.batch.entry(decoded.actor().clone());
        of_actor.or_default().push(decoded);
    }

    /// Calls `look` with the operation, if it is stored or was let in with this batch.
    pub(super) fn with<T>(
        &mut self,
        history: &History,
        id: Id<'_>,
        look: impl FnOnce(&Decoded, &Operation) -> T,
    ) -> Option<T> {
        let (counter, actor) = id;
        if let Some(batch) = self.batch.get(actor) {
            let after = batch.partition_point(|decoded| decoded.start <= counter);
            let decoded = after.checked_sub(1).map(|index| &batch[index]);
            if let Some((decoded, op)) = decoded.and_then(|one| Some((one, one.get(id)?))) {
                return Some(look(decoded, op));
            }
        }
        let unapplied = history.unapplied().iter().find(|change| {
            let start = change.start_op().get();
            change.actor_id() == actor && (start..start + change.len() as u64).contains(&counter)
        });
        let decoded = match unapplied {
            Some(change) => self.decoded(change.hash(), || Some(change.clone()))?,
            None => {
                let document = history.document();
                let object = ObjId::Id(counter, actor.clone(), 0);
                let hash = guarded(|| document.hash_for_opid(&object))??;
                self.decoded(hash, || document.get_change_by_hash(&hash))?
            }
        };
        decoded.get(id).map(|op| look(&decoded, op))
    }

    fn decoded(
        &mut self,
        hash: ChangeHash,
        read: impl FnOnce() -> Option<Change>,
    ) -> Option<Arc<Decoded>> {
        if let Some(decoded) = self.known.get(&hash) {
            return Some(Arc::clone(decoded));
        }
        let decoded = guarded(|| Decoded::of(&read()?))??;
        Some(self.remember(decoded))
    }

    fn remember(&mut self, decoded: Decoded) -> Arc<Decoded> {
        if self.operations > REMEMBERED {
            self.known.clear();
            self.operations = 0;
        }
        self.operations += decoded.operations.len() + 16;
        let decoded = Arc::new(decoded);
        self.known.insert(decoded.hash, Arc::clone(&decoded));
        decoded
    }
}
