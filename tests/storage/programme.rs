use model::{
    id::{EditionId, SessionId},
    key_point::KeyPointState,
    output_document::OutputDocumentState,
    role::{Grant, Role, Scope},
    session::{Participant, Recording, SessionState},
};
use storage::{
    key_points::{NewDecision, NotesProjection},
    programme::{EditionSummary, PersonName, SessionMove},
};
use tests::database::{
    append, decide, document_id, each_store, edition, id, key, key_point, key_point_id,
    main_document, new_document, person, person_id, session,
};

#[test]
fn an_edition_reads_back_as_it_was_imported() {
    each_store(async |store| {
        let import = edition();
        let imported = store.import_edition(import.clone()).await.unwrap();
        assert_eq!(imported.sessions_added, [id("s1"), id("s2")]);
        assert_eq!(imported.key_points_added, 3);
        assert_eq!(imported.output_documents_added, [main_document()]);

        let listed = store.editions().await.unwrap();
        let summary = EditionSummary {
            track_id: id("igf-parliamentary-track"),
            id: id("igf-2023"),
            title: "IGF 2023 Parliamentary Track".to_owned(),
            from: Some("2023-10-08".to_owned()),
            to: Some("2023-10-09".to_owned()),
            output_state: Some(OutputDocumentState::Outline),
        };
        assert_eq!(listed, [summary]);
        let record = store.edition(&id("igf-2023")).await.unwrap().unwrap();
        assert_eq!(record.track, import.track);
        assert_eq!(record.edition, import.edition);
        assert_eq!(record.themes, import.themes);
        assert_eq!(record.addressees, import.addressees);
        assert_eq!(record.deadlines, import.deadlines);

        let sessions = store.sessions(&id("igf-2023")).await.unwrap();
        assert_eq!(sessions.len(), 2);
        for (record, given) in sessions.iter().zip(&import.sessions) {
            assert_eq!(record.session, given.session);
            assert_eq!(record.state, SessionState::Live);
            assert_eq!(record.document_id, given.notes.id);
            assert_eq!(record.characters, 40);
            assert_eq!(record.rapporteurs, []);
        }
        assert_eq!([3, 0], [sessions[0].key_points, sessions[1].key_points]);
        let one = store.session(&id("igf-2023"), &id("s2")).await.unwrap();
        assert_eq!(one.as_ref(), Some(&sessions[1]));

        let unknown = id("igf-2024");
        assert_eq!(store.edition(&unknown).await.unwrap(), None);
        assert_eq!(store.sessions(&unknown).await.unwrap(), []);
        assert_eq!(store.session(&unknown, &id("s1")).await.unwrap(), None);
    });
}

#[test]
fn importing_the_same_file_again_changes_nothing() {
    each_store(async |store| {
        store.import_edition(edition()).await.unwrap();
        let before = store.sessions(&id("igf-2023")).await.unwrap();
        let mut again = edition();
        again.at = 99;
        // Documents are made anew at each reading of the file; these must not be looked at.
        again.sessions[0].notes.id = document_id(77);
        let imported = store.import_edition(again).await.unwrap();
        assert!(imported.unchanged);
        assert!(imported.sessions_added.is_empty() && imported.sessions_updated.is_empty());
        assert_eq!(store.sessions(&id("igf-2023")).await.unwrap(), before);
        assert_eq!(store.document(document_id(77)).await.unwrap(), None);
    });
}

#[test]
fn a_changed_file_updates_the_programme_and_leaves_what_people_wrote() {
    each_store(async |store| {
        let the_edition = id("igf-2023");
        store.import_edition(edition()).await.unwrap();
        store.add_person(person(1), 1).await.unwrap();
        let written = store
            .append_chunks(append(document_id(1), &[1, 2]))
            .await
            .unwrap();
        assert_eq!(written.head_seq, 3);
        let decision = NewDecision {
            key_point: key("s1", 1),
            statement: "Statement 1".to_owned(),
            from: KeyPointState::Confirmed,
            to: KeyPointState::SetAside,
            reason: Some("said twice".to_owned()),
            decided_by: person_id(1),
            decided_at: 20,
        };
        let decided = decide(&store, &the_edition, decision).await.unwrap();
        assert!(decided);
        assert!(
            store
                .move_session(&the_edition, submitted("s2"))
                .await
                .unwrap()
        );
        let key_points = store.key_points(&the_edition).await.unwrap();

        let mut changed = edition();
        changed.file_sha256 = [2; 32];
        changed.edition.title = "A new title".to_owned();
        changed.sessions[0].session.title = Some("Another title".to_owned());
        changed.sessions[0].session.people.clear();
        changed.sessions[0].notes.id = document_id(71);
        changed.sessions[0].key_points[0].statement = "Another statement".to_owned();
        let new_point = key_point(4, "s1", KeyPointState::Accepted);
        changed.sessions[0].key_points.push(new_point);
        changed.sessions.pop();
        changed.sessions.push(session("s3", 3, Vec::new()));
        let imported = store.import_edition(changed).await.unwrap();
        assert_eq!(imported.sessions_updated, [id("s1")]);
        assert_eq!(imported.sessions_missing, [id("s2")]);
        assert_eq!(imported.sessions_added, [id("s3")]);
        // The words of one are others now, its quote is the same.
        assert_eq!(imported.key_points_there, 3);
        assert_eq!(imported.key_points_left_out, [key_point_id(4)]);
        assert!(imported.output_documents_added.is_empty());

        let record = store.edition(&the_edition).await.unwrap().unwrap();
        assert_eq!(record.edition.title, "A new title");
        let sessions = store.sessions(&the_edition).await.unwrap();
        let found = |slug: &str| {
            let wanted = id(slug);
            sessions
                .iter()
                .find(|record| record.session.id == wanted)
                .unwrap()
        };
        assert_eq!(sessions.len(), 3);
        assert_eq!(found("s1").session.title.as_deref(), Some("Another title"));
        assert_eq!(found("s1").session.people, []);
        assert_eq!(found("s1").document_id, document_id(1));
        assert_eq!(found("s2").state, SessionState::Submitted);
        let notes = store.document(document_id(1)).await.unwrap().unwrap();
        assert_eq!(notes.head_seq, 3);
        assert_eq!(store.key_points(&the_edition).await.unwrap(), key_points);
    });
}

#[test]
fn who_speaks_and_what_was_recorded_keep_the_names_that_notes_know_them_by() {
    each_store(async |store| {
        let the_edition = id("igf-2023");
        let number = std::cell::Cell::new(0);
        // Each person is an id, which counts where the person is new, a name and an affiliation.
        let import = async |people: &[[&str; 3]], recordings: &[&str]| {
            number.set(number.get() + 1);
            let mut file = edition();
            file.file_sha256 = [number.get(); 32];
            let session = &mut file.sessions[0].session;
            let (person, recording) = (session.people.remove(0), session.recordings.remove(0));
            session.people = people
                .iter()
                .map(|[id, name, affiliation]| Participant {
                    id: (*id).to_owned(),
                    name: (*name).to_owned(),
                    affiliation: (!affiliation.is_empty()).then(|| (*affiliation).to_owned()),
                    ..person.clone()
                })
                .collect();
            session.recordings = recordings
                .iter()
                .map(|url| Recording {
                    url: (*url).to_owned(),
                    ..recording.clone()
                })
                .collect();
            store.import_edition(file).await.unwrap();
            let kept = store.session(&the_edition, &id("s1")).await.unwrap();
            let kept = kept.unwrap().session;
            let people = kept
                .people
                .iter()
                .map(|one| format!("{} {}", one.id, one.name));
            let recordings = kept.recordings.into_iter().map(|one| one.url);
            (people.collect::<Vec<_>>(), recordings.collect::<Vec<_>>())
        };
        let first = [["a", "Ann", "MP"], ["b", "Bob", ""], ["c", "Jo", "MP"]];
        import(&first, &["one", "two"]).await;

        // Somebody new stands before the others, whose ids the file makes anew; one has another office now.
        let next = [
            ["d", "Carol", ""],
            ["x", "Bob", ""],
            ["y", "Jo", "Minister"],
            ["z", "Ann", "MP"],
        ];
        let (people, recordings) = import(&next, &["three", "two", "one"]).await;
        assert_eq!(people, ["d Carol", "b Bob", "c Jo", "a Ann"]);
        assert_eq!(recordings, ["one", "two", "three"]);

        // Who stands in the place of one who is gone is not that one; of two of one name the affiliation tells who is who.
        let next = [
            ["e", "Jo", "Senator"],
            ["f", "Dan", ""],
            ["x", "Jo", "Minister"],
            ["z", "Ann", "MP"],
        ];
        let (people, recordings) = import(&next, &["two", "four"]).await;
        assert_eq!(people, ["e Jo", "f Dan", "c Jo", "a Ann"]);
        assert_eq!(recordings, ["one", "two", "three", "four"]);

        // Where nothing tells two of one name apart, both are somebody new.
        let next = [["g", "Jo", "Judge"], ["h", "Jo", "Mayor"], ["x", "Ann", ""]];
        let (people, _) = import(&next, &[]).await;
        assert_eq!(people, ["g Jo", "h Jo", "a Ann"]);
    });
}

#[test]
fn an_import_that_fails_at_its_end_leaves_nothing() {
    each_store(async |store| {
        let mut broken = edition();
        // The last session claims the notes of the first one.
        broken.sessions[1].notes = new_document(1);
        assert!(store.import_edition(broken).await.is_err());
        assert_eq!(store.editions().await.unwrap(), []);
        assert_eq!(store.document(document_id(1)).await.unwrap(), None);
        assert!(!store.import_edition(edition()).await.unwrap().unchanged);
    });
}

fn submitted(session: &str) -> SessionMove {
    SessionMove {
        session_id: id(session),
        from: SessionState::Live,
        to: SessionState::Submitted,
        by: person_id(1),
        at: 30,
    }
}

#[test]
fn a_session_moves_only_from_the_state_it_is_in() {
    each_store(async |store| {
        store.import_edition(edition()).await.unwrap();
        let (the_edition, s1) = (id("igf-2023"), id("s1"));
        let submit = || store.move_session(&the_edition, submitted("s1"));
        assert!(submit().await.unwrap());
        assert!(!submit().await.unwrap());
        let record = store.session(&the_edition, &s1).await.unwrap().unwrap();
        assert_eq!(record.state, SessionState::Submitted);
    });
}

#[test]
fn a_session_lists_its_rapporteurs_and_whether_it_has_text() {
    each_store(async |store| {
        store.import_edition(edition()).await.unwrap();
        let (the_edition, s2): (EditionId, SessionId) = (id("igf-2023"), id("s2"));
        for n in [2, 1] {
            store.add_person(person(n), 1).await.unwrap();
            let grant = Grant {
                role: Role::Rapporteur,
                scope: Scope::Session(the_edition.clone(), s2.clone()),
            };
            store
                .give_grant(person_id(n), grant, None, 1)
                .await
                .unwrap();
        }
        let notes = NotesProjection {
            upto_seq: 1,
            characters: 0,
            key_points: Vec::new(),
        };
        let projected = store
            .project_notes(&the_edition, &s2, notes, 1)
            .await
            .unwrap();
        assert!(projected.changed);
        let sessions = store.sessions(&the_edition).await.unwrap();
        let name = |n| PersonName {
            id: person_id(n),
            name: person(n).name,
        };
        assert_eq!(sessions[0].rapporteurs, []);
        assert_eq!(sessions[1].rapporteurs, [name(1), name(2)]);
        assert_eq!(sessions[1].characters, 0);
    });
}
