//! Who asks for too many sign-in links is asked to wait, keeps nobody else out, and learns nothing of who is known.

use reqwest::{Method, Response, header};
use serde_json::{Value, json};
use tests::site::Site;
use tokio::time::timeout;

use super::{PATIENCE, ask};

async fn request(site: &Site, client: &str, email: &str) -> Response {
    let by = ("x-forwarded-for", client);
    let ask = ask(site, by, Method::POST, "/api/sign-in/request");
    ask.json(&json!({ "email": email })).send().await.unwrap()
}

/// How long to wait.
async fn refused(answer: Response) -> u64 {
    assert_eq!(answer.status(), 429);
    let after = answer.headers()[header::RETRY_AFTER].to_str().unwrap();
    let after = after.parse().unwrap();
    let said: Value = answer.json().await.unwrap();
    let error = json!({ "code": "too-many-requests", "detail": { "seconds": after } });
    assert_eq!(said["error"], error);
    after
}

#[tokio::test]
async fn a_client_gets_five_links_for_an_address_known_or_not_and_keeps_nobody_else_out() {
    let site = Site::with_demo_edition();
    site.token("ada@example.org", "editor");
    for email in ["ada@example.org", "nobody@example.org"] {
        for _ in 0..5 {
            assert_eq!(request(&site, "192.0.2.9", email).await.status(), 204);
        }
        let shouted = format!(" {} ", email.to_uppercase());
        let wait = refused(request(&site, "192.0.2.9", &shouted).await).await;
        assert!((100..=180).contains(&wait), "{email}: {wait}");
        let elsewhere = request(&site, "192.0.2.10", email).await;
        assert_eq!(elsewhere.status(), 204, "{email}");
    }
    let other = request(&site, "192.0.2.9", "bob@example.org").await;
    assert_eq!(other.status(), 204);
}

#[tokio::test]
async fn one_client_cannot_ask_for_any_number_of_addresses() {
    let site = Site::with_demo_edition();
    let mut asked = 0;
    let answer = loop {
        let email = format!("{asked}@example.org");
        let answer = request(&site, "192.0.2.1", &email).await;
        if answer.status() != 204 {
            break answer;
        }
        asked += 1;
        assert!(asked < 1_000, "there is no end to it");
    };
    assert!(asked >= 60, "{asked}: a conference has one address");
    assert_eq!(refused(answer).await, 1);
    let other = request(&site, "192.0.2.2", "ada@example.org").await;
    assert_eq!(other.status(), 204, "others are served");
}

#[tokio::test]
async fn an_answer_takes_as_long_whether_the_address_is_known_or_not() {
    let site = Site::with_demo_edition();
    site.token("ada@example.org", "editor");
    // Making a link has to wait for it; asking for one has not.
    let held = site.hold_writes();
    for email in ["ada@example.org", "nobody@example.org"] {
        let answer = timeout(PATIENCE / 4, request(&site, "192.0.2.1", email)).await;
        assert_eq!(answer.expect("answered at once").status(), 204, "{email}");
    }
    drop(held);
    assert!(
        site.says("a sign-in link was asked for")
            .contains("/sign-in#")
    );
}

#[tokio::test]
async fn a_link_names_its_account_before_it_is_used_and_works_all_the_same() {
    let site = Site::with_demo_edition();
    site.token("ada@example.org", "editor");
    let answer = request(&site, "192.0.2.1", "ada@example.org").await;
    assert_eq!(answer.status(), 204);
    let line = site.says("a sign-in link was asked for");
    let secret = line.split("/sign-in#").nth(1).unwrap();
    let secret: String = secret
        .chars()
        .take_while(|c| *c != '"' && !c.is_whitespace())
        .collect();
    let tell = async |path: &str, secret: &str| {
        let ask = ask(&site, ("x-program", "test"), Method::POST, path);
        let answer = ask.json(&json!({ "token": secret })).send().await.unwrap();
        (
            answer.status().as_u16(),
            answer.json::<Value>().await.unwrap(),
        )
    };
    for _ in 0..2 {
        let (status, account) = tell("/api/sign-in/account", &secret).await;
        let ada = json!({ "name": "ada", "email": "ada@example.org" });
        assert_eq!((status, account), (200, ada));
    }
    assert_eq!(tell("/api/sign-in/redeem", &secret).await.0, 200);
    let (status, said) = tell("/api/sign-in/account", &secret).await;
    assert_eq!(
        (status, &said["error"]["code"]),
        (409, &json!("sign-in-link-used"))
    );
    let (status, said) = tell("/api/sign-in/account", "made-up").await;
    assert_eq!(
        (status, &said["error"]["code"]),
        (422, &json!("sign-in-link-unknown"))
    );
}

#[tokio::test]
async fn the_log_names_the_address_that_a_link_is_for() {
    let site = Site::with_demo_edition();
    site.token("ada@example.org", "editor");
    let asked = request(&site, "192.0.2.1", "Ada@example.org").await;
    assert_eq!(asked.status(), 204);
    site.says("ada@example.org");
}
