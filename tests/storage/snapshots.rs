use storage::document_chunks::Snapshot;
use tests::database::{append, document_id, each_database, each_store, edition, hash};

fn snapshot(upto_seq: i64) -> Snapshot {
    Snapshot {
        upto_seq,
        heads: vec![hash(u32::try_from(upto_seq).unwrap())],
        bytes: format!("everything up to {upto_seq}").into(),
    }
}

#[test]
fn a_snapshot_stands_for_its_chunks_which_go_only_when_asked() {
    each_store(async |store| {
        store.import_edition(edition()).await.unwrap();
        let id = document_id(1);
        store
            .append_chunks(append(id, &[1, 2, 3, 4]))
            .await
            .unwrap();
        store.save_snapshot(id, snapshot(3)).await.unwrap();
        let loaded = store.load_document(id).await.unwrap().unwrap();
        assert_eq!(loaded.snapshot, Some(snapshot(3)));
        let seqs: Vec<_> = loaded.chunks.iter().map(|chunk| chunk.seq).collect();
        assert_eq!(seqs, [4, 5]);
        assert_eq!(store.chunks_after(id, 0).await.unwrap().len(), 5);

        assert_eq!(
            store.prune_chunks(id, 4).await.unwrap(),
            0,
            "no snapshot of 4"
        );
        assert_eq!(store.prune_chunks(id, 3).await.unwrap(), 3);
        assert_eq!(store.load_document(id).await.unwrap(), Some(loaded));
        let next = store.append_chunks(append(id, &[5])).await.unwrap();
        assert_eq!(next.head_seq, 6);
    });
}

#[test]
fn a_snapshot_beyond_the_end_is_refused() {
    each_store(async |store| {
        store.import_edition(edition()).await.unwrap();
        assert!(
            store
                .save_snapshot(document_id(1), snapshot(2))
                .await
                .is_err()
        );
        assert!(
            store
                .save_snapshot(document_id(50), snapshot(0))
                .await
                .is_err()
        );
    });
}

#[test]
fn a_damaged_snapshot_is_passed_over_and_nothing_is_pruned_for_it() {
    each_database(async |database| {
        let store = database.open().await;
        store.import_edition(edition()).await.unwrap();
        let id = document_id(1);
        store.append_chunks(append(id, &[1, 2, 3])).await.unwrap();
        for upto in [1, 2, 3] {
            store.save_snapshot(id, snapshot(upto)).await.unwrap();
        }
        store.close().await;
        database.damage("everything up to 3", "everything up t0 3");
        let store = database.open().await;
        let loaded = store.load_document(id).await.unwrap().unwrap();
        assert_eq!(loaded.snapshot, Some(snapshot(2)));
        assert_eq!(loaded.chunks.len(), 2);
        assert_eq!(store.prune_chunks(id, 3).await.unwrap(), 0);
        assert_eq!(store.chunks_after(id, 0).await.unwrap().len(), 4);
    });
}
