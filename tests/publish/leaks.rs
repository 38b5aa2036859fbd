//! The Chatham House Rule holds in every format, also in the parts of a file that nobody sees.

use export::Format;
use model::key_point::Source;
use tests::repository;

use crate::publish::{
    case::{Case, render},
    package,
};

/// Each a single word, because the AST parts words.
const SECRETS: [&str; 2] = ["Zubenelgenubi", "Senate-of-Elsewhere"];

#[test]
fn nobody_of_a_closed_session_is_named_anywhere() {
    let case = Case::read(&repository::root(), "everything-en");
    let ast = case.ast();
    for format in [Format::Html, Format::Markdown, Format::Json] {
        let text = String::from_utf8(render(format, &ast).unwrap().bytes).unwrap();
        assert!(text.contains("budgets"), "{format:?}");
        assert!(
            SECRETS.iter().all(|name| !text.contains(name)),
            "{format:?}"
        );
    }
    for (part, text) in package::parts(&render(Format::Docx, &ast).unwrap().bytes) {
        assert!(SECRETS.iter().all(|name| !text.contains(name)), "{part}");
    }
}

/// What the annex of sources says where a session became one under the Chatham House Rule after paragraphs were written.
#[test]
fn words_kept_of_a_session_that_was_closed_later_name_nobody() {
    let told = |name: &str, statement: &str, quote: &str, is_gone: bool| {
        let mut case = Case::read(&repository::root(), "everything-en");
        let sessions = case.programme.sessions.iter_mut();
        for session in sessions.filter(|session| session.id.as_str() == "closed") {
            session.people[0].name = name.to_owned();
        }
        let points = case.key_points.iter();
        let closed = points.filter(|point| point.session_id.as_str() == "closed");
        let closed: Vec<_> = closed.map(|point| point.id).collect();
        for kept in case.output.sources.values_mut().flatten() {
            if closed.contains(kept.0) {
                kept.1.statement = statement.to_owned();
                kept.1.quote = quote.to_owned();
            }
        }
        if is_gone {
            case.key_points.retain(|point| !closed.contains(&point.id));
        }
        let markdown = render(Format::Markdown, &case.ast()).unwrap().bytes;
        let markdown = String::from_utf8(markdown).unwrap();
        ["Publish reports", "Annual reports", "Mr Li", "Junhua Li"]
            .map(|words| markdown.contains(words))
    };
    for is_gone in [false, true] {
        let by_li = told(
            "Junhua Li",
            "Publish reports.",
            "Mr Li wants to see them.",
            is_gone,
        );
        assert_eq!(by_li, [true, false, false, false], "gone: {is_gone}");
        let of_li = told("Junhua Li", "Do as Junhua Li said.", "", is_gone);
        assert_eq!(of_li, [false; 4], "gone: {is_gone}");
        let by_ann = told("Ann", "Annual reports should be public.", "", is_gone);
        assert_eq!(by_ann, [false, true, false, false], "gone: {is_gone}");
    }
}

/// What the annex of sources says where each key point of some sessions has a source.
fn annex(source: &Source, is_of: impl Fn(&str) -> bool) -> String {
    let mut case = Case::read(&repository::root(), "everything-en");
    for point in &mut case.key_points {
        point.source = is_of(point.session_id.as_str()).then(|| source.clone());
    }
    let markdown = render(Format::Markdown, &case.ast()).unwrap().bytes;
    String::from_utf8(markdown).unwrap()
}

#[test]
fn nothing_leads_into_the_recording_of_a_closed_session() {
    let heard = Source::Recording {
        recording: 0,
        at: "00:12:06".to_owned(),
    };
    let seen = Source::Link {
        link: "https://films.example/watch?t=726".to_owned(),
    };
    for (source, told) in [(heard, "00:12:06"), (seen, "films.example")] {
        assert!(annex(&source, |session| session != "closed").contains(told));
        assert!(!annex(&source, |session| session == "closed").contains(told));
    }
}

#[test]
fn who_spoke_in_an_open_session_is_named_in_the_annex() {
    let case = Case::read(&repository::root(), "everything-en");
    let markdown = String::from_utf8(render(Format::Markdown, &case.ast()).unwrap().bytes).unwrap();
    let row = markdown
        .lines()
        .find(|line| line.contains("Write rules that people can read"))
        .unwrap();
    assert!(row.contains("Ben O’Hara"), "{row}");
    assert!(row.contains("Recording 1, at 00:12:05"), "{row}");
}

#[test]
fn the_word_file_names_no_person_as_its_author() {
    let case = Case::read(&repository::root(), "demo-en");
    let parts = package::parts(&render(Format::Docx, &case.ast()).unwrap().bytes);
    let core = &parts["docProps/core.xml"];
    assert!(
        core.contains("<dc:title>Output document: IGF Parliamentary Track</dc:title>"),
        "{core}"
    );
    assert!(core.contains("<dc:language>en-GB</dc:language>"), "{core}");
    for element in ["dc:creator", "cp:lastModifiedBy", "Company", "Manager"] {
        assert!(
            parts.values().all(|part| !part.contains(element)),
            "{element}"
        );
    }
}
