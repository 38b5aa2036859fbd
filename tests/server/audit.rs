//! What people do over HTTP is noted down with it, in the order in which it was done.

use reqwest::Method;
use serde_json::{Value, json};
use tests::site::Site;

use super::{ask, bearer, get};

const EDITION: &str = "/api/editions/igf-2023";

#[tokio::test]
async fn decisions_steps_and_roles_stand_in_the_audit_once_they_are_answered() {
    let mut site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let post = async |path: &str, body: Value| {
        let path = format!("{EDITION}/{path}");
        let ask = ask(&site, ("authorization", &by), Method::POST, &path);
        ask.json(&body).send().await.unwrap().status().as_u16()
    };
    let board = get(
        &site,
        ("authorization", &by),
        &format!("{EDITION}/key-points"),
    )
    .await;
    let points = board.as_array().unwrap();
    let accepted = points
        .iter()
        .find(|one| one["state"] == "accepted")
        .unwrap();
    let point = accepted["id"].as_str().unwrap();
    let aside = format!("key-points/{point}/set-aside");
    assert_eq!(post(&aside, json!({ "reason": "said twice" })).await, 200);
    assert_eq!(post(&aside, json!({ "reason": "said twice" })).await, 409);
    for (decision, answer) in [("reopen", 200), ("confirm", 200), ("confirm", 409)] {
        let path = format!("key-points/{point}/{decision}");
        assert_eq!(post(&path, json!({})).await, answer, "{path}");
    }
    assert_eq!(post("key-points/accept-confirmed", json!({})).await, 200);
    assert_eq!(post("sessions/pt23-rt/submit", json!({})).await, 200);
    // As a power cut: what was answered is on disk, with its row in the audit.
    site.kill();

    let rows = site.sql("select action, person_id, detail_json from audit order by seq");
    let editor = &rows[1]["person_id"];
    let said: Vec<_> = rows
        .iter()
        .map(|row| (row["action"].as_str().unwrap(), &row["person_id"] == editor))
        .collect();
    assert_eq!(
        said,
        [
            // By a command, which is nobody.
            ("role-given", false),
            ("key-point-set-aside", true),
            ("key-point-captured", true),
            ("key-point-confirmed", true),
            ("key-points-accepted", true),
            ("session-submitted", true),
        ]
    );
    let all = rows[4]["detail_json"].as_str().unwrap();
    assert!(all.contains(point), "{all}");
}
