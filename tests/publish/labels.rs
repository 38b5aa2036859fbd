//! What stands before each block, and the numbers of footnotes, as they are read out of files of all formats. The editor
//! shows the same: both are held to `tests/cases/labels.json`.

use std::{collections::BTreeMap, fs, path::Path};

use export::Format;
use serde_json::Value;
use tests::repository;

use crate::publish::{
    case::{Case, read, render},
    tools::run,
};

/// The words of a case's texts: "Paragraph 501 of the text", "A note 901.".
struct Words {
    before: &'static str,
    behind: &'static str,
    note: &'static str,
}

fn words(lang: &str) -> Words {
    let (before, behind, note) = match lang {
        "fr" => ("Alinéa", "du texte", "Une note"),
        "es" => ("Párrafo", "del texto", "Una nota"),
        "ar" => ("فقرة", "من النص", "حاشية"),
        _ => ("Paragraph", "of the text", "A note"),
    };
    Words {
        before,
        behind,
        note,
    }
}

/// What was read out of a file, by the number in a text.
#[derive(Default)]
struct Read {
    blocks: BTreeMap<String, Line>,
    notes: BTreeMap<String, String>,
}

/// A line with the text of a block.
#[derive(Default)]
struct Line {
    label: String,
    notes: Vec<String>,
    /// The line above, where an annex has its label.
    above: String,
}

/// Reads lines in which a label stands before its text.
fn read_lines(text: &str, words: &Words, is_rtl_page: bool) -> Read {
    let mut found = Read::default();
    let mut above = String::new();
    for line in text.lines() {
        // Direction and emphasis are no part of a label.
        let kept = |c: &char| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '*' | '#' | '>' | '\\');
        let line: String = line.chars().filter(kept).collect();
        let numbers = |text: &str| -> Vec<String> {
            let numbers = text.split(|c: char| !c.is_ascii_digit());
            numbers
                .filter(|number| !number.is_empty())
                .map(str::to_owned)
                .collect()
        };
        if let Some((label, rest)) = line.split_once(words.before) {
            let (number, rest) = rest.split_once(words.behind).unwrap_or((rest, ""));
            let (mut label, mut notes) = (label.to_owned(), numbers(rest));
            // Programs take a label in the margin of a page from right to left for what comes last.
            if is_rtl_page {
                label.push_str(rest);
                notes.clear();
            }
            let line = Line {
                label: label.trim().to_owned(),
                notes,
                above: std::mem::take(&mut above),
            };
            found.blocks.insert(number.trim().to_owned(), line);
        } else if let Some((number, rest)) = line.split_once(words.note) {
            let number = [above.as_str(), number][usize::from(!number.trim().is_empty())];
            found
                .notes
                .insert(numbers(rest).concat(), numbers(number).concat());
            above.clear();
        } else if !line.trim().is_empty() {
            above = line;
        }
    }
    found
}

/// An HTML page as lines, each block with its label.
fn lines_of_html(html: &str, words: &Words) -> String {
    let mut out = String::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let line = out.rsplit('\n').next().unwrap_or_default();
        let is_block = ["p", "li", "h2", "h3", "h4", "div", "section", "/ol", "ul"]
            .iter()
            .any(|name| tag == *name || tag.starts_with(&format!("{name} ")));
        if is_block && (line.contains(words.before) || line.contains(words.note)) {
            out.push('\n');
        }
        if let Some((_, label)) = tag.split_once("data-n=\"") {
            out.push_str(&format!(
                "\n{} ",
                label.split('"').next().unwrap_or_default()
            ));
        }
        out.push_str(&text.replace('\n', " "));
    }
    out
}

/// A Pandoc AST as lines, each block with its label.
fn lines_of_ast(value: &Value, notes: &mut usize, out: &mut String) {
    let content = &value["c"];
    let attributes = match value["t"].as_str() {
        Some("Div" | "Span") => &content[0],
        Some("Header") => &content[1],
        _ => &Value::Null,
    };
    let pairs = attributes[2].as_array().into_iter().flatten();
    if let Some(label) = pairs
        .filter(|pair| pair[0] == "number")
        .find_map(|pair| pair[1].as_str())
    {
        let is_operative = attributes[1][0] == "operative";
        out.push_str(&format!(
            "\n{label}{} ",
            if is_operative { "." } else { "" }
        ));
    }
    match (value["t"].as_str(), value) {
        (Some("Str"), _) => out.push_str(content.as_str().unwrap()),
        (Some("Space"), _) => out.push(' '),
        (Some("Note"), _) => {
            *notes += 1;
            out.push_str(&notes.to_string());
        }
        (Some(_), _) => lines_of_ast_all(content, notes, out),
        (None, _) => lines_of_ast_all(value, notes, out),
    }
    if matches!(value["t"].as_str(), Some("Para" | "Header")) {
        out.push('\n');
    }
}

fn lines_of_ast_all(value: &Value, notes: &mut usize, out: &mut String) {
    let inside = value.as_array().into_iter().flatten();
    inside.for_each(|value| lines_of_ast(value, notes, out));
}

/// What differs from what a case says that it shows.
fn differences(case: &Value, found: &Read, draws_bullets: bool, is_rtl_page: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for block in case["blocks"].as_array().unwrap() {
        let id = &block["id"].as_str().unwrap()[1..];
        // LibreOffice writes the first letter of the abjad without its hamza; Word does not.
        let folded = |text: &str| text.replace('\u{623}', "\u{627}");
        let shows = folded(block["shows"].as_str().unwrap_or_default());
        let nothing = Line::default();
        let line = found.blocks.get(id).unwrap_or(&nothing);
        let label = folded(&line.label);
        let fits = match block["kind"].as_str().unwrap() {
            // The word "Annex" stands before it; Markdown has a period between a number and a title.
            "annex" => [&label, &folded(&line.above)]
                .iter()
                .any(|text| text.trim_end_matches('.').split(' ').next_back() == Some(&shows)),
            "heading" => label.trim_end_matches('.') == shows,
            "operative" => label == format!("{shows}."),
            "unordered-list-item" if !draws_bullets => true,
            "title" | "subtitle" | "fact" | "paragraph" | "blockquote" => continue,
            _ => label == shows,
        };
        // A line from right to left may be told in the order in which it is drawn.
        let is_drawn = |label: &str| {
            let drawn = |text: &str| {
                let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '.');
                let mut kept: Vec<char> = kept.collect();
                kept.sort_unstable();
                kept
            };
            let mut with_notes = shows.clone();
            block["notes"]
                .as_array()
                .into_iter()
                .flatten()
                .for_each(|note| {
                    with_notes.push_str(note.as_str().unwrap());
                });
            drawn(label) == drawn(&shows) || drawn(label) == drawn(&with_notes)
        };
        if !found.blocks.contains_key(id) || !(fits || is_rtl_page && is_drawn(&label)) {
            wrong.push(format!("{id}: {label:?}, not {shows:?}"));
        }
        if is_rtl_page {
            continue;
        }
        let expected: Vec<&str> = block["notes"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        if line.notes != expected {
            let notes = &line.notes;
            wrong.push(format!("{id}: notes {notes:?}, not {expected:?}"));
        }
    }
    for (of, number) in &found.notes {
        if of.strip_prefix("90") != Some(number.as_str()) {
            wrong.push(format!("note {of} is numbered {number}"));
        }
    }
    wrong
}

fn text_of_pdf(path: &Path, arguments: &[&str]) -> String {
    let path = path.to_str().unwrap();
    let arguments = [arguments, &[path, "-"]].concat();
    String::from_utf8(run("pdftotext", &arguments, Path::new(".")).stdout).unwrap()
}

/// The labels of a PDF that reach into their texts, in either direction.
fn overlapping(path: &Path, words: &Words) -> Vec<String> {
    let boxes = text_of_pdf(path, &["-bbox"]);
    let measured = |line: &str| -> Option<([f64; 3], String)> {
        let side = |name: &str| {
            line.split_once(&format!("{name}=\""))?
                .1
                .split('"')
                .next()?
                .parse()
                .ok()
        };
        let text = line.split_once('>')?.1.split('<').next()?.to_owned();
        Some(([side("xMin")?, side("xMax")?, side("yMin")?], text))
    };
    let all: Vec<_> = boxes
        .lines()
        .filter(|line| line.contains("<word"))
        .filter_map(measured)
        .collect();
    let pairs = all
        .windows(2)
        .filter(|pair| pair[1].1 == words.before && (pair[0].0[2] - pair[1].0[2]).abs() < 4.0);
    pairs
        .filter(|pair| pair[0].0[1] > pair[1].0[0] + 0.2 && pair[0].0[0] < pair[1].0[1] - 0.2)
        .map(|pair| format!("{:?} {:?}", pair[0], pair[1]))
        .collect()
}

#[test]
fn every_format_shows_the_labels_and_footnote_numbers_that_the_page_shows() {
    let folder = tempfile::tempdir().unwrap();
    let cases = read(&repository::root().join("tests/cases/labels.json"));
    let cases = cases.as_array().unwrap();
    let path = |case: &Value, end: &str| {
        folder
            .path()
            .join(format!("{}.{end}", case["language"].as_str().unwrap()))
    };
    let mut word_files = Vec::new();
    for case in cases {
        let ast = Case::of(&repository::root(), case).ast();
        for format in Format::ALL {
            fs::write(
                path(case, format.extension()),
                render(format, &ast).unwrap().bytes,
            )
            .unwrap();
        }
        let word = folder
            .path()
            .join(format!("word-{}.docx", case["language"].as_str().unwrap()));
        fs::rename(path(case, "docx"), &word).unwrap();
        word_files.push(word);
    }
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let mut arguments = vec![profile.as_str(), "--headless", "--convert-to", "pdf"];
    arguments.extend(word_files.iter().map(|path| path.to_str().unwrap()));
    run("soffice", &arguments, folder.path());
    let mut wrong = Vec::new();
    for (case, word) in cases.iter().zip(word_files) {
        let words = words(case["language"].as_str().unwrap());
        let text = |end: &str| fs::read_to_string(path(case, end)).unwrap();
        let mut ast = String::new();
        lines_of_ast_all(
            &serde_json::from_str::<Value>(&text("json")).unwrap()["blocks"],
            &mut 0,
            &mut ast,
        );
        let word = word.with_extension("pdf");
        let shown = [
            ("pdf", text_of_pdf(&path(case, "pdf"), &["-layout"]), true),
            ("docx", text_of_pdf(&word, &["-layout"]), true),
            ("html", lines_of_html(&text("html"), &words), false),
            ("md", text("md"), false),
            ("json", ast, false),
        ];
        for (format, lines, draws_bullets) in shown {
            let is_rtl_page = draws_bullets && case["language"] == "ar";
            let found = differences(
                case,
                &read_lines(&lines, &words, is_rtl_page),
                draws_bullets,
                is_rtl_page,
            );
            wrong.extend(
                found
                    .iter()
                    .map(|one| format!("{} {format} {one}", case["language"])),
            );
        }
        for file in [path(case, "pdf"), word] {
            wrong.extend(overlapping(&file, &words));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
