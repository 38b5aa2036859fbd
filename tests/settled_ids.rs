//! Where two blocks bear one id, the server reads the ids that the editor shows: both are held to the same documents.

use automerge::{Automerge, LoadOptions, OnPartialLoad, VerificationMode};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use document::output;
use serde::Deserialize;
use tests::repository;

#[derive(Deserialize)]
struct Case {
    name: String,
    document: String,
    ids: Vec<String>,
}

#[test]
fn a_block_is_called_the_same_on_the_server_and_in_the_editor() {
    let file = repository::root().join("tests/cases/settled-ids.json");
    let cases: Vec<Case> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert!(cases.len() >= 6);
    for case in cases {
        let bytes = BASE64_STANDARD.decode(&case.document).unwrap();
        let options = LoadOptions::new()
            .on_partial_load(OnPartialLoad::Error)
            .verification_mode(VerificationMode::Check);
        let document = Automerge::load_with_options(&bytes, options).unwrap();
        let read = output::read(&document);
        let ids: Vec<_> = read.blocks.iter().map(|block| block.id.as_str()).collect();
        assert_eq!(ids, case.ids, "{}", case.name);
    }
}
