//! What a room promises, one rule at a time.

use crate::sim::{DOCUMENT, Outcome, World, person};
use automerge::{ChangeHash, ROOT, ReadDoc, sync::Message, transaction::Transactable};
use sync::{
    limits::Limits,
    message::{Ephemeral, PeerId},
    room::*,
};

use Access::{ReadOnly, ReadWrite};

/// A world in which everybody is up to date and has shown it.
fn settled(accesses: &[Access]) -> World {
    let mut world = World::new(accesses);
    world.quiesce();
    for number in 0..accesses.len() {
        world.clients[number].edit(0, number);
    }
    world.quiesce();
    world.assert_converged();
    world
}

fn effects_of(world: &mut World, input: Input) -> Vec<Effect> {
    world.room.handle(input)
}

/// The store's answer, without the store.
fn committed(world: &mut World) -> Vec<Effect> {
    let first_seq = world.stored.len() as u64 + 1;
    effects_of(world, Input::Committed { first_seq })
}

fn connection_of(world: &World, number: usize) -> ConnectionId {
    world.clients[number].connection.unwrap()
}

/// Lets a client type a letter; gives back its sync message.
fn type_letter(world: &mut World, number: usize) -> Vec<u8> {
    world.clients[number].edit(0, 5);
    world.clients[number].send();
    world.clients[number].to_server.pop_back().unwrap()
}

fn say(world: &mut World, number: usize, data: Vec<u8>) -> Vec<Effect> {
    let connection = connection_of(world, number);
    effects_of(
        world,
        Input::Message {
            connection,
            message: FromPeer::Sync(data),
        },
    )
}

fn syncs(effects: &[Effect]) -> Vec<(ConnectionId, Message, bytes::Bytes)> {
    let sync = |effect: &Effect| match effect {
        Effect::Send {
            connection,
            message: ToPeer::Sync(data),
        } => Some((*connection, Message::decode(data).unwrap(), data.clone())),
        _ => None,
    };
    effects.iter().filter_map(sync).collect()
}

#[test]
fn a_letter_costs_one_message_for_each_and_the_same_bytes_for_all_who_read() {
    let mut world = settled(&[ReadWrite; 5]);
    let data = type_letter(&mut world, 0);
    let heard = say(&mut world, 0, data);
    assert!(matches!(heard[..], [Effect::WantsFlush]), "{heard:?}");
    let flushed = effects_of(&mut world, Input::Flush);
    let [Effect::Commit(commit)] = &flushed[..] else {
        panic!("{flushed:?}")
    };
    assert_eq!(
        (commit.chunks.len(), commit.chunks[0].person),
        (1, person(0))
    );
    let hash = ChangeHash(commit.chunks[0].hash);

    let told = committed(&mut world);
    let sent = syncs(&told);
    assert_eq!(sent.len(), 5);
    let writer = connection_of(&world, 0);
    for (connection, message, bytes) in &sent {
        assert_eq!(message.heads, [hash]);
        assert_eq!(
            message.changes.is_empty(),
            *connection == writer,
            "the writer gets an acknowledgement only"
        );
        let other = sent
            .iter()
            .filter(|(other, ..)| *other != writer)
            .map(|(.., bytes)| bytes);
        assert!(
            *connection == writer || other.clone().all(|other| other.as_ptr() == bytes.as_ptr())
        );
    }
    assert!(
        told.iter()
            .any(|effect| matches!(effect, Effect::WantsSettle)),
        "typing is applied later"
    );
    assert_ne!(world.room.document().get_heads(), [hash]);
    assert_eq!(world.room.heads(), [hash.0]);
    assert!(matches!(
        effects_of(&mut world, Input::Settle)[..],
        [Effect::Changed]
    ));
    assert_eq!(world.room.document().get_heads(), [hash]);

    // The others acknowledge; nobody answers that.
    for number in 1..5 {
        let (_, message, _) = sent
            .iter()
            .find(|(to, ..)| *to == connection_of(&world, number))
            .unwrap()
            .clone();
        let client = &mut world.clients[number];
        automerge::sync::SyncDoc::receive_sync_message(
            &mut client.doc.sync(),
            &mut client.state,
            message,
        )
        .unwrap();
        client.send();
        let data = client.to_server.pop_back().unwrap();
        assert!(say(&mut world, number, data).is_empty());
    }
}

#[test]
fn what_is_more_than_typing_is_applied_before_it_is_stored() {
    let mut world = settled(&[ReadWrite, ReadWrite]);
    world.clients[0].edit(7, 0);
    world.clients[0].send();
    let data = world.clients[0].to_server.pop_back().unwrap();
    say(&mut world, 0, data);
    assert!(matches!(
        effects_of(&mut world, Input::Flush)[..],
        [Effect::Commit(_)]
    ));
    let told = committed(&mut world);
    assert!(told.iter().any(|effect| matches!(effect, Effect::Changed)));
    assert_eq!(
        world
            .room
            .document()
            .get_heads()
            .iter()
            .map(|head| head.0)
            .collect::<Vec<_>>(),
        world.room.heads()
    );
}

#[test]
fn nothing_is_acknowledged_while_the_store_fails() {
    let mut world = settled(&[ReadWrite, ReadWrite]);
    let before = world.room.heads();
    let data = type_letter(&mut world, 0);
    say(&mut world, 0, data);
    for _ in 0..3 {
        assert!(matches!(
            effects_of(&mut world, Input::Flush)[..],
            [Effect::Commit(_)]
        ));
        let after = world.room.seq();
        let failed = effects_of(&mut world, Input::CommitFailed);
        assert!(
            matches!(failed[..], [Effect::Fetch { after: asked }] if asked == after),
            "{failed:?}"
        );
        assert!(
            effects_of(&mut world, Input::Flush).is_empty(),
            "the store is asked first"
        );
        assert_eq!(world.room.heads(), before);
        let fetched = effects_of(&mut world, Input::Fetched { chunks: Vec::new() });
        assert!(matches!(fetched[..], [Effect::WantsFlush]), "{fetched:?}");
    }
    world.input(Input::Flush);
    world.store(Outcome::Stored);
    world.quiesce();
    world.assert_converged();
}

#[test]
fn what_came_while_the_store_was_busy_is_in_the_next_commit() {
    let mut world = settled(&[ReadWrite, ReadWrite]);
    let first = type_letter(&mut world, 0);
    let second = type_letter(&mut world, 1);
    say(&mut world, 0, first);
    world.input(Input::Flush);
    assert!(
        say(&mut world, 1, second).is_empty(),
        "the next flush is wanted when the store has answered"
    );
    assert!(effects_of(&mut world, Input::Flush).is_empty());
    let pending = world.pending.clone().unwrap();
    world.store(Outcome::Stored);
    world.input(Input::Flush);
    assert_ne!(world.pending.as_ref(), Some(&pending));
    assert_eq!(world.pending.as_ref().unwrap().chunks.len(), 1);
    world.store(Outcome::Stored);
    world.quiesce();
    world.assert_converged();
}

#[test]
fn a_reader_says_once_what_it_has_and_rests() {
    let mut world = settled(&[ReadWrite, ReadOnly]);
    let before = world.stored.len();
    for place in 0..20 {
        world.clients[1].edit(0, place);
        world.clients[1].send();
    }
    let messages = world.quiesce();
    assert!(messages <= 30, "{messages} messages for 20 edits");
    assert_eq!(
        world.stored.len(),
        before,
        "what a reader types is not taken in"
    );
    assert_eq!(world.quiesce(), 0);
    world.clients[0].edit(0, 1);
    world.quiesce();
    world.assert_converged();

    world.set_access(1, Some(ReadWrite));
    world.quiesce();
    assert!(
        world.stored.len() >= before + 21,
        "what it typed arrives when it becomes a writer"
    );
    world.assert_converged();
}

#[test]
fn a_right_can_be_taken_away_and_given_back() {
    let mut world = settled(&[ReadWrite, ReadWrite]);
    world.set_access(1, None);
    world.deliver_to_client(1);
    assert_eq!(world.clients[1].unavailable, 1);
    let before = world.stored.len();
    world.clients[1].edit(0, 3);
    world.clients[0].edit(0, 3);
    world.quiesce();
    assert_eq!(world.clients[1].unavailable, 2);
    assert_eq!(world.stored.len(), before + 1);
    world.set_access(1, Some(ReadWrite));
    world.quiesce();
    assert_eq!(world.stored.len(), before + 2);
    world.assert_converged();
}

#[test]
fn who_may_only_read_shows_no_presence() {
    let mut world = settled(&[ReadWrite, ReadOnly]);
    let send = |world: &mut World, number: usize| {
        let input = Input::Message {
            connection: connection_of(world, number),
            message: FromPeer::Ephemeral(Ephemeral {
                count: 1,
                session: "s".to_owned(),
                data: vec![7],
            }),
        };
        effects_of(world, input).len()
    };
    assert_eq!(send(&mut world, 0), 1, "the reader sees the writer");
    assert_eq!(send(&mut world, 1), 0, "and the writer not the reader");
    world.set_access(0, Some(ReadOnly));
    world.set_access(1, Some(ReadWrite));
    assert_eq!((send(&mut world, 0), send(&mut world, 1)), (0, 1));
}

#[test]
fn presence_goes_to_the_others_under_the_name_of_the_connection() {
    let mut world = settled(&[ReadWrite, ReadOnly, ReadWrite]);
    world.set_access(2, None);
    let connection = connection_of(&world, 0);
    let content = Ephemeral {
        count: 1,
        session: "s".to_owned(),
        data: vec![7, 7, 7],
    };
    let sent = world.room.handle(Input::Message {
        connection,
        message: FromPeer::Ephemeral(content.clone()),
    });
    let [
        Effect::Send {
            connection: to,
            message,
        },
    ] = &sent[..]
    else {
        panic!("{sent:?}")
    };
    let sender = PeerId::new("tab-0").unwrap();
    assert_eq!(*message, ToPeer::Ephemeral { sender, content });
    assert_eq!(*to, connection_of(&world, 1));
}

#[test]
fn a_room_may_be_dropped_only_when_nobody_is_here_and_nothing_waits() {
    let mut world = settled(&[ReadWrite]);
    assert!(
        effects_of(&mut world, Input::UnloadAsked).is_empty(),
        "somebody is here"
    );
    let data = type_letter(&mut world, 0);
    say(&mut world, 0, data);
    world.disconnect(0);
    assert!(
        effects_of(&mut world, Input::UnloadAsked).is_empty(),
        "what was sent before leaving is kept"
    );
    world.input(Input::Flush);
    assert!(
        effects_of(&mut world, Input::UnloadAsked).is_empty(),
        "the store has not answered"
    );
    let before = world.stored.len();
    world.store(Outcome::Stored);
    assert_eq!(world.stored.len(), before + 1);
    let asked = effects_of(&mut world, Input::UnloadAsked);
    assert!(
        matches!(asked[..], [Effect::SnapshotDue, Effect::MayUnload]),
        "{asked:?}"
    );
}

#[test]
fn another_process_is_caught_up_with() {
    let mut world = settled(&[ReadWrite, ReadWrite]);
    // It stores between our flush and our commit.
    let data = type_letter(&mut world, 0);
    say(&mut world, 0, data);
    world.input(Input::Flush);
    world.edit_elsewhere();
    world.store(Outcome::Stored);
    assert!(
        world.room.seq() < world.stored.len() as u64,
        "there is a gap"
    );
    world.fetch();
    assert_eq!(world.room.seq(), world.stored.len() as u64);
    world.quiesce();
    world.assert_converged();
}

#[test]
fn changes_that_lack_something_wait_but_not_without_end() {
    let limits = Limits {
        orphans: 10,
        ..Limits::default()
    };
    let world = settled(&[ReadWrite]);
    let stored = Stored {
        snapshot: None,
        chunks: world.stored.clone(),
        owners: Vec::new(),
    };
    let mut room = Room::load(DOCUMENT, stored, limits).unwrap();
    let connection = ConnectionId(500);
    let join = Input::Join {
        connection,
        peer: PeerId::new("x").unwrap(),
        person: person(9),
        access: ReadWrite,
        own_actor: None,
    };
    room.handle(join);
    let mut doc = world.clients[0]
        .doc
        .clone()
        .with_actor(automerge::ActorId::from([77; 4]));
    let text = doc.get(ROOT, "text").unwrap().unwrap().1;
    let before = doc.get_heads();
    for _ in 0..14 {
        doc.splice_text(&text, 1, 0, "o").unwrap();
        doc.commit();
    }
    let changes = doc.get_changes(&before);
    let give = |room: &mut Room, range: std::ops::Range<usize>| {
        let message = Message {
            heads: Vec::new(),
            need: Vec::new(),
            have: Vec::new(),
            changes: automerge::sync::ChunkList::from(
                changes[range]
                    .iter()
                    .map(|change| change.raw_bytes().to_vec())
                    .collect::<Vec<_>>(),
            ),
            flags: None,
            version: automerge::sync::MessageVersion::V1,
        };
        let mut effects = room.handle(Input::Message {
            connection,
            message: FromPeer::Sync(message.encode()),
        });
        effects.extend(room.handle(Input::Flush));
        effects
    };
    let waiting = give(&mut room, 1..10);
    assert!(
        !waiting
            .iter()
            .any(|effect| matches!(effect, Effect::Commit(_) | Effect::Close { .. }))
    );
    let complete = give(&mut room, 0..1);
    let commit = complete.iter().find_map(|effect| match effect {
        Effect::Commit(commit) => Some(commit),
        _ => None,
    });
    assert_eq!(
        commit.unwrap().chunks.len(),
        10,
        "they came as soon as they could"
    );
    room.handle(Input::Committed {
        first_seq: room.seq() + 1,
    });

    let mut stranger = doc.clone().with_actor(automerge::ActorId::from([78; 4]));
    let first = stranger.get_heads();
    for _ in 0..14 {
        stranger.splice_text(&text, 1, 0, "s").unwrap();
        stranger.commit();
    }
    let orphans = stranger.get_changes(&first);
    let message = Message {
        heads: Vec::new(),
        need: Vec::new(),
        have: Vec::new(),
        changes: automerge::sync::ChunkList::from(
            orphans[1..]
                .iter()
                .map(|change| change.raw_bytes().to_vec())
                .collect::<Vec<_>>(),
        ),
        flags: None,
        version: automerge::sync::MessageVersion::V1,
    };
    let mut effects = room.handle(Input::Message {
        connection,
        message: FromPeer::Sync(message.encode()),
    });
    effects.extend(room.handle(Input::Flush));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Close { .. })),
        "{effects:?}"
    );
}

#[test]
fn loading_is_strict() {
    let world = settled(&[ReadWrite, ReadWrite]);
    let load = |change: &dyn Fn(&mut Stored)| {
        let mut stored = Stored {
            snapshot: None,
            chunks: world.stored.clone(),
            owners: Vec::new(),
        };
        change(&mut stored);
        Room::load(DOCUMENT, stored, Limits::default()).map(|room| room.heads())
    };
    assert_eq!(load(&|_| {}).unwrap(), world.room.heads());
    let missing = load(&|stored| {
        stored.chunks.remove(1);
    });
    assert_eq!(
        missing.unwrap_err().to_string(),
        "the document cannot be loaded: chunk 2 is missing"
    );
    for place in [0, 6, 12, 30] {
        let flipped = load(&|stored| {
            let mut bytes = stored.chunks[1].bytes.to_vec();
            bytes[place] ^= 1;
            stored.chunks[1].bytes = bytes.into();
        });
        assert!(flipped.is_err(), "byte {place}");
    }
    let swapped = load(&|stored| stored.chunks[1].hash = stored.chunks[0].hash);
    assert!(swapped.is_err());
    let snapshot = world.room.snapshot().verify().unwrap();
    let with = |heads: Vec<Hash>, bytes: bytes::Bytes| {
        let snapshot = Some(StoredSnapshot {
            upto_seq: snapshot.upto_seq,
            heads,
            bytes,
        });
        Room::load(
            DOCUMENT,
            Stored {
                snapshot,
                ..Stored::default()
            },
            Limits::default(),
        )
    };
    assert!(with(snapshot.heads.clone(), snapshot.bytes.clone()).is_ok());
    assert!(with(vec![[1; 32]], snapshot.bytes.clone()).is_err());
    let mut flipped = snapshot.bytes.to_vec();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    assert!(with(snapshot.heads.clone(), flipped.into()).is_err());
}

/// A sync message that brings these changes and says nothing else.
fn bringing(changes: &[automerge::Change]) -> Vec<u8> {
    let changes: Vec<_> = changes
        .iter()
        .map(|change| change.raw_bytes().to_vec())
        .collect();
    Message {
        heads: Vec::new(),
        need: Vec::new(),
        have: Vec::new(),
        changes: automerge::sync::ChunkList::from(changes),
        flags: None,
        version: automerge::sync::MessageVersion::V1,
    }
    .encode()
}

#[test]
fn what_lacked_only_what_the_store_had_is_committed_without_another_word() {
    let mut world = settled(&[ReadWrite, ReadWrite]);
    // A word that another process stored, and one that builds on it, from somebody who has it from there.
    let after = world.stored.len();
    world.edit_elsewhere();
    let chunks = world.stored[after..].to_vec();
    let mut doc = world.clients[0].doc.clone();
    doc.load_incremental(&chunks[0].bytes).unwrap();
    let before = doc.get_heads();
    let text = doc.get(ROOT, "text").unwrap().unwrap().1;
    doc.splice_text(&text, 0, 0, "w").unwrap();
    doc.commit();
    let built = doc.get_changes(&before);
    let hash = built[0].hash();

    let data = bringing(&built);
    assert!(matches!(say(&mut world, 0, data)[..], [Effect::WantsFlush]));
    let flushed = effects_of(&mut world, Input::Flush);
    assert!(
        !flushed.iter().any(|one| matches!(one, Effect::Commit(_))),
        "{flushed:?}"
    );
    let fetched = effects_of(&mut world, Input::Fetched { chunks });
    assert!(
        fetched.iter().any(|one| matches!(one, Effect::WantsFlush)),
        "{fetched:?}"
    );
    let flushed = effects_of(&mut world, Input::Flush);
    let [Effect::Commit(commit)] = &flushed[..] else {
        panic!("{flushed:?}");
    };
    assert_eq!(commit.chunks[0].hash, hash.0);

    // Nothing waits any more, so nothing asks for a flush for ever.
    let told = committed(&mut world);
    assert!(
        !told.iter().any(|one| matches!(one, Effect::WantsFlush)),
        "{told:?}"
    );
    assert_eq!(world.room.heads(), [hash.0]);
}

#[test]
fn what_waits_of_one_whose_right_has_ended_is_never_stored() {
    // Before and after it was found out that it waits.
    for is_flushed in [true, false] {
        for access in [None, Some(ReadOnly)] {
            let mut world = settled(&[ReadWrite, ReadWrite]);
            let revoked = connection_of(&world, 0);
            let base = world.clients[1].doc.get_heads();
            world.clients[1].edit(0, 5);
            let first = world.clients[1].doc.get_changes(&base);
            // It came to them by another way than by this server.
            let mut doc = world.clients[0].doc.clone();
            doc.apply_changes(first.clone()).unwrap();
            let before = doc.get_heads();
            let text = doc.get(ROOT, "text").unwrap().unwrap().1;
            doc.splice_text(&text, 1, 0, "B").unwrap();
            doc.commit();
            let built_on_it = bringing(&doc.get_changes(&before));

            let mut effects = say(&mut world, 0, built_on_it);
            if is_flushed {
                effects.extend(effects_of(&mut world, Input::Flush));
            }
            let ended = Input::AccessChanged {
                connection: revoked,
                access,
            };
            effects.extend(effects_of(&mut world, ended));
            effects.extend(effects_of(&mut world, Input::Flush));
            let is_commit = |one: &Effect| matches!(one, Effect::Commit(_));
            assert!(!effects.iter().any(is_commit), "it waits: {effects:?}");
            say(&mut world, 1, bringing(&first));
            let effects = effects_of(&mut world, Input::Flush);
            let [Effect::Commit(commit)] = &effects[..] else {
                panic!("{effects:?}");
            };
            let by: Vec<_> = commit.chunks.iter().map(|chunk| chunk.person).collect();
            assert_eq!(by, [person(1)], "{access:?}");
        }
    }
}

/// A message that brings nothing and says much about its sender.
fn boasting(hashes: usize, needs: usize) -> Vec<u8> {
    let hash = |n: usize| {
        let mut hash = [0; 32];
        hash[..8].copy_from_slice(&(n as u64 + 1).to_be_bytes());
        ChangeHash(hash)
    };
    let hashes: Vec<ChangeHash> = (0..hashes).map(hash).collect();
    let message = Message {
        heads: hashes.clone(),
        need: hashes[..needs].to_vec(),
        have: vec![automerge::sync::Have {
            last_sync: hashes,
            bloom: automerge::sync::BloomFilter::default(),
        }],
        changes: automerge::sync::ChunkList::empty(),
        flags: None,
        version: automerge::sync::MessageVersion::V1,
    };
    message.encode()
}

#[test]
fn what_is_said_while_the_store_is_busy_is_kept_within_bounds_and_no_typist_is_sent_away() {
    /// So many messages are said while one commit is under way; whether the connection was closed.
    fn is_closed(said: impl Fn(&mut World) -> Vec<u8>, times: usize) -> (World, bool) {
        let mut world = settled(&[ReadWrite, ReadWrite]);
        let data = type_letter(&mut world, 0);
        say(&mut world, 0, data);
        effects_of(&mut world, Input::Flush);
        let is_closed = (0..times).any(|_| {
            let data = said(&mut world);
            let effects = say(&mut world, 0, data);
            let mut effects = effects.iter();
            effects.any(|one| matches!(one, Effect::Close { .. }))
        });
        (world, is_closed)
    }
    let needy = |_: &mut World| boasting(1 << 10, 1 << 10);
    assert!(is_closed(needy, 100).1, "what cannot be left out piles up");
    let repeating = |_: &mut World| boasting(1 << 10, 0);
    let (world, closed) = is_closed(repeating, 100);
    assert!(!closed, "only the last of it is kept");
    assert!(world.room.is_joined(connection_of(&world, 0)));
    // Some minutes of typing, without an answer.
    let (mut world, closed) = is_closed(|world| type_letter(world, 0), 2_000);
    assert!(!closed, "a typist");
    let effects = committed(&mut world);
    assert!(effects.iter().any(|one| matches!(one, Effect::WantsFlush)));
    let effects = effects_of(&mut world, Input::Flush);
    let [Effect::Commit(commit)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(commit.chunks.len(), 2_000);
}

#[test]
fn chunks_that_come_during_a_commit_that_fails_are_taken_in_and_keep_no_room_open() {
    for outcome in [Outcome::Failed, Outcome::AnswerLost] {
        let mut world = settled(&[ReadWrite, ReadWrite]);
        let seq = world.room.seq();
        let data = type_letter(&mut world, 0);
        say(&mut world, 0, data);
        world.input(Input::Flush);
        world.edit_elsewhere();
        world.fetch();
        assert_eq!(world.room.seq(), seq, "the commit is under way");
        world.store(outcome);
        assert_eq!(world.room.seq(), seq + 1, "what was fetched is in");
        world.fetch();
        world.run_commit();
        assert_eq!(world.room.seq(), seq + 2);
        for number in 0..2 {
            world.disconnect(number);
        }
        let effects = effects_of(&mut world, Input::UnloadAsked);
        assert!(
            effects.iter().any(|one| matches!(one, Effect::MayUnload)),
            "{outcome:?}: {effects:?}"
        );
        world.quiesce();
        world.assert_converged();
    }
}
