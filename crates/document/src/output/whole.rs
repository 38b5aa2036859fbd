//! The change that writes a whole draft into an output document that is as it was made.
//!
//! A transaction of automerge moves its index for each object and mark, and builds the change a second time to hand it out;
//! for the 25,000 letters of a zero draft that is nine tenths of the time. Where nothing was done before, the operations can be
//! put down in the order of the text, as automerge's own format has them, and become a change at once.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests;

use std::{
    collections::{BTreeMap, HashSet},
    num::NonZeroU64,
};

use automerge::{
    ActorId, Automerge, Change, ExpandedChange, ObjId, ObjType, ReadDoc,
    hydrate::Value,
    legacy::{ElementId, Key, MarkData, ObjectId, Op, OpId, OpType},
};

use super::{Draft, DraftBlock, Output, OutputBlock, draft::sources_value, settle};
use crate::{
    field::Fields,
    rich_text::{AnnexFill, Block, BlockKind, Inline, Marks, Placed},
    stored::{Edited, NewChange},
    write,
};

/// The change, and what reads then; none where something is in the document already, or where the draft would not be read
/// back as it is written.
pub(super) fn write(
    doc: &Automerge,
    before: &Output,
    placed: &[Placed],
    draft: &Draft,
) -> Option<Edited<Output>> {
    let place = Place::find(doc, before, placed)?;
    let blocks = draft
        .blocks
        .iter()
        .map(as_read)
        .collect::<Option<Vec<_>>>()?;
    let ids: HashSet<&str> = blocks.iter().map(|block| block.id.as_str()).collect();
    if ids.len() != blocks.len() {
        return None;
    }
    let sources = draft
        .blocks
        .iter()
        .filter(|block| !block.sources.is_empty());
    let groups = draft
        .blocks
        .iter()
        .filter_map(|block| Some((block.id.clone(), block.group.clone()?)));
    let output = Output {
        sources: sources
            .map(|block| (block.id.clone(), block.sources.clone()))
            .collect(),
        groups: groups.collect(),
        blocks,
        ..before.clone()
    };
    let mut change = Operations::after(doc)?;
    change.text(&place, &output.blocks);
    for (id, sources) in &output.sources {
        change.put(&place.sources, id.as_str(), &sources_value(sources));
    }
    for (id, group) in &output.groups {
        change.put(&place.groups, id.as_str(), &write::plain(group));
    }
    change.put(&place.compiled, "hash", &write::plain(&output.hash()));
    let change = change.build(doc);
    Some(Edited {
        value: output,
        heads: vec![change.hash().0],
        changes: vec![NewChange::from(&change)],
    })
}

/// The objects that a draft is written into.
struct Place {
    text: ObjectId,
    /// The marker of the one blank block, if there is one.
    blank: Option<OpId>,
    sources: ObjectId,
    groups: ObjectId,
    compiled: ObjectId,
}

impl Place {
    /// None where anything has been done since the document was made: words and marks that are gone leave their places.
    fn find(doc: &Automerge, before: &Output, placed: &[Placed]) -> Option<Self> {
        if doc.get_changes_meta(&[]).len() != 1 {
            return None;
        }
        let root = Fields::of_root(doc);
        let empty_map = |key| {
            let map = root.object(key, ObjType::Map)?;
            (doc.length(&map) == 0).then(|| object_id(&map))?
        };
        let text = root.object("text", ObjType::Text)?;
        let blank = match (placed, doc.length(&text)) {
            ([], 0) => None,
            ([one], 1) => Some(op_id(one.marker.as_ref()?)?),
            _ => return None,
        };
        let is_untouched = before.problems.is_empty()
            && before.footnotes.is_empty()
            && before.tables.is_empty()
            && doc.marks(&text).is_ok_and(|marks| marks.is_empty());
        is_untouched.then_some(Self {
            text: object_id(&text)?,
            blank,
            sources: empty_map("sources")?,
            groups: empty_map("groups")?,
            compiled: empty_map("compiled")?,
        })
    }
}

fn op_id(object: &ObjId) -> Option<OpId> {
    match object {
        ObjId::Id(counter, actor, _) => Some(OpId(*counter, actor.clone())),
        ObjId::Root => None,
    }
}

fn object_id(object: &ObjId) -> Option<ObjectId> {
    op_id(object).map(ObjectId::Id)
}

/// A block as it is read back, if that can be told beforehand.
fn as_read(drafted: &DraftBlock) -> Option<OutputBlock> {
    let mut block = Block {
        content: Vec::new(),
        ..drafted.block()
    };
    let attrs = &block.attrs;
    let is_plain = settle::is_usable(drafted.id.as_str())
        && drafted.id.as_str().len() <= 64
        && attrs.level.is_none_or(|level| (1..=3).contains(&level))
        && attrs.indent <= 4
        && attrs.start.is_none_or(|start| (1..=9999).contains(&start))
        && (block.kind == BlockKind::Annex || attrs.fill == AnnexFill::None);
    if !is_plain {
        return None;
    }
    for inline in &drafted.block.content {
        let Inline::Text { text, marks } = inline else {
            return None;
        };
        if marks.link.is_some() {
            return None;
        }
        let text = write::clean(text);
        match block.content.last_mut() {
            _ if text.is_empty() => {}
            Some(Inline::Text {
                text: before,
                marks: same,
            }) if same == marks => before.push_str(&text),
            _ => block.content.push(Inline::marked(text, marks.clone())),
        }
    }
    Some(OutputBlock {
        id: drafted.id.clone(),
        block,
    })
}

/// The operations of a change, in the order of their ids.
struct Operations {
    actor: ActorId,
    start: u64,
    seq: u64,
    list: Vec<Op>,
}

impl Operations {
    /// Operations that follow all that is in the document.
    fn after(doc: &Automerge) -> Option<Self> {
        let actor = doc.get_actor().clone();
        let (mut last, mut seq) = (0, 0);
        for change in doc.get_changes_meta(&[]) {
            last = last.max(change.max_op);
            if *change.actor == actor {
                seq = seq.max(change.seq);
            }
        }
        Some(Self {
            actor,
            start: last.checked_add(1)?,
            seq: seq.checked_add(1)?,
            list: Vec::new(),
        })
    }

    fn add(&mut self, of: &ObjectId, key: Key, insert: bool, action: OpType) -> OpId {
        let id = OpId(self.start + self.list.len() as u64, self.actor.clone());
        self.list.push(Op {
            action,
            obj: of.clone(),
            key,
            pred: Vec::new().into(),
            insert,
        });
        id
    }

    /// Puts a value under a key that has none yet.
    fn put(&mut self, map: &ObjectId, key: &str, value: &Value) {
        self.field(map, Key::Map(key.into()), false, value);
    }

    fn text(&mut self, place: &Place, blocks: &[OutputBlock]) {
        if let Some(blank) = &place.blank {
            self.list.push(Op {
                action: OpType::Delete,
                obj: place.text.clone(),
                key: Key::Seq(ElementId::Id(blank.clone())),
                pred: vec![blank.clone()].into(),
                insert: false,
            });
        }
        // Each letter and marker stands behind the one before it.
        let mut end = Key::head();
        for block in blocks {
            let id = self.add(&place.text, end, true, OpType::Make(ObjType::Map));
            end = Key::Seq(ElementId::Id(id.clone()));
            self.fill(&ObjectId::Id(id), &write::marker(&block.block));
            for inline in &block.block.content {
                let Inline::Text { text, marks } = inline else {
                    continue;
                };
                end = self.run(&place.text, end, text, marks);
            }
        }
    }

    /// Words and their marks behind `start`, and where they end.
    fn run(&mut self, of: &ObjectId, start: Key, words: &str, marks: &Marks) -> Key {
        let mut last = start.clone();
        for letter in words.chars() {
            let id = self.add(of, last, true, OpType::Put(letter.into()));
            last = Key::Seq(ElementId::Id(id));
        }
        let mut end = last.clone();
        for name in names(marks) {
            // An end belongs to the beginning whose id is one less, so both come when the words are there. What is inserted
            // later stands nearer to what it is inserted behind: the beginning before the words, the first end last.
            let mark = MarkData {
                name: name.into(),
                value: true.into(),
                expand: false,
            };
            self.add(of, start.clone(), true, OpType::MarkBegin(mark));
            // What is typed at the end of marked words is marked as well.
            let id = self.add(of, last.clone(), true, OpType::MarkEnd(true));
            if end == last {
                end = Key::Seq(ElementId::Id(id));
            }
        }
        end
    }

    /// Fills an object that was just made.
    fn fill(&mut self, object: &ObjectId, value: &Value) {
        match value {
            Value::Map(map) => {
                let fields: BTreeMap<_, _> = map.iter().collect();
                for (key, field) in fields {
                    self.field(object, Key::Map(key.as_str().into()), false, &field.value);
                }
            }
            Value::List(list) => {
                let mut end = Key::head();
                for item in list.iter() {
                    let id = self.field(object, end, true, &item.value);
                    end = Key::Seq(ElementId::Id(id));
                }
            }
            Value::Text(text) => {
                let mut end = Key::head();
                for letter in text.to_string().chars() {
                    let id = self.add(object, end, true, OpType::Put(letter.into()));
                    end = Key::Seq(ElementId::Id(id));
                }
            }
            Value::Scalar(_) => {}
        }
    }

    fn field(&mut self, object: &ObjectId, key: Key, insert: bool, value: &Value) -> OpId {
        let action = match value {
            Value::Scalar(scalar) => OpType::Put(scalar.clone()),
            Value::Map(_) => OpType::Make(ObjType::Map),
            Value::List(_) => OpType::Make(ObjType::List),
            Value::Text(_) => OpType::Make(ObjType::Text),
        };
        let id = self.add(object, key, insert, action);
        self.fill(&ObjectId::Id(id.clone()), value);
        id
    }

    fn build(self, doc: &Automerge) -> Change {
        let mut deps = doc.get_heads();
        deps.sort_unstable();
        ExpandedChange {
            operations: self.list,
            actor_id: self.actor,
            hash: None,
            seq: self.seq,
            start_op: NonZeroU64::new(self.start).unwrap_or(NonZeroU64::MIN),
            time: 0,
            message: None,
            deps,
            extra_bytes: Vec::new(),
            author: None,
        }
        .into()
    }
}

fn names(marks: &Marks) -> impl Iterator<Item = &'static str> {
    let strong = marks.strong.then_some("strong");
    strong.into_iter().chain(marks.em.then_some("em"))
}
