use storage::{document_chunks::Documents, people::People};
use tests::{
    database::{append, document_id, each_store, edition, person, person_id},
    failing_store::{FailingStore, Failure},
};

#[test]
fn the_double_fails_at_the_call_it_was_told_and_writes_nothing_then() {
    each_store(async |store| {
        let double = FailingStore::around(store.clone());
        double.fail_at(2, Failure::NotSaved);
        double.add_person(person(1), 1).await.unwrap();
        let failure = double.add_person(person(2), 1).await.unwrap_err();
        assert!(failure.is_not_saved());
        assert_eq!(store.person(person_id(2)).await.unwrap(), None);
        double.add_person(person(2), 1).await.unwrap();
        assert_eq!(double.calls(), 3);
    });
}

#[test]
fn a_lost_answer_leaves_the_write_and_the_next_try_finds_it() {
    each_store(async |store| {
        store.import_edition(edition()).await.unwrap();
        let double = FailingStore::around(store);
        double.fail_at(1, Failure::AnswerLost);
        let adding = append(document_id(1), &[5]);
        assert!(double.append_chunks(adding.clone()).await.is_err());
        let again = double.append_chunks(adding).await.unwrap();
        assert_eq!((again.head_seq, again.seqs), (2, vec![None]));
    });
}

#[test]
fn a_full_disk_is_read_and_not_written() {
    each_store(async |store| {
        store.add_person(person(1), 1).await.unwrap();
        let double = FailingStore::around(store);
        double.set_full(true);
        assert!(double.person(person_id(1)).await.unwrap().is_some());
        assert!(
            double
                .add_person(person(2), 1)
                .await
                .unwrap_err()
                .is_not_saved()
        );
        double.set_full(false);
        double.add_person(person(2), 1).await.unwrap();
    });
}
