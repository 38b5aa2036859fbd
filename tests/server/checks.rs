//! What a file will not hold as it was written is told by paragraph before it is made, and when it is.

use std::{fs, process::Command, time::Instant};

use automerge::{ROOT, ReadDoc, transaction::Transactable};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{repository, site::Site};
use tokio::time::sleep;

use super::{Duration, PATIENCE, Tab, ask, bearer, get, notes};

const EDITION: &str = "/api/editions/igf-2023";
const GLYPHS: &str = "𓀀 漢字";

/// A site whose first accepted key point ends with words that no font can show; the beginning of its statement.
fn with_strange_glyphs(glyphs: &str) -> (Site, String) {
    let text = fs::read_to_string(repository::demo_edition()).unwrap();
    let mut edition: Value = serde_json::from_str(&text).unwrap();
    let sessions = edition["sessions"].as_array_mut().unwrap().iter_mut();
    let point = sessions
        .filter_map(|session| session["keyPoints"].as_array_mut())
        .flatten()
        .find(|point| point["state"] == "accepted" && point["basis"] == "reported")
        .unwrap();
    let statement = point["statement"].as_str().unwrap().to_owned();
    point["statement"] = format!("{statement} {glyphs}").into();
    let site = Site::empty();
    let file = site.data().join("edition.json");
    fs::write(&file, edition.to_string()).unwrap();
    site.must(["import".as_ref(), file.as_os_str()]);
    let beginning = statement.split_inclusive(' ').take(5).collect::<String>();
    (site, beginning.trim().to_owned())
}

/// What a command printed, on both streams, without the signs that hold a value's direction.
fn said(site: &Site, words: &[&str]) -> String {
    let output = site.run(words);
    let said = [output.stdout, output.stderr].concat();
    String::from_utf8(said)
        .unwrap()
        .replace(['\u{2068}', '\u{2069}'], "")
}

fn about<'a>(said: &'a str, sought: &str) -> Vec<&'a str> {
    said.lines().filter(|line| line.contains(sought)).collect()
}

fn export<'a>(format: &'a str, out: &'a str) -> [&'a str; 7] {
    [
        "export",
        "--edition",
        "igf-2023",
        "--format",
        format,
        "--out",
        out,
    ]
}

#[tokio::test]
async fn characters_without_a_glyph_are_told_by_paragraph_before_the_pdf_and_with_it() {
    let (mut site, beginning) = with_strange_glyphs(GLYPHS);
    let check = ["check", "--edition", "igf-2023"];
    let nothing_yet = said(&site, &check);
    assert!(
        !nothing_yet.contains("title") && !nothing_yet.contains('漢'),
        "{nothing_yet}"
    );

    site.must(["compile", "--edition", "igf-2023"]);
    let whole = said(&site, &check);
    let lines = about(&whole, "漢");
    let [line] = lines[..] else { panic!("{whole}") };
    let told = "No font has 字 漢 𓀀 (U+5B57 U+6F22 U+13000); the PDF shows \u{fffd} instead.";
    assert!(
        line.starts_with("warning: ") && line.contains(told),
        "{line}"
    );
    assert!(line.contains(&format!(" · {beginning}")), "{line}");

    // The file says the same of itself, once; one that can show them says nothing.
    let pdf = site.data().join("document.pdf");
    let made = said(&site, &export("pdf", pdf.to_str().unwrap()));
    assert_eq!(made.trim(), line);
    let page = site.data().join("document.html");
    assert_eq!(said(&site, &export("html", page.to_str().unwrap())), "");
    assert!(fs::read_to_string(page).unwrap().contains(GLYPHS));

    // Each other output document is looked at too, unless one is asked for.
    let session = site.sql("select session_id from key_points where statement like '%漢%'");
    let session = session[0]["session_id"].as_str().unwrap().to_owned();
    site.must([
        "compile",
        "--edition",
        "igf-2023",
        "--messages-of",
        &session,
    ]);
    let both = said(&site, &check);
    let lines = about(&both, "漢");
    assert_eq!(lines.len(), 2, "{both}");
    let messages = format!("(messages-{session}: ");
    assert!(
        lines[1].contains(&messages) && lines[1].contains(&beginning),
        "{both}"
    );
    let main = said(&site, &[&check[..], &["--document", "main"]].concat());
    assert_eq!(about(&main, "漢"), [line]);

    let json = site.run([&check[..], &["--json"]].concat());
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    site.start();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let http = get(&site, ("authorization", &by), &format!("{EDITION}/check")).await;
    assert_eq!(http["diagnostics"], json["diagnostics"]);
    let found = json["diagnostics"].as_array().unwrap().iter();
    let found: Vec<&Value> = found
        .filter(|one| one["key"] == "document-glyph-missing")
        .collect();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["place"]["outputDocumentId"], "main");
    assert_eq!(found[0]["values"]["instead"], "\u{fffd}");
    let text = found[0]["place"]["text"].as_str().unwrap();
    assert!(text.contains(&beginning), "{text}");
    let blocks = format!("{EDITION}/key-points");
    let points = get(&site, ("authorization", &by), &blocks).await;
    let point = points.as_array().unwrap().iter();
    let point = point
        .filter(|one| one["statement"].as_str().unwrap().contains('漢'))
        .flat_map(|one| one["usedIn"].as_array().unwrap())
        .find(|one| one["outputDocumentId"] == "main");
    assert_eq!(
        found[0]["place"]["paragraphId"],
        point.unwrap()["paragraphId"]
    );
}

#[tokio::test]
async fn words_that_a_font_of_the_folder_has_are_printed() {
    let (site, _) = with_strange_glyphs("שלום");
    site.must(["compile", "--edition", "igf-2023"]);
    let pdf = site.data().join("document.pdf");
    let export = export("pdf", pdf.to_str().unwrap());
    assert_eq!(about(&said(&site, &export), "No font has").len(), 1);

    let font = "NotoSerifHebrew-Regular.ttf";
    let folder = site.data().join("more/hebrew");
    fs::create_dir_all(&folder).unwrap();
    let installed = format!("/usr/share/fonts/truetype/noto/{font}");
    fs::copy(installed, folder.join(font)).unwrap();
    assert_eq!(said(&site, &export), "");
    let text = Command::new("pdftotext").arg(&pdf).arg("-").output();
    let text = String::from_utf8(text.unwrap().stdout).unwrap();
    assert!(text.contains("שלום"), "{text}");
}

#[tokio::test]
async fn a_document_without_a_title_fails_the_check_and_is_exported_all_the_same() {
    let mut site = Site::with_demo_edition();
    let check = ["check", "--edition", "igf-2023"];
    assert!(about(&said(&site, &check), "title").is_empty());
    let by = bearer(&site.token("editor@example.org", "editor"));
    let path = format!("{EDITION}/compile");
    let compile = ask(&site, ("authorization", &by), Method::POST, &path);
    let compiled = compile.json(&json!({ "title": " " })).send().await.unwrap();
    assert_eq!(compiled.status(), 200);
    site.kill();

    let told =
        "The document has no title; the file’s properties show the name of the edition instead.";
    let output = site.run(check);
    assert_eq!(output.status.code(), Some(1));
    let checked = said(&site, &check);
    let lines = about(&checked, told);
    assert!(
        lines.len() == 1 && lines[0].starts_with("error: "),
        "{checked}"
    );
    for format in ["pdf", "docx", "md"] {
        let file = site.data().join(format!("document.{format}"));
        let made = said(&site, &export(format, file.to_str().unwrap()));
        let lines = about(&made, told);
        assert!(
            lines.len() == 1 && lines[0].starts_with("warning: "),
            "{made}"
        );
        assert!(file.exists(), "{format}");
    }
}

#[tokio::test]
async fn a_check_of_no_document_in_particular_fails_only_for_the_main_one() {
    let mut site = Site::with_demo_edition();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let path = format!("{EDITION}/compile");
    for body in [json!({}), json!({ "messagesOf": "pt23-1", "title": " " })] {
        let compile = ask(&site, ("authorization", &by), Method::POST, &path);
        assert_eq!(compile.json(&body).send().await.unwrap().status(), 200);
    }
    site.kill();

    let check = ["check", "--edition", "igf-2023", "--json"];
    let whole = site.run(check);
    let told: Value = serde_json::from_slice(&whole.stdout).unwrap();
    let mut found = told["diagnostics"].as_array().unwrap().iter();
    let untitled = found.find(|one| one["key"] == "document-title-missing");
    let untitled = untitled.expect("told all the same");
    assert_eq!(untitled["severity"], "error");
    assert_eq!(untitled["place"]["outputDocumentId"], "messages-pt23-1");
    assert_eq!(whole.status.code(), Some(0));
    let said = said(&site, &check[..3]);
    assert_eq!(about(&said, "The document has no title").len(), 1, "{said}");

    for (document, status) in [("main", 0), ("messages-pt23-1", 1)] {
        let one = site.run([&check[..], &["--document", document]].concat());
        assert_eq!(one.status.code(), Some(status), "{document}");
    }
}

#[tokio::test]
async fn what_is_missing_in_the_programme_is_missing_in_no_document() {
    let text = fs::read_to_string(repository::demo_edition()).unwrap();
    let mut edition: Value = serde_json::from_str(&text).unwrap();
    let theme = json!({ "id": "nobody-spoke", "label": { "en": "What nobody spoke of" } });
    edition["themes"].as_array_mut().unwrap().push(theme);
    let mut site = Site::empty();
    let file = site.data().join("edition.json");
    fs::write(&file, edition.to_string()).unwrap();
    site.must(["import".as_ref(), file.as_os_str()]);
    site.must(["compile", "--edition", "igf-2023"]);
    site.start();
    let by = bearer(&site.token("editor@example.org", "editor"));
    let checked = get(&site, ("authorization", &by), &format!("{EDITION}/check")).await;
    let found = checked["diagnostics"].as_array().unwrap();
    let gap = found.iter().find(|one| one["key"] == "check-theme-gap");
    assert_eq!(gap.expect("told")["place"], json!({}));
    for one in found {
        let is_in_text = !one["place"]["paragraphId"].is_null();
        let names_document = one["place"]["outputDocumentId"] == "main";
        assert_eq!(is_in_text, names_document, "{one}");
    }
}

#[tokio::test]
async fn a_key_point_that_was_taken_out_of_the_notes_is_told_at_the_paragraph_that_rests_on_it() {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let by = bearer(&token);
    let path = format!("{EDITION}/compile");
    let compile = ask(&site, ("authorization", &by), Method::POST, &path);
    assert_eq!(compile.json(&json!({})).send().await.unwrap().status(), 200);
    let ask_for = async |path: &str| {
        let path = format!("{EDITION}/{path}");
        get(&site, ("authorization", &by), &path).await
    };
    let board = ask_for("key-points").await;
    let mut points = board.as_array().unwrap().iter();
    let used = points.find(|one| one["sessionId"] == "rehearsal" && one["state"] == "used");
    let point = used.unwrap()["id"].as_str().unwrap();
    let gone = |checked: &Value| {
        let found = checked["diagnostics"].as_array().unwrap().iter();
        let mut gone = found.filter(|one| one["key"] == "check-source-gone");
        gone.next().map(|one| one["place"]["keyPointId"].clone())
    };
    assert_eq!(gone(&ask_for("check").await), None);

    let document = notes(&site, &token, "rehearsal").await;
    let mut tab = Tab::of(&site, &token).await;
    let mut copy = tab.document(document).await;
    let marked = copy.text.get(ROOT, "keyPoints").unwrap().unwrap().1;
    copy.text.delete(&marked, point).unwrap();
    tab.sync(&mut copy).await;
    let since = Instant::now();
    let is_removed = |board: &Value| {
        let mut all = board.as_array().unwrap().iter();
        all.any(|one| one["id"] == point && one["removed"] == true)
    };
    while !is_removed(&ask_for("key-points").await) {
        assert!(since.elapsed() < PATIENCE, "the board does not follow");
        sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(gone(&ask_for("check").await), Some(json!(point)));
}
