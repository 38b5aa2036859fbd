//! Who has no right gets nothing, and is told no more than that.

use reqwest::Method;
use serde_json::{Value, json};
use tests::site::Site;

use super::{ask, bearer, get};

const EDITION: &str = "/api/editions/igf-2023";

#[tokio::test]
async fn drawn_pages_are_those_of_the_document_they_are_asked_of() {
    let site = Site::with_demo_edition();
    let of = |person: &str, role| bearer(&site.token(person, role));
    let editor = of("editor@example.org", "editor");
    let compile = async |body: Value| {
        let path = format!("{EDITION}/compile");
        let ask = ask(&site, ("authorization", &editor), Method::POST, &path);
        let answer: Value = ask.json(&body).send().await.unwrap().json().await.unwrap();
        answer["outputDocument"]["id"].as_str().unwrap().to_owned()
    };
    let main = compile(json!({})).await;
    let messages = compile(json!({ "messagesOf": "pt23-1" })).await;
    let preview = |document: &str| format!("{EDITION}/output-documents/{document}/preview");
    let drawn = get(&site, ("authorization", &editor), &preview(&main)).await;
    let revision = drawn["revision"].as_str().unwrap();
    for (document, answer) in [(&main, 200), (&messages, 404)] {
        let page = format!("{}/{revision}/1.svg", preview(document));
        let ask = ask(&site, ("authorization", &editor), Method::GET, &page);
        let response = ask.send().await.unwrap();
        assert_eq!(response.status().as_u16(), answer, "{document}");
    }
}

#[tokio::test]
async fn files_outlines_and_counts_are_for_those_who_may_have_them() {
    let site = Site::with_demo_edition();
    let of = |person: &str, role| bearer(&site.token(person, role));
    let editor = of("editor@example.org", "editor");
    let reader = of("reader@example.org", "reader");
    let reviewer = of("reviewer@example.org", "reviewer");
    let stranger = bearer(site.must(["token", "--person", "x@example.org"]).trim());
    let post = async |by: &str, path: &str, body: Value| {
        let ask = ask(&site, ("authorization", by), Method::POST, path);
        ask.json(&body).send().await.unwrap()
    };
    let status = async |by: &str, path: &str| {
        let ask = ask(&site, ("authorization", by), Method::GET, path);
        ask.send().await.unwrap().status().as_u16()
    };

    let outline = format!("{EDITION}/outline");
    for (by, answer) in [
        (&editor, 200),
        (&reader, 403),
        (&reviewer, 403),
        (&stranger, 404),
    ] {
        let response = post(by, &outline, json!({})).await;
        assert_eq!(response.status().as_u16(), answer, "{outline}");
    }

    let compile = post(&editor, &format!("{EDITION}/compile"), json!({})).await;
    assert_eq!(compile.status(), 200);
    let exports = format!("{EDITION}/output-documents/main/exports");
    let made = post(&editor, &exports, json!({ "format": "md" })).await;
    assert_eq!(made.status(), 200);
    let made: Value = made.json().await.unwrap();
    let file = format!("/api/exports/{}", made["id"].as_str().unwrap());
    for (by, answer) in [
        (&editor, 200),
        (&reader, 404),
        (&reviewer, 404),
        (&stranger, 404),
    ] {
        assert_eq!(status(by, &file).await, answer, "{file}");
    }
    let refused = post(&reader, &exports, json!({ "format": "md" })).await;
    assert_eq!(refused.status(), 403);

    let coverage = format!("{EDITION}/coverage");
    assert_eq!(status(&stranger, &coverage).await, 404);
    let seen = async |by: &str| get(&site, ("authorization", by), &coverage).await;
    let count = |view: &Value, of: &str| view[of].as_array().unwrap().len();
    let all = seen(&reader).await;
    assert!(count(&all, "cells") > 0 && count(&all, "sessions") > 0);
    // A reviewer reads no notes, and so learns nothing of what was marked in them.
    let none = seen(&reviewer).await;
    assert_eq!(
        (count(&none, "cells"), count(&none, "sessions")),
        (0, 0),
        "{none}"
    );
    assert_eq!(count(&none, "sessionsWithoutKeyPoint"), 0);
    assert_eq!(count(&none, "regionsWithoutKeyPoint"), 0);
}
