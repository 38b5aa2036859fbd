use std::time::Duration;

use futures_util::{FutureExt, StreamExt};
use storage::wake::Woken;
use tests::database::{append, document_id, each_database, edition, hash, person, person_id};
use tokio::time::timeout;

/// Long enough for any machine; a test that works never waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn what_another_process_wrote_is_told_and_can_be_fetched() {
    each_database(async |database| {
        let (here, there) = (database.open().await, database.open().await);
        here.import_edition(edition()).await.unwrap();
        let mut told_here = here.woken();
        let mut told_there = there.woken();
        let first: Woken = timeout(PATIENCE, told_there.next()).await.unwrap().unwrap();
        assert!(first.records);
        assert!(first.documents.contains(&document_id(1)), "it is new there");

        there
            .append_chunks(append(document_id(2), &[5, 6]))
            .await
            .unwrap();
        let woken = timeout(PATIENCE, told_here.next()).await.unwrap().unwrap();
        assert!(woken.documents.contains(&document_id(2)), "{woken:?}");
        let chunks = here.chunks_after(document_id(2), 1).await.unwrap();
        let hashes: Vec<_> = chunks.iter().map(|chunk| chunk.hash).collect();
        assert_eq!(hashes, [hash(5), hash(6)]);

        // Both write to one document: numbers stay without gaps, and each is told of the other's.
        here.append_chunks(append(document_id(2), &[7]))
            .await
            .unwrap();
        there
            .append_chunks(append(document_id(2), &[8]))
            .await
            .unwrap();
        for told in [&mut told_here, &mut told_there] {
            let woken = timeout(PATIENCE, told.next()).await.unwrap().unwrap();
            assert!(woken.documents.contains(&document_id(2)), "{woken:?}");
        }
        let loaded = here.load_document(document_id(2)).await.unwrap().unwrap();
        assert_eq!(loaded.document.head_seq, 5);
    });
}

#[test]
fn records_of_another_process_are_read_at_once_and_told() {
    each_database(async |database| {
        let (here, there) = (database.open().await, database.open().await);
        let mut told = here.woken();
        there.add_person(person(1), 1).await.unwrap();
        assert!(here.person(person_id(1)).await.unwrap().is_some());
        let woken = timeout(PATIENCE, told.next()).await.unwrap().unwrap();
        assert_eq!(
            woken,
            Woken {
                documents: Vec::new(),
                records: true
            }
        );
    });
}

#[test]
fn a_closed_store_ends_its_streams_and_refuses_writes() {
    each_database(async |database| {
        let store = database.open().await;
        let mut told = store.woken();
        assert!(told.next().now_or_never().is_none());
        store.close().await;
        assert_eq!(timeout(PATIENCE, told.next()).await.unwrap(), None);
        assert_eq!(timeout(PATIENCE, store.woken().next()).await.unwrap(), None);
        assert!(store.add_person(person(1), 1).await.is_err());
        assert!(store.ping().await.is_err());
        store.close().await;
    });
}

#[test]
fn several_processes_may_open_a_new_database_at_once() {
    each_database(async |database| {
        let opened = futures_util::future::join_all((0..6).map(|_| database.open())).await;
        for (store, n) in opened.iter().zip(1..) {
            store.add_person(person(n), 1).await.unwrap();
        }
        for n in 1..=6 {
            let found = opened[0].person(person_id(n)).await.unwrap();
            assert_eq!(found, Some(person(n)));
        }
    });
}
