//! The Chatham House Rule holds in every format, also in the parts of a file that nobody sees.

use export::{Format, render};
use tests::repository;

use crate::publish::{case::Case, package};

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
        core.contains("<dc:title>Output document of the IGF Parliamentary Track</dc:title>"),
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
