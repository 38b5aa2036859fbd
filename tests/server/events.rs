//! The stream of changes goes to those who may know of them.

use reqwest::{Method, Response};
use tests::site::Site;
use tokio::time::{Duration, timeout};

use super::{PATIENCE, ask, bearer, cookie};

const EVENTS: &str = "/api/editions/igf-2023/events";

async fn listen(site: &Site, by: (&'static str, &str)) -> Response {
    let stream = ask(site, by, Method::GET, EVENTS).send().await.unwrap();
    assert_eq!(stream.status(), 200);
    stream
}

/// Reads until the stream ends.
async fn end(mut stream: Response) {
    let reads = async { while let Ok(Some(_)) = stream.chunk().await {} };
    timeout(PATIENCE, reads).await.expect("the stream ends");
}

/// Reads until the stream tells of the change.
async fn hears_of(stream: &mut Response, what: &str) {
    let change = format!("\"what\":\"{what}\"");
    let told = timeout(PATIENCE, hears(stream, &change)).await;
    told.expect("the change is told");
}

/// Reads until the stream says this.
async fn hears(stream: &mut Response, words: &str) {
    let mut said = String::new();
    while !said.contains(words) {
        let chunk = stream.chunk().await.unwrap().expect("the stream goes on");
        said.push_str(&String::from_utf8_lossy(&chunk));
    }
}

#[tokio::test]
async fn a_stream_ends_with_the_sign_in_or_the_role_of_its_reader() {
    let site = Site::with_demo_edition();
    let (ada, bob) = ("ada@example.org", "bob@example.org");
    let token = site.token(ada, "editor");
    let of_bob = bearer(&site.token(bob, "reader"));
    let of_ada = cookie(&site, ada).await;
    let mut stays = listen(&site, ("authorization", &bearer(&token))).await;
    let signs_out = listen(&site, ("cookie", &of_ada)).await;
    let loses = listen(&site, ("authorization", &of_bob)).await;

    let out = ask(&site, ("cookie", &of_ada), Method::POST, "/api/sign-out").send();
    assert_eq!(out.await.unwrap().status(), 204);
    end(signs_out).await;

    // No command or page takes a role away yet; an operator does it in the database.
    site.sql("delete from grants where role = 'reader'");
    end(loses).await;

    for what in ["key-points", "sessions", "output-documents"] {
        // Another process may have changed anything.
        hears_of(&mut stays, what).await;
    }
    let session = "/api/editions/igf-2023/sessions/pt23-rt/submit";
    let submit = ask(
        &site,
        ("authorization", &bearer(&token)),
        Method::POST,
        session,
    );
    assert_eq!(submit.send().await.unwrap().status(), 200);
    hears_of(&mut stays, "sessions").await;
}

#[tokio::test]
async fn a_stream_on_which_nothing_happens_says_that_it_stands() {
    let site = Site::with_demo_edition();
    let reader = bearer(&site.token("ada@example.org", "reader"));
    let mut stream = listen(&site, ("authorization", &reader)).await;
    // Browsers show a page only events that have data.
    let alive = hears(&mut stream, "event: alive\ndata: {}\n\n");
    // It is said every 15 seconds.
    let told = timeout(Duration::from_secs(15) + PATIENCE, alive).await;
    told.expect("the stream says that it stands");
}
