//! What each format makes of each case.

use export::{Format, render};
use tests::{golden, repository};

use crate::publish::{case::Case, package};

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
    let pretty: serde_json::Value = serde_json::from_slice(&file(Format::Json)).unwrap();
    let pretty = serde_json::to_string_pretty(&pretty).unwrap() + "\n";
    golden::check(&format!("publish/golden/{name}.typ.json"), &pretty);
    golden::check(&format!("publish/golden/{name}.html"), &text(Format::Html));
    golden::check(
        &format!("publish/golden/{name}.md"),
        &text(Format::Markdown),
    );
    golden::check(
        &format!("publish/golden/{name}.docx.xml"),
        &package::readable(&file(Format::Docx)),
    );
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
fn the_messages_of_one_event() {
    check("messages-en");
}
