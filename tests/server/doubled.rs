//! The id of a key point, copied into the notes of another session: both stand on the board, and each is decided by itself.

use automerge::{ROOT, ReadDoc, transaction::Transactable};
use serde_json::{Value, json};
use tests::site::Site;

use super::{Tab, awaited, bearer, drafts, get, notes};

const EDITION: &str = "/api/editions/igf-2023";
const ID: &str = "00000000-0000-4000-9000-00000000d0b1";

#[tokio::test]
async fn a_key_point_whose_id_a_stranger_took_is_on_the_board_and_both_are_told() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let by = bearer(&token);
    let ask_for =
        async |path: &str| get(&site, ("authorization", &by), &format!("{EDITION}/{path}")).await;
    let post = async |path: &str, body: Value| drafts::post(&site, &by, path, body).await;
    let called = |board: &Value| -> Vec<Value> {
        let board = board.as_array().unwrap().iter();
        board.filter(|one| one["id"] == ID).cloned().collect()
    };
    // The stranger's copy is known first.
    let mut tab = Tab::of(&site, &token).await;
    for (session, statement) in [
        ("pt23-1", "Taken by a stranger."),
        ("rehearsal", "Marked by a colleague."),
    ] {
        let mut copy = tab.document(notes(&site, &token, session).await).await;
        copy.mark(ID, statement);
        tab.sync(&mut copy).await;
        awaited(async || {
            called(&ask_for("key-points").await)
                .iter()
                .any(|one| one["statement"] == statement)
        })
        .await;
    }
    let both = called(&ask_for("key-points").await);
    let shown: Vec<_> = both
        .iter()
        .map(|one| {
            (
                one["sessionId"].as_str().unwrap(),
                &one["alsoIn"],
                &one["isMeantById"],
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("pt23-1", &json!(["rehearsal"]), &json!(true)),
            ("rehearsal", &json!(["pt23-1"]), &json!(false)),
        ]
    );

    let (status, said) = post(&format!("key-points/{ID}/accept"), json!({})).await;
    assert_eq!(
        (status, &said["error"]["code"]),
        (409, &json!("key-point-doubled"))
    );
    let accept = format!("key-points/{ID}/accept?session=rehearsal");
    let (status, said) = post(&accept, json!({})).await;
    assert_eq!((status, &said["state"]), (200, &json!("accepted")));
    assert_eq!(said["sessionId"], "rehearsal");
    let states: Vec<_> = called(&ask_for("key-points").await)
        .iter()
        .map(|one| one["state"].clone())
        .collect();
    assert_eq!(states, ["captured", "accepted"]);
    assert_eq!(
        post(&format!("key-points/{ID}/accept?session=pt23-2"), json!({}))
            .await
            .0,
        404
    );

    let check = ask_for("check").await;
    let doubled = check["diagnostics"].as_array().unwrap().iter();
    let doubled: Vec<_> = doubled
        .filter(|one| one["key"] == "check-doubled")
        .collect();
    assert_eq!(doubled.len(), 1, "{check}");
    assert_eq!(doubled[0]["place"]["sessionId"], "rehearsal");

    // The draft rests on the one that was accepted, and an insertion on the one that is named.
    assert_eq!(post("compile", json!({})).await.0, 200);
    let uses = async || -> Vec<usize> {
        let both = called(&ask_for("key-points").await);
        both.iter()
            .map(|one| one["usedIn"].as_array().unwrap().len())
            .collect()
    };
    assert_eq!(uses().await, [0, 1]);
    assert_eq!(
        post(&format!("key-points/{ID}/accept?session=pt23-1"), json!({}))
            .await
            .0,
        200
    );
    let insert = "output-documents/main/insert";
    let (status, said) = post(insert, json!({ "keyPointId": ID })).await;
    assert_eq!(
        (status, &said["error"]["code"]),
        (409, &json!("key-point-doubled"))
    );
    assert_eq!(
        post(insert, json!({ "keyPointId": ID, "sessionId": "pt23-1" }))
            .await
            .0,
        200
    );
    assert_eq!(uses().await, [1, 1]);

    // Once it is out of the stranger's notes nothing is doubled any more, and what rested on it says so.
    let mut copy = tab.document(notes(&site, &token, "pt23-1").await).await;
    let points = copy.text.get(ROOT, "keyPoints").unwrap().unwrap().1;
    copy.text.delete(&points, ID).unwrap();
    tab.sync(&mut copy).await;
    awaited(async || {
        called(&ask_for("key-points").await)
            .iter()
            .any(|one| one["removed"] == true)
    })
    .await;
    let both = called(&ask_for("key-points").await);
    assert_eq!(both[1]["alsoIn"], json!([]));
}
