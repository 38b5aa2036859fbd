//! A backup is put back while people have the document open: they know more than the store.

use automerge::{ChangeHash, ROOT, ReadDoc, transaction::Transactable};
use sync::room::{Access::ReadWrite, ActorOwner, Input};

use crate::{
    hostile::{attack, message},
    sim::{Outcome, World, person},
};

/// Everybody goes, and the store is what it was when it had so many chunks and owners.
fn put_back(world: &mut World, (chunks, owners): (usize, usize)) {
    world.stored.truncate(chunks);
    world.owners.truncate(owners);
    let stored = world.stored.iter();
    world.committed = stored.map(|chunk| ChangeHash(chunk.hash)).collect();
    world.restart();
}

/// Lets this one come, or go on, until there is nothing to say.
fn rest_with(world: &mut World, number: usize) {
    world.connect(number);
    world.clients[number].send();
    for _ in 0..50 {
        while world.deliver_to_server(number) {}
        world.input(Input::Flush);
        world.store(Outcome::Stored);
        while world.deliver_to_client(number) {}
    }
}

fn owner_of(world: &World, number: usize) -> Option<&ActorOwner> {
    let actor = world.clients[number].doc.get_actor().to_bytes();
    world.owners.iter().rfind(|owner| owner.actor == actor)
}

/// Ada (0) and Bob (1) have written since the backup, and have each other's words.
fn behind() -> World {
    let mut world = World::new(&[ReadWrite, ReadWrite]);
    world.quiesce();
    let backup = (world.stored.len(), world.owners.len());
    for place in 0..3 {
        world.clients[0].edit(0, place);
        world.quiesce();
        world.clients[1].edit(0, place);
        world.quiesce();
    }
    assert_eq!(owner_of(&world, 0).unwrap().person, Some(person(0)));
    put_back(&mut world, backup);
    world
}

#[test]
fn who_comes_first_brings_everybodys_words_and_comes_to_own_none_of_them() {
    let mut world = behind();
    let lost = world.clients[1].doc.get_heads();
    rest_with(&mut world, 1);
    let stored: Vec<_> = world.room.heads().into_iter().map(ChangeHash).collect();
    assert_eq!(stored, lost, "nothing waits");
    assert_eq!(world.caught_up, 1, "and it is told");
    let by: Vec<_> = world
        .stored
        .iter()
        .filter_map(|chunk| chunk.person)
        .collect();
    assert_eq!(by, [person(1); 6]);
    assert_eq!((owner_of(&world, 0), owner_of(&world, 1)), (None, None));

    // What each of them writes next is their own, and so is its actor.
    for number in [1, 0] {
        rest_with(&mut world, number);
        world.clients[number].edit(0, 4);
        rest_with(&mut world, number);
        let last = world.stored.last().unwrap();
        assert_eq!(last.person, Some(person(number)));
        let owner = owner_of(&world, number).unwrap();
        assert_eq!(owner.person, Some(person(number)));
    }
    assert!(world.closed.is_empty(), "{:?}", world.closed);
    world.quiesce();
    world.assert_converged();

    // The same after the server has started anew.
    world.restart();
    world.clients[0].edit(0, 2);
    world.quiesce();
    world.assert_converged();
    assert!(world.closed.is_empty(), "{:?}", world.closed);
}

#[test]
fn an_actor_that_is_somebodys_again_is_not_written_under_by_others() {
    let mut world = behind();
    for number in [1, 0] {
        rest_with(&mut world, number);
        world.clients[number].edit(0, 4);
        rest_with(&mut world, number);
    }
    world.quiesce();
    let ada = world.clients[0].doc.get_actor().clone();
    let mut forged = world.clients[1].doc.clone().with_actor(ada);
    let text = forged.get(ROOT, "text").unwrap().unwrap().1;
    let before = forged.get_heads();
    forged.splice_text(&text, 1, 0, "FORGED").unwrap();
    forged.commit();
    let changes = forged.get_changes(&before);
    let changes = changes.iter().map(|change| change.raw_bytes().to_vec());
    let brought = message(changes.collect()).encode();
    assert!(!attack(&mut world, 1, brought.clone()), "it waits for Ada");
    world.clients[0].edit(0, 1);
    world.quiesce();
    assert!(!attack(&mut world, 2, brought));
    assert_eq!(
        world.closed.last().map(String::as_str),
        Some("the change names somebody else's actor")
    );
    world.quiesce();
    world.assert_converged();
}

/// Everything that somebody has, as one brings it who says nothing of what they were told.
fn all_of(world: &mut World, number: usize) -> Vec<u8> {
    let changes = world.clients[number].doc.get_changes(&[]);
    let bytes = changes.iter().map(|change| change.raw_bytes().to_vec());
    message(bytes.collect()).encode()
}

/// One change under the actor of client 0, made by somebody who has what client 1 has.
fn forged(world: &mut World) -> Vec<u8> {
    let ada = world.clients[0].doc.get_actor().clone();
    let mut doc = world.clients[1].doc.clone().with_actor(ada);
    let text = doc.get(ROOT, "text").unwrap().unwrap().1;
    let before = doc.get_heads();
    doc.splice_text(&text, 1, 0, "FORGED").unwrap();
    doc.commit();
    message(vec![doc.get_changes(&before)[0].raw_bytes().to_vec()]).encode()
}

#[test]
fn who_hides_what_they_were_told_takes_no_actor_from_a_page_that_shows_it_as_its_own() {
    let mut world = behind();
    let hidden = all_of(&mut world, 1);
    attack(&mut world, 2, hidden);
    let stolen = owner_of(&world, 0).unwrap().person;
    assert_ne!(stolen, Some(person(0)), "for now");

    world.clients[0].proves = true;
    rest_with(&mut world, 0);
    world.clients[0].edit(0, 1);
    rest_with(&mut world, 0);
    assert_eq!(world.stored.last().unwrap().person, Some(person(0)));
    assert_eq!(owner_of(&world, 0).unwrap().person, Some(person(0)));
    let brought = forged(&mut world);
    assert!(!attack(&mut world, 1, brought), "it is Ada's alone");
    world.restart();
    world.quiesce();
    world.assert_converged();
}

#[test]
fn an_actor_that_was_brought_is_written_under_by_nobody_else_while_its_page_is_here() {
    for proves in [false, true] {
        let mut world = behind();
        rest_with(&mut world, 1);
        world.clients[0].proves = proves;
        rest_with(&mut world, 0);
        assert_eq!(owner_of(&world, 0), None, "it was brought");
        let brought = forged(&mut world);
        // An unknown client cannot show it: it is as if it brought what it has of somebody else's.
        assert_eq!(attack(&mut world, 1, brought), !proves);
        if proves {
            world.clients[0].edit(0, 1);
            world.quiesce();
            world.assert_converged();
            assert_eq!(owner_of(&world, 0).unwrap().person, Some(person(0)));
        }
    }
}

/// The backup holds Ada's first words, so that her actor is hers; she is away, and Bob and Cleo have her last ones.
#[test]
fn what_a_colleague_wrote_last_is_taken_from_two_who_have_it() {
    let mut world = World::new(&[ReadWrite, ReadWrite, ReadWrite]);
    world.quiesce();
    world.clients[0].edit(0, 0);
    world.quiesce();
    let backup = (world.stored.len(), world.owners.len());
    for place in 0..3 {
        world.clients[0].edit(0, place);
        world.quiesce();
    }
    world.clients[1].edit(0, 3);
    world.quiesce();
    put_back(&mut world, backup);

    rest_with(&mut world, 1);
    assert_eq!(
        world.stored.len(),
        backup.0,
        "Bob alone may have made it up"
    );
    assert_eq!(world.waits, 3, "and it is told, once for each");
    rest_with(&mut world, 2);
    assert_eq!(world.stored.len(), backup.0 + 4);
    rest_with(&mut world, 1);
    assert!(world.caught_up > 0);
    assert_eq!(owner_of(&world, 0).unwrap().person, Some(person(0)));
    world.clients[0].edit(0, 1);
    world.quiesce();
    world.assert_converged();
    assert!(world.closed.is_empty(), "{:?}", world.closed);
}

/// Who was away for two days has an actor that the store never saw. Nobody is told that it was behind.
#[test]
fn who_was_offline_brings_their_own_and_the_store_was_not_behind() {
    let mut world = World::new(&[ReadWrite, ReadWrite]);
    world.quiesce();
    world.disconnect(0);
    for place in 0..20 {
        world.clients[0].edit(0, place);
    }
    rest_with(&mut world, 0);
    world.clients[0].edit(0, 1);
    rest_with(&mut world, 0);
    assert_eq!(world.caught_up, 0);
    assert_eq!(owner_of(&world, 0).unwrap().person, Some(person(0)));
    world.quiesce();
    world.assert_converged();
}

#[test]
fn presence_under_the_name_of_a_colleague_is_refused() {
    use sync::{
        message::{Ephemeral, PeerId},
        room::{ConnectionId, Effect, FromPeer},
    };
    let mut world = World::new(&[ReadWrite, ReadWrite, ReadWrite]);
    world.quiesce();
    let show = |world: &mut World, connection: ConnectionId| {
        let content = Ephemeral {
            count: 1,
            session: "s".to_owned(),
            data: vec![1],
        };
        let effects = world.room.handle(Input::Message {
            connection,
            message: FromPeer::Ephemeral(content),
        });
        let sent = effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Send { .. }));
        sent.count()
    };
    let join = |world: &mut World, connection: ConnectionId, who: usize| {
        world.input(Input::Join {
            connection,
            peer: PeerId::new("tab-0").unwrap(),
            person: person(who),
            access: ReadWrite,
            own_actor: None,
        });
    };
    let of_ada = world.clients[0].connection.unwrap();
    let (mallory, again) = (ConnectionId(900), ConnectionId(901));
    join(&mut world, mallory, 66);
    assert_eq!(show(&mut world, mallory), 0, "somebody else's name");
    assert_eq!(show(&mut world, of_ada), 3);
    // Ada's own tab, come back before its old connection is known to be broken.
    join(&mut world, again, 0);
    assert_eq!(show(&mut world, again), 4);
}
