//! What is wrong in a document is said before it is exported, with its paragraph and what to do.

use std::{collections::BTreeSet, fs};

use document::rich_text::{AnnexFill, BlockKind, Inline};
use export::{Diagnostic, Format, Pandoc, paragraph_of, paragraph_with};
use serde_json::json;
use tests::repository;

use crate::publish::case::{Case, check, render};

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
fn a_document_without_title_date_and_description_says_so_before_and_with_each_file() {
    let image = json!({ "t": "Image", "c": [["", [], []], [], ["plan.png", ""]] });
    let words = json!({ "t": "Str", "c": "The plan:" });
    let body = json!([{ "t": "Para", "c": [words, { "t": "Space" }, image] }]);
    let blocks = json!([{ "t": "Div", "c": [["_pX", ["operative"], [["number", "7"]]], body] }]);
    let ast: Pandoc = serde_json::from_value(
        json!({ "pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks }),
    )
    .unwrap();
    let before = check(&ast).unwrap();
    let expected = [
        "document-title-missing at title",
        "document-date-missing at date",
        "document-alt-text-missing at _pX",
        "document-language-missing at lang",
    ];
    assert_eq!(shown(&before), expected);
    assert_eq!(before[2].values["image"], "plan.png");
    assert_eq!(before[2].place.text.as_deref(), Some("7 · The plan:"));
    for format in Format::ALL {
        // What only printing finds, the PDF alone says.
        let expected = if format == Format::Pdf {
            &before[..]
        } else {
            &before[..3]
        };
        assert_eq!(
            render(format, &ast).unwrap().diagnostics,
            expected,
            "{format:?}"
        );
    }
}

/// Findings with the words of their places.
fn told(ast: &Pandoc) -> Vec<String> {
    let found = check(ast).unwrap();
    assert_eq!(render(Format::Pdf, ast).unwrap().diagnostics, found);
    let show = |one: &Diagnostic| {
        let value = |name| one.values.get(name).map(String::as_str).unwrap_or_default();
        let place = one.place.text.as_deref().unwrap_or("nowhere");
        format!("{} -> {} in {place}", value("characters"), value("instead"))
    };
    found.iter().map(show).collect()
}

#[test]
fn characters_without_a_glyph_are_told_once_with_what_stands_instead() {
    let mut case = Case::read(&repository::root(), "demo-en");
    let mut append = |kind: BlockKind, words: &str| {
        let mut blocks = case.output.blocks.iter_mut();
        let block = blocks.find(|block| block.block.kind == kind).unwrap();
        block.block.content.push(Inline::text(words));
        block.id.clone()
    };
    let title = append(BlockKind::Title, " 漢");
    let fact = append(BlockKind::Fact, " 字");
    append(BlockKind::Heading, " →");
    let operative = append(BlockKind::Operative, " 漢 → 𐡗\u{610}");
    let annex = append(BlockKind::Annex, " 漢");
    // What the annex of sources repeats of a paragraph is told there; what is in it alone is told of it.
    let source = case.output.sources.get_mut(&operative).unwrap();
    let source = source.values_mut().next().unwrap();
    source.statement.push_str(" 漢");
    source.quote.push_str(" 中");
    let first = "1 · Deploy technology in a human-centred way that follows shared values.";
    let expected = [
        "漢 -> \u{fffd} in Output document: IGF Parliamentary Track 漢".to_owned(),
        "字 -> \u{fffd} in Kyoto, Japan, 8 and 9\u{a0}October 2023 字".to_owned(),
        "→ -> -> in A · Addressed to: Parliaments →".to_owned(),
        format!("→ 漢 𐡗 -> -> \u{fffd} \u{fffd} in {first} 漢 → 𐡗\u{610}"),
        // A mark is left out: nothing stands in its place.
        format!("◌\u{610} ->  in {first} 漢 → 𐡗\u{610}"),
        "漢 -> \u{fffd} in Annex I · Programme 漢".to_owned(),
        "中 -> \u{fffd} in Annex III · Sources".to_owned(),
    ];
    assert_eq!(told(&case.ast()), expected);
    let found = check(&case.ast()).unwrap();
    let paragraph = |at: usize| paragraph_with(&case.output, &found[at]);
    assert_eq!(paragraph(0), Some(title));
    assert_eq!(paragraph(1), Some(fact));
    assert_eq!(paragraph(3), Some(operative));
    assert_eq!(paragraph(5), Some(annex));
    let sources = paragraph(6).unwrap();
    let mut blocks = case.output.blocks.iter();
    let sources = blocks.find(|block| block.id == sources).unwrap();
    assert_eq!(sources.block.attrs.fill, AnnexFill::Sources);
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
    let catalog = fs::read_to_string(root.join("locales/en.ftl")).unwrap();
    let files = [
        "export/src/diagnostic.rs",
        "typeset/src/press.rs",
        "typeset/src/read.rs",
        "typeset/src/read/inlines.rs",
        "typeset/src/read/meta.rs",
        "typeset/src/read/tables.rs",
    ];
    let sources = files.map(|file| fs::read_to_string(root.join("crates").join(file)).unwrap());
    let words = sources.iter().flat_map(|source| source.split('"'));
    let keys: BTreeSet<&str> = words.filter(|word| word.starts_with("document-")).collect();
    assert_eq!(keys.len(), 13, "{keys:?}");
    for key in keys {
        for key in [key.to_owned(), format!("{key}-hint")] {
            assert!(catalog.contains(&format!("\n{key} = ")), "{key}");
        }
    }
}
