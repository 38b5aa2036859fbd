use automerge::{
    Automerge, ObjId, ObjType, ROOT, ReadDoc, ScalarValue,
    marks::{ExpandMark, Mark},
    transaction::Transactable,
};
use proptest::prelude::*;

use crate::{
    notes,
    output::{self, Draft},
    testing::{compile, notes_of, paragraph, point},
};

/// Something a client may do to a document, with numbers that choose the object and the place.
#[derive(Debug, Clone)]
enum Deed {
    Put(usize, &'static str, ScalarValue),
    Make(usize, &'static str, ObjType),
    Insert(usize, usize, ObjType),
    Type(usize, usize, String),
    Delete(usize, usize, usize),
    Mark(usize, usize, usize, &'static str, ScalarValue),
}

const KEYS: &[&str] = &[
    "text",
    "keyPoints",
    "sources",
    "groups",
    "footnotes",
    "tables",
    "compiled",
    "lang",
    "original",
    "sessionId",
    "outputDocumentId",
    "hash",
    "type",
    "attrs",
    "isEmbed",
    "id",
    "of",
    "level",
    "indent",
    "label",
    "fill",
    "start",
    "end",
    "quote",
    "statement",
    "themes",
    "source",
    "link",
    "recording",
    "at",
    "rows",
    "kind",
    "00000000-0000-0000-0000-000000000001",
];

const WORDS: &[&str] = &[
    "paragraph",
    "heading",
    "footnote",
    "table",
    "annex",
    "fact",
    "00000000-0000-0000-0000-000000000001",
    "3@01010101010101010101010101010101",
    "40@01010101010101010101010101010101",
    "s",
    "e",
    "",
    "🏛️",
    "https://example.org",
    "call-to-action",
    "en",
    "\u{fffc}",
];

fn scalar() -> impl Strategy<Value = ScalarValue> {
    prop_oneof![
        proptest::sample::select(WORDS).prop_map(ScalarValue::from),
        any::<i64>().prop_map(ScalarValue::from),
        any::<f64>().prop_map(ScalarValue::from),
        any::<bool>().prop_map(ScalarValue::from),
        any::<u64>().prop_map(ScalarValue::from),
        Just(ScalarValue::Null),
        Just(ScalarValue::counter(3)),
        Just(ScalarValue::Bytes(vec![1, 2])),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let key = || proptest::sample::select(KEYS);
    let kind = || proptest::sample::select(vec![ObjType::Map, ObjType::List, ObjType::Text]);
    let (object, place) = (0usize..60, 0usize..40);
    let words = proptest::sample::select(WORDS).prop_map(str::to_owned);
    let mark = proptest::sample::select(vec!["strong", "em", "link", "other"]);
    prop_oneof![
        (object.clone(), key(), scalar()).prop_map(|(o, k, v)| Deed::Put(o, k, v)),
        (object.clone(), key(), kind()).prop_map(|(o, k, t)| Deed::Make(o, k, t)),
        (object.clone(), place.clone(), kind()).prop_map(|(o, at, t)| Deed::Insert(o, at, t)),
        (object.clone(), place.clone(), words).prop_map(|(o, at, w)| Deed::Type(o, at, w)),
        (object.clone(), place.clone(), 1usize..9).prop_map(|(o, at, n)| Deed::Delete(o, at, n)),
        (object, place, 1usize..9, mark, scalar())
            .prop_map(|(o, at, n, m, v)| Deed::Mark(o, at, n, m, v)),
    ]
}

/// Does the deeds that automerge allows, on any object of the document.
fn done(mut doc: Automerge, deeds: Vec<Deed>) -> Automerge {
    let mut objects: Vec<ObjId> = vec![ROOT];
    let mut at = 0;
    while let Some(object) = objects.get(at).cloned() {
        let found = doc
            .map_range(&object, ..)
            .map(|item| item.id())
            .collect::<Vec<_>>();
        let items = doc
            .list_range(&object, ..)
            .map(|item| item.id())
            .collect::<Vec<_>>();
        let is_object = |id: &ObjId| doc.object_type(id).is_ok();
        objects.extend(found.into_iter().chain(items).filter(is_object));
        at += 1;
    }
    let mut tx = doc.transaction();
    for deed in deeds {
        let pick = |number: usize| objects[number % objects.len()].clone();
        // What automerge refuses, a client could not have sent either.
        let made = match deed {
            Deed::Put(o, key, value) => tx.put(pick(o), key, value).map(|()| None),
            Deed::Make(o, key, kind) => tx.put_object(pick(o), key, kind).map(Some),
            Deed::Insert(o, at, kind) => tx.insert_object(pick(o), at, kind).map(Some),
            Deed::Type(o, at, words) => tx.splice_text(pick(o), at, 0, &words).map(|()| None),
            Deed::Delete(o, at, count) => {
                let count = isize::try_from(count).unwrap();
                tx.splice_text(pick(o), at, count, "").map(|()| None)
            }
            Deed::Mark(o, at, count, name, value) => {
                let text = pick(o);
                if at + count > tx.length(&text) {
                    continue;
                }
                let mark = Mark::new(name.into(), value, at, at + count);
                tx.mark(text, mark, ExpandMark::Both).map(|()| None)
            }
        };
        objects.extend(made.ok().flatten());
    }
    tx.commit();
    doc
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_a_client_does_to_notes_they_can_be_read(deeds in proptest::collection::vec(deed(), 0..40)) {
        let blocks = [paragraph("One 🏛️ word."), paragraph("وكلمة")];
        let doc = done(notes_of(&blocks, &[point(1, "🏛️ word"), point(2, "وكلمة")]), deeds);
        let read = notes::read(&doc);
        let length = read.blocks.iter().flat_map(|block| &block.content).count();
        prop_assert!(length < 500);
        let points = notes::read_key_points(&doc);
        prop_assert_eq!(points.len(), read.key_points.len());
        for point in &points {
            prop_assert_eq!(point.passage_gone, point.range.is_none());
        }
        notes::count_characters(&doc);
    }

    #[test]
    fn whatever_a_client_does_to_an_output_document_it_can_be_read(deeds in proptest::collection::vec(deed(), 0..40)) {
        let mut doc = output::create(&"main".parse().unwrap(), &"en".parse().unwrap(), true, [1; 16]).unwrap();
        let mut draft = Draft::default();
        for number in 1..4 {
            draft.blocks.push(crate::testing::operative(number, "Words."));
        }
        compile(&mut doc, &draft).unwrap();
        let mut doc = done(doc, deeds);
        let read = output::read(&doc);
        let mut ids: Vec<_> = read.blocks.iter().map(|block| &block.id).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), read.blocks.len(), "each block has an id of its own");
        // Writing may be refused, but leaves what people wrote.
        let people = output::has_text_of_people(&doc);
        let written = compile(&mut doc, &draft);
        prop_assert!(!people || written.is_err());
        prop_assert!(output::insert_paragraph(&mut doc, &crate::testing::operative(9, "Late."), None).is_ok());
    }
}
