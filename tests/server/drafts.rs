//! The zero draft over HTTP: it is there as a whole or not at all, whoever else writes and whoever goes away.

use std::time::Instant;

use document::{
    output::{self, Output},
    stored,
};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{database::id, site::Site};
use tokio::{io::AsyncWriteExt, net::TcpStream};

use super::{PATIENCE, ask, bearer, get, store};

const EDITION: &str = "/api/editions/igf-2023";

/// Asks for something to be done; status and answer.
pub(super) async fn post(site: &Site, by: &str, path: &str, body: Value) -> (u16, Value) {
    let path = format!("{EDITION}/{path}");
    let ask = ask(site, ("authorization", by), Method::POST, &path);
    let answer = ask.json(&body).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

async fn output_documents(site: &Site, by: &str) -> Vec<Value> {
    let path = format!("{EDITION}/output-documents");
    let all = get(site, ("authorization", by), &path).await;
    all.as_array().unwrap().clone()
}

/// Takes the decision about an accepted key point back; its id.
async fn reopen(site: &Site, by: &str) -> String {
    let path = format!("{EDITION}/key-points");
    let board = get(site, ("authorization", by), &path).await;
    let mut points = board.as_array().unwrap().iter();
    let point = points.find(|one| one["sessionId"] == "pt23-1" && one["state"] == "accepted");
    let point = point.unwrap()["id"].as_str().unwrap().to_owned();
    decide(site, by, &point, "reopen").await;
    point
}

async fn decide(site: &Site, by: &str, point: &str, decision: &str) {
    let path = format!("key-points/{point}/{decision}");
    let (status, said) = post(site, by, &path, json!({})).await;
    assert_eq!(status, 200, "{said}");
}

/// What the main output document says.
pub(super) async fn main_text(site: &Site) -> Output {
    let store = store(site).await;
    let record = store.output_document(&id("igf-2023"), &id("main")).await;
    let document = record.unwrap().unwrap().document_id;
    let loaded = store.load_document(document).await.unwrap().unwrap();
    store.close().await;
    let chunks = loaded.chunks.iter().map(|chunk| &chunk.bytes[..]);
    let snapshot = loaded.snapshot.as_ref().map(|one| &one.bytes[..]);
    output::read(&stored::assemble(snapshot, chunks, *b"the test's actor").unwrap())
}

#[tokio::test]
async fn a_draft_is_written_to_the_end_when_who_asked_for_it_goes_away() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let by = bearer(&token);
    let sessions = [
        "eurodig-2023",
        "afigf-2023",
        "pt23-1",
        "pt23-rt",
        "rehearsal",
    ];
    let of_messages = async |session: &str| {
        let all = output_documents(&site, &by).await;
        all.into_iter().find(|one| one["sessionId"] == session)
    };
    for session in sessions {
        let body = json!({ "messagesOf": session }).to_string();
        let request = format!(
            "POST {EDITION}/compile HTTP/1.1\r\nhost: x\r\nauthorization: {by}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        let address = site.url().replace("http://", "");
        let mut socket = TcpStream::connect(address).await.unwrap();
        socket.write_all(request.as_bytes()).await.unwrap();
        let since = Instant::now();
        while of_messages(session).await.is_none() {
            assert!(since.elapsed() < PATIENCE, "no document for {session}");
        }
        drop(socket);
    }
    for session in sessions {
        let since = Instant::now();
        while of_messages(session).await.unwrap()["compiledAt"].is_null() {
            assert!(since.elapsed() < PATIENCE, "{session} was left half done");
        }
    }
    let noted = site.sql("select object from audit where action = 'output-document-compiled'");
    assert_eq!(noted.len(), sessions.len());
}

#[tokio::test]
async fn a_request_that_is_refused_makes_no_document() {
    let site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let ask = json!({ "messagesOf": "pt23-1", "group": "colour" });
    let (status, said) = post(&site, &by, "compile", ask).await;
    assert_eq!(
        (status, &said["error"]["code"]),
        (422, &json!("group-unknown"))
    );
    assert_eq!(output_documents(&site, &by).await.len(), 1);
}

#[tokio::test]
async fn the_list_of_documents_calls_a_draft_what_its_text_does() {
    let site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let (status, said) = post(&site, &by, "compile", json!({ "title": "a\u{0}b" })).await;
    assert_eq!(
        (status, &said["error"]["detail"]["place"]),
        (422, &json!("/title")),
        "{said}"
    );
    let ask = json!({ "title": "From a\u{b}slide" });
    let (status, said) = post(&site, &by, "compile", ask).await;
    assert_eq!(status, 200, "{said}");
    assert_eq!(said["outputDocument"]["title"], "From a slide");
    assert_eq!(
        output_documents(&site, &by).await[0]["title"],
        "From a slide"
    );
    let text = main_text(&site).await;
    assert_eq!(text.title().as_deref(), Some("From a slide"));
}

#[tokio::test]
async fn a_key_point_is_inserted_by_the_grouping_that_the_document_has_now() {
    let site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let late = [reopen(&site, &by).await, reopen(&site, &by).await];
    for (late, groups) in late
        .iter()
        .zip([["addressee", "theme"], ["theme", "addressee"]])
    {
        for group in groups {
            let (status, said) = post(&site, &by, "compile", json!({ "group": group })).await;
            assert_eq!(status, 200, "{said}");
        }
        decide(&site, &by, late, "accept").await;
        let ask = json!({ "keyPointId": late });
        let (status, said) = post(&site, &by, "output-documents/main/insert", ask).await;
        assert_eq!(status, 200, "{said}");
        let text = main_text(&site).await;
        let paragraph = said["paragraphId"].as_str().unwrap();
        let mut blocks = text.blocks.iter();
        let place = blocks.position(|block| block.id.as_str() == paragraph);
        let above = text.blocks[..place.unwrap()].iter().rev();
        let group = above.filter_map(|block| text.groups.get(&block.id)).next();
        let (by, _) = group.unwrap().split_once(':').unwrap();
        assert_eq!(by, groups[1]);
    }
}
