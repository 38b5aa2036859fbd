//! A statement that is reworded after somebody decided about it: the decision holds for the words that were seen.

use automerge::transaction::Transactable;
use serde_json::{Value, json};
use tests::site::Site;

use super::{Tab, awaited, bearer, drafts, get, hash_of, notes};

const EDITION: &str = "/api/editions/igf-2023";
const ID: &str = "00000000-0000-4000-9000-00000000d0b2";
const SEEN: &str = "Report each breach within a day.";
const CHANGED: &str = "Report each breach within a year.";

#[tokio::test]
async fn words_that_were_changed_after_they_were_accepted_are_told_and_not_compiled() {
    let mut site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let by = bearer(&token);
    let ask_for =
        async |path: &str| get(&site, ("authorization", &by), &format!("{EDITION}/{path}")).await;
    let post = async |path: &str| drafts::post(&site, &by, path, json!({})).await;
    let point = async || -> Value {
        let board = ask_for("key-points").await;
        let mut board = board.as_array().unwrap().iter();
        board
            .find(|one| one["id"] == ID)
            .cloned()
            .unwrap_or_default()
    };
    let found = |diagnostics: &Value| -> Vec<Value> {
        let all = diagnostics.as_array().unwrap().iter();
        let reworded = all.filter(|one| one["key"] == "outline-reworded");
        reworded.map(|one| one["values"].clone()).collect()
    };
    let mut tab = Tab::of(&site, &token).await;
    let mut copy = tab.document(notes(&site, &token, "rehearsal").await).await;
    copy.mark(ID, SEEN);
    tab.sync(&mut copy).await;
    awaited(async || point().await["statement"] == SEEN).await;
    let seen = point().await;
    let words = seen["wordsHash"].as_str().unwrap().to_owned();
    assert_eq!(words, hash_of(SEEN));
    let accept = format!("key-points/{ID}/accept?session=rehearsal&words=");
    assert_eq!(post(&format!("{accept}{words}")).await.0, 200);
    assert_eq!(point().await["decidedStatement"], Value::Null);

    let statement = copy.statement(ID);
    let at = SEEN.find("day").unwrap();
    copy.text.splice_text(&statement, at, 3, "year").unwrap();
    tab.sync(&mut copy).await;
    awaited(async || point().await["statement"] == CHANGED).await;
    let reworded = point().await;
    assert_eq!(reworded["state"], "accepted");
    assert_eq!(reworded["decidedStatement"], SEEN);

    // Draft and check tell it with both wordings; the draft holds the words that were accepted.
    let told = [json!({ "accepted": SEEN, "now": CHANGED })];
    let (_, outline) = post("outline").await;
    assert_eq!(found(&outline["diagnostics"]), told);
    assert_eq!(found(&ask_for("check").await["diagnostics"]), told);
    let (status, compiled) = post("compile").await;
    assert_eq!(status, 200);
    assert_eq!(found(&compiled["diagnostics"]), told);
    let main = drafts::main_text(&site).await;
    let text: String = main
        .blocks
        .iter()
        .map(|one| one.block.text() + "\n")
        .collect();
    assert!(text.contains(SEEN) && !text.contains(CHANGED), "{text}");

    // Who decides upon the words of before is refused; upon those of now they are accepted anew by one request.
    let (status, said) = post(&format!("{accept}{words}")).await;
    assert_eq!(
        (status, &said["error"]["code"]),
        (409, &json!("changed-meanwhile"))
    );
    let words = hash_of(CHANGED);
    let (status, said) = post(&format!("{accept}{words}")).await;
    assert_eq!(
        (status, &said["decidedStatement"]),
        (200, &Value::Null),
        "{said}"
    );
    assert_eq!(
        post(&format!("{accept}{words}")).await.0,
        409,
        "accepted once is enough"
    );
    site.kill();

    let rows =
        site.sql("select detail_json from audit where action = 'key-point-accepted' order by seq");
    let hashes = rows
        .iter()
        .map(|row| serde_json::from_str::<Value>(row["detail_json"].as_str().unwrap()).unwrap());
    let hashes: Vec<Value> = hashes.map(|detail| detail["words"].clone()).collect();
    let of = |words: &str| json!(hash_of(words));
    assert_eq!(hashes, [of(SEEN), of(CHANGED)]);
}
