//! Bytes made to do harm: no panic gets out, nothing broken is stored, and the others notice nothing.

use crate::sim::{Outcome, World, person};
use automerge::{
    AutoCommit, Change, ObjType, ROOT, ReadDoc, ScalarValue,
    marks::{ExpandMark, Mark},
    sync::{ChunkList, Message, MessageFlags, MessageVersion, SyncDoc},
    transaction::Transactable,
};
use sha2::{Digest, Sha256};
use sync::{message::PeerId, room::*};

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

/// A plain chunk around a body, with the checksum that belongs to it.
fn chunk(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut hashed = vec![kind];
    let mut length = body.len();
    while length >= 0x80 {
        hashed.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    hashed.push(length as u8);
    hashed.extend_from_slice(body);
    let digest = Sha256::digest(&hashed);
    [&[0x85, 0x6f, 0x4a, 0x83], &digest[..4], &hashed].concat()
}

fn body_of(change: &Change) -> Vec<u8> {
    let bytes = change.raw_bytes();
    let start = 9 + bytes[9..].iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
    bytes[start..].to_vec()
}

pub fn message(changes: Vec<Vec<u8>>) -> Message {
    let mut flags = MessageFlags::new();
    flags.set(MessageFlags::SUPPORTS_SYNC_RESET);
    Message {
        heads: Vec::new(),
        need: Vec::new(),
        have: Vec::new(),
        changes: ChunkList::from(changes),
        flags: Some(flags),
        version: MessageVersion::V2,
    }
}

/// Changes of every kind, each made on the same stored document.
fn honest_changes(base: &AutoCommit, actor: u8) -> Vec<Change> {
    let make = |number: u8, edit: &dyn Fn(&mut AutoCommit, &automerge::ObjId)| {
        let mut doc = base
            .clone()
            .with_actor(automerge::ActorId::from([actor, number, 3, 4]));
        let text = doc.get(ROOT, "text").unwrap().unwrap().1;
        let before = doc.get_heads();
        edit(&mut doc, &text);
        doc.commit();
        doc.get_changes(&before)
    };
    let mut changes = Vec::new();
    changes.extend(make(0, &|doc, text| {
        doc.splice_text(text, 3, 0, "word").unwrap()
    }));
    changes.extend(make(1, &|doc, text| {
        doc.splice_text(text, 2, 3, "").unwrap()
    }));
    changes.extend(make(2, &|doc, text| {
        let mark = Mark::new("strong".to_owned(), true, 2, 6);
        doc.mark(text, mark, ExpandMark::After).unwrap();
    }));
    changes.extend(make(3, &|doc, text| {
        let block = doc.split_block(text, 4).unwrap();
        doc.put(&block, "type", "heading").unwrap();
        let attrs = doc.put_object(&block, "attrs", ObjType::Map).unwrap();
        doc.put(&attrs, "level", 2).unwrap();
    }));
    changes.extend(make(4, &|doc, _| {
        let points = doc.get(ROOT, "keyPoints").unwrap().unwrap().1;
        let point = doc.put_object(&points, "k", ObjType::Map).unwrap();
        doc.put(&point, "quote", "said").unwrap();
        doc.put(&point, "count", ScalarValue::counter(3)).unwrap();
        doc.increment(&point, "count", 2).unwrap();
        let list = doc.put_object(&point, "themes", ObjType::List).unwrap();
        doc.insert(&list, 0, "a").unwrap();
        doc.insert(&list, 1, 5.5).unwrap();
        doc.put(&list, 0, "b").unwrap();
        doc.delete(&list, 1).unwrap();
    }));
    changes
}

fn world_with_text() -> World {
    let mut world = World::new(&[Access::ReadWrite, Access::ReadWrite]);
    world.quiesce();
    for place in 0..12 {
        world.clients[0].edit(0, place);
        world.clients[1].edit(4 * (place % 2) as u8, place);
    }
    world.quiesce();
    world.assert_converged();
    world
}

/// Gives the room a message from a connection of its own, and commits what it lets in.
pub fn attack(world: &mut World, number: u64, data: Vec<u8>) -> bool {
    let connection = ConnectionId(1_000_000 + number);
    let peer = PeerId::new("mallory").unwrap();
    world.input(Input::Join {
        connection,
        peer,
        person: person(99),
        access: Access::ReadWrite,
        own_actor: None,
    });
    world.input(Input::Message {
        connection,
        message: FromPeer::Sync(data),
    });
    world.input(Input::Flush);
    let let_in = world.pending.is_some();
    world.store(Outcome::Stored);
    world.input(Input::Leave { connection });
    let_in
}

/// Everything that was let in can be applied, saved and loaded again.
fn assert_sound(world: &mut World, what: &str) {
    world.input(Input::Settle);
    assert!(world.room.snapshot().verify().is_ok(), "{what}");
}

#[test]
fn mutated_changes_with_a_right_checksum_do_no_harm() {
    let mut dice = Dice(7);
    let (mut let_in, mut refused) = (0, 0);
    for round in 0..40 {
        let mut world = world_with_text();
        let base = world.clients[0].doc.clone();
        for (number, change) in honest_changes(&base, 100).iter().enumerate() {
            for attempt in 0..25u64 {
                let mut body = body_of(change);
                for _ in 0..=dice.roll(3) {
                    let place = dice.roll(body.len());
                    match dice.roll(4) {
                        0 => body[place] = dice.roll(256) as u8,
                        1 => body[place] ^= 1 << dice.roll(8),
                        2 => {
                            body.remove(place);
                        }
                        _ => body.insert(place, dice.roll(256) as u8),
                    }
                    if body.is_empty() {
                        body.push(0);
                    }
                }
                let data = message(vec![chunk(1, &body)]).encode();
                let id = (number as u64) << 32 | attempt;
                if attack(&mut world, id, data) {
                    let_in += 1;
                    assert_sound(
                        &mut world,
                        &format!("round {round}, change {number}, attempt {attempt}"),
                    );
                } else {
                    refused += 1;
                }
            }
        }
        world.quiesce();
        world.assert_converged();
    }
    // Some mutations are harmless: another letter, another time.
    assert!(
        refused > 4_000 && let_in > 10,
        "{refused} refused, {let_in} let in"
    );
}

#[test]
fn mutated_messages_do_no_harm() {
    let mut dice = Dice(3);
    let mut world = world_with_text();
    let mut doc = world.clients[0].doc.clone();
    let text = doc.get(ROOT, "text").unwrap().unwrap().1;
    doc.splice_text(&text, 1, 0, "later").unwrap();
    let mut state = world.clients[0].state.clone();
    state.in_flight = false;
    state.have_responded = false;
    let whole = message(vec![doc.save()]).encode();
    let sync = doc
        .sync()
        .generate_sync_message(&mut state)
        .unwrap()
        .encode();
    for attempt in 0..4_000u64 {
        let mut data = if attempt % 2 == 0 {
            sync.clone()
        } else {
            whole.clone()
        };
        for _ in 0..=dice.roll(3) {
            let place = dice.roll(data.len());
            data[place] = dice.roll(256) as u8;
        }
        if attempt % 7 == 0 {
            data.truncate(dice.roll(data.len()));
        }
        attack(&mut world, attempt, data);
    }
    assert_sound(&mut world, "after mutated messages");
    world.quiesce();
    world.assert_converged();
}

#[test]
fn what_announces_more_than_it_is_worth_is_refused() {
    let mut world = world_with_text();
    let refused = |world: &mut World, data: Vec<u8>, why: &str| {
        let before = world.closed.len();
        let connection = ConnectionId(77);
        let peer = PeerId::new("mallory").unwrap();
        world.input(Input::Join {
            connection,
            peer,
            person: person(99),
            access: Access::ReadWrite,
            own_actor: None,
        });
        world.input(Input::Message {
            connection,
            message: FromPeer::Sync(data),
        });
        assert_eq!(world.closed.len(), before + 1, "{why}");
    };
    // A Bloom filter that announces 2^32 - 1 probes, and one without bits.
    let bloom = |bytes: &[u8]| [&[0x42, 0, 0, 1, 0, bytes.len() as u8], bytes, &[0]].concat();
    refused(
        &mut world,
        bloom(&[1, 10, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0]),
        "probes",
    );
    refused(&mut world, bloom(&[1, 0, 7]), "no bits");
    // A deflated change of 100 MB of zeros.
    let mut deflated = Vec::new();
    let zeros = vec![0; 100 << 20];
    std::io::Read::read_to_end(
        &mut flate2::read::DeflateEncoder::new(&zeros[..], flate2::Compression::best()),
        &mut deflated,
    )
    .unwrap();
    refused(
        &mut world,
        message(vec![chunk(2, &deflated)]).encode(),
        "a bomb",
    );
    // A change whose column announces 2^40 operations.
    let change = &honest_changes(&world.clients[0].doc.clone(), 100)[0];
    let mut body = body_of(change);
    let run = [0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 1];
    let actions = body.len();
    body.truncate(actions);
    let header: Vec<u8> = {
        // deps, actor, seq, start op, time, message, other actors: then one column "action".
        let mut header = vec![0, 1, 9, 1, 1, 0, 0, 0, 1, 0x42, run.len() as u8];
        header.extend_from_slice(&run);
        header
    };
    refused(
        &mut world,
        message(vec![chunk(1, &header)]).encode(),
        "a run",
    );
    refused(
        &mut world,
        message(vec![chunk(3, &[0; 40])]).encode(),
        "a bundle",
    );
    assert_sound(&mut world, "after bombs");
}

#[test]
fn a_change_in_anothers_name_does_not_stop_them() {
    let mut world = world_with_text();
    let victim = world.clients[0].doc.get_actor().clone();
    // Made on an older copy, under the victim's actor, with the number of the victim's next change.
    let mut forged = world.clients[0].doc.clone().with_actor(victim);
    let text = forged.get(ROOT, "text").unwrap().unwrap().1;
    let before = forged.get_heads();
    forged.splice_text(&text, 1, 0, "FORGED").unwrap();
    forged.commit();
    let changes: Vec<Vec<u8>> = forged
        .get_changes(&before)
        .iter()
        .map(|change| change.raw_bytes().to_vec())
        .collect();
    assert!(!attack(&mut world, 1, message(changes.clone()).encode()));
    world.clients[0].edit(0, 2);
    world.quiesce();
    world.assert_converged();
    // Now the number is taken: whoever still brings the forged one has to go.
    let before = world.closed.len();
    assert!(!attack(&mut world, 2, message(changes).encode()));
    assert_eq!(
        world.closed[before..],
        ["the change names somebody else's actor"]
    );
    let text = world.room.document().text(&text).unwrap();
    assert!(!text.contains("FORGED"));
}

#[test]
fn the_documents_own_parts_are_not_replaced() {
    let mut world = world_with_text();
    for (number, key) in ["text", "schema", "kind", "keyPoints"]
        .into_iter()
        .enumerate()
    {
        let mut doc = world.clients[0]
            .doc
            .clone()
            .with_actor(automerge::ActorId::from([50 + number as u8; 4]));
        let before = doc.get_heads();
        if number % 2 == 0 {
            doc.put_object(ROOT, key, ObjType::Text).unwrap();
        } else {
            doc.delete(ROOT, key).unwrap();
        }
        doc.commit();
        let changes = doc
            .get_changes(&before)
            .iter()
            .map(|change| change.raw_bytes().to_vec())
            .collect();
        assert!(
            !attack(&mut world, number as u64, message(changes).encode()),
            "{key}"
        );
        assert_eq!(
            world.closed.last().map(String::as_str),
            Some("the document's own parts cannot be replaced")
        );
    }
    world.quiesce();
    world.assert_converged();
}

/// A mark whose ends have changed places, as no client writes it.
#[test]
fn a_mark_that_ends_before_it_begins_is_refused() {
    let mut world = world_with_text();
    let mut doc = world.clients[0]
        .doc
        .clone()
        .with_actor(automerge::ActorId::from([61; 4]));
    let text = doc.get(ROOT, "text").unwrap().unwrap().1;
    let before = doc.get_heads();
    doc.mark(
        &text,
        Mark::new("em".to_owned(), true, 2, 6),
        ExpandMark::None,
    )
    .unwrap();
    doc.commit();
    let mut change = doc.get_changes(&before).remove(0).decode();
    let (begin, end) = (
        change.operations[0].key.clone(),
        change.operations[1].key.clone(),
    );
    change.operations[0].key = end;
    change.operations[1].key = begin;
    let forged = Change::from(change);
    let mut broken = world.clients[0].doc.document().clone();
    broken.apply_changes([forged.clone()]).unwrap();
    assert!(
        automerge::Automerge::load(&broken.save()).is_err(),
        "this is what the door is for"
    );

    // Together with an honest change of somebody else, in one batch.
    world.clients[1].edit(6, 2);
    world.clients[1].send();
    world.deliver_to_server(1);
    let honest_and_forged = message(vec![forged.raw_bytes().to_vec()]).encode();
    assert!(
        attack(&mut world, 1, honest_and_forged),
        "the honest change is let in"
    );
    assert_eq!(world.closed, ["a mark ends before it begins"]);
    world.quiesce();
    world.assert_converged();
    assert_sound(&mut world, "after a reversed mark");
}
