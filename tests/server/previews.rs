//! The printed pages on the screen: who asks for the same ones waits for one drawing, who asks for too many different ones is
//! told to wait.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::{Method, Response, header};
use serde_json::{Value, json};
use tests::site::Site;

use super::{ask, bearer, get};

const EDITION: &str = "/api/editions/igf-2023";
const PREVIEW: &str = "/api/editions/igf-2023/output-documents/main/preview";
/// As many as one person may have waiting, and more.
const MANY: usize = 24;
const TOO_MANY: usize = 36;

/// A site with a zero draft, and its editor.
async fn with_zero_draft() -> (Site, String) {
    let site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let path = format!("{EDITION}/compile");
    let compile = ask(&site, ("authorization", &by), Method::POST, &path);
    let compiled = compile.json(&json!({})).send().await.unwrap();
    assert_eq!(compiled.status(), 200);
    (site, by)
}

/// Asks for pages of one person, all at once.
async fn at_once(site: &Site, by: &str, paths: impl Iterator<Item = String>) -> Vec<Response> {
    let asked = paths.map(|path| ask(site, ("authorization", by), Method::GET, &path).send());
    let answers = join_all(asked).await.into_iter();
    answers.map(Result::unwrap).collect()
}

#[tokio::test]
async fn whoever_asks_for_the_same_pages_gets_them_however_often() {
    let (site, by) = with_zero_draft().await;
    let mut revisions = Vec::new();
    for when in ["before they were drawn", "afterwards"] {
        let answers = at_once(&site, &by, (0..MANY).map(|_| PREVIEW.to_owned())).await;
        for answer in answers {
            assert_eq!(answer.status(), 200, "{when}");
            let drawn: Value = answer.json().await.unwrap();
            assert!(drawn["pages"].as_u64() > Some(0), "{drawn}");
            revisions.push(drawn["revision"].clone());
        }
    }
    revisions.dedup();
    assert_eq!(revisions.len(), 1);
}

#[tokio::test]
async fn who_asks_for_too_many_different_pages_at_once_is_told_when_to_ask_again() {
    let (site, by) = with_zero_draft().await;
    let kept = get(&site, ("authorization", &by), PREVIEW).await;
    let of_year = |n: usize| format!("{PREVIEW}?date={}-01-01", 2000 + n);
    let mut told = 0;
    for answer in at_once(&site, &by, (0..TOO_MANY).map(of_year)).await {
        if answer.status() == 200 {
            continue;
        }
        told += 1;
        assert_eq!(answer.status(), 429);
        let after = answer.headers()[header::RETRY_AFTER].to_str().unwrap();
        assert!(after.parse::<u64>().unwrap() > 0, "{after}");
        let said: Value = answer.json().await.unwrap();
        assert_eq!(said["error"]["code"], "busy", "{said}");
    }
    assert!(
        (1..TOO_MANY).contains(&told),
        "{told} of {TOO_MANY} were told to wait"
    );
    let again = get(&site, ("authorization", &by), PREVIEW).await;
    assert_eq!(again, kept);
    get(&site, ("authorization", &by), &of_year(TOO_MANY)).await;
}

#[tokio::test]
async fn checks_pages_and_files_wait_in_one_queue_in_which_nobody_holds_up_others() {
    let (site, by) = with_zero_draft().await;
    let other = bearer(&site.token("staff@example.org", "staff"));
    let exports = format!("{EDITION}/output-documents/main/exports");
    let ask_for = async |n: usize| {
        let by = ("authorization", &*by);
        let request = match n % 3 {
            0 => ask(&site, by, Method::GET, &format!("{EDITION}/check")),
            1 => ask(
                &site,
                by,
                Method::GET,
                &format!("{PREVIEW}?date={}-01-01", 2000 + n),
            ),
            _ => ask(&site, by, Method::POST, &exports).json(&json!({ "format": "pdf" })),
        };
        let answer = request.send().await.unwrap();
        (
            answer.status().as_u16(),
            answer.json::<Value>().await.unwrap(),
        )
    };
    let flood = join_all((0..3 * TOO_MANY).map(ask_for));
    let another = async {
        // The flood is there first.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let since = Instant::now();
        get(
            &site,
            ("authorization", &other),
            &format!("{EDITION}/check"),
        )
        .await;
        since.elapsed()
    };
    let since = Instant::now();
    let (answers, waited) = tokio::join!(async { (flood.await, since.elapsed()) }, another);
    let (answers, flooded) = answers;
    assert!(waited * 3 < flooded, "{waited:?} of {flooded:?}");
    let (done, told): (Vec<_>, Vec<_>) = answers.iter().partition(|(status, _)| *status == 200);
    assert!(!done.is_empty());
    assert!(told.len() >= TOO_MANY, "{} were told to wait", told.len());
    for (status, said) in told {
        assert_eq!(
            (*status, &said["error"]["code"]),
            (429, &json!("busy")),
            "{said}"
        );
    }
}
