//! Long honest work gets through, within the same bounds.

use automerge::{
    ActorId, AutoCommit, ObjType, ROOT, ReadDoc,
    marks::{ExpandMark, Mark},
    transaction::Transactable,
};

use crate::{
    HELD, LONG_CHANGE, LONG_HISTORY, MEMORY, alone,
    driver::{Driver, notes, text_of},
    forge::message,
    setting,
};

/// Brings changes, one by one or as the whole document; all must be stored.
fn arrives(what: &str, base: &mut AutoCommit, doc: &mut AutoCommit, whole: bool, most: usize) {
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
    assert!(spent.held < most, "{what} held {} MB", spent.held >> 20);
}

/// Sixty pages that are put in at once.
fn sixty_pages(base: &AutoCommit) -> AutoCommit {
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
    doc
}

#[test]
fn sixty_pages_put_in_at_once() {
    let _alone = alone();
    let mut base = notes(10);
    let mut doc = sixty_pages(&base);
    arrives("sixty pages", &mut base, &mut doc, false, LONG_CHANGE);
}

/// What is too long for the bound of one connection is worked on alone, whoever else sends as much.
#[test]
fn two_who_put_in_sixty_pages_at_once_hold_no_more_than_one() {
    let _alone = alone();
    let mut base = notes(10);
    let change = sixty_pages(&base).get_changes(&base.get_heads()).remove(0);
    let frame = message(vec![change.raw_bytes().to_vec()]);
    let mut drivers = [Driver::new(&mut base), Driver::new(&mut base)];
    let before = MEMORY.current_usage();
    std::thread::scope(|threads| {
        for driver in &mut drivers {
            let frame = frame.clone();
            threads.spawn(move || driver.hears(vec![frame]));
        }
    });
    let held = drivers.iter().map(|driver| driver.peak).max().unwrap() - before;
    eprintln!("two with sixty pages: {} kB", held >> 10);
    assert!(drivers.iter().all(|driver| driver.stored == 1));
    assert!(held < LONG_CHANGE + HELD / 2, "{} MB", held >> 20);
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
    arrives("a zero draft", &mut base, &mut doc, false, HELD);
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

/// `HISTORY_CHANGES` says how many. The 260,000 of the longest that we know take six minutes.
#[test]
fn a_long_history_in_one_piece() {
    let _alone = alone();
    let mut base = notes(30_000);
    let mut doc = typed(&base, setting("HISTORY_CHANGES", 40_000));
    arrives("a long history", &mut base, &mut doc, true, LONG_HISTORY);
}

/// `OFFLINE_CHANGES` says how many.
#[test]
fn two_days_offline() {
    let _alone = alone();
    let mut base = notes(30_000);
    let mut doc = typed(&base, setting("OFFLINE_CHANGES", 20_000));
    arrives("two days, one by one", &mut base, &mut doc, false, HELD);
    arrives("two days, as a document", &mut base, &mut doc, true, HELD);
}
