//! Text that was written to break files breaks none.

use std::collections::HashSet;

use export::{Format, Pandoc};
use serde_json::json;
use tests::{golden, repository};

use crate::publish::{
    case::{Case, render},
    package, pdf,
};

fn hostile() -> Pandoc {
    Case::read(&repository::root(), "hostile").ast()
}

#[test]
fn each_format_takes_the_hostile_case() {
    let ast = hostile();
    for format in [Format::Html, Format::Markdown] {
        let text = String::from_utf8(render(format, &ast).unwrap().bytes).unwrap();
        golden::check(
            &format!("publish/golden/hostile.{}", format.extension()),
            &text,
        );
        check_characters(&text);
    }
    let docx = render(Format::Docx, &ast).unwrap().bytes;
    golden::check("publish/golden/hostile.docx.xml", &package::readable(&docx));
    let printed = render(Format::Pdf, &ast).unwrap().bytes;
    let text = pdf::readable(&printed);
    golden::check("publish/golden/hostile.pdf.txt", &text);
    check_characters(&text);
}

/// No control character but line feed and tab, no noncharacter, no byte order mark, no bidi control.
fn check_characters(text: &str) {
    let wrong = |c: &char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert_eq!(text.chars().find(wrong), None);
}

#[test]
fn every_part_of_the_word_file_is_clean_xml() {
    let docx = render(Format::Docx, &hostile()).unwrap().bytes;
    for (name, text) in package::parts(&docx) {
        check_characters(&text);
        let mut reader = quick_xml::Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }
}

#[test]
fn every_page_of_the_preview_is_xml_and_leads_where_its_links_lead() {
    let links = [
        "https://example.org/?a=1&b=2",
        "https://example.org/?q=\"x\"<b>'&lt;&amp;#0;&",
        "https://example.org/?a&quot;&nbsp;]]>",
        "mailto:ana@example.org?subject=a&body=href=%22&",
        "https://example.org/é/شكر?x=&y",
    ];
    let broken = ["\u{1}", "\n", "\u{fffe}", "\u{ffff}", "\u{85}"]
        .map(|c| format!("https://example.org/{c}&"));
    let paragraph = |link: &str| {
        let here = json!([{ "t": "Str", "c": "here" }]);
        json!({ "t": "Para", "c": [{ "t": "Link", "c": [["", [], []], here, [link, ""]] }] })
    };
    let all = links.into_iter().chain(broken.iter().map(String::as_str));
    let linked = ast(&all.map(paragraph).collect());
    let case = |name| Case::read(&repository::root(), name).ast();
    let mut found = Vec::new();
    for ast in [linked, hostile(), case("everything-en")] {
        let ast = serde_json::to_vec(&ast).unwrap();
        let pages = typeset::pages_svg(&ast, &typeset::Fonts::default()).unwrap();
        for page in pages.svgs {
            check_characters(&page);
            found.extend(links_in(&page));
        }
    }
    assert_eq!(
        found[..links.len()],
        links.map(|link| link.replace('"', "%22"))
    );
    assert!(found.iter().all(|link| !link.contains("example.org/&")));
}

/// Where the links of an SVG page lead; fails where it is no XML.
fn links_in(page: &str) -> Vec<String> {
    use quick_xml::{XmlVersion, events::Event};
    let mut links = Vec::new();
    let mut reader = quick_xml::Reader::from_str(page);
    loop {
        let tag = match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => tag,
            Event::Eof => return links,
            _ => continue,
        };
        for attribute in tag.attributes() {
            let attribute = attribute.unwrap();
            assert!(!attribute.value.contains('<'), "{attribute:?}");
            let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap();
            if attribute.key.as_ref() == "href" {
                links.push(value.into_owned());
            }
        }
    }
}

#[test]
fn no_script_is_linked_or_run() {
    let ast = hostile();
    let html = String::from_utf8(render(Format::Html, &ast).unwrap().bytes).unwrap();
    let markdown = String::from_utf8(render(Format::Markdown, &ast).unwrap().bytes).unwrap();
    let docx = package::parts(&render(Format::Docx, &ast).unwrap().bytes);
    let links = &docx["word/_rels/document.xml.rels"];
    assert!(!html.contains("<script"));
    for text in [&html, &markdown, links] {
        for scheme in ["javascript:", "data:text", "file:"] {
            assert!(!text.contains(scheme), "{scheme}");
        }
    }
    assert!(links.contains("https://example.org/%22%3E%3Cscript%3E"));
}

#[test]
fn bookmarks_are_unique_to_word() {
    let docx = package::parts(&render(Format::Docx, &hostile()).unwrap().bytes);
    let mut names = HashSet::new();
    for piece in docx["word/document.xml"].split("<w:bookmarkStart ").skip(1) {
        let name = piece
            .split("w:name=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        assert!(name.len() <= 40 && name.starts_with("_p"), "{name}");
        assert!(
            names.insert(name.to_ascii_lowercase()),
            "{name} is there twice"
        );
    }
    assert!(names.len() > 10);
}

#[test]
fn a_paragraph_of_a_million_characters_comes_through() {
    let words = "word ".repeat(200_000);
    let ast = ast(&json!([{ "t": "Para", "c": [{ "t": "Str", "c": words }] }]));
    for format in [Format::Docx, Format::Html, Format::Markdown, Format::Json] {
        assert!(!render(format, &ast).unwrap().bytes.is_empty());
    }
    let docx = package::parts(&render(Format::Docx, &ast).unwrap().bytes);
    assert!(docx["word/document.xml"].len() > 1_000_000);
}

#[test]
fn an_ast_from_elsewhere_is_written_without_panic() {
    let attr = json!(["", [], []]);
    let twice = json!(["_pX", ["operative"], [["number", "%1 bis %"]]]);
    let cell = |rows: i64, columns: i64| json!([attr, { "t": "AlignDefault" }, rows, columns, []]);
    let blocks = json!([
        { "t": "Div", "c": [twice, []] },
        { "t": "Div", "c": [twice, [{ "t": "HorizontalRule" }]] },
        { "t": "Div", "c": [["_pY", ["operative"], [["number", "99999999999999999999"]]], [{ "t": "BulletList", "c": [[]] }]] },
        { "t": "Div", "c": [["_pZ", ["operative"], [["number", "-5"]]], [{ "t": "OrderedList", "c": [[i64::MAX, { "t": "LowerAlpha" }, { "t": "OneParen" }], [[], []]] }]] },
        { "t": "Header", "c": [9, ["", ["annex"], []], []] },
        { "t": "Header", "c": [-9, ["", [], [["number", ""]]], []] },
        { "t": "RawBlock", "c": ["html", "<script>alert(1)</script>"] },
        { "t": "Para", "c": [
            { "t": "RawInline", "c": ["openxml", "</w:p>"] },
            { "t": "Note", "c": [{ "t": "Para", "c": [{ "t": "Note", "c": [{ "t": "Para", "c": [{ "t": "Str", "c": "inner" }] }] }] }] },
            { "t": "Image", "c": [attr, [], ["../../etc/passwd", ""]] },
            { "t": "Link", "c": [attr, [{ "t": "Link", "c": [attr, [{ "t": "Str", "c": "x" }], ["https://a.b", ""]] }], ["#_pX", ""]] },
            { "t": "Code", "c": [attr, "]]>`"] },
        ] },
        { "t": "Table", "c": [attr, [null, []], [], [attr, []], [], [attr, []]] },
        { "t": "Table", "c": [attr, [null, []], [[{ "t": "AlignLeft" }, { "t": "ColWidth", "c": -1.0 }]], [attr, [[attr, [cell(5, 900)]]]],
            [[attr, 0, [], [[attr, [cell(-3, 0), cell(2, 2)]], [attr, []], [attr, [cell(9, 1), cell(1, 1), cell(1, 1)]]]]], [attr, []]] },
    ]);
    let ast = ast(&blocks);
    for format in [Format::Docx, Format::Html, Format::Markdown, Format::Json] {
        let bytes = render(format, &ast).unwrap().bytes;
        assert!(
            !String::from_utf8_lossy(&bytes).contains("<script>alert") || format == Format::Json
        );
    }
    let document = &package::parts(&render(Format::Docx, &ast).unwrap().bytes)["word/document.xml"];
    assert_eq!(document.matches("w:name=\"_pX\"").count(), 1);
    assert_eq!(
        document.matches("<w:p>").count(),
        document.matches("</w:p>").count()
    );
}

fn ast(blocks: &serde_json::Value) -> Pandoc {
    serde_json::from_value(
        json!({ "pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks }),
    )
    .unwrap()
}
