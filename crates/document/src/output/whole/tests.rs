use automerge::transaction::Transactable;
use proptest::prelude::*;

use super::*;
use crate::{output, testing, write};
use model::id::ParagraphId;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z ]{0,9}",
        1 => proptest::sample::select(vec!["🏛️", "لغة", "a\r\nb", "a\tb", "\u{fffc}", "e\u{301}", "", " "])
            .prop_map(str::to_owned),
    ]
}

fn inline() -> impl Strategy<Value = Inline> {
    let marks = (
        any::<bool>(),
        any::<bool>(),
        proptest::option::weighted(0.02, Just("https://example.org".to_owned())),
    );
    let text = (words(), marks)
        .prop_map(|(text, (strong, em, link))| Inline::marked(text, Marks { strong, em, link }));
    prop_oneof![
        50 => text,
        1 => Just(Inline::Footnote { id: "1".to_owned() }),
    ]
}

fn block() -> impl Strategy<Value = DraftBlock> {
    let id = prop_oneof![60 => "[a-z0-9_-]{6,9}", 1 => Just("two words".to_owned()), 1 => Just("same".to_owned())];
    let kind = proptest::sample::select(&BlockKind::ALL[..]);
    let inlines = proptest::collection::vec(inline(), 0..4);
    let sources = proptest::collection::btree_map(0u128..9, words(), 0..3);
    let level = proptest::option::of(1u8..=3);
    (id, kind, inlines, sources, level, any::<bool>()).prop_map(
        |(id, kind, content, sources, level, lang)| {
            let mut block = Block::new(kind, "");
            block.content = content;
            block.attrs.level = level;
            block.attrs.lang = lang.then(|| "ar".parse().unwrap());
            if kind == BlockKind::Annex {
                block.attrs.fill = AnnexFill::Sources;
            }
            let sources = sources.into_iter().map(|(number, quote)| {
                let statement = format!("{quote}.");
                (
                    testing::point(number, "").id,
                    output::SourceText { quote, statement },
                )
            });
            let group = (kind == BlockKind::Heading).then(|| format!("group {id}"));
            DraftBlock {
                id: ParagraphId(id),
                block,
                sources: sources.collect(),
                group,
            }
        },
    )
}

/// The same draft by automerge's transactions.
fn by_transactions(mut doc: Automerge, draft: &Draft) -> Automerge {
    let (output, placed) = output::read_placed(&doc);
    output::draft::write_over(&mut doc, &output, &placed, draft).unwrap();
    doc
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_whole_draft_reads_as_one_that_was_written_bit_by_bit(
        blocks in proptest::collection::vec(block(), 0..12),
        typed in words(),
        at in any::<proptest::sample::Index>(),
    ) {
        let draft = Draft { blocks };
        let empty = output::create(&"main".parse().unwrap(), &"en".parse().unwrap(), true, [1; 16]).unwrap();
        let mut whole = empty.clone().with_actor(ActorId::from([2; 16]));
        testing::compile(&mut whole, &draft).unwrap();
        let mut bitwise = by_transactions(empty, &draft);
        prop_assert!(!output::has_text_of_people(&whole));
        for is_typed in [false, true] {
            if is_typed {
                for doc in [&mut whole, &mut bitwise] {
                    testing::edit(doc, |tx, text| {
                        let at = at.index(tx.length(&text) + 1);
                        tx.splice_text(&text, at, 0, &write::clean(&typed)).unwrap();
                    });
                }
            }
            let (one, other) = (output::read(&whole), output::read(&bitwise));
            if one.problems.is_empty() {
                prop_assert_eq!(one, other, "typed: {}", is_typed);
            }
        }
        // And it stays an automerge document like any other.
        let loaded = Automerge::load(&whole.save()).unwrap();
        prop_assert_eq!(loaded.get_heads(), whole.get_heads());
    }
}

#[test]
fn a_draft_is_one_change_and_none_when_it_is_written_again() {
    let empty = output::create(
        &"main".parse().unwrap(),
        &"en".parse().unwrap(),
        true,
        [1; 16],
    )
    .unwrap();
    let draft = Draft {
        blocks: vec![testing::operative(1, "Do one thing.")],
    };
    let mut doc = empty.clone();
    testing::compile(&mut doc, &draft).unwrap();
    assert_eq!(doc.get_changes(&empty.get_heads()).len(), 1);
    let again = output::compile(doc, &draft).unwrap();
    assert_eq!(again.changes, [], "nothing is new");
}
