//! What an editor corrects of a key point stands beside the notes, also after they were handed in.

use automerge::{ReadDoc, transaction::Transactable};
use reqwest::Method;
use serde_json::{Value, json};
use tests::site::Site;

use super::{Copy, Tab, ask, awaited, bearer, drafts, get, hash_of, notes};

const EDITION: &str = "/api/editions/igf-2023";
const ID: &str = "00000000-0000-4000-9000-00000000d0b3";
const NOTED: &str = "Report each breach within a day.";
const WORDED: &str = "Report each breach to the regulator within one day.";
const REWORDED: &str = "Report each breach within a year.";

/// An editor at the board of the demo edition.
struct Editor<'a> {
    site: &'a Site,
    by: String,
}

impl Editor<'_> {
    async fn get(&self, path: &str) -> Value {
        get(
            self.site,
            ("authorization", &self.by),
            &format!("{EDITION}/{path}"),
        )
        .await
    }

    async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        drafts::post(self.site, &self.by, path, body).await
    }

    async fn point(&self, id: &str) -> Value {
        let board = self.get("key-points").await;
        let mut board = board.as_array().unwrap().iter();
        board
            .find(|one| one["id"] == id)
            .cloned()
            .unwrap_or_default()
    }

    /// Corrects what was read of a key point.
    async fn correct(&self, read: &Value, change: Value) -> (u16, Value) {
        let mut body = json!({});
        for field in [
            "statement",
            "themes",
            "addressee",
            "kind",
            "stance",
            "attributedTo",
        ] {
            body[field] = change.get(field).unwrap_or(&read[field]).clone();
        }
        let (id, said) = (
            read["id"].as_str().unwrap(),
            read["saidHash"].as_str().unwrap(),
        );
        let path = format!("{EDITION}/key-points/{id}/correction?said={said}");
        let ask = ask(self.site, ("authorization", &self.by), Method::PUT, &path);
        let answer = ask.json(&body).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    /// A tab with the notes of a session, in which a key point was just marked.
    async fn marks(&self, token: &str, session: &str) -> (Tab, Copy) {
        let mut tab = Tab::of(self.site, token).await;
        let document = notes(self.site, token, session).await;
        let mut copy = tab.document(document).await;
        copy.mark(ID, NOTED);
        tab.sync(&mut copy).await;
        awaited(async || self.point(ID).await["statement"] == NOTED).await;
        (tab, copy)
    }

    async fn drafted(&self) -> String {
        assert_eq!(self.post("compile", json!({})).await.0, 200);
        let main = drafts::main_text(self.site).await;
        let texts = main.blocks.iter().map(|one| one.block.text() + "\n");
        texts.collect()
    }
}

fn code(answer: &(u16, Value)) -> (u16, &str) {
    (
        answer.0,
        answer.1["error"]["code"].as_str().unwrap_or_default(),
    )
}

#[tokio::test]
async fn an_editors_words_stand_beside_those_of_the_notes_and_are_drafted() {
    let mut site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let editor = Editor {
        site: &site,
        by: bearer(&token),
    };
    let (mut tab, mut copy) = editor.marks(&token, "rehearsal").await;
    let unsaid = editor.point(ID).await;
    assert_eq!([&unsaid["kind"], &unsaid["stance"]], [&Value::Null; 2]);
    assert_eq!(
        editor.post("sessions/rehearsal/submit", json!({})).await.0,
        200
    );
    assert_eq!(
        editor
            .post(&format!("key-points/{ID}/accept"), json!({}))
            .await
            .0,
        200
    );

    // Who only reads or writes notes corrects nothing.
    for (person, role) in [("r@example.org", "rapporteur"), ("x@example.org", "reader")] {
        let by = bearer(&site.token(person, role));
        let other = Editor { site: &site, by };
        let refused = other.correct(&unsaid, json!({ "statement": WORDED })).await;
        assert_eq!(code(&refused), (403, "forbidden"), "{role}");
    }

    let read = editor.point(ID).await;
    let change = json!({ "statement": format!(" {WORDED}\n"), "themes": ["ai"], "addressee": "parliaments", "kind": "call-to-action" });
    let (status, now) = editor.correct(&read, change).await;
    assert_eq!(status, 200, "{now}");
    assert_eq!(now["statement"], WORDED);
    assert_eq!(
        [&now["themes"], &now["addressee"]],
        [&json!(["ai"]), &json!("parliaments")]
    );
    // The session is held under the Chatham House Rule.
    let named = editor
        .correct(&now, json!({ "attributedTo": "Ada Speaker" }))
        .await;
    assert_eq!(code(&named), (422, "speaker-not-named"));
    assert_eq!(
        [&now["state"], &now["decidedStatement"]],
        [&json!("accepted"), &Value::Null]
    );
    assert_eq!(now["correction"]["noted"]["statement"], NOTED);
    assert_eq!(now["correction"]["overtaken"], false);
    let drafted = editor.drafted().await;
    assert!(
        drafted.contains(WORDED) && !drafted.contains(NOTED),
        "{drafted}"
    );
    let coverage = editor.get("coverage").await;
    let cells = coverage["cells"].as_array().unwrap();
    let cell = |one: &&Value| one["sessionId"] == "rehearsal" && one["themeId"] == "ai";
    assert!(cells.iter().any(|one| cell(&one)), "{coverage}");
    assert_eq!(copy.text.text(copy.statement(ID)).unwrap(), NOTED);

    // Who had read what was there before is told, and overwrites nothing.
    let late = editor
        .correct(&read, json!({ "statement": "Too late." }))
        .await;
    assert_eq!(code(&late), (409, "changed-meanwhile"));
    let blank = editor.correct(&now, json!({ "statement": " \n" })).await;
    assert_eq!(code(&blank), (422, "statement-missing"));
    let unknown = editor
        .correct(&now, json!({ "themes": ["no-such-theme"] }))
        .await;
    assert_eq!(code(&unknown), (422, "body-invalid"));

    // The rapporteur rewords it: the editor's words stay, and both are told.
    assert_eq!(
        editor.post("sessions/rehearsal/reopen", json!({})).await.0,
        200
    );
    let at = NOTED.find("day").unwrap();
    copy.text
        .splice_text(copy.statement(ID), at, 3, "year")
        .unwrap();
    tab.sync(&mut copy).await;
    awaited(async || editor.point(ID).await["correction"]["overtaken"] == true).await;
    let now = editor.point(ID).await;
    assert_eq!(
        [&now["statement"], &now["state"]],
        [&json!(WORDED), &json!("used")]
    );
    let told = &now["correction"];
    assert_eq!(
        [&told["noted"]["statement"], &told["notedThen"]],
        [&json!(REWORDED), &json!(NOTED)]
    );
    let check = editor.get("check").await.to_string();
    assert!(check.contains("outline-overtaken"), "{check}");

    // An editor looks again, and keeps the words; or takes those of the notes.
    let (status, kept) = editor.correct(&now, json!({})).await;
    assert_eq!(
        (status, &kept["correction"]["overtaken"]),
        (200, &json!(false)),
        "{kept}"
    );
    let (status, back) = editor
        .post(&format!("key-points/{ID}/as-noted"), json!({}))
        .await;
    assert_eq!(status, 200, "{back}");
    assert_eq!(
        [&back["statement"], &back["correction"]],
        [&json!(REWORDED), &Value::Null]
    );
    assert_eq!(
        [&back["state"], &back["decidedStatement"]],
        [&json!("used"), &Value::Null]
    );
    assert_eq!([&back["themes"], &back["kind"]], [&json!([]), &Value::Null]);
    site.kill();

    let rows = site.sql("select action, person_id, detail_json from audit where action like 'key-point-correct%' order by seq");
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            assert_ne!(row["person_id"], Value::Null);
            let detail: Value = serde_json::from_str(row["detail_json"].as_str().unwrap()).unwrap();
            json!([
                row["action"],
                detail["words"]["before"],
                detail["words"]["after"]
            ])
        })
        .collect();
    let row =
        |action: &str, before: &str, after: &str| json!([action, hash_of(before), hash_of(after)]);
    assert_eq!(
        rows,
        [
            row("key-point-corrected", NOTED, WORDED),
            row("key-point-corrected", WORDED, WORDED),
            row("key-point-correction-taken-back", WORDED, REWORDED),
        ]
    );
}

#[tokio::test]
async fn what_is_not_corrected_goes_on_following_the_notes() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let editor = Editor {
        site: &site,
        by: bearer(&token),
    };
    let (mut tab, mut copy) = editor.marks(&token, "pt23-1").await;
    let read = editor.point(ID).await;
    assert_eq!(
        editor
            .correct(
                &read,
                json!({ "themes": ["ai"], "attributedTo": "Ada Speaker" })
            )
            .await
            .0,
        200
    );
    let at = NOTED.find("day").unwrap();
    copy.text
        .splice_text(copy.statement(ID), at, 3, "year")
        .unwrap();
    tab.sync(&mut copy).await;
    awaited(async || editor.point(ID).await["statement"] == REWORDED).await;
    let now = editor.point(ID).await;
    assert_eq!(now["attributedTo"], "Ada Speaker");
    assert_eq!(
        [&now["themes"], &now["correction"]["overtaken"]],
        [&json!(["ai"]), &json!(false)]
    );
}

#[tokio::test]
async fn several_are_decided_at_once_and_those_that_were_reworded_are_left_out() {
    let mut site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let editor = Editor {
        site: &site,
        by: bearer(&token),
    };
    let board = editor.get("key-points").await;
    let board = board.as_array().unwrap().iter();
    let captured: Vec<&Value> = board
        .filter(|one| one["state"] == "captured")
        .take(3)
        .collect();
    let seen = |one: &Value| json!({ "id": one["id"], "sessionId": one["sessionId"], "state": one["state"], "wordsHash": one["wordsHash"] });
    let mut asked: Vec<Value> = captured.iter().map(|one| seen(one)).collect();
    asked[1]["wordsHash"] = json!(hash_of("What it said before."));
    let aside = |points: &[Value]| json!({ "decision": "set-aside", "reason": "Said twice.", "keyPoints": points });
    let (status, said) = editor.post("key-points/decide", aside(&asked)).await;
    assert_eq!(status, 200, "{said}");
    let states = said["decided"].as_array().unwrap().iter();
    let states: Vec<_> = states.map(|one| [&one["state"], &one["reason"]]).collect();
    assert_eq!(states, [[&json!("set-aside"), &json!("Said twice.")]; 2]);
    let left = json!([{ "id": asked[1]["id"], "sessionId": asked[1]["sessionId"], "code": "changed-meanwhile" }]);
    assert_eq!(said["leftOut"], left);

    // One request takes all of them back.
    let back: Vec<Value> = said["decided"]
        .as_array()
        .unwrap()
        .iter()
        .map(seen)
        .collect();
    let back = json!({ "decision": "reopen", "keyPoints": back });
    let (status, said) = editor.post("key-points/decide", back).await;
    assert_eq!(
        (status, said["decided"].as_array().unwrap().len()),
        (200, 2)
    );
    let refused = editor
        .post(
            "key-points/decide",
            json!({ "decision": "set-aside", "keyPoints": asked }),
        )
        .await;
    assert_eq!(code(&refused), (422, "reason-needed"));
    let many = vec![asked[0].clone(); 501];
    assert_eq!(
        code(&editor.post("key-points/decide", aside(&many)).await),
        (422, "key-points-too-many")
    );
    let by = bearer(&site.token("m@example.org", "moderator"));
    let other = Editor { site: &site, by };
    let refused = other.post("key-points/decide", aside(&asked)).await;
    assert_eq!(code(&refused), (403, "forbidden"));
    site.kill();
    let rows = site.sql("select detail_json from audit where action = 'key-points-set-aside'");
    let detail: Value = serde_json::from_str(rows[0]["detail_json"].as_str().unwrap()).unwrap();
    let words = |row: &Value| row["words"].clone();
    let words: Vec<_> = detail["keyPoints"]
        .as_array()
        .unwrap()
        .iter()
        .map(words)
        .collect();
    assert_eq!(
        words,
        [
            captured[0]["wordsHash"].clone(),
            captured[2]["wordsHash"].clone()
        ]
    );
}
