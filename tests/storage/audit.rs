use model::{
    key_point::KeyPointState,
    role::{Grant, Role, Scope},
    session::SessionState,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use storage::{
    audit::{AuditEntry, seal_text},
    key_points::{NewDecision, words_hash},
    output_documents::{Compilation, TextEdit},
    programme::SessionMove,
};
use tests::database::{
    Database, append, decide, document_id, each_database, edition, id, key, key_point_id,
    main_document, person, person_id,
};

fn entry(n: u8) -> AuditEntry {
    AuditEntry {
        at: i64::from(n),
        person_id: n.is_multiple_of(2).then(|| person_id(n)),
        action: "key-point-accepted".to_owned(),
        object: format!("key-point:{n}"),
        detail: json!({ "z": [1, null], "a": { "y": "é", "b": true } }),
    }
}

/// The rows of the audit, as anyone reads them who has the file; with what is sealed of each.
fn rows(database: &Database) -> Vec<(Value, AuditEntry)> {
    let rows = database.run(
        "select seq, at, person_id, action, object, detail_json, hex(previous_hash) as previous_hash, hex(hash) as hash
         from audit order by seq",
    );
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let read = |row: Value| {
        let entry = AuditEntry {
            at: row["at"].as_i64().unwrap(),
            person_id: row["person_id"].as_str().map(id),
            action: text(&row["action"]),
            object: text(&row["object"]),
            detail: serde_json::from_str(&text(&row["detail_json"])).unwrap(),
        };
        (row, entry)
    };
    rows.into_iter().map(read).collect()
}

fn is_sealed(rows: &[(Value, AuditEntry)]) -> bool {
    let hex =
        |hash: &[u8; 32]| -> String { hash.iter().map(|byte| format!("{byte:02X}")).collect() };
    let mut previous = [0; 32];
    rows.iter().zip(1..).all(|((row, entry), seq)| {
        let mut seal = Sha256::new();
        seal.update(previous);
        seal.update(seal_text(seq, entry));
        let hash: [u8; 32] = seal.finalize().into();
        let fits = row["seq"] == seq
            && row["previous_hash"] == hex(&previous)
            && row["hash"] == hex(&hash);
        previous = hash;
        fits
    })
}

#[test]
fn rows_of_two_processes_make_one_chain_and_a_change_breaks_it() {
    each_database(async |database| {
        let (here, there) = (database.open().await, database.open().await);
        here.import_edition(edition()).await.unwrap();
        for n in 1..=20 {
            here.add_person(person(n), 1).await.unwrap();
        }
        let giving = (1..=20).map(|n| {
            let store = if n % 2 == 0 { &here } else { &there };
            let grant = Grant {
                role: Role::Reader,
                scope: Scope::Edition(id("igf-2023")),
            };
            store.give_grant(person_id(n), grant, None, i64::from(n))
        });
        let given = futures_util::future::try_join_all(giving).await.unwrap();
        assert_eq!(given, [true; 20]);
        let mut rows = rows(&database);
        assert_eq!(rows.len(), 20);
        assert!(is_sealed(&rows));
        rows[7].1.detail = json!({});
        assert!(!is_sealed(&rows));
    });
}

#[test]
fn a_seal_does_not_depend_on_the_order_of_keys() {
    let sealed = seal_text(3, &entry(4));
    let detail = r#""detail":{"a":{"b":true,"y":"é"},"z":[1,null]}"#;
    assert!(sealed.contains(detail), "{sealed}");
    assert!(sealed.starts_with(r#"{"action":"key-point-accepted","at":4,"#));
}

/// What the audit holds, without its seals.
fn noted(database: &Database) -> Vec<(i64, Option<u8>, String, String, Value)> {
    let rows = rows(database);
    assert!(is_sealed(&rows));
    rows.into_iter()
        .map(|(_, entry)| {
            let by = entry.person_id.map(|by| by.0.as_bytes()[15]);
            (entry.at, by, entry.action, entry.object, entry.detail)
        })
        .collect()
}

#[test]
fn what_is_decided_is_noted_with_it_and_what_is_refused_is_not() {
    each_database(async |database| {
        let store = database.open().await;
        store.import_edition(edition()).await.unwrap();
        for n in [1, 2] {
            store.add_person(person(n), 1).await.unwrap();
        }
        let the_edition = id("igf-2023");
        let (one, two) = (person_id(1), person_id(2));
        assert_eq!(noted(&database), []);

        let confirmed = KeyPointState::Confirmed;
        let decision = |from, to, reason: Option<&str>, at| NewDecision {
            key_point: key("s1", 1),
            statement: "Statement 1".to_owned(),
            from,
            to,
            reason: reason.map(str::to_owned),
            decided_by: one,
            decided_at: at,
        };
        let aside = decision(confirmed, KeyPointState::SetAside, Some("said twice"), 20);
        for expected in [true, false] {
            let now = decide(&store, &the_edition, aside.clone()).await;
            assert_eq!(now.unwrap(), expected);
        }
        let captured = KeyPointState::Captured;
        for decision in [
            decision(KeyPointState::SetAside, captured, None, 21),
            decision(captured, confirmed, None, 22),
        ] {
            let now = decide(&store, &the_edition, decision).await;
            assert!(now.unwrap());
        }
        // A reason is missing, so that the decision fails after it was begun.
        let silent = decision(confirmed, KeyPointState::SetAside, None, 23);
        assert!(decide(&store, &the_edition, silent).await.is_err());
        for accepted in [vec![key("s1", 1)], Vec::new()] {
            let now = store.accept_confirmed(&the_edition, two, 24).await;
            assert_eq!(now.unwrap().accepted, accepted);
        }

        let submitted = SessionMove {
            session_id: id("s1"),
            from: SessionState::Live,
            to: SessionState::Submitted,
            by: two,
            at: 25,
        };
        for moved in [true, false] {
            let now = store.move_session(&the_edition, submitted.clone()).await;
            assert_eq!(now.unwrap(), moved);
        }

        let grant = Grant {
            role: Role::Rapporteur,
            scope: Scope::Session(the_edition.clone(), id("s1")),
        };
        for given in [true, false] {
            let now = store.give_grant(two, grant.clone(), Some(one), 26).await;
            assert_eq!(now.unwrap(), given);
        }

        let point = format!("key-point:igf-2023/s1/{}", key_point_id(1));
        let words = words_hash("Statement 1");
        let person = format!("person:{two}");
        let held = json!({ "role": "rapporteur", "in": "session:igf-2023/s1" });
        let expected = [
            (
                20,
                Some(1),
                "key-point-set-aside",
                point.as_str(),
                json!({ "from": "confirmed", "words": words }),
            ),
            (
                21,
                Some(1),
                "key-point-captured",
                &point,
                json!({ "from": "set-aside", "words": words }),
            ),
            (
                22,
                Some(1),
                "key-point-confirmed",
                &point,
                json!({ "from": "captured", "words": words }),
            ),
            (
                24,
                Some(2),
                "key-point-accepted",
                &point,
                json!({ "from": "confirmed", "words": words }),
            ),
            (
                25,
                Some(2),
                "session-submitted",
                "session:igf-2023/s1",
                json!({ "from": "live" }),
            ),
            (26, Some(1), "role-given", &person, held),
        ]
        .map(|(at, by, action, object, detail)| {
            (at, by, action.to_owned(), object.to_owned(), detail)
        });
        assert_eq!(noted(&database), expected);
    });
}

#[test]
fn what_cannot_be_noted_is_not_done() {
    each_database(async |database| {
        let store = database.open().await;
        store.import_edition(edition()).await.unwrap();
        store.add_person(person(1), 1).await.unwrap();
        database
            .run("create trigger full before insert on audit begin select raise(abort, 'no'); end");
        let the_edition: model::id::EditionId = id("igf-2023");
        let decision = NewDecision {
            key_point: key("s1", 1),
            statement: "Statement 1".to_owned(),
            from: KeyPointState::Confirmed,
            to: KeyPointState::Accepted,
            reason: None,
            decided_by: person_id(1),
            decided_at: 20,
        };
        let step = SessionMove {
            session_id: id("s1"),
            from: SessionState::Live,
            to: SessionState::Submitted,
            by: person_id(1),
            at: 25,
        };
        let grant = Grant {
            role: Role::Editor,
            scope: Scope::Edition(the_edition.clone()),
        };
        let draft = TextEdit {
            output_document_id: main_document(),
            append: append(document_id(9), &[500]),
            uses: Vec::new(),
            compilation: Some(Compilation {
                title: "Draft".to_owned(),
                at: 44,
                by: None,
                blocks: 3,
            }),
        };
        let now = async || {
            (
                store.key_points(&the_edition).await.unwrap(),
                store.sessions(&the_edition).await.unwrap(),
                store.grants_of(person_id(1)).await.unwrap(),
                store.output_documents(&the_edition).await.unwrap(),
                store.document(document_id(9)).await.unwrap(),
            )
        };
        let before = now().await;
        assert!(
            decide(&store, &the_edition, decision.clone())
                .await
                .is_err()
        );
        assert!(store.move_session(&the_edition, step).await.is_err());
        assert!(
            store
                .give_grant(person_id(1), grant, None, 26)
                .await
                .is_err()
        );
        assert!(store.edit_text(&the_edition, draft).await.is_err());
        assert_eq!(now().await, before);

        database.run("drop trigger full");
        let decided = decide(&store, &the_edition, decision).await.unwrap();
        assert!(decided);
        assert_ne!(now().await, before);
    });
}
