//! A key point that says nothing has no place in the output document.

use std::time::Instant;

use automerge::{ReadDoc, transaction::Transactable};
use reqwest::Method;
use serde_json::{Value, json};
use tests::site::Site;
use tokio::time::sleep;

use super::{Duration, PATIENCE, Tab, ask, awaited, bearer, get, notes};

const POINTS: &str = "/api/editions/igf-2023/key-points";

#[tokio::test]
async fn a_key_point_without_a_statement_is_not_accepted_alone_or_with_others() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let by = bearer(&token);
    let board = async || get(&site, ("authorization", &by), POINTS).await;
    let find = |board: &Value, is: &dyn Fn(&Value) -> bool| {
        let mut all = board.as_array().unwrap().iter();
        all.find(|one| is(one)).cloned()
    };
    let confirmed = find(&board().await, &|one| {
        one["sessionId"] == "rehearsal" && one["state"] == "confirmed"
    });
    let point = confirmed.unwrap()["id"].as_str().unwrap().to_owned();

    // Its words are taken out in the notes.
    let document = notes(&site, &token, "rehearsal").await;
    let mut tab = Tab::of(&site, &token).await;
    let mut copy = tab.document(document).await;
    let statement = copy.statement(&point);
    let length = copy.text.length(&statement);
    let all = isize::try_from(length).unwrap();
    copy.text.splice_text(&statement, 0, all, " \n").unwrap();
    tab.sync(&mut copy).await;
    let since = Instant::now();
    let is_empty = |one: &Value| one["id"] == point && one["statement"] == " \n";
    while find(&board().await, &is_empty).is_none() {
        assert!(since.elapsed() < PATIENCE, "the board does not follow");
        sleep(Duration::from_millis(50)).await;
    }

    let post = async |path: &str| {
        let path = format!("{POINTS}/{path}");
        let ask = ask(&site, ("authorization", &by), Method::POST, &path);
        let answer = ask.send().await.unwrap();
        (
            answer.status().as_u16(),
            answer.json::<Value>().await.unwrap(),
        )
    };
    let (status, said) = post(&format!("{point}/accept")).await;
    assert_eq!(
        (status, &said["error"]["code"]),
        (409, &json!("statement-missing"))
    );
    let (status, said) = post("accept-confirmed").await;
    assert_eq!(status, 200);
    assert_eq!(
        said,
        json!({ "accepted": 0, "withoutStatement": 1, "reworded": 0 })
    );
    assert!(
        find(&board().await, &|one| one["id"] == point
            && one["state"] == "confirmed")
        .is_some()
    );

    copy.text
        .splice_text(&statement, 0, 0, "Say it again.")
        .unwrap();
    tab.sync(&mut copy).await;
    // It was confirmed in other words, and so is confirmed anew before it goes with the others.
    let said = json!({ "accepted": 0, "withoutStatement": 0, "reworded": 1 });
    awaited(async || post("accept-confirmed").await == (200, said.clone())).await;
    assert_eq!(post(&format!("{point}/confirm")).await.0, 200);
    let (status, said) = post("accept-confirmed").await;
    assert_eq!(status, 200);
    assert_eq!(
        said,
        json!({ "accepted": 1, "withoutStatement": 0, "reworded": 0 })
    );
}
