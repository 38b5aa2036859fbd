//! Who asks for too many sign-in links is asked to wait, and learns nothing of who is known.

use reqwest::{Method, Response, header};
use serde_json::{Value, json};
use tests::site::Site;

use super::ask;

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
async fn an_address_known_or_not_gets_five_links_and_then_has_to_wait() {
    let site = Site::with_demo_edition();
    site.token("ada@example.org", "editor");
    for email in ["ada@example.org", "nobody@example.org"] {
        for n in 0..5 {
            // From wherever it is asked.
            let client = format!("192.0.2.{n}");
            assert_eq!(request(&site, &client, email).await.status(), 204);
        }
        let shouted = format!(" {} ", email.to_uppercase());
        let wait = refused(request(&site, "192.0.2.9", &shouted).await).await;
        assert!((100..=180).contains(&wait), "{email}: {wait}");
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
