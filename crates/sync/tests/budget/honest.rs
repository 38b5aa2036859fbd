//! Long honest work gets through, within the same bounds.

use automerge::{
    ActorId, AutoCommit, ObjType, ROOT, ReadDoc,
    marks::{ExpandMark, Mark},
    transaction::Transactable,
};

use crate::{
    HELD, alone,
    driver::{Driver, notes, text_of},
    forge::message,
    setting,
};

/// Brings changes, one by one or as the whole document; all must be stored.
fn arrives(what: &str, base: &mut AutoCommit, doc: &mut AutoCommit, whole: bool) {
    let changes = doc.get_changes(&base.get_heads());
    let count = changes.len();
    let brought = match whole {
        true => vec![doc.save()],
        false => changes
            .iter()
            .map(|change| change.raw_bytes().to_vec())
            .collect(),
    };
    drop(changes);
    let frame = message(brought);
    let bytes = frame.len();
    let mut driver = Driver::new(base);
    let spent = driver.hears(vec![frame]);
    eprintln!(
        "{what}: {count} changes, {} kB, held {} kB, longest {} ms",
        bytes >> 10,
        spent.held >> 10,
        spent.took.as_millis()
    );
    assert_eq!(
        (driver.stored, &driver.closed[..]),
        (count, &[][..]),
        "{what}"
    );
    assert_eq!(driver.room.heads().len(), doc.get_heads().len(), "{what}");
    // A change is decoded whole: one of 170,000 operations takes twice as much for some seconds.
    assert!(spent.held < 2 * HELD, "{what} held {} MB", spent.held >> 20);
}

#[test]
fn sixty_pages_put_in_at_once() {
    let _alone = alone();
    let mut base = notes(10);
    let mut doc = base.clone().with_actor(ActorId::from([5; 16]));
    let text = text_of(&doc);
    for paragraph in 0..600 {
        let end = doc.length(&text);
        let block = doc.split_block(&text, end).unwrap();
        doc.put(&block, "type", "paragraph").unwrap();
        let words = format!("{paragraph} ") + &"mille mots ".repeat(28);
        doc.splice_text(&text, end + 1, 0, &words).unwrap();
        let mark = Mark::new("strong".to_owned(), true, end + 2, end + 9);
        doc.mark(&text, mark, ExpandMark::After).unwrap();
    }
    doc.commit();
    arrives("sixty pages", &mut base, &mut doc, false);
}

#[test]
fn a_zero_draft_of_two_hundred_key_points() {
    let _alone = alone();
    let mut base = notes(10);
    let mut doc = base.clone().with_actor(ActorId::from([5; 16]));
    let text = text_of(&doc);
    let sources = doc.put_object(ROOT, "sources", ObjType::Map).unwrap();
    for point in 0..200 {
        let end = doc.length(&text);
        let block = doc.split_block(&text, end).unwrap();
        doc.put(&block, "type", "operative").unwrap();
        let attrs = doc.put_object(&block, "attrs", ObjType::Map).unwrap();
        let id = format!("paragraph-{point}");
        doc.put(&attrs, "id", id.as_str()).unwrap();
        doc.splice_text(&text, end + 1, 0, &"a call to action ".repeat(20))
            .unwrap();
        let of_it = doc.put_object(&sources, id.as_str(), ObjType::Map).unwrap();
        let one = doc
            .put_object(&of_it, format!("point-{point}"), ObjType::Map)
            .unwrap();
        doc.put(&one, "quote", "what was said ".repeat(20)).unwrap();
        doc.put(&one, "statement", "what it means ".repeat(10))
            .unwrap();
    }
    doc.commit();
    arrives("a zero draft", &mut base, &mut doc, false);
}

/// As a text is typed: mostly at one place, sometimes elsewhere, a tenth of it taken out again.
fn typed(base: &AutoCommit, changes: usize) -> AutoCommit {
    let mut doc = base.clone().with_actor(ActorId::from([5; 16]));
    let text = text_of(&doc);
    let mut place = 5;
    for number in 0..changes {
        if number % 97 == 0 {
            place = 2 + (number * 7_919) % (doc.length(&text) - 4);
        }
        if number % 11 == 10 {
            place -= 1;
            doc.splice_text(&text, place, 1, "").unwrap();
        } else {
            doc.splice_text(&text, place, 0, "e").unwrap();
            place += 1;
        }
        doc.commit();
    }
    doc
}

/// `OFFLINE_CHANGES` says how many; the longest history that we know has 260,000.
#[test]
fn two_days_offline() {
    let _alone = alone();
    let mut base = notes(30_000);
    let mut doc = typed(&base, setting("OFFLINE_CHANGES", 20_000));
    arrives("two days, one by one", &mut base, &mut doc, false);
    arrives("two days, as a document", &mut base, &mut doc, true);
}
