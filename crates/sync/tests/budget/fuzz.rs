//! Valid changes and messages, mutated, with right checksums, against a budget of memory and time.
//!
//! `FUZZ_SECONDS` says for how long, `FUZZ_SEED` where to begin.

use std::time::{Duration, Instant};

use automerge::{
    ActorId, AutoCommit, Change, ObjType, ROOT, ReadDoc, ScalarValue,
    marks::{ExpandMark, Mark},
    transaction::Transactable,
};
use model::id::DocumentId;
use sync::{
    connection::{Connection, Step},
    limits::Limits,
    message::{Addressed, Ephemeral, Message, PeerId, PeerMetadata},
};

use crate::{
    HELD, SLOW, alone,
    driver::{Driver, Spent, notes, text_of},
    forge::{body_of, deflated, length, message, nothing, plain},
    measured, setting,
};

/// A small, repeatable source of numbers.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// A valid change of some kind and size, by an actor of some length.
fn valid(dice: &mut Dice, base: &AutoCommit) -> Change {
    let sizes = [1, 3, 40, 600, 3_000];
    let size = sizes[dice.roll(sizes.len())];
    let lengths = [1, 4, 16, 16, 16, 17, 64, 65, 100_000];
    let mut actor = vec![dice.roll(256) as u8; lengths[dice.roll(lengths.len())]];
    actor[0] = dice.roll(256) as u8;
    let mut doc = base.clone().with_actor(ActorId::from(actor));
    let text = text_of(&doc);
    let before = doc.get_heads();
    let end = doc.length(&text);
    let place = 1 + dice.roll(end - 1);
    match dice.roll(6) {
        0 => doc.splice_text(&text, place, 0, &"e".repeat(size)).unwrap(),
        1 => doc
            .splice_text(&text, 1, size.min(end - 1) as isize, "")
            .unwrap(),
        2 => {
            for number in 0..size.min(40) {
                let name = "m".repeat(1 + number % 3);
                let start = 1 + dice.roll(end - 2);
                let mark = Mark::new(name, true, start, start + 1 + dice.roll(end - start));
                doc.mark(&text, mark, ExpandMark::After).unwrap();
            }
        }
        3 => {
            let block = doc.split_block(&text, place).unwrap();
            doc.put(&block, "type", "heading").unwrap();
            doc.put_object(&block, "attrs", ObjType::Map).unwrap();
        }
        4 => {
            let points = doc.get(ROOT, "keyPoints").unwrap().unwrap().1;
            let point = doc.put_object(&points, "p", ObjType::Map).unwrap();
            for number in 0..size {
                doc.put(&point, "k".repeat(1 + size / 10), number as i64)
                    .unwrap();
            }
            doc.put(&point, "count", ScalarValue::counter(1)).unwrap();
            doc.increment(&point, "count", 2).unwrap();
        }
        _ => {
            for _ in 0..size.min(300) {
                doc.splice_text(&text, place, 0, "x").unwrap();
                doc.splice_text(&text, place, 1, "").unwrap();
            }
        }
    }
    doc.commit();
    doc.get_changes(&before).pop().unwrap()
}

/// Bytes that run lengths and counts are made of are changed more often than they would be by chance.
fn mutate(dice: &mut Dice, body: &mut Vec<u8>) {
    for _ in 0..dice.roll(4) {
        let place = dice.roll(body.len().clamp(1, 4_000));
        match dice.roll(6) {
            0 => body[place] = dice.roll(256) as u8,
            1 => body[place] ^= 1 << dice.roll(8),
            2 if body.len() > 1 => {
                body.remove(place);
            }
            3 => body.insert(place, dice.roll(256) as u8),
            4 => {
                let run = length(1 << dice.roll(30));
                body.splice(place..place + 1, run);
            }
            _ => {
                let piece = body[place..body.len().min(place + 20)].to_vec();
                let at = dice.roll(body.len());
                body.splice(at..at, piece);
            }
        }
    }
}

fn frame(dice: &mut Dice, data: Vec<u8>) -> Vec<u8> {
    let sender = PeerId::new("tab-1").unwrap();
    let document = DocumentId([7; 16]).to_string();
    let mut frame = match dice.roll(12) {
        0 => Message::Ephemeral(Addressed {
            sender,
            target: None,
            document,
            content: Ephemeral {
                count: 1,
                session: "s".to_owned(),
                data,
            },
        }),
        _ => Message::Sync(Addressed {
            sender,
            target: None,
            document,
            content: data,
        }),
    }
    .encode();
    if dice.roll(20) == 0 {
        mutate(dice, &mut frame);
    }
    frame
}

#[test]
fn nothing_that_is_sent_costs_more_than_its_budget() {
    let _alone = alone();
    let seconds = Duration::from_secs(setting("FUZZ_SECONDS", 40) as u64);
    let seed = setting("FUZZ_SEED", 11) as u64;
    let mut dice = Dice(seed);
    let mut base = notes(3_000);
    let began = Instant::now();
    let (mut rounds, mut let_in, mut refused) = (0, 0, 0);
    let (mut most, mut slowest) = (0, Duration::ZERO);
    while began.elapsed() < seconds {
        let mut driver = Driver::new(&mut base);
        for _ in 0..40 {
            rounds += 1;
            let mut changes = Vec::new();
            for _ in 0..=dice.roll(3) {
                let mut body = body_of(&valid(&mut dice, &base));
                mutate(&mut dice, &mut body);
                changes.push(match dice.roll(2) {
                    0 => plain(&body),
                    _ => deflated(&body),
                });
            }
            let mut data = match dice.roll(10) {
                0 => nothing(),
                1 => message(vec![base.save(), changes.concat()]),
                2 => message(vec![changes.concat()]),
                _ => message(changes),
            };
            if dice.roll(8) == 0 {
                mutate(&mut dice, &mut data);
            }
            let frame = frame(&mut dice, data);
            let server = PeerId::new("server").unwrap();
            let mut connection = Connection::new(server, "storage", Limits::default());
            let join = Message::Join {
                sender: PeerId::new("tab-1").unwrap(),
                metadata: PeerMetadata::default(),
                versions: None,
            };
            connection.receive(&join.encode());
            let bytes = frame.len();
            let (step, held, took) = measured(|| connection.receive(&frame));
            let mut spent = Spent { held, took };
            if let Step::Route { message, .. } = step {
                let stored = driver.stored;
                let closed = driver.closed.len();
                let of_room = driver.hears_one(message);
                spent.held += of_room.held;
                spent.took += of_room.took;
                let_in += usize::from(driver.stored > stored);
                refused += usize::from(driver.closed.len() > closed);
                if driver.stored > stored {
                    assert!(
                        driver.room.snapshot().verify().is_ok(),
                        "seed {seed}, round {rounds}"
                    );
                }
            }
            most = most.max(spent.held);
            slowest = slowest.max(spent.took);
            let which = format!("seed {seed}, round {rounds}: {bytes} bytes");
            assert!(spent.held < HELD, "{which} held {} MB", spent.held >> 20);
            assert!(spent.took < SLOW, "{which} took {:?}", spent.took);
        }
    }
    eprintln!(
        "{rounds} rounds, {let_in} let in, {refused} refused, at most {} kB, {} ms",
        most >> 10,
        slowest.as_millis()
    );
    assert!(
        let_in > 0 && refused > rounds / 10,
        "{let_in} let in, {refused} refused"
    );
}
