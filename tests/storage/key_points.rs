use std::{cell::Cell, sync::Arc};

use model::{
    key_point::{KeyPoint, KeyPointState, Source, Stance},
    language::Lang,
    output_document::Use,
};
use serde_json::{Value, json};
use storage::{
    key_points::{ConfirmedAccepted, KeyPointRecord, NewDecision, NotesProjection, Projected},
    programme::PersonName,
    store::Store,
};
use tests::database::{
    Database, append, decide, document_id, each_database, each_store, edition, id, key,
    key_point_id, main_document, person, person_id,
};

async fn prepare(store: &Arc<dyn Store>) {
    store.import_edition(edition()).await.unwrap();
    for n in [1, 2] {
        store.add_person(person(n), 1).await.unwrap();
    }
}

/// What the notes hold about a listed key point.
fn marked(record: &KeyPointRecord) -> KeyPoint {
    let known = record.key_point.clone();
    KeyPoint {
        quote: known.quote,
        themes: known.themes,
        addressee: known.addressee,
        kind: known.kind,
        stance: known.stance,
        basis: known.basis,
        source: known.source,
        speaker: known.speaker,
        passage_gone: known.passage_gone,
        marked_by: Some(person_id(2)),
        ..KeyPoint::marked(known.id, known.session_id, known.statement, known.lang)
    }
}

fn notes(upto_seq: i64, key_points: Vec<KeyPoint>) -> NotesProjection {
    NotesProjection {
        upto_seq,
        characters: 40,
        key_points,
    }
}

async fn project(store: &Arc<dyn Store>, session: &str, mut notes: NotesProjection) -> Projected {
    for point in &mut notes.key_points {
        point.session_id = id(session);
    }
    store
        .project_notes(&id("igf-2023"), &id(session), notes, 50)
        .await
        .unwrap()
}

/// What is known of the n-th key point of the first session.
async fn known(store: &Arc<dyn Store>, n: u8) -> KeyPointRecord {
    let edition = id("igf-2023");
    let called = store.key_points_called(&edition, key_point_id(n)).await;
    called.unwrap().swap_remove(0)
}

async fn listed(store: &Arc<dyn Store>) -> Vec<KeyPointRecord> {
    store.key_points(&id("igf-2023")).await.unwrap()
}

#[test]
fn documents_that_the_board_is_behind_of_are_named() {
    each_store(async |store| {
        prepare(&store).await;
        let all = store.unprojected().await.unwrap();
        let document = document_id(1);
        assert!(!all.contains(&document), "{all:?}");
        let head_seq = store
            .append_chunks(append(document, &[1, 2]))
            .await
            .unwrap()
            .head_seq;
        assert!(store.unprojected().await.unwrap().contains(&document));
        project(&store, "s1", notes(head_seq - 1, Vec::new())).await;
        assert!(store.unprojected().await.unwrap().contains(&document));
        project(&store, "s1", notes(head_seq, Vec::new())).await;
        assert!(!store.unprojected().await.unwrap().contains(&document));
    });
}

/// What was decided about the n-th key point, oldest first: the state, why, and who decided.
fn decisions(database: &Database, n: u8) -> Vec<Value> {
    let rows = database.run(&format!(
        "select d.state, d.reason, p.name from decisions d left join people p on p.id = d.decided_by
         where d.key_point_id = '{}' order by d.number",
        key_point_id(n)
    ));
    let row = |row: Value| json!([row["state"], row["reason"], row["name"]]);
    rows.into_iter().map(row).collect()
}

#[test]
fn imported_key_points_keep_their_state_and_its_history() {
    each_database(async |database| {
        let store = database.open().await;
        prepare(&store).await;
        let mut expected = edition().sessions[0].key_points.clone();
        for known in &mut expected {
            let is_decided = known.state != KeyPointState::Captured;
            known.decided_at = is_decided.then_some(10);
            known.decided_statement = is_decided.then(|| known.statement.clone());
        }
        let records = listed(&store).await;
        let found: Vec<_> = records
            .iter()
            .map(|record| record.key_point.clone())
            .collect();
        assert_eq!(found, expected);
        assert!(records.iter().all(|record| record.uses.is_empty()));
        assert_eq!(decisions(&database, 3), [json!(["accepted", null, null])]);
        assert_eq!(decisions(&database, 2), [] as [Value; 0]);
    });
}

#[test]
fn projecting_what_is_known_changes_nothing() {
    each_store(async |store| {
        prepare(&store).await;
        let before = listed(&store).await;
        let same: Vec<_> = before.iter().map(marked).collect();
        let projected = project(&store, "s1", notes(1, same)).await;
        assert_eq!(projected, Projected::default());
        assert_eq!(listed(&store).await, before);
    });
}

#[test]
fn notes_change_what_they_hold_and_no_decision() {
    each_store(async |store| {
        prepare(&store).await;
        let before = listed(&store).await;
        let mut key_points: Vec<_> = before.iter().map(marked).collect();
        key_points[0].statement = "Better words".to_owned();
        key_points[0].stance = Some(Stance::Divergence);
        key_points[0].source = Some(Source::Recording {
            recording: 0,
            at: "00:01:02".to_owned(),
        });
        key_points[0].addressee = None;
        key_points[0].passage_gone = true;
        let new = KeyPoint {
            id: key_point_id(9),
            ..marked(&before[1])
        };
        key_points.insert(0, new);
        assert!(
            project(&store, "s1", notes(2, key_points.clone()))
                .await
                .changed
        );

        let after = listed(&store).await;
        assert_eq!(after.len(), 4);
        assert_eq!(after[0].key_point.id, key_point_id(9));
        assert_eq!(after[0].key_point.state, KeyPointState::Captured);
        assert_eq!(after[0].key_point.marked_at, 50);
        let name = PersonName {
            id: person_id(2),
            name: person(2).name,
        };
        assert_eq!(after[0].marked_by, Some(name));
        let known = &after[1].key_point;
        assert_eq!(known.statement, "Better words");
        assert_eq!(known.source, key_points[1].source);
        assert_eq!(known.addressee, None);
        assert!(known.passage_gone);
        assert_eq!(known.state, KeyPointState::Confirmed);
        assert_eq!(known.attributed_to, before[0].key_point.attributed_to);
        assert_eq!(
            (known.marked_by, known.marked_at),
            (None, 5),
            "who marked it is known already"
        );
        let count = store
            .session(&id("igf-2023"), &id("s1"))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(count.key_points, 4);
    });
}

#[test]
fn an_older_projection_does_not_undo_a_newer_one() {
    each_store(async |store| {
        prepare(&store).await;
        let before = listed(&store).await;
        let projected = project(&store, "s1", notes(7, vec![marked(&before[0])])).await;
        assert!(projected.changed);
        let late = before.iter().map(marked).collect();
        let projected = project(&store, "s1", notes(6, late)).await;
        assert!(projected.outdated && !projected.changed);
        assert_eq!(listed(&store).await.len(), 1);
    });
}

#[test]
fn a_key_point_that_comes_back_is_as_before() {
    each_store(async |store| {
        prepare(&store).await;
        let before = listed(&store).await;
        let rest: Vec<_> = before[..2].iter().map(marked).collect();
        assert!(project(&store, "s1", notes(2, rest)).await.changed);
        assert_eq!(listed(&store).await, before[..2]);
        let gone = known(&store, 3).await;
        assert_eq!(gone.removed_at, Some(50));
        let all: Vec<_> = before.iter().map(marked).collect();
        assert!(project(&store, "s1", notes(3, all)).await.changed);
        assert_eq!(listed(&store).await, before);
    });
}

#[test]
fn a_key_point_that_other_notes_hold_too_is_another_one() {
    each_database(async |database| {
        let store = database.open().await;
        prepare(&store).await;
        let before = listed(&store).await;
        let copy = KeyPoint {
            session_id: id("s2"),
            statement: "Something else".to_owned(),
            ..marked(&before[0])
        };
        let projected = project(&store, "s2", notes(2, vec![copy.clone(), copy.clone()])).await;
        assert!(projected.changed);
        let both = listed(&store).await;
        assert_eq!(both[..3], before);
        assert_eq!(both[3].key_point.session_id, id("s2"));
        assert_eq!(both[3].key_point.statement, "Something else");
        assert_eq!(both[3].key_point.state, KeyPointState::Captured);

        // What is decided about one, and what becomes of it in its notes, is nothing to the other.
        let accepted = NewDecision {
            key_point: key("s2", 1),
            statement: "Something else".to_owned(),
            from: KeyPointState::Captured,
            to: KeyPointState::Accepted,
            reason: None,
            decided_by: person_id(1),
            decided_at: 60,
        };
        let decided = decide(&store, &id("igf-2023"), accepted).await;
        assert!(decided.unwrap());
        let again = project(&store, "s2", notes(3, vec![copy])).await;
        assert!(!again.changed);
        assert!(project(&store, "s1", notes(2, Vec::new())).await.changed);
        let left = listed(&store).await;
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].key_point.state, KeyPointState::Accepted);
        let the_edition = id("igf-2023");
        let of_first = store.key_points_called(&the_edition, key_point_id(1)).await;
        let of_first = of_first.unwrap();
        let states: Vec<_> = of_first.iter().map(|one| one.key_point.state).collect();
        assert_eq!(states, [KeyPointState::Confirmed, KeyPointState::Accepted]);
        let first = json!(["confirmed", null, null]);
        let second = json!(["accepted", null, "Person 1"]);
        assert_eq!(decisions(&database, 1), [first, second]);
    });
}

#[test]
fn a_paragraph_that_names_no_session_rests_on_the_key_point_that_was_marked_first() {
    each_store(async |store| {
        prepare(&store).await;
        let before = listed(&store).await;
        let copy = marked(&before[0]);
        project(&store, "s2", notes(2, vec![copy])).await;
        let used = |session: Option<&str>, paragraph: &str| Use {
            key_point_id: key_point_id(1),
            session_id: session.map(id),
            paragraph_id: model::id::ParagraphId(paragraph.to_owned()),
        };
        let uses = vec![
            used(None, "_old"),
            used(Some("s2"), "_copy"),
            used(Some("s1"), "_new"),
            used(Some("s9"), "_nowhere"),
        ];
        let (the_edition, main) = (id("igf-2023"), main_document());
        let replaced = store.replace_uses(&the_edition, &main, 4, uses).await;
        assert!(replaced.unwrap());
        let paragraphs = |record: &KeyPointRecord| -> Vec<String> {
            let uses = record.uses.iter();
            uses.map(|one| one.used.paragraph_id.to_string()).collect()
        };
        let both = listed(&store).await;
        assert_eq!(paragraphs(&both[0]), ["_old", "_new"]);
        assert_eq!(paragraphs(&both[3]), ["_copy"]);
        // Gone from its notes, it is still the one that is meant.
        project(&store, "s1", notes(3, Vec::new())).await;
        assert_eq!(paragraphs(&listed(&store).await[0]), ["_old", "_new"]);
    });
}

#[test]
fn a_decision_is_taken_once_and_kept() {
    each_database(async |database| {
        let store = database.open().await;
        prepare(&store).await;
        let the_edition = id("igf-2023");
        let aside = |by| NewDecision {
            key_point: key("s1", 2),
            statement: "Statement 2".to_owned(),
            from: KeyPointState::Captured,
            to: KeyPointState::SetAside,
            reason: Some("nobody said it".to_owned()),
            decided_by: person_id(by),
            decided_at: 60,
        };
        let (one, two) = tokio::join!(
            decide(&store, &the_edition, aside(1)),
            decide(&store, &the_edition, aside(2))
        );
        assert_eq!([one.unwrap(), two.unwrap()], [true, false]);
        let elsewhere = decide(&store, &id("igf-2024"), aside(1)).await.unwrap();
        assert!(!elsewhere);
        let reopened = NewDecision {
            from: KeyPointState::SetAside,
            to: KeyPointState::Captured,
            reason: None,
            decided_at: 61,
            ..aside(2)
        };
        assert!(decide(&store, &the_edition, reopened).await.unwrap());

        let record = known(&store, 2).await;
        assert_eq!(record.key_point.state, KeyPointState::Captured);
        assert_eq!(record.key_point.reason, None);
        assert_eq!(record.decided_by.unwrap().name, "Person 2");
        let expected = [
            json!(["set-aside", "nobody said it", "Person 1"]),
            json!(["captured", null, "Person 2"]),
        ];
        assert_eq!(decisions(&database, 2), expected);
    });
}

#[test]
fn setting_aside_without_a_reason_is_refused_and_leaves_nothing() {
    each_store(async |store| {
        prepare(&store).await;
        let before = listed(&store).await;
        let silent = NewDecision {
            key_point: key("s1", 2),
            statement: "Statement 2".to_owned(),
            from: KeyPointState::Captured,
            to: KeyPointState::SetAside,
            reason: None,
            decided_by: person_id(1),
            decided_at: 60,
        };
        assert!(decide(&store, &id("igf-2023"), silent).await.is_err());
        assert_eq!(listed(&store).await, before);
    });
}

#[test]
fn accepting_all_confirmed_takes_those_that_are_in_the_notes() {
    each_database(async |database| {
        let store = database.open().await;
        prepare(&store).await;
        let before = listed(&store).await;
        let mut both = before.iter().map(marked).collect::<Vec<_>>();
        both.truncate(2);
        project(&store, "s1", notes(2, both)).await;
        let confirmed = NewDecision {
            key_point: key("s1", 2),
            statement: "Statement 2".to_owned(),
            from: KeyPointState::Captured,
            to: KeyPointState::Confirmed,
            reason: None,
            decided_by: person_id(1),
            decided_at: 60,
        };
        assert!(decide(&store, &id("igf-2023"), confirmed).await.unwrap());
        let only_second = vec![marked(&before[1])];
        project(&store, "s1", notes(3, only_second)).await;
        // The third was never confirmed.
        let accepted = store
            .accept_confirmed(&id("igf-2023"), person_id(2), 70)
            .await
            .unwrap();
        assert_eq!(accepted.accepted, [key("s1", 2)]);
        let record = known(&store, 2).await;
        assert_eq!(record.key_point.state, KeyPointState::Accepted);
        assert_eq!(decisions(&database, 2).len(), 2);
        let again = store
            .accept_confirmed(&id("igf-2023"), person_id(2), 71)
            .await
            .unwrap();
        assert_eq!(again, ConfirmedAccepted::default());
    });
}

#[test]
fn what_says_nothing_when_it_is_decided_is_not_accepted() {
    each_store(async |store| {
        prepare(&store).await;
        let the_edition = id("igf-2023");
        // Its words go after somebody saw them and before the decision is written.
        let mut key_points: Vec<_> = listed(&store).await.iter().map(marked).collect();
        key_points[0].statement = "\u{a0}\n".to_owned();
        project(&store, "s1", notes(2, key_points)).await;
        let before = listed(&store).await;
        assert_eq!(before[0].key_point.state, KeyPointState::Confirmed);
        let accepted = NewDecision {
            key_point: key("s1", 1),
            statement: "Statement 1".to_owned(),
            from: KeyPointState::Confirmed,
            to: KeyPointState::Accepted,
            reason: None,
            decided_by: person_id(1),
            decided_at: 60,
        };
        assert!(!decide(&store, &the_edition, accepted).await.unwrap());
        let with_others = store
            .accept_confirmed(&the_edition, person_id(1), 61)
            .await
            .unwrap();
        let none = ConfirmedAccepted {
            accepted: Vec::new(),
            without_statement: vec![key("s1", 1)],
            reworded: Vec::new(),
        };
        assert_eq!(with_others, none);
        assert_eq!(listed(&store).await, before);
    });
}

#[test]
fn a_decision_holds_for_the_words_that_were_seen() {
    each_store(async |store| {
        prepare(&store).await;
        let the_edition = id("igf-2023");
        let words = async || {
            let known = known(&store, 1).await.key_point;
            (known.decided_statement.clone(), known.is_reworded())
        };
        assert_eq!(words().await, (Some("Statement 1".to_owned()), false));
        let mut key_points: Vec<_> = listed(&store).await.iter().map(marked).collect();
        key_points[0].statement = "Statement  1\n".to_owned();
        project(&store, "s1", notes(2, key_points.clone())).await;
        assert!(!words().await.1, "spaces say nothing");
        key_points[0].statement = "Not statement 1".to_owned();
        project(&store, "s1", notes(3, key_points)).await;
        assert_eq!(words().await, (Some("Statement 1".to_owned()), true));

        // Confirmed in other words, it is not accepted with the others.
        let with_others = store.accept_confirmed(&the_edition, person_id(1), 60);
        let with_others = with_others.await.unwrap();
        assert_eq!(with_others.reworded, [key("s1", 1)]);
        assert_eq!(with_others.accepted, []);
        let accepted = |statement: &str| NewDecision {
            key_point: key("s1", 1),
            statement: statement.to_owned(),
            from: KeyPointState::Confirmed,
            to: KeyPointState::Accepted,
            reason: None,
            decided_by: person_id(1),
            decided_at: 60,
        };
        assert!(
            !decide(&store, &the_edition, accepted("Statement 1"))
                .await
                .unwrap()
        );
        assert!(
            decide(&store, &the_edition, accepted("Not statement 1"))
                .await
                .unwrap()
        );
        assert_eq!(words().await, (Some("Not statement 1".to_owned()), false));
        let reopened = NewDecision {
            from: KeyPointState::Accepted,
            to: KeyPointState::Captured,
            ..accepted("Not statement 1")
        };
        assert!(decide(&store, &the_edition, reopened).await.unwrap());
        assert_eq!(words().await, (None, false));
    });
}

#[test]
fn a_used_key_point_names_its_paragraphs_and_stays_listed_when_its_mark_is_gone() {
    each_store(async |store| {
        prepare(&store).await;
        let the_edition = id("igf-2023");
        let used = |n, paragraph: &str| Use {
            key_point_id: key_point_id(n),
            session_id: None,
            paragraph_id: model::id::ParagraphId(paragraph.to_owned()),
        };
        let uses = vec![
            used(3, "_pa"),
            used(1, "_pa"),
            used(3, "_pb"),
            used(99, "_pc"),
        ];
        let replace = async |upto, uses| {
            store
                .replace_uses(&the_edition, &main_document(), upto, uses)
                .await
                .unwrap()
        };
        assert!(replace(4, uses.clone()).await);
        assert!(!replace(5, uses).await, "nothing is different");
        assert!(!replace(3, Vec::new()).await, "older than what is known");
        let records = listed(&store).await;
        let paragraphs = |record: &KeyPointRecord| -> Vec<String> {
            let uses = record.uses.iter();
            uses.map(|one| one.used.paragraph_id.to_string()).collect()
        };
        assert_eq!(paragraphs(&records[0]), ["_pa"]);
        assert_eq!(paragraphs(&records[2]), ["_pa", "_pb"]);

        project(&store, "s1", notes(2, Vec::new())).await;
        let left: Vec<_> = listed(&store)
            .await
            .iter()
            .map(|record| record.key_point.id)
            .collect();
        assert_eq!(left, [key_point_id(1), key_point_id(3)]);
        assert!(replace(6, vec![used(1, "_pa")]).await);
        assert_eq!(listed(&store).await.len(), 1);
    });
}

#[test]
fn while_many_key_points_are_written_others_write_too() {
    each_store(async |store| {
        prepare(&store).await;
        let first = marked(&listed(&store).await[0]);
        let many = (100..600).map(|n| KeyPoint {
            id: id(&format!("00000000-0000-4000-8000-{n:012}")),
            ..first.clone()
        });
        let many: Vec<_> = many.collect();
        let written = Cell::new(0);
        let others = async {
            loop {
                let language = Lang::english();
                store.set_language(person_id(1), language).await.unwrap();
                written.set(written.get() + 1);
            }
        };
        let projected = tokio::select! {
            projected = project(&store, "s1", notes(1, many.clone())) => projected,
            () = others => unreachable!(),
        };
        assert!(projected.changed);
        assert!(written.get() >= 5, "others wrote {} times", written.get());
        let board = listed(&store).await;
        let there = board
            .iter()
            .filter(|one| one.key_point.session_id == id("s1"));
        assert_eq!(there.count(), many.len());
        // They go the same way.
        assert!(project(&store, "s1", notes(2, Vec::new())).await.changed);
        assert!(!project(&store, "s1", notes(3, Vec::new())).await.changed);
    });
}
