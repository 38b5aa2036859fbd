use model::{
    id::{OutputDocumentId, ParagraphId},
    language::Lang,
    output_document::{OutputDocumentState, Use},
};
use serde_json::json;
use storage::{
    document_chunks::DocumentOf,
    error::StoreError,
    exports::{Export, MostKept},
    output_documents::{Compilation, TextEdit},
};
use tests::database::{
    append, document_id, each_database, each_store, edition, hash, id, key_point_id, main_document,
    output_document, person, person_id,
};

#[test]
fn output_documents_are_added_once_listed_and_updated() {
    each_database(async |database| {
        let store = database.open().await;
        let the_edition = id("igf-2023");
        store.import_edition(edition()).await.unwrap();
        let mut messages = output_document(20);
        messages.output_document.id = id("messages-s1");
        messages.output_document.messages_of = Some(id("s1"));
        store
            .add_output_document(&the_edition, messages.clone(), 5)
            .await
            .unwrap();
        let refused = store
            .add_output_document(&the_edition, output_document(21), 6)
            .await
            .unwrap_err();
        assert!(matches!(refused, StoreError::Taken(_)), "{refused}");
        assert_eq!(store.document(document_id(21)).await.unwrap(), None);

        let listed = store.output_documents(&the_edition).await.unwrap();
        assert_eq!(
            listed,
            [
                output_document(9).output_document,
                messages.output_document.clone()
            ]
        );
        let text = store.document(document_id(20)).await.unwrap().unwrap();
        assert_eq!(
            text.of,
            DocumentOf::Output(the_edition.clone(), id("messages-s1"))
        );
        let compile = |which: &str, chunk: u32| TextEdit {
            output_document_id: id(which),
            append: append(document_id(9), &[chunk]),
            uses: vec![Use {
                key_point_id: key_point_id(3),
                session_id: None,
                paragraph_id: ParagraphId("_pa".to_owned()),
            }],
            compilation: Some(Compilation {
                title: "Draft".to_owned(),
                at: 44,
                by: None,
                blocks: 3,
            }),
        };
        let written = store.edit_text(&the_edition, compile("main", 500)).await;
        let seq = written.unwrap().head_seq;
        for (which, is_draft) in [("other", true), ("other", false), ("messages-s1", false)] {
            let mut elsewhere = compile(which, 501);
            elsewhere.compilation = elsewhere.compilation.filter(|_| is_draft);
            let refused = store.edit_text(&the_edition, elsewhere).await;
            assert!(
                matches!(refused, Err(StoreError::DocumentClosed)),
                "{which}: {refused:?}"
            );
        }
        let mut overtaken = compile("main", 502);
        overtaken.append.expected = Some(seq - 1);
        let refused = store.edit_text(&the_edition, overtaken).await.unwrap_err();
        assert!(matches!(refused, StoreError::HeadMoved { .. }), "{refused}");
        let text = store.document(document_id(9)).await.unwrap().unwrap();
        assert_eq!(text.head_seq, seq, "what is refused adds no text");
        let behind = store.unprojected().await.unwrap();
        assert!(
            !behind.contains(&document_id(9)),
            "what it rests on is known"
        );
        let used = store
            .key_points_called(&the_edition, key_point_id(3))
            .await
            .unwrap();
        assert_eq!(used[0].uses.len(), 1);
        let noted = database
            .run("select object, detail_json from audit where action = 'output-document-compiled'");
        let row = json!({ "object": "output-document:igf-2023/main", "detail_json": "{\"paragraphs\":3}" });
        assert_eq!(noted, [row]);
        let found = store
            .output_document(&the_edition, &main_document())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(found.title, "Draft");
        assert_eq!(found.state, OutputDocumentState::ZeroDraft);
        assert_eq!(found.compiled_at, Some(44));
        let unknown: OutputDocumentId = id("other");
        assert_eq!(
            store.output_document(&the_edition, &unknown).await.unwrap(),
            None
        );
        let summary = &store.editions().await.unwrap()[0];
        assert_eq!(summary.output_state, Some(OutputDocumentState::ZeroDraft));
    });
}

#[test]
fn an_export_is_kept_with_size_and_hash() {
    each_store(async |store| {
        store.import_edition(edition()).await.unwrap();
        store.add_person(person(1), 1).await.unwrap();
        let export = |id: &str, made_at| Export {
            id: id.to_owned(),
            edition_id: tests::database::id("igf-2023"),
            output_document_id: main_document(),
            format: "docx".to_owned(),
            language: Lang::english(),
            file_name: "igf-2023.docx".to_owned(),
            made_by: Some(person_id(1)),
            made_at,
            heads: vec![hash(4)],
        };
        let most = MostKept {
            of_one: 6,
            of_all: 10,
        };
        let keep = async |export| store.add_export(export, "abc".into(), most).await;
        let first = keep(export("a", 1)).await.unwrap().unwrap();
        let second = keep(export("b", 2)).await.unwrap().unwrap();
        assert_eq!(first.size, 3);
        // The well-known SHA-256 of "abc".
        assert_eq!(first.sha256[..4], [0xba, 0x78, 0x16, 0xbf]);
        let listed = store
            .exports(&id("igf-2023"), &main_document())
            .await
            .unwrap();
        assert_eq!(listed, [second, first.clone()]);
        let found = store.export("a").await.unwrap();
        assert_eq!(found, Some((first, "abc".into())));
        assert_eq!(store.export("c").await.unwrap(), None);
        assert_eq!(keep(export("c", 3)).await.unwrap(), None, "enough of one");
        let by_command = |id| Export {
            made_by: None,
            ..export(id, 4)
        };
        assert!(
            keep(by_command("a")).await.is_err(),
            "an id names one file for ever"
        );
        assert!(keep(by_command("d")).await.unwrap().is_some());
        assert_eq!(keep(by_command("e")).await.unwrap(), None, "enough of all");
        let listed = store.exports(&id("igf-2023"), &main_document()).await;
        assert_eq!(listed.unwrap().len(), 3);
    });
}
