//! What cannot be read is answered in the one shape of errors: a code, the place, and what would be right.

use reqwest::{Method, header};
use serde_json::{Value, json};
use tests::site::Site;

use super::{ask, bearer};

const EDITION: &str = "/api/editions/igf-2023";

#[tokio::test]
async fn requests_that_cannot_be_read_are_told_where_and_why() {
    let site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let answer = async |method: Method, path: &str, kind: &str, body: &str| {
        let ask = ask(&site, ("authorization", &by), method, path);
        let ask = ask.header(header::CONTENT_TYPE, kind).body(body.to_owned());
        let answer = ask.send().await.unwrap();
        let status = answer.status().as_u16();
        let text = answer.text().await.unwrap();
        let said: Value = serde_json::from_str(&text)
            .unwrap_or_else(|_| panic!("{path} answers {status} with {text:?}"));
        (status, said["error"].clone())
    };
    let compile = format!("{EDITION}/compile");
    let aside = format!("{EDITION}/key-points/00000000-0000-4000-9000-000000000001/set-aside");
    let long = format!("{{\"title\": \"{}\"}}", "a".repeat(3 << 20));
    let typed = "application/json; charset=utf-8";
    for (path, kind, body, status, place, reason) in [
        (
            &compile,
            typed,
            "{",
            400,
            "",
            "is no JSON: EOF while parsing an object (line 1, column 1)",
        ),
        (
            &compile,
            typed,
            "",
            400,
            "",
            "is no JSON: EOF while parsing a value (line 1, column 0)",
        ),
        (
            &compile,
            "text/plain",
            "{}",
            415,
            "",
            "send it with the header content-type: application/json",
        ),
        (&compile, typed, &long, 413, "", "length limit exceeded"),
        (
            &compile,
            typed,
            "3",
            422,
            "",
            "must be an object, but is the number 3",
        ),
        (
            &compile,
            typed,
            "{\"preamble\": [1]}",
            422,
            "/preamble/0",
            "must be a text, but is the number 1 (line 1, column 15)",
        ),
        (
            &aside,
            typed,
            "{\"reason\": null}",
            422,
            "/reason",
            "must be a text, but is null (line 1, column 15)",
        ),
        (
            &aside,
            typed,
            "{}",
            422,
            "",
            "the field \"reason\" is missing (line 1, column 2)",
        ),
    ] {
        let (answered, error) = answer(Method::POST, path, kind, body).await;
        assert_eq!(
            (answered, &error["code"]),
            (status, &json!("body-invalid")),
            "{error}"
        );
        assert_eq!(error["detail"]["place"], place, "{error}");
        let said = error["detail"]["reason"].as_str().unwrap();
        assert!(said.contains(reason), "{said}");
    }

    let main = format!("{EDITION}/output-documents/main/preview?lineNumbers=perhaps");
    let (status, error) = answer(Method::GET, &main, typed, "").await;
    assert_eq!(
        (status, &error["code"]),
        (400, &json!("body-invalid")),
        "{error}"
    );
    assert_eq!(error["detail"]["place"], "?lineNumbers", "{error}");

    for (method, path, status, code) in [
        (Method::GET, "/api/editions/%FF/sessions", 404, "not-found"),
        (Method::GET, "/api/nothing", 404, "not-found"),
        (Method::GET, "/api/no.thing", 404, "not-found"),
        (
            Method::POST,
            "/api/editions/igf-2023/nothing",
            404,
            "not-found",
        ),
        (Method::GET, "/api/sign-out", 405, "method-not-allowed"),
        (Method::DELETE, "/api/editions", 405, "method-not-allowed"),
    ] {
        let (answered, error) = answer(method, path, typed, "").await;
        assert_eq!((answered, &error["code"]), (status, &json!(code)), "{path}");
    }
}
