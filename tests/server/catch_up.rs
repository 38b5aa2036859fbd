//! What a process that was killed had stored of a text and not yet told the board.

use std::time::Instant;

use automerge::{Automerge, ROOT, ReadDoc, transaction::Transactable};
use storage::document_chunks::{Actor, Append, ChangeHash, NewChunk, Owns};
use tests::site::Site;
use tokio::time::sleep;

use super::{Duration, PATIENCE, bearer, get, notes, store};

#[tokio::test]
async fn the_board_learns_after_a_start_what_was_written_before() {
    let mut site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let document = notes(&site, &token, "rehearsal").await;
    site.kill();

    // A key point's statement gets another word; SQL's own tables stay as they are.
    let store = store(&site).await;
    let loaded = store.load_document(document).await.unwrap().unwrap();
    let chunks = loaded.chunks.iter().flat_map(|chunk| chunk.bytes.to_vec());
    let snapshot = loaded.snapshot.iter().flat_map(|one| one.bytes.to_vec());
    let bytes: Vec<u8> = snapshot.chain(chunks).collect();
    let mut doc = Automerge::load(&bytes).unwrap();
    let before = doc.get_heads();
    let points = doc.get(ROOT, "keyPoints").unwrap().unwrap().1;
    let point = doc.keys(&points).next().unwrap();
    let record = doc.get(&points, point.as_str()).unwrap().unwrap().1;
    let statement = doc.get(&record, "statement").unwrap().unwrap().1;
    let mut tx = doc.transaction();
    tx.splice_text(&statement, 0, 0, "Just before: ").unwrap();
    tx.commit();
    let change = doc.get_changes(&before).pop().unwrap();
    let chunk = NewChunk {
        hash: ChangeHash(change.hash().0),
        bytes: change.raw_bytes().to_vec().into(),
        actor: Actor(change.actor_id().to_bytes().to_vec()),
        person_id: None,
        owns: Owns::First,
        received_at: 1,
    };
    let append = Append {
        document_id: document,
        expected: None,
        chunks: vec![chunk],
        heads: doc
            .get_heads()
            .iter()
            .map(|head| ChangeHash(head.0))
            .collect(),
    };
    store.append_chunks(append).await.unwrap();
    store.close().await;

    site.start();
    let by = bearer(&token);
    let since = Instant::now();
    loop {
        let path = "/api/editions/igf-2023/key-points";
        let board = get(&site, ("authorization", &by), path).await;
        if board.to_string().contains("Just before: ") {
            return;
        }
        assert!(
            since.elapsed() < PATIENCE,
            "nobody opens the notes, and yet the board has to know"
        );
        sleep(Duration::from_millis(100)).await;
    }
}
