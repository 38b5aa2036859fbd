//! Sockets end with what opened them, and one that misbehaves ends alone.

use futures_util::StreamExt;
use model::id::DocumentId;
use sync::message::Message;
use tests::{database::id, site::Site};
use tokio::time::Instant;
use tokio_tungstenite::{connect_async, tungstenite};

use super::{PATIENCE, Tab, cookie, notes, person};

/// The largest frame that is taken where nothing else is set.
const LIMIT: usize = 16 << 20;

#[tokio::test]
async fn a_socket_ends_with_its_token() {
    let site = Site::with_demo_edition();
    let editor = site.token("editor@example.org", "editor");
    let notes = notes(&site, &editor, "pt23-rt").await;
    let short = site.must(["token", "--person", "editor@example.org", "--ttl", "4s"]);
    let begun = Instant::now();
    let mut tab = Tab::of(&site, short.trim()).await;
    let mut copy = tab.document(notes).await;
    let said = tab.refused().await;
    assert_eq!(said, "you are signed out");
    assert!(begun.elapsed() < PATIENCE);
    // What is typed now stays in the tab.
    copy.write("Too late.");
    let message = Message::Sync(tab.to(notes, copy.text.save()));
    assert!(tab.send(message.encode()).await.is_err());
    assert_eq!(
        Tab::open(&site.sync_url(short.trim()), &[]).await.err(),
        Some(401)
    );
    Tab::of(&site, &editor).await.document(notes).await;
}

#[tokio::test]
async fn a_page_that_keeps_somebody_elses_words_gets_no_socket() {
    let site = Site::with_demo_edition();
    let (ada, bob) = ("ada@example.org", "bob@example.org");
    let token = site.token(ada, "editor");
    site.token(bob, "editor");
    let (of_ada, of_bob) = (cookie(&site, ada).await, cookie(&site, bob).await);
    let (ada, bob) = (
        person(&site, ("cookie", &of_ada)).await,
        person(&site, ("cookie", &of_bob)).await,
    );
    let address = site.sync_url(&token);
    let by_cookie = address.split('?').next().unwrap();
    let open = async |address: String, cookie: &str| {
        let opened = Tab::open(&address, &[("cookie", cookie)]).await;
        opened.err()
    };
    // Bob has signed in at the laptop on which Ada typed.
    let keeps = |person| format!("{by_cookie}?person={person}");
    assert_eq!(open(keeps(ada), &of_bob).await, Some(401));
    assert_eq!(open(keeps(bob), &of_bob).await, None);
    assert_eq!(open(keeps(ada), &of_ada).await, None);
    assert_eq!(open(by_cookie.to_owned(), &of_ada).await, None);
    let keeps = |person| format!("{address}&person={person}");
    assert_eq!(open(keeps(bob), "").await, Some(401));
    assert_eq!(open(keeps(ada), "").await, None);
}

#[tokio::test]
async fn a_connection_that_sends_what_it_must_not_ends_alone() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let notes = notes(&site, &token, "pt23-rt").await;
    let mut other = Tab::of(&site, &token).await;
    let mut copy = other.document(notes).await;

    for (frame, why) in [
        (b"\xff no CBOR".to_vec(), "the frame cannot be read"),
        (vec![0; LIMIT + 1], "too large"),
        (vec![0; LIMIT + (1 << 20)], "too large"),
    ] {
        let mut tab = Tab::of(&site, &token).await;
        tab.send(frame).await.unwrap();
        let said = tab.refused().await;
        assert!(said.contains(why), "{said}");
        copy.write("And still they talked. ");
        other.sync(&mut copy).await;
    }

    // What is larger still is not read to its end, so its sender may or may not hear why.
    let mut tab = Tab::of(&site, &token).await;
    let _ = tab.send(vec![0; LIMIT + (3 << 20)]).await;
    let last = tab.hear().await;
    assert!(
        matches!(last, None | Some(Message::Error { .. })),
        "{last:?}"
    );
    copy.write("They went on. ");
    other.sync(&mut copy).await;

    // A document that is not there is no offence.
    let mut tab = Tab::of(&site, &token).await;
    let unknown = DocumentId([7; 16]);
    tab.say(&Message::Request(tab.to(unknown, vec![0x42])))
        .await;
    let answer = tab.hear().await;
    let Some(Message::DocUnavailable(about)) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(id::<DocumentId>(&about.document), unknown);
    let mut now = tab.document(notes).await;
    assert_eq!(now.text.get_heads(), copy.text.get_heads());
}

#[tokio::test]
async fn one_person_opens_many_tabs_but_not_without_end() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let other = site.token("ada@example.org", "editor");
    let address = site.sync_url(&token);
    let mut tabs = Vec::new();
    for _ in 0..50 {
        tabs.push(Tab::of(&site, &token).await);
    }
    let close = async || {
        let (mut socket, _) = connect_async(&address).await.unwrap();
        match socket.next().await {
            Some(Ok(tungstenite::Message::Close(Some(close)))) => Some(u16::from(close.code)),
            _ => None,
        }
    };
    assert_eq!(close().await, Some(4429), "the page knows this code");
    Tab::of(&site, &other).await;
    drop(tabs.pop());
    let begun = Instant::now();
    // The server sees soon that a tab has gone.
    while close().await == Some(4429) {
        assert!(begun.elapsed() < PATIENCE);
    }
}
