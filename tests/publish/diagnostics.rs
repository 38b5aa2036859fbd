//! What is wrong in a document is said before it is exported, with its paragraph and what to do.

use std::fs;

use export::{Diagnostic, Format, Pandoc, paragraph_of, render};
use serde_json::json;
use tests::repository;

use crate::publish::case::Case;

fn shown(diagnostics: &[Diagnostic]) -> Vec<String> {
    let show = |one: &Diagnostic| {
        let place = one
            .place
            .paragraph_id
            .as_deref()
            .or(one.place.field.as_deref());
        format!("{} at {}", one.key, place.unwrap_or("nowhere"))
    };
    diagnostics.iter().map(show).collect()
}

#[test]
fn faults_name_their_paragraph() {
    let case = Case::read(&repository::root(), "hostile");
    let found = render(Format::Markdown, &case.ast()).unwrap().diagnostics;
    let expected = [
        "document-heading-empty at _ph0",
        "document-link-dropped at _pa_b",
        "document-link-dropped at _pa_b",
        "document-link-dropped at _pa_b",
        "document-link-dropped at _pa_b",
        "document-link-dropped at _pa_b",
        "document-note-empty at _pa_b_eeecba19096e8726",
        "document-table-header-missing at _pa_b_eeecba19096e8726",
        "document-table-header-missing at _pq",
        "document-heading-empty at _px1",
    ];
    assert_eq!(shown(&found), expected);
    let paragraph = |bookmark| paragraph_of(&case.output, bookmark).map(|id| id.0);
    assert_eq!(paragraph("_pa_b_eeecba19096e8726").as_deref(), Some("a_b"));
    assert_eq!(paragraph("_pa_b").as_deref(), Some("a-b"));
    assert_eq!(paragraph("_pnothing"), None);
}

#[test]
fn a_document_without_title_date_and_description_says_so() {
    let image = json!({ "t": "Image", "c": [["", [], []], [], ["plan.png", ""]] });
    let blocks = json!([{ "t": "Div", "c": [["_pX", [], []], [{ "t": "Para", "c": [image] }]] }]);
    let ast: Pandoc = serde_json::from_value(
        json!({ "pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks }),
    )
    .unwrap();
    let found = render(Format::Html, &ast).unwrap().diagnostics;
    let expected = [
        "document-title-missing at title",
        "document-date-missing at date",
        "document-alt-text-missing at _pX",
    ];
    assert_eq!(shown(&found), expected);
    assert_eq!(found[2].values["image"], "plan.png");
}

#[test]
fn a_file_without_a_title_bears_the_name_of_its_edition() {
    let mut ast = Case::read(&repository::root(), "demo-en").ast();
    ast.meta.remove("title");
    let rendered = render(Format::Html, &ast).unwrap();
    assert_eq!(
        shown(&rendered.diagnostics),
        ["document-title-missing at title"]
    );
    let page = String::from_utf8(rendered.bytes).unwrap();
    assert!(
        page.contains("<title>IGF 2023 Parliamentary Track · Output document</title>"),
        "{page}"
    );
}

#[test]
fn a_sound_document_has_nothing_to_say() {
    for case in ["demo-en", "demo-ar", "final-fr", "messages-en"] {
        let ast = Case::read(&repository::root(), case).ast();
        assert_eq!(
            shown(&render(Format::Docx, &ast).unwrap().diagnostics),
            [""; 0],
            "{case}"
        );
    }
}

#[test]
fn each_finding_has_its_sentences() {
    let root = repository::root();
    let source = fs::read_to_string(root.join("crates/export/src/diagnostic.rs")).unwrap();
    let catalog = fs::read_to_string(root.join("locales/en.ftl")).unwrap();
    let keys: Vec<&str> = source
        .split('"')
        .filter(|word| word.starts_with("document-"))
        .collect();
    assert!(keys.len() > 20);
    for key in keys {
        assert!(catalog.contains(&format!("\n{key} = ")), "{key}");
    }
}
