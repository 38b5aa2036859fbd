//! A database that an earlier version wrote is brought up to date with all that is in it.

use std::fs;

use model::key_point::{KeyPointKind, KeyPointState, Stance};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};
use storage::key_points::NotesProjection;
use tests::{
    database::{Database, each_database, id, key_point_id},
    repository,
};

/// Brings an empty database as far as the version before this migration.
fn before(database: &Database, migration: i64) {
    database.run(
        "create table _sqlx_migrations (version bigint primary key, description text not null,
         installed_on timestamp not null default current_timestamp, success boolean not null, checksum blob not null,
         execution_time bigint not null)",
    );
    let folder = repository::root().join("migrations/sqlite");
    let files = fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let (number, words) = name.split_once('_').unwrap();
        let number: i64 = number.parse().unwrap();
        if number < migration {
            let text = fs::read_to_string(&file).unwrap();
            let hash = Sha384::digest(&text);
            let hash: String = hash.iter().map(|byte| format!("{byte:02X}")).collect();
            let words = words.replace('_', " ");
            // What begins with two dashes would be an option.
            database.run(&format!("\n{text}"));
            database.run(&format!(
                "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
                 values ({number}, '{words}', true, x'{hash}', 0)"
            ));
        }
    }
}

#[test]
fn what_was_decided_is_kept_when_key_points_are_named_by_session_and_id() {
    each_database(async |database| {
        before(&database, 10);
        let (one, two) = (key_point_id(1), key_point_id(2));
        database.run(&format!(
            "insert into tracks (id, title_json, languages_json, original_language) values ('t', '{{}}', '[]', 'en');
             insert into editions (id, track_id, title, organisers_json) values ('e', 't', 'E', '[]');
             insert into sessions (edition_id, id, position, kind, attribution, state, characters, projected_seq)
               values ('e', 's', 0, 'session', 'named', 'live', 0, 0);
             insert into output_documents (edition_id, id, language, title, state, created_at)
               values ('e', 'main', 'en', 'T', 'zero-draft', 1);
             insert into key_points (id, edition_id, session_id, position, statement, quote, lang, themes_json, kind, stance,
               basis, passage_gone, marked_at, state, reason, decided_at)
             values ('{one}', 'e', 's', 0, 'One', 'q', 'en', '[]', 'observation', 'proposal', 'reported', 0, 1, 'accepted',
                     null, 6),
                    ('{two}', 'e', 's', 1, 'Two', 'q', 'en', '[]', 'observation', 'proposal', 'reported', 0, 1, 'captured',
                     null, null);
             insert into decisions (key_point_id, number, state, reason, decided_at)
               values ('{one}', 1, 'set-aside', 'twice', 5), ('{one}', 2, 'accepted', null, 6);
             insert into key_point_uses (edition_id, output_document_id, position, paragraph_id, key_point_id)
               values ('e', 'main', 0, '_p', '{one}');"
        ));
        let store = database.open().await;
        let points = store.key_points(&id("e")).await.unwrap();
        let [first, second] = &points[..] else {
            panic!("{points:?}");
        };
        assert_eq!(first.key_point.state, KeyPointState::Accepted);
        assert_eq!(first.key_point.decided_at, Some(6));
        assert_eq!(first.key_point.decided_words(), "One");
        assert!(!first.key_point.is_reworded());
        assert_eq!(first.uses.len(), 1);
        assert_eq!(second.key_point.decided_statement, None);
        let decisions = database.run(
            "select session_id, key_point_id, number, state, reason from decisions order by number",
        );
        let row = |number: i64, state: &str, reason: Value| json!({ "session_id": "s", "key_point_id": one, "number": number, "state": state, "reason": reason });
        assert_eq!(
            decisions,
            [
                row(1, "set-aside", json!("twice")),
                row(2, "accepted", Value::Null)
            ]
        );
        store.close().await;
    });
}

#[test]
fn kinds_and_stances_that_were_written_stay_when_they_may_be_unsaid() {
    each_database(async |database| {
        before(&database, 12);
        let one = key_point_id(1);
        database.run(&format!(
            "insert into tracks (id, title_json, languages_json, original_language) values ('t', '{{}}', '[]', 'en');
             insert into editions (id, track_id, title, organisers_json) values ('e', 't', 'E', '[]');
             insert into sessions (edition_id, id, position, kind, attribution, state, characters, projected_seq)
               values ('e', 's', 0, 'session', 'named', 'live', 0, 0);
             insert into key_points (id, edition_id, session_id, position, statement, quote, lang, themes_json, kind, stance,
               basis, passage_gone, marked_at, state)
             values ('{one}', 'e', 's', 0, 'One', 'q', 'en', '[]', 'observation', 'proposal', 'reported', 0, 1, 'captured');"
        ));
        let store = database.open().await;
        let point = store
            .key_points(&id("e"))
            .await
            .unwrap()
            .remove(0)
            .key_point;
        let said = (point.kind, point.stance, point.correction.clone());
        assert_eq!(
            said,
            (
                Some(KeyPointKind::Observation),
                Some(Stance::Proposal),
                None
            )
        );
        let mut unsaid = point.clone();
        (unsaid.kind, unsaid.stance, unsaid.correction) = (None, None, None);
        let notes = NotesProjection {
            upto_seq: 1,
            characters: 1,
            key_points: vec![unsaid],
        };
        store
            .project_notes(&id("e"), &id("s"), notes, 2)
            .await
            .unwrap();
        let point = store
            .key_points(&id("e"))
            .await
            .unwrap()
            .remove(0)
            .key_point;
        assert_eq!((point.kind, point.stance), (None, None));
        store.close().await;
    });
}
