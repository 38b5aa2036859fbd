//! What one connection sends costs the process little, and holds up nobody elsewhere.

use automerge::{
    ActorId,
    sync::{ChunkList, Have, Message as SyncMessage, MessageFlags, MessageVersion},
};
use model::id::DocumentId;
use sync::message::{Ephemeral, Message};
use tests::site::Site;
use tokio::time::{Instant, sleep, timeout};

use super::{Copy, Duration, Tab, notes};

/// The most that the process may hold for one connection.
const HELD: usize = 64 << 20;
/// The most that others may be held up.
const HELD_UP: Duration = Duration::from_millis(200);

fn said(changes: Vec<Vec<u8>>, have: Vec<Have>) -> Vec<u8> {
    let mut flags = MessageFlags::new();
    flags.set(MessageFlags::SUPPORTS_SYNC_RESET);
    let message = SyncMessage {
        heads: Vec::new(),
        need: Vec::new(),
        have,
        changes: ChunkList::from(changes),
        flags: Some(flags),
        version: MessageVersion::V1,
    };
    message.encode()
}

/// The longest that somebody waits for one of these letters to be stored.
async fn slowest(tab: &mut Tab, copy: &mut Copy, letters: usize) -> Duration {
    let mut slowest = Duration::ZERO;
    for _ in 0..letters {
        copy.write("e");
        let began = Instant::now();
        tab.sync(copy).await;
        slowest = slowest.max(began.elapsed());
        sleep(Duration::from_millis(20)).await;
    }
    slowest
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_again_and_again_and_reads_nothing_holds_up_nobody() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let long = notes(&site, &token, "pt23-2").await;
    let mut writer = Tab::of(&site, &token).await;
    let mut text = writer.document(long).await;
    text.write(&"the quick brown fox ".repeat(5_000));
    writer.sync(&mut text).await;

    let elsewhere = notes(&site, &token, "pt23-3").await;
    let mut neighbour = Tab::of(&site, &token).await;
    let mut copy = neighbour.document(elsewhere).await;
    let quiet = slowest(&mut neighbour, &mut copy, 20).await;
    let before = site.memory();

    let mut deaf = Vec::new();
    for _ in 0..4 {
        let mut tab = Tab::of(&site, &token).await;
        let to = tab.to(long, said(Vec::new(), vec![Have::default()]));
        let nothing = Message::Sync(to).encode();
        for _ in 0..3_000 {
            let sent = timeout(Duration::from_millis(50), tab.send(nothing.clone())).await;
            if !matches!(sent, Ok(Ok(()))) {
                break;
            }
        }
        deaf.push(tab);
    }
    let flooded = slowest(&mut neighbour, &mut copy, 20).await;
    let same_room = slowest(&mut writer, &mut text, 5).await;
    let held = site.memory().saturating_sub(before);
    eprintln!("quiet {quiet:?}, flooded {flooded:?}, in the same room {same_room:?}, {held} bytes");
    assert!(
        flooded < quiet + HELD_UP,
        "{flooded:?} instead of {quiet:?}"
    );
    assert!(same_room < Duration::from_secs(2), "{same_room:?}");
    assert!(held < 4 * HELD, "{held} bytes");
}

#[tokio::test(flavor = "multi_thread")]
async fn presence_without_end_holds_up_no_text() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let document = notes(&site, &token, "pt23-2").await;
    let mut writer = Tab::of(&site, &token).await;
    let mut text = writer.document(document).await;
    let before = site.memory();
    let mut loud = Tab::of(&site, &token).await;
    loud.document(document).await;
    for count in 0..20_000 {
        let message = presence(&loud, document, count, vec![7; 8 << 10]);
        let sent = timeout(Duration::from_secs(1), loud.send(message.encode())).await;
        assert!(matches!(sent, Ok(Ok(()))), "it is read");
    }
    // What the writer did not read meanwhile is the newest of it, behind the text.
    text.write("Said on. ");
    let message =
        automerge::sync::SyncDoc::generate_sync_message(&text.text.sync(), &mut text.state);
    let to = writer.to(document, message.unwrap().encode());
    writer.say(&Message::Sync(to)).await;
    let mut heard = 0;
    while let Some(Message::Ephemeral(_)) = writer.hear().await {
        heard += 1;
    }
    let held = site.memory().saturating_sub(before);
    eprintln!("{heard} carets before the answer, {held} bytes");
    assert!(heard < 400, "{heard}");
    assert!(held < 2 * HELD, "{held} bytes");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_word_of_who_goes_is_passed_on() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let document = notes(&site, &token, "pt23-2").await;
    let mut who_stays = Tab::of(&site, &token).await;
    who_stays.document(document).await;
    for _ in 0..5 {
        let mut who_goes = Tab::of(&site, &token).await;
        who_goes.document(document).await;
        // The second one waits its turn when the tab is closed.
        for (count, word) in [(0, b"here"), (1, b"left")] {
            let message = presence(&who_goes, document, count, word.to_vec());
            who_goes.send(message.encode()).await.unwrap();
        }
        who_goes.socket.close(None).await.unwrap();
        let mut last = Vec::new();
        while last != b"left" {
            if let Some(Message::Ephemeral(heard)) = who_stays.hear().await {
                last = heard.content.data;
            }
        }
    }
}

/// What a tab tells of its caret.
fn presence(tab: &Tab, document: DocumentId, count: u64, data: Vec<u8>) -> Message {
    let to = tab.to(document, Vec::new());
    Message::Ephemeral(sync::message::Addressed {
        sender: to.sender,
        target: None,
        document: to.document,
        content: Ephemeral {
            count,
            session: "s".to_owned(),
            data,
        },
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn small_frames_that_announce_gigabytes_are_refused() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let document = notes(&site, &token, "pt23-2").await;
    let copy = Tab::of(&site, &token).await.document(document).await;
    for (what, actor, letters) in [
        ("a long actor", 1 << 20, 2_000),
        ("millions of letters", 16, 1_900_000),
    ] {
        let frame = {
            let mut text = copy.text.clone().with_actor(ActorId::from(vec![0; actor]));
            let before = text.get_heads();
            let id = automerge::ReadDoc::get(&text, automerge::ROOT, "text");
            let id = id.unwrap().unwrap().1;
            let words = "a".repeat(letters);
            automerge::transaction::Transactable::splice_text(&mut text, &id, 1, 0, &words)
                .unwrap();
            text.commit();
            let mut change = text.get_changes(&before).remove(0);
            said(vec![change.bytes().to_vec()], Vec::new())
        };
        let before = site.memory();
        for _ in 0..2 {
            let mut tab = Tab::of(&site, &token).await;
            let to = tab.to(document, frame.clone());
            tab.say(&Message::Sync(to)).await;
            assert_eq!(tab.refused().await, "the changes are too large");
        }
        let held = site.most_memory().saturating_sub(before);
        eprintln!("{what} in {} bytes: {held} bytes", frame.len());
        assert!(held < HELD, "{what}: {held} bytes");
    }
}
