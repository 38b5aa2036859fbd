//! A room among simulated peers: whatever the order of things, they converge, and nothing leaves before it is stored.

use crate::sim::{Outcome, World};
use proptest::prelude::*;
use sync::room::{Access, Input};

use Access::{ReadOnly, ReadWrite};

#[derive(Debug, Clone)]
enum Act {
    Edit(usize, u8, usize),
    Send(usize),
    ToServer(usize),
    ToClient(usize),
    Flush,
    Settle,
    Store(Outcome),
    Fetch,
    Connect(usize),
    Disconnect(usize),
    Access(usize, Option<Access>),
    EditElsewhere,
    Snapshot,
    Restart,
}

fn act(clients: usize) -> impl Strategy<Value = Act> {
    let client = 0..clients;
    prop_oneof![
        10 => (client.clone(), any::<u8>(), 0..400usize).prop_map(|(c, kind, place)| Act::Edit(c, kind, place)),
        8 => client.clone().prop_map(Act::Send),
        14 => client.clone().prop_map(Act::ToServer),
        14 => client.clone().prop_map(Act::ToClient),
        8 => Just(Act::Flush),
        3 => Just(Act::Settle),
        8 => Just(Act::Store(Outcome::Stored)),
        1 => Just(Act::Store(Outcome::Failed)),
        1 => Just(Act::Store(Outcome::AnswerLost)),
        3 => Just(Act::Fetch),
        5 => client.clone().prop_map(Act::Connect),
        1 => client.clone().prop_map(Act::Disconnect),
        1 => (client, prop_oneof![Just(None), Just(Some(ReadOnly)), Just(Some(ReadWrite))]).prop_map(|(c, a)| Act::Access(c, a)),
        1 => Just(Act::EditElsewhere),
        1 => Just(Act::Snapshot),
        1 => Just(Act::Restart),
    ]
}

fn perform(world: &mut World, act: Act) {
    match act {
        Act::Edit(client, kind, place) => {
            world.clients[client].edit(kind, place);
        }
        Act::Send(client) => world.clients[client].send(),
        Act::ToServer(client) => {
            world.deliver_to_server(client);
        }
        Act::ToClient(client) => {
            world.deliver_to_client(client);
        }
        Act::Flush => world.input(Input::Flush),
        Act::Settle => world.input(Input::Settle),
        Act::Store(outcome) => world.store(outcome),
        Act::Fetch => world.fetch(),
        Act::Connect(client) => world.connect(client),
        Act::Disconnect(client) => world.disconnect(client),
        Act::Access(client, access) => world.set_access(client, access),
        Act::EditElsewhere => world.edit_elsewhere(),
        Act::Snapshot => world.take_snapshot(),
        Act::Restart => world.restart(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn peers_converge_and_nothing_leaves_before_it_is_stored(acts in prop::collection::vec(act(4), 0..250)) {
        let mut world = World::new(&[ReadWrite, ReadWrite, ReadWrite, ReadOnly]);
        for act in acts {
            perform(&mut world, act);
        }
        let messages = world.quiesce();
        prop_assert!(messages < 400, "{messages} messages until rest");
        world.assert_converged();
        prop_assert!(world.closed.is_empty(), "{:?}", world.closed);

        // Those who lost the right get it back, and what they typed meanwhile arrives.
        for number in 0..world.clients.len() {
            world.set_access(number, Some(ReadWrite));
        }
        world.quiesce();
        world.assert_converged();

        // Nothing is lost by a restart.
        world.take_snapshot();
        world.restart();
        world.quiesce();
        world.assert_converged();
        prop_assert!(world.closed.is_empty(), "{:?}", world.closed);
    }
}
