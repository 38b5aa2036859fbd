//! Each session's messages have a document of their own.

use std::fs;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{repository, site::Site};

use super::{ask, bearer, drafts, get};

#[tokio::test]
async fn sessions_whose_long_ids_begin_alike_have_messages_of_their_own() {
    let text = fs::read_to_string(repository::demo_edition()).unwrap();
    let mut edition: Value = serde_json::from_str(&text).unwrap();
    let ids = ["one", "two"].map(|end| format!("{}-{end}", "long".repeat(15)));
    for (session, id) in [(0, &ids[0]), (2, &ids[1])] {
        edition["sessions"][session]["id"] = json!(id);
    }
    let mut site = Site::empty();
    let file = site.data().join("edition.json");
    fs::write(&file, edition.to_string()).unwrap();
    site.must(["import".as_ref(), file.as_os_str()]);
    site.start();
    let editor = bearer(&site.token("editor@example.org", "editor"));
    let compile = async |session: &str| {
        let path = "/api/editions/igf-2023/compile";
        let ask = ask(&site, ("authorization", &editor), Method::POST, path);
        let response = ask.json(&json!({ "messagesOf": session })).send().await;
        let response = response.unwrap();
        assert_eq!(response.status(), 200, "{session}");
        let answer: Value = response.json().await.unwrap();
        answer["outputDocument"].clone()
    };
    let mut seen = Vec::new();
    for session in [&ids[0], &ids[1], &ids[0], &ids[1]] {
        let document = compile(session).await;
        assert_eq!(document["sessionId"], json!(session));
        seen.push(document["id"].as_str().unwrap().to_owned());
    }
    assert_eq!(seen[..2], seen[2..], "compiling again finds the same");
    assert_ne!(seen[0], seen[1]);
    assert!(seen.iter().all(|id| id.starts_with("messages-longlong")));
}

#[tokio::test]
async fn what_only_messages_say_is_not_used_in_the_document() {
    let site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let states = async || -> Vec<(String, usize)> {
        let points = get(
            &site,
            ("authorization", &by),
            "/api/editions/igf-2023/key-points",
        )
        .await;
        let of_session = points.as_array().unwrap().iter();
        let of_session =
            of_session.filter(|one| one["sessionId"] == "pt23-1" && one["basis"] == "reported");
        let accepted =
            of_session.filter(|one| matches!(one["state"].as_str(), Some("accepted" | "used")));
        let seen = accepted.map(|one| {
            let uses = one["usedIn"].as_array().unwrap().len();
            (one["state"].as_str().unwrap().to_owned(), uses)
        });
        seen.collect()
    };
    let all = |states: &[(String, usize)], state: &str, uses: usize| {
        !states.is_empty()
            && states
                .iter()
                .all(|one| (one.0.as_str(), one.1) == (state, uses))
    };
    drafts::post(&site, &by, "compile", json!({ "messagesOf": "pt23-1" })).await;
    let seen = states().await;
    assert!(all(&seen, "accepted", 1), "{seen:?}");
    drafts::post(&site, &by, "compile", json!({})).await;
    let seen = states().await;
    assert!(all(&seen, "used", 2), "{seen:?}");
}
