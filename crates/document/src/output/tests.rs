use automerge::transaction::Transactable;
use expect_test::{Expect, expect};

use super::*;
use crate::testing::{compile, draft_block, edit, marker, operative, place_of, shown, told};

fn empty_output() -> Automerge {
    create(
        &"main".parse().unwrap(),
        &"en".parse().unwrap(),
        true,
        [1; 16],
    )
    .unwrap()
}

fn heading(group: &str, text: &str) -> DraftBlock {
    let mut block = draft_block(&format!("g-{group}"), BlockKind::Heading, text);
    block.group = Some(group.to_owned());
    block
}

fn draft() -> Draft {
    let mut annex = draft_block("annex", BlockKind::Annex, "Programme");
    annex.block.attrs.fill = rich_text::AnnexFill::Programme;
    Draft {
        blocks: vec![
            draft_block("title", BlockKind::Title, "Output document"),
            heading("a", "To parliaments"),
            operative(1, "Do one thing."),
            operative(2, "Do another."),
            heading("b", "To regions"),
            operative(3, "Do a third 🏛️."),
            annex,
        ],
    }
}

fn compiled() -> Automerge {
    let mut doc = empty_output();
    compile(&mut doc, &draft()).unwrap();
    doc
}

fn check(doc: &Automerge, expected: Expect) {
    let output = read(doc);
    let blocks = output.blocks.iter().map(|block| &block.block);
    expected.assert_eq(&(shown(blocks) + &told(&output.problems)));
}

fn ids(doc: &Automerge) -> Vec<String> {
    read(doc)
        .blocks
        .into_iter()
        .map(|block| block.id.0)
        .collect()
}

#[test]
fn a_draft_is_written_with_its_sources() {
    let doc = compiled();
    check(
        &doc,
        expect![[r#"
            title: Output document
            heading: To parliaments
            operative: Do one thing.
            operative: Do another.
            heading: To regions
            operative: Do a third 🏛️.
            annex fill=programme: Programme
        "#]],
    );
    let output = read(&doc);
    let uses: Vec<String> = output
        .uses()
        .iter()
        .map(|u| u.paragraph_id.0.clone())
        .collect();
    assert_eq!(uses, ["p1", "p2", "p3"]);
    assert_eq!(output.title().as_deref(), Some("Output document"));
    assert_eq!(output.groups[&ParagraphId("g-b".to_owned())], "b");
    assert!(!has_text_of_people(&doc));
}

#[test]
fn compiling_again_over_an_untouched_draft_keeps_what_is_alike() {
    let mut doc = compiled();
    let text = |doc: &Automerge| Fields::of_root(doc).object("text", ObjType::Text).unwrap();
    let markers = |doc: &Automerge| -> Vec<_> {
        let placed = rich_text::read(doc, &text(doc), &mut Vec::new());
        placed
            .into_iter()
            .map(|placed| (placed.block.text(), placed.marker))
            .collect()
    };
    let (text_before, before) = (text(&doc), markers(&doc));
    let mut next = draft();
    next.blocks.remove(2);
    next.blocks.insert(4, operative(4, "Do a fourth."));
    next.blocks.insert(1, operative(5, "Do a fifth."));
    compile(&mut doc, &next).unwrap();
    check(
        &doc,
        expect![[r#"
            title: Output document
            operative: Do a fifth.
            heading: To parliaments
            operative: Do another.
            heading: To regions
            operative: Do a fourth.
            operative: Do a third 🏛️.
            annex fill=programme: Programme
        "#]],
    );
    assert_eq!(text(&doc), text_before);
    let after = markers(&doc);
    assert_eq!(
        after.iter().filter(|block| before.contains(block)).count(),
        6
    );
    assert!(
        !read(&doc)
            .sources
            .contains_key(&ParagraphId("p1".to_owned()))
    );
    assert!(!has_text_of_people(&doc));
}

#[test]
fn text_that_people_wrote_is_never_replaced() {
    let mut doc = empty_output();
    assert!(!has_text_of_people(&doc));
    edit(&mut doc, |tx, text| {
        tx.splice_text(&text, 1, 0, "Mine").unwrap()
    });
    assert!(matches!(
        compile(&mut doc, &draft()),
        Err(Error::TextOfPeople)
    ));

    let mut doc = compiled();
    let at = place_of(&doc, "another");
    edit(&mut doc, |tx, text| {
        tx.splice_text(&text, at, 7, "other").unwrap()
    });
    let heads = doc.get_heads();
    assert!(matches!(
        compile(&mut doc, &draft()),
        Err(Error::TextOfPeople)
    ));
    assert_eq!(doc.get_heads(), heads);
}

#[test]
fn a_paragraph_is_inserted_at_the_end_of_its_group_and_touches_nothing() {
    let mut doc = compiled();
    let at = place_of(&doc, "another");
    edit(&mut doc, |tx, text| {
        tx.splice_text(&text, at, 7, "something else").unwrap()
    });
    insert_paragraph(
        &mut doc,
        &operative(9, "Late."),
        Some(&heading("a", "To parliaments")),
    )
    .unwrap();
    insert_paragraph(
        &mut doc,
        &operative(9, "Late."),
        Some(&heading("a", "To parliaments")),
    )
    .unwrap();
    insert_paragraph(
        &mut doc,
        &operative(8, "World."),
        Some(&heading("c", "To the world")),
    )
    .unwrap();
    insert_paragraph(&mut doc, &operative(7, "Message."), None).unwrap();
    check(
        &doc,
        expect![[r#"
            title: Output document
            operative: Message.
            heading: To parliaments
            operative: Do one thing.
            operative: Do something else.
            operative: Late.
            heading: To regions
            operative: Do a third 🏛️.
            heading: To the world
            operative: World.
            annex fill=programme: Programme
        "#]],
    );
    assert!(has_text_of_people(&doc));
    assert_eq!(read(&doc).sources.len(), 6);
}

#[test]
fn what_is_typed_at_the_same_moment_stays_in_its_paragraph() {
    let mut doc = compiled();
    let mut typist = doc.fork().with_actor([9; 16].as_slice().into());
    let at = place_of(&typist, "Do another.") + "Do another.".len();
    for (index, letter) in [" ", "N", "o", "w", "."].iter().enumerate() {
        edit(&mut typist, |tx, text| {
            tx.splice_text(&text, at + index, 0, letter).unwrap()
        });
    }
    doc.set_actor([0; 16].as_slice().into());
    insert_paragraph(
        &mut doc,
        &operative(9, "Late."),
        Some(&heading("a", "To parliaments")),
    )
    .unwrap();
    doc.merge(&mut typist).unwrap();
    let output = read(&doc);
    let shown = shown(output.blocks[3..5].iter().map(|block| &block.block));
    assert_eq!(shown, "operative: Do another. Now.\noperative: Late.\n");
}

#[test]
fn inserting_into_an_untouched_draft_leaves_it_one() {
    let mut doc = compiled();
    insert_paragraph(
        &mut doc,
        &operative(9, "Late."),
        Some(&heading("a", "To parliaments")),
    )
    .unwrap();
    assert!(!has_text_of_people(&doc));
}

#[test]
fn an_inserted_paragraph_takes_no_marks_from_its_neighbour() {
    let mut doc = empty_output();
    let mut draft = draft();
    draft.blocks[5].block.content = vec![rich_text::Inline::marked(
        "All strong.",
        rich_text::Marks::strong(),
    )];
    compile(&mut doc, &draft).unwrap();
    insert_paragraph(
        &mut doc,
        &operative(9, "Late."),
        Some(&heading("b", "To regions")),
    )
    .unwrap();
    let output = read(&doc);
    let shown = shown(output.blocks[5..7].iter().map(|block| &block.block));
    assert_eq!(shown, "operative: **All strong.**\noperative: Late.\n");
}

#[test]
fn blocks_with_one_id_are_settled_alike_on_each_replica() {
    let mut one = compiled();
    let mut two = one.fork().with_actor(automerge::ActorId::from([2u8; 16]));
    one.set_actor(automerge::ActorId::from([3u8; 16]));
    let (at, third) = (place_of(&one, "one thing"), place_of(&one, "third"));
    // Both split paragraph p1 and, as a faulty client would, keep its id; one makes a block without an id.
    edit(&mut one, |tx, text| {
        marker(tx, &text, third, "operative");
        let attrs = marker(tx, &text, at, "operative");
        tx.put(&attrs, "id", "p1").unwrap();
    });
    edit(&mut two, |tx, text| {
        let attrs = marker(tx, &text, at + 4, "operative");
        tx.put(&attrs, "id", "p1").unwrap();
    });
    let mut merged_one = one.fork();
    merged_one.merge(&mut two).unwrap();
    let mut merged_two = two.fork();
    merged_two.merge(&mut one).unwrap();
    assert_eq!(read(&merged_one), read(&merged_two));
    check(
        &merged_one,
        expect![[r#"
            title: Output document
            heading: To parliaments
            operative: Do 
            operative: one 
            operative: thing.
            operative: Do another.
            heading: To regions
            operative: Do a 
            operative: third 🏛️.
            annex fill=programme: Programme
            SettledId: bf7b1bee785d0ee7c
            SettledId: b0fcfaaa9748e5138
            SettledId: ba1557b9d14309d5d
        "#]],
    );
    let ids = ids(&merged_one);
    assert_eq!(ids[2], "p1");
    let output = read(&merged_one);
    for id in &ids[2..5] {
        let sources = &output.sources[&ParagraphId(id.clone())];
        assert_eq!(sources.len(), 1, "each part of p1 rests on its key point");
    }
    // An id lasts: typing above it changes none.
    edit(&mut merged_one, |tx, text| {
        marker(tx, &text, 0, "paragraph");
    });
    assert_eq!(self::ids(&merged_one)[1..], ids[..]);
}

#[test]
fn an_unreadable_document_is_not_written_over() {
    let mut doc = crate::empty([1; 16]);
    assert!(has_text_of_people(&doc));
    assert!(compile(&mut doc, &draft()).is_err());
}

#[test]
fn the_same_draft_makes_the_same_bytes() {
    assert_eq!(compiled().save(), compiled().save());
}

#[test]
fn the_groups_of_headings_that_are_gone_are_not_told() {
    let mut doc = empty_output();
    let by = |group: &str| Draft {
        blocks: vec![
            draft_block("title", BlockKind::Title, "Output document"),
            heading(group, "A group"),
            operative(1, "Do one thing."),
        ],
    };
    compile(&mut doc, &by("addressee-parliaments")).unwrap();
    compile(&mut doc, &by("theme-ai")).unwrap();
    let groups: Vec<String> = read(&doc).groups.into_values().collect();
    assert_eq!(groups, ["theme-ai"]);
}
