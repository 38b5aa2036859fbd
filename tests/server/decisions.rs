//! Two editors decide about the same key point: the second one is told, and overturns nothing unseen.

use reqwest::Method;
use serde_json::{Value, json};
use tests::site::Site;

use super::{ask, bearer, get};

const POINTS: &str = "/api/editions/igf-2023/key-points";

#[tokio::test]
async fn a_decision_upon_a_state_that_is_gone_is_not_taken() {
    let site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let board = get(&site, ("authorization", &by), POINTS).await;
    let mut points = board.as_array().unwrap().iter();
    let captured = points.find(|one| one["state"] == "captured").unwrap();
    let point = captured["id"].as_str().unwrap();
    let decide = async |decision: &str| {
        let path = format!("{POINTS}/{point}/{decision}");
        let ask = ask(&site, ("authorization", &by), Method::POST, &path);
        let answer = ask.json(&json!({ "reason": "said twice" })).send().await;
        let answer = answer.unwrap();
        (
            answer.status().as_u16(),
            answer.json::<Value>().await.unwrap(),
        )
    };

    assert_eq!(decide("accept?seen=captured").await.0, 200);
    for late in ["set-aside", "accept", "confirm", "reopen"] {
        let (status, said) = decide(&format!("{late}?seen=captured")).await;
        let told = (status, &said["error"]["code"]);
        assert_eq!(told, (409, &json!("changed-meanwhile")), "{late}");
        assert_eq!(said["error"]["detail"]["state"], "accepted");
    }
    let (status, said) = decide("set-aside?seen=accepted").await;
    assert_eq!((status, &said["state"]), (200, &json!("set-aside")));

    // Who does not say what they saw decides about what there is.
    assert_eq!(decide("reopen").await.0, 200);
    let (status, said) = decide("accept?seen=somewhere").await;
    let told = (status, &said["error"]["code"]);
    assert_eq!(told, (400, &json!("body-invalid")));
}
