//! The server is told to end while somebody still wants something of it.

use std::time::{Duration, Instant};

use serde_json::json;
use tests::site::Site;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use super::{PATIENCE, Tab, bearer, notes};

#[tokio::test]
async fn what_was_asked_for_is_done_when_the_client_has_gone_and_the_server_has_to_stop() {
    let mut site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let point = site.sql("select id from key_points where state = 'accepted' limit 1");
    let point = point[0]["id"].as_str().unwrap();
    let body = json!({ "reason": "said twice" }).to_string();
    let request = format!(
        "POST /api/editions/igf-2023/key-points/{point}/set-aside HTTP/1.1\r\nhost: x\r\n\
         authorization: {by}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
         expect: 100-continue\r\n\r\n",
        body.len()
    );
    let held = site.hold_writes();
    let address = site.url().replace("http://", "");
    let mut socket = TcpStream::connect(address).await.unwrap();
    socket.write_all(request.as_bytes()).await.unwrap();
    // It is said once the operation reads the body, so the request is under way.
    let mut answer = [0; 25];
    let read = timeout(PATIENCE, socket.read_exact(&mut answer)).await;
    read.expect("answered in time").unwrap();
    assert_eq!(&answer, b"HTTP/1.1 100 Continue\r\n\r\n");
    socket.write_all(body.as_bytes()).await.unwrap();
    drop(socket);

    site.terminate();
    site.says("finishing what clients asked for");
    drop(held);
    assert!(site.ended().success());
    let now = site.sql(&format!(
        "select state from key_points where id = '{point}'"
    ));
    assert_eq!(now, [json!({ "state": "set-aside" })]);
}

#[tokio::test]
async fn the_server_ends_in_time_whatever_stands_half_open() {
    let mut site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let by = bearer(&token);
    let address = site.url().replace("http://", "");
    let document = notes(&site, &token, "rehearsal").await;
    let head = "POST /api/editions/igf-2023/compile HTTP/1.1\r\nhost: x\r\n";
    let body = format!(
        "{head}authorization: {by}\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{{"
    );
    let events = format!(
        "GET /api/editions/igf-2023/events HTTP/1.1\r\nhost: x\r\nauthorization: {by}\r\n\r\n"
    );
    let mut open = Vec::new();
    for begun in ["", "G", head, &body, &events] {
        let mut socket = TcpStream::connect(&address).await.unwrap();
        socket.write_all(begun.as_bytes()).await.unwrap();
        open.push(socket);
    }
    // One that never reads what it is told.
    let mut tab = Tab::of(&site, &token).await;
    tab.document(document).await;
    let since = Instant::now();
    site.terminate();
    assert!(site.ended().success());
    let took = since.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");
    drop((open, tab));
}
