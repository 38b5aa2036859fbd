//! Each of these held gigabytes, or a room for seconds or minutes, before it was mended.

use automerge::{
    ActorId, AutoCommit, Change, ObjType, ROOT, ReadDoc,
    marks::{ExpandMark, Mark},
    transaction::Transactable,
};

use crate::{
    HELD, SLOW, alone,
    driver::{Driver, Spent, notes, text_of},
    forge::{body_of, deflated, length, message, nothing},
};

/// The last change of some edits, made by an actor of its own.
fn change(base: &AutoCommit, actor: Vec<u8>, edit: impl FnOnce(&mut AutoCommit)) -> Change {
    let mut doc = base.clone().with_actor(ActorId::from(actor));
    let before = doc.get_heads();
    edit(&mut doc);
    doc.commit();
    doc.get_changes(&before).remove(0)
}

fn assert_cheap(what: &str, spent: &Spent) {
    eprintln!(
        "{what}: {} kB, {} ms",
        spent.held >> 10,
        spent.took.as_millis()
    );
    assert!(spent.held < HELD, "{what} held {} MB", spent.held >> 20);
    assert!(spent.took < SLOW, "{what} took {:?}", spent.took);
}

/// One connection sends this; it must be refused, and cost little.
fn refused(what: &str, base: &mut AutoCommit, messages: Vec<Vec<u8>>) {
    let mut driver = Driver::new(base);
    let bytes = messages[0].len();
    let spent = driver.hears(messages);
    assert_cheap(&format!("{what} in {bytes} bytes"), &spent);
    assert_eq!(
        driver.closed.len(),
        1,
        "{what} is refused: {:?}",
        driver.closed
    );
    assert_eq!(driver.stored, 0, "{what}");
}

#[test]
fn actors_without_a_bound() {
    let _alone = alone();
    let mut base = notes(10);
    let typed = |doc: &mut AutoCommit| {
        let text = text_of(doc);
        doc.splice_text(&text, 1, 0, &"a".repeat(2_000)).unwrap();
    };
    let long = change(&base, vec![0; 1 << 20], typed);
    refused(
        "a long actor",
        &mut base,
        vec![message(vec![deflated(&body_of(&long))])],
    );

    let other = change(&base, vec![7; 65], |doc| {
        let text = text_of(doc);
        doc.splice_text(&text, 1, 0, "a").unwrap();
    });
    refused(
        "an actor of 65 bytes",
        &mut base,
        vec![message(vec![deflated(&body_of(&other))])],
    );

    // Its letters are taken out under a short one, so that the long one is another's.
    let mut longer = base.clone().with_actor(ActorId::from(vec![0; 1 << 20]));
    typed(&mut longer);
    longer.commit();
    let out = change(&longer, vec![9; 16], |doc| {
        let text = text_of(doc);
        doc.splice_text(&text, 1, 2_000, "").unwrap();
    });
    refused(
        "another's long actor",
        &mut base,
        vec![message(vec![deflated(&body_of(&out))])],
    );
}

#[test]
fn changes_that_unpack_to_millions_of_operations() {
    let _alone = alone();
    let mut base = notes(10);
    let text = text_of(&base);
    let mut doc = base.clone().with_actor(ActorId::from([5; 16]));
    let before = doc.get_heads();
    doc.splice_text(&text, 1, 0, &"a".repeat(1_900_000))
        .unwrap();
    doc.commit();
    let saved = doc.save();
    let letters = body_of(&doc.get_changes(&before)[0]);
    drop(doc);
    let frames = vec![message(vec![deflated(&letters)])];
    refused("1.9 million letters", &mut base, frames);
    refused("a document of them", &mut base, vec![message(vec![saved])]);
}

#[test]
fn long_words_that_are_repeated() {
    let _alone = alone();
    let mut base = notes(10);
    let key = "k".repeat(20_000);
    let keys = change(&base, vec![5; 16], |doc| {
        let points = doc.get(ROOT, "keyPoints").unwrap().unwrap().1;
        let point = doc.put_object(&points, "p", ObjType::Map).unwrap();
        for number in 0..2_500 {
            doc.put(&point, key.as_str(), number % 2).unwrap();
        }
    });
    refused(
        "a long key",
        &mut base,
        vec![message(vec![deflated(&body_of(&keys))])],
    );
    let marks = change(&base, vec![5; 16], |doc| {
        let text = text_of(doc);
        for _ in 0..300 {
            let mark = Mark::new("m".repeat(200_000), true, 2, 6);
            doc.mark(&text, mark, ExpandMark::None).unwrap();
        }
    });
    refused(
        "a long name of a mark",
        &mut base,
        vec![message(vec![deflated(&body_of(&marks))])],
    );
}

#[test]
fn messages_that_are_long_lists_of_nothing() {
    let _alone = alone();
    let mut base = notes(10);
    let many = 7 << 20;
    let haves = [&[0x42, 0, 0][..], &length(many), &vec![0; 2 * many], &[0]].concat();
    refused("haves", &mut base, vec![haves]);
    let needs = [
        &[0x42, 0][..],
        &length(400_000),
        &vec![1; 32 * 400_000],
        &[0, 0],
    ]
    .concat();
    refused("needs", &mut base, vec![needs]);
    let bits = 15_usize << 20;
    let filter = [&length(bits / 10 * 8)[..], &[10, 7], &vec![0xff; bits + 16]].concat();
    let filter = [
        &[0x42, 0, 0, 1, 0][..],
        &length(filter.len()),
        &filter,
        &[0],
    ]
    .concat();
    refused("a long filter", &mut base, vec![filter]);

    let mut driver = Driver::new(&mut base);
    let pieces = [&[0x42, 0, 0, 0][..], &length(2 * many), &vec![0; 2 * many]].concat();
    let spent = driver.hears(vec![pieces]);
    assert_cheap("empty pieces", &spent);
}

/// A change that sets a mark whose ends have changed places.
fn reversed(base: &AutoCommit, actor: u8, number: usize) -> Change {
    let change = change(
        base,
        [vec![actor; 14], vec![(number >> 8) as u8, number as u8]].concat(),
        |doc| {
            let text = text_of(doc);
            let mark = Mark::new("em".to_owned(), true, 2, 6 + number % 100);
            doc.mark(&text, mark, ExpandMark::None).unwrap();
        },
    );
    let mut change = change.decode();
    let begin = change.operations[0].key.clone();
    change.operations[0].key = std::mem::replace(&mut change.operations[1].key, begin);
    Change::from(change)
}

#[test]
fn marks_the_wrong_way_round() {
    let _alone = alone();
    for (letters, marks) in [(2_000, 300), (150_000, 60)] {
        let mut base = notes(letters);
        let changes = (0..marks).map(|number| reversed(&base, 60, number).raw_bytes().to_vec());
        let frame = message(changes.collect());
        refused(&format!("{marks} reversed marks"), &mut base, vec![frame]);
    }
}

/// The ends lie between letters that the same message takes out, so that only reading it back tells.
#[test]
fn marks_over_nothing() {
    let _alone = alone();
    let mut base = notes(150_000);
    let out = change(&base, vec![61; 16], |doc| {
        let text = text_of(doc);
        doc.splice_text(&text, 1, 500, "").unwrap();
    });
    let mut changes = vec![out.raw_bytes().to_vec()];
    changes.extend((0..60).map(|number| reversed(&base, 60, number).raw_bytes().to_vec()));
    let mut driver = Driver::new(&mut base);
    let mut spent = driver.hears(vec![message(vec![changes.remove(0)])]);
    assert_cheap("taking out", &spent);
    spent = driver.hears(vec![message(changes)]);
    assert_cheap("60 reversed marks over nothing", &spent);
    assert_eq!(driver.closed.len(), 1);
    assert!(driver.room.snapshot().verify().is_ok());
}

#[test]
fn saying_again_and_again_that_one_has_nothing() {
    let _alone = alone();
    let mut base = notes(150_000);
    let mut driver = Driver::new(&mut base);
    let connections: Vec<_> = (0..4).map(|_| driver.join()).collect();
    let (_, held, took) = crate::measured(|| {
        for _ in 0..250 {
            for connection in &connections {
                driver.say(*connection, nothing());
            }
        }
    });
    assert!(driver.unread.len() >= 4);
    // What nobody reads is one piece of memory, however many are sent it.
    assert_cheap("a thousand times nothing", &Spent { held, took });
}
