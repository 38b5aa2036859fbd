use std::sync::Arc;

use model::id::{DocumentId, PersonId};
use storage::{
    document_chunks::{
        Actor, Append, Appended, DocumentOf, KeptOfOne, NewChunk, NotKept, Owns, Quarantined,
        Refused, RefusedRecord,
    },
    error::StoreError,
    programme::PersonName,
    store::Store,
};
use tests::database::{
    append, chunk, document_id, each_database, each_store, edition, hash, id, person, person_id,
};

async fn prepare(store: &Arc<dyn Store>) {
    store.import_edition(edition()).await.unwrap();
    for n in [1, 2] {
        store.add_person(person(n), 1).await.unwrap();
    }
}

/// One chunk, by an actor of somebody's.
fn by(document: DocumentId, n: u32, actor: u8, person_id: Option<PersonId>) -> Append {
    let mut append = append(document, &[n]);
    append.chunks[0].actor = Actor(vec![actor, actor]);
    append.chunks[0].person_id = person_id;
    append
}

#[test]
fn chunks_are_numbered_in_order_and_duplicates_are_skipped() {
    each_store(async |store| {
        prepare(&store).await;
        let mine = NewChunk {
            actor: Actor(vec![1, 1]),
            person_id: Some(person_id(1)),
            ..chunk(5)
        };
        let mut first = append(document_id(1), &[3, 4]);
        first.chunks.push(mine.clone());
        first.expected = Some(1);
        first.heads = vec![hash(5), hash(3), hash(5)];
        let appended = store.append_chunks(first).await.unwrap();
        let seqs = vec![Some(2), Some(3), Some(4)];
        assert_eq!(appended, Appended { head_seq: 4, seqs });
        let second = append(document_id(1), &[4, 6, 6]);
        let appended = store.append_chunks(second).await.unwrap();
        let seqs = vec![None, Some(5), None];
        assert_eq!(appended, Appended { head_seq: 5, seqs });

        let loaded = store.load_document(document_id(1)).await.unwrap().unwrap();
        assert_eq!(
            loaded.document.of,
            DocumentOf::Notes(id("igf-2023"), id("s1"))
        );
        assert_eq!(loaded.document.head_seq, 5);
        assert_eq!(loaded.document.heads, [hash(6)]);
        assert_eq!(loaded.snapshot, None);
        let seqs: Vec<_> = loaded.chunks.iter().map(|chunk| chunk.seq).collect();
        assert_eq!(seqs, [1, 2, 3, 4, 5]);
        let own = &loaded.chunks[3];
        assert_eq!((own.hash, &own.bytes), (mine.hash, &mine.bytes));
        assert_eq!((own.person_id, own.received_at), (mine.person_id, 5));
        let owners = [
            (Actor(vec![0]), None),
            (Actor(vec![1, 1]), Some(person_id(1))),
        ];
        assert_eq!(loaded.actor_owners, owners);
        let after = store.chunks_after(document_id(1), 3).await.unwrap();
        assert_eq!(after, loaded.chunks[3..]);
        assert_eq!(store.chunks_after(document_id(1), 5).await.unwrap(), []);
    });
}

#[test]
fn heads_are_kept_sorted_and_once() {
    each_store(async |store| {
        prepare(&store).await;
        let mut adding = append(document_id(1), &[3]);
        adding.heads = vec![hash(5), hash(3), hash(5)];
        store.append_chunks(adding).await.unwrap();
        let document = store.document(document_id(1)).await.unwrap().unwrap();
        assert_eq!(document.heads, [hash(3), hash(5)]);
    });
}

#[test]
fn an_append_that_expects_another_head_writes_nothing() {
    each_store(async |store| {
        prepare(&store).await;
        let mut late = append(document_id(1), &[3]);
        late.expected = Some(0);
        let refused = store.append_chunks(late).await.unwrap_err();
        assert!(
            matches!(refused, StoreError::HeadMoved { head_seq: 1 }),
            "{refused}"
        );
        assert_eq!(store.chunks_after(document_id(1), 1).await.unwrap(), []);
    });
}

#[test]
fn an_actor_of_somebody_else_stops_the_append_and_nobody_elses() {
    each_store(async |store| {
        prepare(&store).await;
        let (one, two) = (Some(person_id(1)), Some(person_id(2)));
        let fine = by(document_id(1), 1, 9, one);
        store.append_chunks(fine).await.unwrap();
        let again = by(document_id(1), 2, 9, one);
        let stolen = by(document_id(1), 3, 9, two);
        let by_server = by(document_id(1), 4, 9, None);
        // An actor belongs to somebody within one document.
        let elsewhere = by(document_id(2), 5, 9, two);
        let (again, stolen, by_server, elsewhere) = tokio::join!(
            store.append_chunks(again),
            store.append_chunks(stolen),
            store.append_chunks(by_server),
            store.append_chunks(elsewhere)
        );
        assert_eq!(again.unwrap().head_seq, 3);
        assert_eq!(elsewhere.unwrap().head_seq, 2);
        for refused in [stolen.unwrap_err(), by_server.unwrap_err()] {
            let StoreError::ActorTaken { actor } = &refused else {
                panic!("{refused}");
            };
            assert_eq!(*actor, Actor(vec![9, 9]));
        }
        let notes = store.load_document(document_id(1)).await.unwrap().unwrap();
        assert_eq!(notes.document.head_seq, 3);
        // What is known by its hash is skipped before anyone asks whose it is: everybody brings everybody's changes.
        let known = by(document_id(1), 1, 9, two);
        let skipped = store.append_chunks(known).await.unwrap();
        assert_eq!(skipped.seqs, [None]);
    });
}

#[test]
fn who_shows_that_an_actor_is_theirs_gets_it_back_and_who_brings_it_gets_none() {
    each_store(async |store| {
        prepare(&store).await;
        let (one, two) = (Some(person_id(1)), Some(person_id(2)));
        let said = |n, person, owns| {
            let mut append = by(document_id(1), n, 9, person);
            append.chunks[0].owns = owns;
            append
        };
        for (append, owner) in [
            (said(1, two, Owns::No), None),
            (said(2, two, Owns::First), Some(two)),
            (said(3, one, Owns::No), Some(two)),
            (said(4, one, Owns::Proved), Some(one)),
            (said(5, one, Owns::First), Some(one)),
        ] {
            store.append_chunks(append).await.unwrap();
            let loaded = store.load_document(document_id(1)).await.unwrap().unwrap();
            let mut owners = loaded.actor_owners.into_iter();
            let known = owners.find(|(actor, _)| *actor == Actor(vec![9, 9]));
            assert_eq!(known.map(|(_, person)| person), owner);
        }
    });
}

#[test]
fn together_committed_appends_keep_each_callers_order() {
    each_database(async |database| {
        let store = database.open().await;
        prepare(&store).await;
        let writers = (0..16_u32).map(|writer| {
            let store = store.clone();
            tokio::spawn(async move {
                let document = document_id(1 + u8::try_from(writer % 2).unwrap());
                let mut seqs = Vec::new();
                for n in 0..20 {
                    let number = 1000 * (writer + 1) + n;
                    let done = store
                        .append_chunks(append(document, &[number]))
                        .await
                        .unwrap();
                    seqs.push(done.seqs[0].unwrap());
                }
                assert!(seqs.is_sorted(), "{seqs:?}");
                (document, seqs)
            })
        });
        let mut seqs = std::collections::BTreeMap::<_, Vec<i64>>::new();
        for writer in futures_util::future::try_join_all(writers).await.unwrap() {
            seqs.entry(writer.0).or_default().extend(writer.1);
        }
        for (document, mut seqs) in seqs {
            seqs.sort_unstable();
            assert_eq!(seqs, (2..=161).collect::<Vec<_>>());
            let loaded = store.load_document(document).await.unwrap().unwrap();
            let hashes: Vec<_> = loaded.chunks.iter().map(|chunk| chunk.hash).collect();
            for writer in 0..16_u32 {
                let own = (0..20).filter_map(|n| {
                    let wanted = hash(1000 * (writer + 1) + n);
                    hashes.iter().position(|hash| *hash == wanted)
                });
                assert!(own.is_sorted());
            }
        }
        store.close().await;
        let reopened = database.open().await;
        let loaded = reopened.load_document(document_id(2)).await.unwrap();
        assert_eq!(loaded.unwrap().chunks.len(), 161);
    });
}

#[test]
fn a_write_that_nobody_waits_for_any_more_does_no_harm() {
    each_store(async |store| {
        prepare(&store).await;
        for n in 0..50 {
            let adding = store.append_chunks(append(document_id(1), &[n]));
            // Polled once, so that it is handed in, and then dropped.
            let _ = futures_util::poll!(Box::pin(adding));
        }
        let last = store
            .append_chunks(append(document_id(1), &[99]))
            .await
            .unwrap();
        let loaded = store.load_document(document_id(1)).await.unwrap().unwrap();
        assert_eq!(loaded.document.head_seq, last.head_seq);
        assert_eq!(loaded.chunks.last().unwrap().hash, hash(99));
    });
}

#[test]
fn a_closed_or_unknown_document_takes_nothing() {
    each_database(async |database| {
        let store = database.open().await;
        prepare(&store).await;
        let unknown = append(document_id(50), &[1]);
        let refused = store.append_chunks(unknown).await.unwrap_err();
        assert!(matches!(refused, StoreError::DocumentClosed), "{refused}");
        assert_eq!(store.load_document(document_id(50)).await.unwrap(), None);

        database.run("update documents set successor = id where session_id = 's1'");
        let refused = store
            .append_chunks(append(document_id(1), &[1]))
            .await
            .unwrap_err();
        assert!(matches!(refused, StoreError::DocumentClosed), "{refused}");
    });
}

#[test]
fn refused_bytes_are_kept_up_to_a_measure_and_counted_beyond() {
    each_store(async |store| {
        prepare(&store).await;
        let most = KeptOfOne {
            pieces: 3,
            bytes: 12,
        };
        let refuse = async |document: u8, person: u8, size: u8, at: i64| {
            let refused = Quarantined {
                document_id: document_id(document),
                bytes: vec![0; usize::from(size)].into(),
                person_id: person_id(person),
                reason: "no change".to_owned(),
                at,
            };
            store.quarantine(refused, most).await.unwrap()
        };
        let name = |n: u8| PersonName {
            id: person_id(n),
            name: format!("Person {n}"),
        };
        let (one, two) = (document_id(1), document_id(2));
        let of = |n: u8| DocumentOf::Notes(id("igf-2023"), id(&format!("s{n}")));
        assert!(refuse(1, 1, 3, 1).await);
        assert!(refuse(1, 1, 5, 2).await);
        // Too many bytes, in whatever document; what is small enough still fits, until there are too many pieces.
        assert!(!refuse(1, 1, 5, 3).await);
        assert!(!refuse(2, 1, 6, 4).await);
        assert!(refuse(2, 1, 4, 5).await);
        assert!(!refuse(2, 1, 0, 6).await);
        assert!(refuse(2, 2, 12, 7).await);

        let kept = |document_id, n: u8, number, person: u8, size, at| RefusedRecord {
            document_id,
            of: of(n),
            number,
            person: Some(name(person)),
            reason: "no change".to_owned(),
            size,
            at,
        };
        let counted = |document_id, n: u8, pieces, size, last_at| NotKept {
            document_id,
            of: of(n),
            person: name(1),
            pieces,
            size,
            last_at,
        };
        let refused = Refused {
            kept: vec![
                kept(one, 1, 1, 1, 3, 1),
                kept(one, 1, 2, 1, 5, 2),
                kept(two, 2, 1, 1, 4, 5),
                kept(two, 2, 2, 2, 12, 7),
            ],
            not_kept: vec![counted(one, 1, 1, 5, 3), counted(two, 2, 2, 6, 6)],
        };
        assert_eq!(store.refused(&id("igf-2023")).await.unwrap(), refused);
        let none = store.refused(&id("igf-2024")).await.unwrap();
        assert_eq!(none, Refused::default());
    });
}
