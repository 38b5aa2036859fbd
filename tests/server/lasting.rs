//! A sign-in lasts while its person does something; a page that lies open does not keep it.

use reqwest::{Method, header};
use sha2::{Digest, Sha256};
use storage::sign_ins::{SignIn, TokenHash};
use tests::site::Site;

use super::{Tab, ask, store};

const HOUR: i64 = 3_600_000;

/// A browser that signed in a day ago and was last used then.
struct Browser {
    cookie: String,
    hash: TokenHash,
    expires_at: i64,
}

impl Browser {
    async fn of(site: &Site, email: &str) -> Self {
        let store = store(site).await;
        let person = store.person_by_email(email).await.unwrap().unwrap();
        let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
        let now = i64::try_from(now.as_millis()).unwrap();
        let secret = format!("the browser of {email}");
        let hash = TokenHash(Sha256::digest(secret.as_bytes()).into());
        let sign_in = SignIn {
            token_hash: hash,
            person_id: person.id,
            created_at: now - 24 * HOUR,
            last_seen_at: now - 24 * HOUR,
            expires_at: now + HOUR,
        };
        store.add_sign_in(sign_in.clone()).await.unwrap();
        store.close().await;
        Self {
            cookie: format!("__Host-rapporteur={secret}"),
            hash,
            expires_at: sign_in.expires_at,
        }
    }

    fn by(&self) -> (&'static str, &str) {
        ("cookie", &self.cookie)
    }

    /// How much later the sign-in ends than it would have, in hours.
    async fn prolonged_by(&self, site: &Site) -> i64 {
        let store = store(site).await;
        let sign_in = store.sign_in(self.hash, 0).await.unwrap().unwrap();
        store.close().await;
        (sign_in.expires_at - self.expires_at) / HOUR
    }
}

#[tokio::test]
async fn what_a_page_does_by_itself_prolongs_no_sign_in() {
    let site = Site::with_demo_edition();
    let email = "ada@example.org";
    site.token(email, "editor");
    let browser = Browser::of(&site, email).await;

    let address = format!("ws://{}/sync", site.url().strip_prefix("http://").unwrap());
    // It asks whether the browser is still signed in when it is opened, and at once before its first ping.
    let _tab = Tab::open(&address, &[browser.by()]).await.unwrap();

    let events = "/api/editions/igf-2023/events";
    let stream = ask(&site, browser.by(), Method::GET, events).send().await;
    assert_eq!(stream.unwrap().status(), 200);
    let list = "/api/editions/igf-2023/key-points";
    let list = ask(&site, browser.by(), Method::GET, list).send().await;
    assert_eq!(list.unwrap().status(), 200);
    let outline = "/api/editions/igf-2023/outline";
    for (method, path) in [(Method::GET, "/api/me"), (Method::POST, outline)] {
        let looks = ask(&site, browser.by(), method, path).body("{}");
        let looks = looks.header("content-type", "application/json").send();
        let looks = looks.await.unwrap();
        assert_eq!(looks.status(), 200, "{path}");
        assert!(!looks.headers().contains_key(header::SET_COOKIE), "{path}");
    }
    assert_eq!(browser.prolonged_by(&site).await, 0);
}

#[tokio::test]
async fn opening_the_page_and_changing_something_prolongs_a_sign_in_and_its_cookie() {
    let site = Site::with_demo_edition();
    for (email, method, path, days) in [
        ("ada@example.org", Method::GET, "/api/me", 14),
        (
            "bob@example.org",
            Method::POST,
            "/api/editions/igf-2023/key-points/accept-confirmed",
            14,
        ),
        // Refused, and so not done.
        (
            "eve@example.org",
            Method::POST,
            "/api/editions/igf-2024/key-points/accept-confirmed",
            0,
        ),
    ] {
        site.token(email, "editor");
        let browser = Browser::of(&site, email).await;
        let answer = ask(&site, browser.by(), method.clone(), path)
            .header("x-opens", "page")
            .send()
            .await
            .unwrap();
        let cookie = answer.headers().get(header::SET_COOKIE);
        let hours = browser.prolonged_by(&site).await;
        if days == 0 {
            assert_eq!((hours, cookie), (0, None), "{email}");
            continue;
        }
        assert_eq!(hours, days * 24 - 1, "{email}");
        let cookie = cookie.unwrap().to_str().unwrap();
        assert!(cookie.starts_with(&browser.cookie), "{cookie}");
        assert!(
            cookie.contains(&format!("Max-Age={}", days * 24 * 60 * 60)),
            "{cookie}"
        );

        // Soon after there is nothing to prolong.
        let again = ask(&site, browser.by(), method, path).header("x-opens", "page");
        let again = again.send().await.unwrap();
        assert!(!again.headers().contains_key(header::SET_COOKIE), "{email}");
    }

    // Signing out is no reason to go on.
    let email = "zoe@example.org";
    site.token(email, "editor");
    let browser = Browser::of(&site, email).await;
    let out = ask(&site, browser.by(), Method::POST, "/api/sign-out")
        .send()
        .await
        .unwrap();
    let cookie = out.headers()[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.contains("Max-Age=0"), "{cookie}");
}
