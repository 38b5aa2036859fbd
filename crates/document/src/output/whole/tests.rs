use automerge::{
    marks::{ExpandMark, Mark},
    transaction::Transactable,
};
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
                    output::SourceText {
                        quote,
                        statement,
                        session_id: None,
                    },
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

/// Something that was done to the blank document, and left it blank.
#[derive(Debug, Clone)]
enum Past {
    /// Words were typed in, marked from this place on, and deleted again.
    Emptied {
        words: String,
        from: usize,
        mark: Option<(&'static str, ExpandMark)>,
    },
    /// The paragraph was split, and joined again.
    Joined,
    /// A footnote was written and taken away; the text was not touched.
    Footnote,
}

fn mark() -> impl Strategy<Value = Option<(&'static str, ExpandMark)>> {
    let expand = proptest::sample::select(vec![
        ExpandMark::None,
        ExpandMark::After,
        ExpandMark::Before,
        ExpandMark::Both,
    ]);
    proptest::option::of((proptest::sample::select(vec!["strong", "em"]), expand))
}

/// What was done before, and by which actor: the one who made the document, the one who compiles, or another.
fn past() -> impl Strategy<Value = Vec<(u8, Past)>> {
    let emptied = (words(), 0usize..2, mark()).prop_map(|(words, from, mark)| Past::Emptied {
        words,
        from,
        mark,
    });
    let past = prop_oneof![3 => emptied, 1 => Just(Past::Joined), 1 => Just(Past::Footnote)];
    proptest::collection::vec((1u8..=3, past), 0..4)
}

/// Types words at the beginning of the blank paragraph, and marks from `from` to their end.
fn type_marked(doc: &mut Automerge, words: &str, from: usize, mark: Option<(&str, ExpandMark)>) {
    let words = write::clean(words);
    testing::edit(doc, |tx, text| {
        tx.splice_text(&text, 1, 0, &words).unwrap();
        let to = 1 + crate::utf16_len(&words);
        if let Some((name, expand)) = mark
            && from < to
        {
            let mark = Mark::new(name.to_owned(), true, from, to);
            tx.mark(&text, mark, expand).unwrap();
        }
    });
}

fn go_through(doc: &mut Automerge, past: &[(u8, Past)]) {
    for (actor, past) in past {
        doc.set_actor(ActorId::from([*actor; 16]));
        match past {
            Past::Emptied { words, from, mark } => {
                type_marked(doc, words, *from, *mark);
                testing::edit(doc, |tx, text| {
                    let length = tx.length(&text) as isize - 1;
                    tx.splice_text(&text, 1, length, "").unwrap();
                });
            }
            Past::Joined => {
                testing::edit(doc, |tx, text| {
                    testing::marker(tx, &text, 1, "heading");
                });
                testing::edit(doc, |tx, text| tx.delete(&text, 1).unwrap());
            }
            Past::Footnote => {
                let footnotes = Fields::of_root(doc)
                    .object("footnotes", ObjType::Map)
                    .unwrap();
                for is_there in [true, false] {
                    testing::edit(doc, |tx, _| match is_there {
                        true => tx.put(&footnotes, "f", "Words.").unwrap(),
                        false => tx.delete(&footnotes, "f").unwrap(),
                    });
                }
            }
        }
    }
}

fn blank() -> Automerge {
    output::create(
        &"main".parse().unwrap(),
        &"en".parse().unwrap(),
        true,
        [1; 16],
    )
    .unwrap()
}

/// All words of a document, without what stands between blocks.
fn words_of(output: &Output) -> String {
    output
        .blocks
        .iter()
        .map(|block| block.block.text())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_whole_draft_reads_as_one_that_was_written_bit_by_bit(
        past in past(),
        blocks in proptest::collection::vec(block(), 0..12),
        typed in words(),
        at in any::<proptest::sample::Index>(),
    ) {
        let draft = Draft { blocks };
        let mut empty = blank();
        go_through(&mut empty, &past);
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

    #[test]
    fn what_somebody_types_meanwhile_stands_with_the_whole_draft(
        past in past(),
        blocks in proptest::collection::vec(block(), 1..8),
        typed in words(),
        from in 0usize..2,
        mark in mark(),
        writer in 3u8..=4,
    ) {
        let draft = Draft { blocks };
        let mut empty = blank();
        go_through(&mut empty, &past);
        let mut whole = empty.clone().with_actor(ActorId::from([2; 16]));
        testing::compile(&mut whole, &draft).unwrap();
        let compiled = output::read(&whole);
        let mut other = empty.with_actor(ActorId::from([writer; 16]));
        type_marked(&mut other, &typed, from, mark);

        let mut merged = whole.clone();
        merged.merge(&mut other.clone()).unwrap();
        other.merge(&mut whole).unwrap();
        let read = output::read(&merged);
        prop_assert_eq!(&read, &output::read(&other), "either way round");
        prop_assert_eq!(&read.problems, &compiled.problems);
        // The draft first, and then the words, for the paragraph that they stood in is gone.
        let expected = words_of(&compiled) + &write::clean(&typed);
        prop_assert_eq!(words_of(&read), expected);
        let ids = |output: &Output| output.blocks.iter().map(|block| block.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(ids(&read), ids(&compiled));
        let loaded = Automerge::load(&merged.save()).unwrap();
        prop_assert_eq!(output::read(&loaded), read);
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

#[test]
fn a_document_in_which_something_was_done_is_written_by_transactions() {
    let is_one_change = |past: &[(u8, Past)]| {
        let mut doc = blank();
        go_through(&mut doc, past);
        let (output, placed) = output::read_placed(&doc);
        let draft = Draft {
            blocks: vec![testing::operative(1, "Do one thing.")],
        };
        write(&doc, &output, &placed, &draft).is_some()
    };
    let typed = Past::Emptied {
        words: "Words".to_owned(),
        from: 1,
        mark: None,
    };
    assert!(is_one_change(&[]));
    assert!(!is_one_change(&[(2, typed)]));
    assert!(!is_one_change(&[(1, Past::Footnote)]));
}

#[test]
fn what_is_typed_behind_marked_words_is_marked_also_where_marked_words_were_taken_back() {
    let mut doc = blank();
    let past = Past::Emptied {
        words: "a".to_owned(),
        from: 1,
        mark: Some(("strong", ExpandMark::None)),
    };
    go_through(&mut doc, &[(1, past)]);
    let mut drafted = testing::draft_block("p1", BlockKind::Operative, "");
    let em = Marks {
        em: true,
        ..Marks::default()
    };
    drafted.block.content = vec![Inline::marked("Noting".to_owned(), em)];
    let draft = Draft {
        blocks: vec![drafted],
    };
    testing::compile(&mut doc, &draft).unwrap();
    testing::edit(&mut doc, |tx, text| {
        let end = tx.length(&text);
        tx.splice_text(&text, end, 0, " that").unwrap();
    });
    let read = output::read(&doc);
    let shown = testing::shown(read.blocks.iter().map(|block| &block.block));
    assert_eq!(shown, "operative: _Noting that_\n");
}
