//! What keeps a browser's page, answers and cookie to this site.

use std::time::Instant;

use reqwest::{Client, Method, header};
use tests::site::Site;

use super::{PATIENCE, Tab, ask, bearer, get, redeem};

#[tokio::test]
async fn a_page_loads_from_its_own_site_only_and_only_its_own_site_uses_the_cookie() {
    let site = Site::with_demo_edition();
    site.token("ada@example.org", "editor");

    let page = Client::new().get(site.url()).send().await.unwrap();
    let policy = page.headers()[header::CONTENT_SECURITY_POLICY].to_str();
    let policy = policy.unwrap();
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ] {
        assert!(
            policy.split("; ").any(|one| one.trim() == part),
            "{part} is not in {policy}"
        );
    }
    assert_eq!(page.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");

    let response = redeem(&site, "ada@example.org").await;
    let set = response.headers()[header::SET_COOKIE].to_str().unwrap();
    let (cookie, attributes) = set.split_once("; ").unwrap();
    assert!(cookie.starts_with("__Host-rapporteur="));
    for attribute in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
        assert!(
            attributes.split("; ").any(|one| one == attribute),
            "{attribute} is not in {attributes}"
        );
    }

    let by = ("cookie", cookie);
    let foreign = [("origin", "https://evil.example"), by];
    let out = ask(&site, by, Method::POST, "/api/sign-out").header("origin", foreign[0].1);
    assert_eq!(out.send().await.unwrap().status(), 403);
    get(&site, by, "/api/me").await;
    let address = site.sync_url("");
    let address = address.split('?').next().unwrap();
    assert_eq!(Tab::open(address, &foreign).await.err(), Some(403));
    let own = [("origin", site.url()), ("cookie", cookie.to_owned())];
    let own = own.each_ref().map(|(name, value)| (*name, &**value));
    assert!(Tab::open(address, &own).await.is_ok());
}

#[tokio::test]
async fn no_answer_of_the_interface_is_kept_and_behind_https_only_that_is_used_again() {
    let mut site = Site::with_demo_edition();
    let by = bearer(&site.token("ada@example.org", "editor"));
    let editions = async |site: &Site, by: &str| {
        let answer = ask(site, ("authorization", by), Method::GET, "/api/editions").send();
        answer.await.unwrap()
    };
    for (by, status) in [(&*by, 200), ("nobody", 401)] {
        let answer = editions(&site, by).await;
        assert_eq!(answer.status(), status);
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-store");
    }
    let page = Client::new().get(site.url()).send().await.unwrap();
    assert_eq!(page.headers()[header::CACHE_CONTROL], "no-cache");
    let only = header::STRICT_TRANSPORT_SECURITY;
    assert!(!page.headers().contains_key(&only));
    site.kill();
    site.set("RAPPORTEUR_PUBLIC_URL", "https://igf.example");
    site.start();
    let answer = editions(&site, &by).await;
    assert!(
        answer.headers()[only]
            .to_str()
            .unwrap()
            .starts_with("max-age=")
    );
}

#[tokio::test]
async fn a_server_whose_database_takes_no_writes_is_not_ready() {
    let site = Site::with_demo_edition();
    let ready = async || {
        let answer = Client::new().get(format!("{}/readyz", site.url())).send();
        answer.await.unwrap().status()
    };
    assert_eq!(ready().await, 200);
    let held = site.hold_writes();
    assert_eq!(ready().await, 503);
    drop(held);
    let since = Instant::now();
    while ready().await != 200 {
        assert!(since.elapsed() < PATIENCE, "it takes writes again");
    }
}
