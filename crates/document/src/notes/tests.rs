use automerge::{ReadDoc, transaction::Transactable};
use expect_test::{Expect, expect};

use super::*;
use crate::{
    stored,
    testing::{edit, notes_of, paragraph, place_of, point, told, words_at},
};

/// Marks `quote` in two paragraphs, lets a client change the text, and shows what the key point stands on.
fn check(
    quote: &str,
    change: impl FnOnce(&mut automerge::transaction::Transaction<'_>, automerge::ObjId, &Automerge),
    expected: Expect,
) {
    let blocks = [
        paragraph("🏛️ The moderator asked what a parliament can do."),
        paragraph("One member proposed hearings, and hearings again."),
    ];
    let mut doc = notes_of(&blocks, &[point(1, quote)]);
    let before = doc.clone();
    edit(&mut doc, |tx, text| change(tx, text, &before));
    let marked = &read_key_points(&doc)[0];
    let passage = marked.range.clone().map(|range| words_at(&doc, range));
    let block = read(&doc).key_points[0].block;
    let passage = passage.unwrap_or_else(|| "none".to_owned());
    expected.assert_eq(&format!(
        "{passage} (block {block:?}, gone {})",
        marked.passage_gone
    ));
}

#[test]
fn a_passage_moves_with_its_words() {
    check(
        "what a parliament can do",
        |tx, text, _| tx.splice_text(&text, 1, 0, "🙂 Then: ").unwrap(),
        expect!["what a parliament can do (block Some(0), gone false)"],
    );
}

#[test]
fn a_passage_takes_in_what_is_typed_inside_and_not_what_is_typed_after() {
    check(
        "proposed hearings",
        |tx, text, doc| {
            let at = place_of(doc, " hearings, and");
            tx.splice_text(&text, at, 0, " open").unwrap();
            let after = place_of(doc, ", and hearings") + 5;
            tx.splice_text(&text, after, 0, " at once").unwrap();
        },
        expect!["proposed open hearings (block Some(1), gone false)"],
    );
}

#[test]
fn a_passage_shrinks_when_its_edges_are_deleted() {
    check(
        "proposed hearings",
        |tx, text, doc| {
            let at = place_of(doc, "proposed");
            tx.splice_text(&text, at + 12, 5, "").unwrap();
            tx.splice_text(&text, at, 3, "").unwrap();
        },
        expect!["posed hea (block Some(1), gone false)"],
    );
}

#[test]
fn a_passage_that_is_split_is_still_one() {
    check(
        "proposed hearings",
        |tx, text, doc| {
            let at = place_of(doc, "hearings,");
            tx.split_block(&text, at).unwrap();
        },
        expect!["proposed |hearings (block Some(1), gone false)"],
    );
}

#[test]
fn a_passage_that_was_deleted_is_gone_and_keeps_its_quote() {
    check(
        "what a parliament can do",
        |tx, text, doc| {
            let at = place_of(doc, "what a");
            tx.splice_text(&text, at, 24, "").unwrap();
        },
        expect!["none (block None, gone true)"],
    );
}

#[test]
fn a_passage_of_which_only_the_block_ends_are_left_is_gone() {
    check(
        "can do. One member",
        |tx, text, doc| {
            let at = place_of(doc, "can do.");
            tx.splice_text(&text, at + 8, 10, "").unwrap();
            tx.splice_text(&text, at, 7, "").unwrap();
        },
        expect!["none (block None, gone true)"],
    );
}

#[test]
fn a_quote_that_ends_in_an_emoji_takes_all_of_it() {
    check(
        "🏛️",
        |tx, text, _| tx.splice_text(&text, 1, 0, "x").unwrap(),
        expect!["🏛️ (block Some(0), gone false)"],
    );
}

/// Puts cursors into a record as a hostile client would, and shows where the key point stands then.
fn check_cursors(start: &str, end: &str, expected: Expect) {
    let mut doc = notes_of(
        &[paragraph("Some words to mark here.")],
        &[point(1, "words to mark")],
    );
    edit(&mut doc, |tx, _| {
        let points = tx.get(ROOT, "keyPoints").unwrap().unwrap().1;
        let record = tx
            .get(&points, point(1, "").id.to_string())
            .unwrap()
            .unwrap()
            .1;
        tx.put(&record, "start", start).unwrap();
        tx.put(&record, "end", end).unwrap();
    });
    let marked = &read_key_points(&doc)[0];
    let passage = marked.range.clone().map(|range| words_at(&doc, range));
    expected.assert_eq(&passage.unwrap_or_default());
}

#[test]
fn hostile_cursors_fall_back_to_the_quote() {
    let mut other = notes_of(
        &[paragraph("Some words to mark here.")],
        &[point(1, "words to mark")],
    );
    let points = Fields::of_root(&other)
        .object("keyPoints", ObjType::Map)
        .unwrap();
    let record = Fields::of(&other, &points)
        .object(&point(1, "").id.to_string(), ObjType::Map)
        .unwrap();
    let statement = Fields::of(&other, &record)
        .object("statement", ObjType::Text)
        .unwrap();
    // A cursor into another text of the same document panics automerge 0.12.
    let foreign = other.get_cursor(&statement, 2, None).unwrap().to_string();
    let actor = hex::encode([1; 16]);
    let hostile = [
        foreign.as_str(),
        &format!("-{foreign}"),
        "",
        "-",
        "@",
        "é",
        "-é@é",
        "1@",
        "1@0",
        "@00",
        &format!("1@{actor}"),
        &format!("0@{actor}"),
        &format!("4294967295@{actor}"),
        &format!("18446744073709551615@{actor}"),
        &format!("999@{actor}"),
        &format!("--3@{actor}"),
        "3@ffffffffffffffffffffffffffffffff",
    ];
    for cursor in hostile {
        check_cursors(cursor, cursor, expect!["words to mark"]);
    }
    // The changed document is no worse for having been asked.
    edit(&mut other, |tx, text| {
        tx.splice_text(&text, 1, 0, "x").unwrap()
    });
    check_cursors("s", "e", expect!["|Some words to mark here."]);
    check_cursors("e", "s", expect![""]);
}

#[test]
fn records_of_odd_shapes_are_left_out_or_read_as_far_as_they_go() {
    let mut doc = notes_of(&[paragraph("Some words.")], &[]);
    edit(&mut doc, |tx, _| {
        let points = tx.get(ROOT, "keyPoints").unwrap().unwrap().1;
        tx.put(&points, "not a uuid", 1).unwrap();
        tx.put_object(&points, "neither", ObjType::Map).unwrap();
        tx.put(&points, point(1, "").id.to_string(), "a text")
            .unwrap();
        let id = point(2, "").id.to_string();
        let record = tx.put_object(&points, id, ObjType::Map).unwrap();
        tx.put(&record, "quote", "words").unwrap();
        tx.put(&record, "themes", "ai").unwrap();
        tx.put(&record, "kind", "prophecy").unwrap();
        tx.put(&record, "addressee", "NO SLUG").unwrap();
        tx.put(&record, "lang", 7).unwrap();
        let source = tx.put_object(&record, "source", ObjType::Map).unwrap();
        tx.put(&source, "link", "javascript:alert(1)").unwrap();
    });
    let notes = read(&doc);
    expect![[r#"
        MisshapenKeyPoint: 00000000-0000-0000-0000-000000000001
        MisshapenKeyPoint: neither
        MisshapenKeyPoint: not a uuid
    "#]]
    .assert_eq(&told(&notes.problems));
    let point = &notes.key_points[0];
    let read = (
        &point.statement,
        &point.themes,
        &point.addressee,
        point.kind,
        &point.source,
    );
    expect![[r#"("words", [], None, None, None)"#]].assert_eq(&format!("{read:?}"));
}

#[test]
fn a_document_without_text_is_told_and_not_fatal() {
    let mut doc = crate::empty([1; 16]);
    assert_eq!(read(&doc).problems.len(), 1);
    assert!(read_key_points(&doc).is_empty());
    let mut tx = doc.transaction();
    tx.put(ROOT, "text", "plain").unwrap();
    tx.put(ROOT, "keyPoints", 1).unwrap();
    tx.commit();
    assert_eq!(told(&read(&doc).problems), "Unreadable: text\n");
}

#[test]
fn key_points_are_written_with_all_that_is_known() {
    let mut draft = point(1, "nowhere in the text");
    draft.block = Some(1);
    draft.lang = Some("fr".parse().unwrap());
    draft.source = Some(Source::Recording {
        recording: 0,
        at: "00:07:40".to_owned(),
    });
    draft.speaker = Some("p2".to_owned());
    draft.basis = Basis::Concept;
    draft.stance = Some(Stance::Proposal);
    let blocks = [paragraph("One."), paragraph("Two.")];
    let notes = read(&notes_of(&blocks, &[draft]));
    let point = &notes.key_points[0];
    assert_eq!((point.block, point.quote.as_str()), (Some(1), "Two."));
    let read = (
        &point.lang,
        &point.source,
        &point.speaker,
        point.basis,
        point.stance,
    );
    expect![[r#"(Lang("fr"), Some(Recording { recording: 0, at: "00:07:40" }), Some("p2"), Concept, Some(Proposal))"#]]
        .assert_eq(&format!("{read:?}"));
}

#[test]
fn the_same_arguments_make_the_same_bytes() {
    let blocks = [paragraph("One 🏛️."), Block::new(BlockKind::Heading, "Two")];
    let make = || notes_of(&blocks, &[point(1, "One"), point(2, "Two")]);
    assert_eq!(make().save(), make().save());
}

#[test]
fn notes_are_the_same_after_storing() {
    let doc = notes_of(&[paragraph("One 🏛️ word.")], &[point(1, "🏛️ word")]);
    let changes = stored::changes_since(&doc, &[]);
    let chunks = changes.iter().map(|change| &change.bytes[..]);
    let loaded = stored::assemble(None, chunks, [2; 16]).unwrap();
    assert_eq!(read(&loaded), read(&doc));
    assert_eq!(count_characters(&loaded), 10);
}

#[test]
fn what_no_text_may_hold_is_not_read_from_a_record_either() {
    let mut doc = notes_of(&[paragraph("One.")], &[point(1, "One")]);
    let records = Fields::of_root(&doc).object("keyPoints", ObjType::Map);
    let record = doc.get(records.unwrap(), point(1, "One").id.to_string());
    let record = record.unwrap().unwrap().1;
    let mut tx = doc.transaction();
    let source = tx.put_object(&record, "source", ObjType::Map).unwrap();
    tx.put(&source, "link", "https://example.org/\0").unwrap();
    tx.put(&record, "quote", "O\0ne\u{1b}").unwrap();
    tx.put(&record, "statement", "a\0b\nc\u{fffc}").unwrap();
    tx.put(&record, "speaker", "p\0").unwrap();
    tx.commit();
    let points = read_key_points(&doc);
    let read = (
        &points[0].quote,
        &points[0].statement,
        &points[0].speaker,
        &points[0].source,
    );
    expect![[r#"("O ne ", "a b\nc", Some("p "), None)"#]].assert_eq(&format!("{read:?}"));
}

#[test]
fn what_was_stored_since_is_added_to_a_loaded_document() {
    let mut doc = notes_of(&[paragraph("One.")], &[]);
    let chunks = stored::changes_since(&doc, &[]);
    let bytes = |chunks: &[stored::NewChange]| -> Vec<Vec<u8>> {
        chunks.iter().map(|chunk| chunk.bytes.clone()).collect()
    };
    let load = || {
        let first = bytes(&chunks);
        stored::assemble(None, first.iter().map(Vec::as_slice), [2; 16]).unwrap()
    };
    let before = stored::heads(&doc);
    for key in ["first", "second"] {
        let mut tx = doc.transaction();
        tx.put(ROOT, key, 1).unwrap();
        tx.commit();
    }
    let since = bytes(&stored::changes_since(&doc, &before));
    let mut loaded = load();
    stored::extend(&mut loaded, since.iter().map(Vec::as_slice)).unwrap();
    assert_eq!(stored::heads(&loaded), stored::heads(&doc));
    // One whose ground is missing, and one that is none.
    assert!(stored::extend(&mut load(), [&since[1][..]]).is_err());
    assert!(stored::extend(&mut load(), [&b"words"[..]]).is_err());
}
