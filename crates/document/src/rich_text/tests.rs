use automerge::{
    ObjType, ROOT, ReadDoc,
    marks::{ExpandMark, Mark},
    transaction::Transactable,
};
use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::{
    notes,
    testing::{edit, marker, notes_of, paragraph, shown, told},
};

/// Reads notes that begin as "First." and "Second." and that a client then changed.
fn check(
    change: impl FnOnce(&mut automerge::transaction::Transaction<'_>, automerge::ObjId),
    expected: Expect,
) {
    let mut doc = notes_of(&[paragraph("First."), paragraph("Second.")], &[]);
    edit(&mut doc, change);
    let notes = notes::read(&doc);
    expected.assert_eq(&(shown(&notes.blocks) + &told(&notes.problems)));
}

#[test]
fn blocks_of_an_unknown_type_are_read_as_paragraphs_and_told() {
    check(
        |tx, text| {
            marker(tx, &text, 7, "video");
        },
        expect![[r#"
            paragraph: First.
            paragraph:
            paragraph: Second.
            UnknownBlock in block 1: video
        "#]],
    );
}

#[test]
fn text_before_the_first_marker_is_a_paragraph() {
    check(
        |tx, text| tx.splice_text(&text, 0, 0, "Early ").unwrap(),
        expect![[r#"
            paragraph: Early 
            paragraph: First.
            paragraph: Second.
        "#]],
    );
}

#[test]
fn attributes_out_of_range_are_held_to_it() {
    check(
        |tx, text| {
            let attrs = marker(tx, &text, 0, "heading");
            tx.put(&attrs, "level", 99).unwrap();
            tx.put(&attrs, "indent", -3).unwrap();
            tx.put(&attrs, "lang", "not a language").unwrap();
            let attrs = marker(tx, &text, 1, "unordered-list-item");
            tx.put(&attrs, "indent", 1e300).unwrap();
            tx.put(&attrs, "level", "deep").unwrap();
        },
        expect![[r#"
            heading level=3:
            unordered-list-item indent=4:
            paragraph: First.
            paragraph: Second.
        "#]],
    );
}

#[test]
fn markers_of_odd_shapes_do_no_harm() {
    check(
        |tx, text| {
            // No map, no type, attributes that are a text, an object where a word should be.
            tx.insert_object(&text, 0, ObjType::List).unwrap();
            tx.insert(&text, 0, 7).unwrap();
            tx.split_block(&text, 0).unwrap();
            let block = tx.split_block(&text, 1).unwrap();
            tx.put_object(&block, "attrs", ObjType::Text).unwrap();
            tx.put_object(&block, "type", ObjType::Map).unwrap();
        },
        expect![[r#"
            paragraph:
            paragraph:
            paragraph: First.
            paragraph: Second.
            UnknownBlock in block 0: 
            UnknownBlock in block 1: 
        "#]],
    );
}

#[test]
fn a_marker_nested_without_end_is_not_followed() {
    check(
        |tx, text| {
            let mut inner = marker(tx, &text, 0, "paragraph");
            for _ in 0..20_000 {
                inner = tx.put_object(&inner, "id", ObjType::Map).unwrap();
            }
        },
        expect![[r#"
            paragraph:
            paragraph: First.
            paragraph: Second.
        "#]],
    );
}

#[test]
fn references_that_lead_nowhere_are_left_out_and_told() {
    check(
        |tx, text| {
            let footnotes = tx.get(ROOT, "footnotes").unwrap().unwrap().1;
            let note = tx.put_object(&footnotes, "n1", ObjType::Map).unwrap();
            tx.put(&note, "text", "A note.").unwrap();
            for (kind, id) in [
                ("footnote", "n1"),
                ("footnote", "n2"),
                ("table", "t1"),
                ("image", "i1"),
            ] {
                let attrs = marker(tx, &text, 7, kind);
                tx.put(&attrs, "id", id).unwrap();
                let marker = tx.get(&text, 7).unwrap().unwrap().1;
                tx.put(&marker, "isEmbed", true).unwrap();
            }
        },
        expect![[r#"
            paragraph: First. [footnote n1]
            paragraph: Second.
            UnknownEmbed in block 0: image
            MissingTable in block 0: t1
            MissingFootnote in block 0: n2
        "#]],
    );
}

#[test]
fn a_link_that_is_no_page_keeps_its_words_only() {
    check(
        |tx, text| {
            let links = [
                (1, 3, "javascript:alert(1)"),
                (3, 5, "https://example.org/"),
                (9, 11, "JAVASCRIPT://x"),
            ];
            for (from, to, link) in links {
                let mark = Mark::new("link".into(), link, from, to);
                tx.mark(&text, mark, ExpandMark::None).unwrap();
            }
        },
        expect![[r#"
            paragraph: Fi rs(https://example.org/) t.
            paragraph: Second.
            UnsafeLink in block 0: Fi
            UnsafeLink in block 1: ec
        "#]],
    );
}

#[derive(serde::Deserialize)]
struct LinkCase {
    link: String,
    safe: bool,
}

#[test]
fn what_is_a_link_here_is_one_in_the_editor() {
    let file = include_str!("../../../../tests/cases/safe-links.json");
    let cases: Vec<LinkCase> = serde_json::from_str(file).unwrap();
    assert!(cases.len() >= 20);
    for LinkCase { link, safe } in cases {
        let mut doc = notes_of(&[paragraph("First.")], &[]);
        edit(&mut doc, |tx, text| {
            let mark = Mark::new("link".into(), link.as_str(), 1, 3);
            tx.mark(&text, mark, ExpandMark::None).unwrap();
        });
        let problems = told(&notes::read(&doc).problems);
        assert_eq!(!problems.contains("UnsafeLink"), safe, "{link:?}");
    }
}

#[test]
fn marks_of_one_paragraph_do_not_spread_into_the_next() {
    let mut first = paragraph("");
    first.content = vec![Inline::marked("All of it", Marks::em())];
    let mut second = paragraph("");
    second.content = vec![
        Inline::marked("Having met", Marks::strong()),
        Inline::text(" in Kyoto"),
    ];
    let notes = notes::read(&notes_of(&[first, second], &[]));
    expect![[r#"
        paragraph: _All of it_
        paragraph: **Having met**  in Kyoto
    "#]]
    .assert_eq(&shown(&notes.blocks));
}

/// Words with what is hard about words: two code units, combining marks, right to left, joiners.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z ]{1,6}",
        Just("🏛️".to_owned()),
        Just("👩‍👩‍👧".to_owned()),
        Just("e\u{301}".to_owned()),
        Just("وشدّد أحد".to_owned()),
        Just("日本".to_owned()),
        any::<char>()
            .prop_filter("one line", |c| !c.is_control() && *c != '\u{fffc}')
            .prop_map(String::from),
    ];
    proptest::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

fn marks() -> impl Strategy<Value = Marks> {
    let link = proptest::option::weighted(0.2, Just("https://example.org/a".to_owned()));
    (any::<bool>(), any::<bool>(), link).prop_map(|(strong, em, link)| Marks { strong, em, link })
}

fn block() -> impl Strategy<Value = Block> {
    let inlines = proptest::collection::vec((words(), marks()), 0..4);
    let kind = proptest::sample::select(&BlockKind::ALL[..]);
    let lang = proptest::option::of(Just("ar".parse().unwrap()));
    let level = proptest::option::of(1u8..=3);
    let start = proptest::option::of(1u32..=9999);
    let attrs = (0u8..=4, start, level, lang);
    (kind, inlines, attrs).prop_map(|(kind, inlines, (indent, start, level, lang))| {
        let mut block = Block::new(kind, "");
        block.attrs = Attrs {
            indent,
            start,
            level,
            lang,
            ..Attrs::default()
        };
        for (text, marks) in inlines {
            match block.content.last_mut() {
                Some(Inline::Text {
                    text: before,
                    marks: same,
                }) if *same == marks => {
                    before.push_str(&text);
                }
                _ => block.content.push(Inline::Text { text, marks }),
            }
        }
        block
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read(blocks in proptest::collection::vec(block(), 1..6)) {
        let notes = notes::read(&notes_of(&blocks, &[]));
        prop_assert_eq!(notes.blocks, blocks);
        prop_assert_eq!(notes.problems, vec![]);
    }

    #[test]
    fn a_quote_is_found_where_it_was_taken_from(
        before in words(), quote in words(), after in words(), typed in words(),
    ) {
        prop_assume!(!quote.trim().is_empty());
        let blocks = [paragraph(&before), paragraph(&format!("{before}[{quote}]{after}"))];
        let point = crate::testing::point(1, &format!("[{quote}]"));
        let mut doc = notes_of(&blocks, &[point]);
        edit(&mut doc, |tx, text| tx.splice_text(&text, 1, 0, &typed).unwrap());
        let marked = notes::read_key_points(&doc);
        let range = marked[0].range.clone().unwrap();
        prop_assert_eq!(crate::testing::words_at(&doc, range), format!("[{quote}]"));
    }
}
