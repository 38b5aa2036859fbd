//! The codec against frames that automerge-repo 2.5.6 wrote (by cbor-x), and against broken ones.
//!
//! `wire/cbor-x.txt` holds a name and a frame in hex on each line.

use model::id::DocumentId;
use proptest::prelude::*;
use sync::{
    connection::{Connection, Step},
    limits::Limits,
    message::{Addressed, Ephemeral, FrameError, Message, PeerId, PeerMetadata},
    room::{FromPeer, ToPeer},
};

const LIMIT: usize = 16 << 20;
const DOCUMENT: &str = "2iDo5VKZRhFkGWy3oVbiTcLxNkZZ";

fn fixture(name: &str) -> Vec<u8> {
    let line = include_str!("wire/cbor-x.txt")
        .lines()
        .find_map(|line| line.split_once(' ').filter(|(n, _)| *n == name));
    hex::decode(line.unwrap().1).unwrap()
}

fn peer(name: &str) -> PeerId {
    PeerId::new(name).unwrap()
}

fn addressed<T>(content: T) -> Addressed<T> {
    Addressed {
        sender: peer("peer-k3x"),
        target: Some(peer("server")),
        document: DOCUMENT.to_owned(),
        content,
    }
}

fn join(metadata: PeerMetadata, versions: Option<Vec<String>>) -> Message {
    Message::Join {
        sender: peer("peer-k3x"),
        metadata,
        versions,
    }
}

#[test]
fn frames_of_the_javascript_client_are_read() {
    let storage_id = Some("a8a5cf1b-6d1c-4f6c-9b80-1d7fbc2f24c4".to_owned());
    let one = || Some(vec!["1".to_owned()]);
    let none = PeerMetadata::default();
    let sync = |content: Vec<u8>| Message::Sync(addressed(content));
    let ephemeral = |count| {
        Message::Ephemeral(addressed(Ephemeral {
            count,
            session: "k2v9x0".to_owned(),
            data: vec![1, 2, 3],
        }))
    };
    for (name, expected) in [
        (
            "join",
            join(
                PeerMetadata {
                    storage_id,
                    is_ephemeral: false,
                    secret: None,
                },
                one(),
            ),
        ),
        ("joinEmptyMetadata", join(none.clone(), one())),
        (
            "joinUndefinedStorage",
            join(
                PeerMetadata {
                    storage_id: None,
                    is_ephemeral: true,
                    secret: None,
                },
                one(),
            ),
        ),
        (
            "joinVersion2",
            join(none.clone(), Some(vec!["2".to_owned()])),
        ),
        ("joinNoVersions", join(none, None)),
        ("request", Message::Request(addressed(vec![1, 2, 3]))),
        ("sync", sync(vec![1, 2, 3])),
        ("syncBuffer", sync(vec![1, 2, 3])),
        ("syncLong", sync(vec![7; 300])),
        ("taggedBytes", sync(vec![1, 2, 3])),
        ("ephemeral", ephemeral(7)),
        ("ephemeralLargeCount", ephemeral(5_000_000_000)),
        ("docUnavailable", Message::DocUnavailable(addressed(()))),
        ("remoteSubscriptionChange", Message::Ignored),
        ("remoteHeadsChanged", Message::Ignored),
    ] {
        assert_eq!(
            Message::decode(&fixture(name), LIMIT),
            Ok(expected),
            "{name}"
        );
    }
}

#[test]
fn what_is_written_is_read_again() {
    for name in [
        "join",
        "joinNoVersions",
        "request",
        "sync",
        "syncLong",
        "ephemeralLargeCount",
        "docUnavailable",
        "unicode",
    ] {
        let message = Message::decode(&fixture(name), LIMIT).unwrap();
        assert_eq!(
            Message::decode(&message.encode(), LIMIT),
            Ok(message),
            "{name}"
        );
    }
}

#[test]
fn broken_frames_are_refused() {
    let refused = |frame: &[u8]| {
        assert!(
            Message::decode(frame, LIMIT).is_err(),
            "{}",
            hex::encode(frame)
        )
    };
    refused(b"");
    refused(b"\x00");
    refused(b"GET / HTTP/1.1");
    refused(&fixture("syncEmpty"));
    refused(&fixture("sync")[..40]);
    refused(&[fixture("sync"), vec![0]].concat());
    // A map that announces 2^60 entries, a byte string of 2^60 bytes, nesting without end.
    refused(&hex::decode("bb1000000000000000").unwrap());
    refused(&hex::decode("a164646174615b1000000000000000").unwrap());
    refused(&[hex::decode("a16178").unwrap(), vec![0x81; 100_000]].concat());
    refused(&[hex::decode("a16178").unwrap(), vec![0x9f; 100_000]].concat());
    refused(&[hex::decode("a16178").unwrap(), vec![0xc1; 100_000]].concat());
    // The same key twice; a number where a name belongs; no type.
    refused(&hex::decode("a2647479706564737c6e636474797065").unwrap());
    refused(&hex::decode("a26474797065646a6f696e6474797065646a6f696e").unwrap());
    refused(&hex::decode("a164747970651864").unwrap());
    refused(&hex::decode("a0").unwrap());
    assert_eq!(Message::decode(&[0; 32], 16), Err(FrameError::TooLarge(32)));
}

#[test]
fn odd_keys_and_unknown_types_are_passed_over() {
    // {1: 2, [3]: {4: 5}, "type": "leave", "senderId": "a"}, with indefinite lengths.
    let frame =
        hex::decode("bf01028103a104056474797065656c656176656873656e646572496461ff").unwrap();
    assert!(
        Message::decode(&frame, LIMIT).is_err(),
        "senderId announces 4 bytes and has 1"
    );
    let frame =
        hex::decode("bf01028103a104056474797065656c656176656873656e64657249646161ff").unwrap();
    assert_eq!(Message::decode(&frame, LIMIT), Ok(Message::Ignored));
}

fn connection() -> Connection {
    Connection::new(peer("server"), "cluster", Limits::default())
}

#[test]
fn a_client_joins_and_its_frames_find_their_document() {
    let mut connection = connection();
    let Step::Joined {
        peer: joined,
        reply,
    } = connection.receive(&fixture("join"))
    else {
        panic!("not joined")
    };
    assert_eq!(joined, peer("peer-k3x"));
    let Ok(Message::Peer {
        sender,
        target,
        version,
        metadata,
    }) = Message::decode(&reply, LIMIT)
    else {
        panic!("no peer")
    };
    assert_eq!(
        (sender, target, version.as_str()),
        (peer("server"), peer("peer-k3x"), "1")
    );
    assert_eq!(
        metadata,
        PeerMetadata {
            storage_id: Some("cluster".to_owned()),
            is_ephemeral: false,
            secret: None,
        }
    );

    let document = DocumentId([9; 16]);
    let mut to = addressed(vec![1, 2, 3]);
    to.document = document.to_string();
    for frame in [
        Message::Request(to.clone()).encode(),
        Message::Sync(to).encode(),
    ] {
        let message = FromPeer::Sync(vec![1, 2, 3]);
        assert_eq!(
            connection.receive(&frame),
            Step::Route { document, message }
        );
    }
    assert_eq!(
        connection.receive(&fixture("remoteSubscriptionChange")),
        Step::Nothing
    );

    let sent = Message::decode(
        &connection.encode(document, &ToPeer::Sync(vec![5].into())),
        LIMIT,
    )
    .unwrap();
    let Message::Sync(sent) = sent else {
        panic!("not sync")
    };
    assert_eq!(
        (sent.sender, sent.target, sent.content),
        (peer("server"), Some(peer("peer-k3x")), vec![5])
    );
    assert_eq!(sent.document, document.to_string());
}

#[test]
fn presence_is_heard_in_ones_own_name_and_while_it_is_small() {
    let mut connection = connection();
    connection.receive(&fixture("join"));
    let document = DocumentId([9; 16]);
    let mut show = |name: &str, size: usize| {
        let content = Ephemeral {
            count: 1,
            session: "s".to_owned(),
            data: vec![7; size],
        };
        let mut to = addressed(content.clone());
        (to.sender, to.document) = (peer(name), document.to_string());
        let step = connection.receive(&Message::Ephemeral(to).encode());
        let message = FromPeer::Ephemeral(content);
        let is_heard = step == Step::Route { document, message };
        assert!(is_heard || step == Step::Nothing, "{step:?}");
        is_heard
    };
    assert!(show("peer-k3x", 3));
    assert!(!show("peer-zzz", 3), "an echo of somebody else's");
    assert!(!show("peer-k3x", 1 << 20), "too large");
}

#[test]
fn a_client_that_tells_its_secret_shows_which_actor_is_its_own() {
    let mut connection = connection();
    let join = |secret| {
        let metadata = PeerMetadata {
            secret,
            ..PeerMetadata::default()
        };
        let sender = peer("peer-k3x");
        Message::Join {
            sender,
            metadata,
            versions: None,
        }
        .encode()
    };
    let document = DocumentId([7; 16]);
    connection.receive(&join(None));
    assert_eq!(connection.own_actor(document), None);
    connection.receive(&join(Some([7; 32])));
    // The page computes the same: web/src/sync/repo.test.ts.
    let own = connection.own_actor(document).map(hex::encode);
    assert_eq!(own.as_deref(), Some("f07247cbc9fcd7c44fbd9b7cc713cb4c"));
    assert_ne!(
        connection.own_actor(DocumentId([8; 16])).map(hex::encode),
        own
    );
}

#[test]
fn a_connection_that_breaks_the_rules_is_closed() {
    let closed = |frames: &[Vec<u8>]| {
        let mut connection = connection();
        let mut last = Step::Nothing;
        for frame in frames {
            last = connection.receive(frame);
        }
        let Step::Close { last, reason } = last else {
            panic!("not closed: {last:?}")
        };
        assert!(
            matches!(Message::decode(&last, LIMIT), Ok(Message::Error { message, .. }) if message == reason)
        );
        reason
    };
    assert_eq!(closed(&[fixture("sync")]), "the first message must be join");
    assert_eq!(
        closed(&[fixture("joinVersion2")]),
        "unsupported protocol version"
    );
    assert_eq!(
        closed(&[fixture("join"), fixture("sync")]),
        "the id of the document is malformed"
    );
    assert_eq!(
        closed(&[fixture("join"), fixture("unicode")]),
        "this connection already has another name"
    );
    assert_eq!(
        closed(&[fixture("join"), vec![0xff]]),
        "the frame cannot be read: it is not the CBOR that the protocol has there"
    );
    let limits = Limits {
        frame: 100,
        ..Limits::default()
    };
    let mut small = Connection::new(peer("server"), "cluster", limits);
    assert!(matches!(
        small.receive(&fixture("syncLong")),
        Step::Close { .. }
    ));
}

proptest! {
    #[test]
    fn no_bytes_make_the_codec_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Message::decode(&bytes, LIMIT);
        let _ = connection().receive(&bytes);
    }

    #[test]
    fn no_change_to_an_honest_frame_makes_it_panic(place in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        for line in include_str!("wire/cbor-x.txt").lines() {
            let mut frame = hex::decode(line.split_once(' ').unwrap().1).unwrap();
            let place = place.index(frame.len());
            frame[place] = byte;
            let _ = Message::decode(&frame, LIMIT);
            let _ = Message::decode(&frame[..cut.index(frame.len())], LIMIT);
        }
    }
}
