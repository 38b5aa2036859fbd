//! Under the Chatham House Rule nothing leads to who spoke, or to the second in which they did, but the page of the notes.

use std::fs;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{repository, site::Site};
use tokio::time::timeout;

use super::{PATIENCE, ask, bearer, drafts, get};
use crate::publish::{package, pdf};

const EDITION: &str = "/api/editions/igf-2023";
/// The session that is held under the rule, and what leads to its people: names, offices, recordings and times.
const SESSION: &str = "pt23-1";
const SECRETS: [&str; 8] = [
    "Zubenelgenubi",
    "Unukalhai",
    "Senate of Elsewhere",
    "Described-by-words",
    "films.example",
    "01:02:03",
    "t=3723",
    "3723",
];

/// The demo edition with a session under the rule whose every part tells who spoke.
fn edition(site: &Site) -> std::path::PathBuf {
    let mut file: Value =
        serde_json::from_slice(&fs::read(repository::demo_edition()).unwrap()).unwrap();
    let sessions = file["sessions"].as_array_mut().unwrap();
    let session = sessions
        .iter_mut()
        .find(|one| one["id"] == SESSION)
        .unwrap();
    session["attribution"] = json!("chatham-house");
    session["people"] = json!([
        { "name": "Zubenelgenubi Unukalhai", "role": "speaker", "affiliation": "Senate of Elsewhere" },
        { "name": "Unukalhai Zubenelgenubi", "role": "moderator" },
    ]);
    session["recordings"] =
        json!([{ "url": "https://films.example/session", "startsAt": "2023-10-09T09:00" }]);
    let points = session["keyPoints"].as_array_mut().unwrap();
    assert!(points.len() >= 3);
    points[0]["speaker"] = json!("Zubenelgenubi Unukalhai");
    points[0]["source"] = json!({ "recording": 0, "at": "01:02:03" });
    points[1]["speaker"] = json!("Described-by-words, a minister");
    points[1]["source"] = json!("https://films.example/watch?t=3723");
    points[2]["attributedTo"] = json!("Unukalhai Zubenelgenubi");
    points[2]["quote"] = json!("Mr Zubenelgenubi asked for it at once.");
    for point in points {
        point["state"] = json!("confirmed");
        point["basis"] = json!("reported");
    }
    let path = site.data().join("edition.json");
    fs::write(&path, file.to_string()).unwrap();
    path
}

#[tokio::test]
async fn nothing_but_the_page_of_the_notes_leads_to_a_person_or_a_second() {
    let mut site = Site::empty();
    let file = edition(&site);
    let mut told = Told::default();
    told.of("import", &site.must(["import".as_ref(), file.as_os_str()]));
    let token = site.token("editor@example.org", "editor");
    site.token("editor@example.org", "coordinator");
    site.start();
    let by = ("authorization", &*bearer(&token));
    let post = async |path: &str, body: Value| {
        let (status, answer) = drafts::post(&site, by.1, path, body).await;
        assert!(status < 300, "{path}: {answer}");
        answer
    };

    // What somebody learns in words of those who took part.
    let notes = get(&site, by, &format!("{EDITION}/sessions/{SESSION}")).await;
    for secret in ["Zubenelgenubi", "Senate of Elsewhere", "films.example"] {
        assert!(
            notes.to_string().contains(secret),
            "the page of the notes needs {notes}"
        );
    }
    for session in [SESSION, "rehearsal"] {
        let notes = get(&site, by, &format!("{EDITION}/sessions/{session}")).await;
        for person in notes["people"].as_array().unwrap() {
            told.ids
                .extend(["id", "name"].map(|part| person[part].as_str().unwrap().to_owned()));
        }
        for recording in notes["recordings"].as_array().unwrap() {
            told.ids.push(recording["url"].as_str().unwrap().to_owned());
        }
    }

    let events = format!("{EDITION}/events");
    let mut events = ask(&site, by, Method::GET, &events).send().await.unwrap();

    // Everything that is written.
    let board = get(&site, by, &format!("{EDITION}/key-points")).await;
    let points: Vec<&Value> = board
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["sessionId"] == SESSION)
        .collect();
    let point = points[0]["id"].as_str().unwrap();
    for decision in ["accept", "reopen", "confirm"] {
        let answer = post(&format!("key-points/{point}/{decision}"), json!({})).await;
        told.of(decision, &answer.to_string());
    }
    let aside = post(
        &format!("key-points/{point}/set-aside"),
        json!({ "reason": "twice" }),
    )
    .await;
    told.of("set-aside", &aside.to_string());
    post(&format!("key-points/{point}/accept"), json!({})).await;
    told.of(
        "accept-confirmed",
        &post("key-points/accept-confirmed", json!({}))
            .await
            .to_string(),
    );
    for body in [
        json!({}),
        json!({ "group": "session" }),
        json!({ "messagesOf": SESSION }),
    ] {
        told.of("outline", &post("outline", body.clone()).await.to_string());
        told.of("compile", &post("compile", body).await.to_string());
    }
    for step in ["submit", "confirm", "reopen"] {
        let path = format!("sessions/{SESSION}/{step}");
        told.of(step, &post(&path, json!({})).await.to_string());
    }

    // Every file, and every question that the description has.
    let documents = get(&site, by, &format!("{EDITION}/output-documents")).await;
    let documents = documents
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap());
    let documents: Vec<&str> = documents.collect();
    assert_eq!(documents.len(), 2);
    let mut places = vec![
        ("edition", vec!["igf-2023".to_owned()]),
        (
            "document",
            documents.iter().map(|id| (*id).to_owned()).collect(),
        ),
    ];
    let mut files = Vec::new();
    for document in &documents {
        for format in ["docx", "pdf", "html", "md", "json"] {
            let path = format!("output-documents/{document}/exports");
            let made = post(&path, json!({ "format": format })).await;
            told.of(&path, &made.to_string());
            files.push(made["id"].as_str().unwrap().to_owned());
        }
    }
    places.push(("id", files));
    let preview = get(
        &site,
        by,
        &format!("{EDITION}/output-documents/main/preview"),
    )
    .await;
    let revision = preview["revision"].as_str().unwrap();
    places.push(("revision", vec![revision.to_owned()]));
    let pages = 1..=preview["pages"].as_u64().unwrap();
    places.push(("page", pages.map(|page| format!("{page}.svg")).collect()));
    let description = get(&site, by, "/api/openapi.json").await;
    let mut asked = 0;
    for (path, operations) in description["paths"].as_object().unwrap() {
        let is_left_out = path.ends_with("/events") || path.ends_with("/sessions/{session}");
        if operations.get("get").is_none() || is_left_out {
            continue;
        }
        for path in filled(path, &places) {
            let answer = ask(&site, by, Method::GET, &path).send().await.unwrap();
            if answer.status() == 200 {
                asked += 1;
                told.of_bytes(&path, &answer.bytes().await.unwrap());
            }
        }
    }
    let of_messages = format!("{EDITION}/check?document={}", documents[1]);
    told.of(
        &of_messages,
        &get(&site, by, &of_messages).await.to_string(),
    );
    assert!(asked > 20, "{asked}");

    let mut said = String::new();
    while !said.contains("output-documents") {
        let chunk = timeout(PATIENCE, events.chunk()).await.unwrap();
        said.push_str(&String::from_utf8_lossy(&chunk.unwrap().unwrap()));
    }
    told.of("events", &said);

    // Every command.
    let check = site.run(["check", "--edition", "igf-2023", "--json"]);
    told.of("check --json", &String::from_utf8(check.stdout).unwrap());
    let check = site.run(["check", "--edition", "igf-2023"]);
    told.of("check", &String::from_utf8(check.stdout).unwrap());
    for format in ["docx", "pdf", "html", "md", "json"] {
        let out = site.data().join(format!("out.{format}"));
        let out = out.to_str().unwrap();
        told.of(
            "export",
            &site.must([
                "export",
                "--edition",
                "igf-2023",
                "--format",
                format,
                "--out",
                out,
            ]),
        );
        told.of_bytes(out, &fs::read(out).unwrap());
    }
    assert_eq!(told.found, [] as [String; 0]);
}

/// The paths that a path of the description stands for.
fn filled(path: &str, places: &[(&str, Vec<String>)]) -> Vec<String> {
    let mut paths = vec![path.to_owned()];
    for (name, values) in places {
        let name = format!("{{{name}}}");
        let fill = |path: String| -> Vec<String> {
            if !path.contains(&name) {
                return vec![path];
            }
            values
                .iter()
                .map(|value| path.replace(&name, value))
                .collect()
        };
        paths = paths.into_iter().flat_map(fill).collect();
    }
    paths
}

/// What was told that must not be.
#[derive(Default)]
struct Told {
    /// The people and recordings, as the pages of the notes name them.
    ids: Vec<String>,
    found: Vec<String>,
}

impl Told {
    fn of(&mut self, place: &str, text: &str) {
        let secrets = SECRETS
            .into_iter()
            .chain(self.ids.iter().map(String::as_str));
        for secret in secrets.filter(|secret| text.contains(secret)) {
            let at = text.find(secret).unwrap();
            let near: String = text[..at].chars().rev().take(60).collect();
            let near: String = near.chars().rev().collect();
            self.found.push(format!("{place}: {near}{secret}"));
        }
    }

    /// An answer in whatever format: what is packed is looked into, part by part.
    fn of_bytes(&mut self, place: &str, bytes: &[u8]) {
        if bytes.starts_with(b"PK") {
            for (part, text) in package::parts(bytes) {
                self.of(&format!("{place} {part}"), &text);
            }
        } else if bytes.starts_with(b"%PDF") {
            self.of(place, &pdf::readable(bytes));
        }
        self.of(place, &String::from_utf8_lossy(bytes));
    }
}
