//! What each format makes of each case.

use export::Format;
use tests::{golden, repository};

use crate::publish::{
    case::{Case, render},
    package, pdf,
};

fn check(name: &str) {
    let case = Case::read(&repository::root(), name);
    let ast = case.ast();
    let file = |format: Format| {
        let rendered = render(format, &ast).unwrap();
        let again = render(format, &ast).unwrap();
        assert!(
            rendered.bytes == again.bytes,
            "{name}: {format:?} differs from one time to the next"
        );
        rendered.bytes
    };
    let text = |format: Format| String::from_utf8(file(format)).unwrap();
    golden::check(
        &format!("publish/golden/{name}.typ.json"),
        &a_block_a_line(&file(Format::Json)),
    );
    golden::check(&format!("publish/golden/{name}.html"), &text(Format::Html));
    golden::check(
        &format!("publish/golden/{name}.md"),
        &text(Format::Markdown),
    );
    golden::check(
        &format!("publish/golden/{name}.docx.xml"),
        &package::readable(&file(Format::Docx)),
    );
    golden::check(
        &format!("publish/golden/{name}.pdf.txt"),
        &pdf::readable(&file(Format::Pdf)),
    );
}

/// The AST with each block on a line of its own, so that a difference shows its paragraph.
fn a_block_a_line(json: &[u8]) -> String {
    let ast: serde_json::Value = serde_json::from_slice(json).unwrap();
    let blocks: Vec<String> = ast["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    let [version, meta] = ["pandoc-api-version", "meta"].map(|key| ast[key].to_string());
    format!(
        "{{\"pandoc-api-version\":{version},\n\"meta\":{meta},\n\"blocks\":[\n{}\n]}}\n",
        blocks.join(",\n")
    )
}

#[test]
fn the_demo_in_english() {
    check("demo-en");
}

#[test]
fn the_demo_in_arabic() {
    check("demo-ar");
}

#[test]
fn everything_that_a_document_can_hold() {
    check("everything-en");
}

#[test]
fn a_final_document_in_french() {
    check("final-fr");
}

#[test]
fn a_final_document_in_spanish() {
    check("final-es");
}

#[test]
fn the_messages_of_one_event() {
    check("messages-en");
}
