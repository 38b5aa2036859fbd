//! The printed pages on the screen: who asks for the same ones waits for one drawing, who asks for too many different ones is
//! told to wait.

use futures_util::future::join_all;
use reqwest::{Method, Response, header};
use serde_json::{Value, json};
use tests::site::Site;

use super::{ask, bearer, get};

const EDITION: &str = "/api/editions/igf-2023";
const PREVIEW: &str = "/api/editions/igf-2023/output-documents/main/preview";
/// More than one person may have waiting.
const MANY: usize = 24;

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
    for answer in at_once(&site, &by, (0..MANY).map(of_year)).await {
        if answer.status() == 200 {
            continue;
        }
        told += 1;
        assert_eq!(answer.status(), 429);
        let after = answer.headers()[header::RETRY_AFTER].to_str().unwrap();
        assert!(after.parse::<u64>().unwrap() > 0, "{after}");
        let said: Value = answer.json().await.unwrap();
        assert_eq!(said["error"]["code"], "pages-busy", "{said}");
    }
    assert!(
        (1..MANY).contains(&told),
        "{told} of {MANY} were told to wait"
    );
    let again = get(&site, ("authorization", &by), PREVIEW).await;
    assert_eq!(again, kept);
    get(&site, ("authorization", &by), &of_year(MANY)).await;
}
