//! A disk without room, as SQLite sees it. Another backend has its own.

use storage::{document_chunks::Documents, people::People, programme::Programme, store::Closing};
use storage_sqlite::SqliteStore;
use tests::database::{
    Database, append, document_id, edition, hash, id, new_document, output_document, person,
    person_id,
};

#[tokio::test]
async fn a_full_disk_says_not_saved_keeps_what_was_there_and_works_again_with_room() {
    let database = Database::sqlite();
    let store = SqliteStore::open(&database.file()).await.unwrap();
    store.import_edition(edition()).await.unwrap();
    store.limit_pages(1).await.unwrap();

    // SQLite never cuts below what there is: fill the rest until it is full.
    let mut kept = 0;
    let failure = loop {
        let mut adding = append(document_id(1), &[kept]);
        adding.chunks[0].bytes = vec![7; 9000].into();
        match store.append_chunks(adding).await {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 1000, "the limit does not hold");
    };
    assert!(failure.is_not_saved(), "{failure}");
    let loaded = store.load_document(document_id(1)).await.unwrap().unwrap();
    assert_eq!(loaded.chunks.len(), kept as usize + 1);

    // A big write and a small one share a commit: what cannot be kept is not half kept.
    let mut big = edition();
    big.file_sha256 = [9; 32];
    big.edition.id = id("igf-2024");
    big.sessions.clear();
    big.deadlines.clear();
    big.output_documents = vec![output_document(30)];
    big.output_documents[0].document = new_document(30);
    big.output_documents[0].document.chunks[0].bytes = vec![1; 90_000].into();
    let (big, small) = tokio::join!(store.import_edition(big), store.add_person(person(1), 1));
    assert!(big.unwrap_err().is_not_saved());
    assert_eq!(store.document(document_id(30)).await.unwrap(), None);
    assert_eq!(store.editions().await.unwrap().len(), 1);
    let is_there = store.person(person_id(1)).await.unwrap().is_some();
    assert_eq!(is_there, small.is_ok());

    store.limit_pages(100_000).await.unwrap();
    let after = store
        .append_chunks(append(document_id(1), &[999_999]))
        .await
        .unwrap();
    assert_eq!(after.head_seq, i64::from(kept) + 2);
    store.close().await;
    let reopened = SqliteStore::open(&database.file()).await.unwrap();
    let loaded = reopened
        .load_document(document_id(1))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(loaded.document.heads, [hash(999_999)]);
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_a_failure_and_no_panic() {
    let database = Database::sqlite();
    let file = database.file().join("no-such-folder/rapporteur.sqlite");
    assert!(SqliteStore::open(&file).await.is_err());
}

#[tokio::test]
async fn a_file_that_is_no_database_is_a_failure_and_stays_as_it_is() {
    let database = Database::sqlite();
    let text = "Dear delegates, ".repeat(100);
    std::fs::write(database.file(), &text).unwrap();
    assert!(SqliteStore::open(&database.file()).await.is_err());
    assert_eq!(std::fs::read_to_string(database.file()).unwrap(), text);
}
