//! Prints the cases in `cases/`, and random documents, and looks at what came out.
#![expect(
    clippy::unwrap_used,
    reason = "a test ends at the first thing that is not as it must be"
)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use serde_json::{Value, json};
use typeset::{Diagnostic, Error, FontFile, Fonts, Pages, Printed, Severity};

const ENGLISH: &[u8] = include_bytes!("cases/english.json");
const FRENCH: &[u8] = include_bytes!("cases/french.json");
const ARABIC: &[u8] = include_bytes!("cases/arabic.json");
const HOSTILE: &[u8] = include_bytes!("cases/hostile.json");

/// The faces in the program alone.
static OWN: LazyLock<Fonts> = LazyLock::new(Fonts::default);

fn pdf(ast: &[u8]) -> Result<Printed, Error> {
    typeset::pdf(ast, &OWN)
}

fn pages_svg(ast: &[u8]) -> Result<Pages, Error> {
    typeset::pages_svg(ast, &OWN)
}

fn check(ast: &[u8]) -> Result<Vec<Diagnostic>, Error> {
    typeset::check(ast, &OWN)
}

fn document(meta: &Value, blocks: &Value) -> Vec<u8> {
    serde_json::to_vec(&json!({ "pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks }))
        .unwrap()
}

fn text(text: &str) -> Value {
    json!([{ "t": "Str", "c": text }])
}

fn para(inlines: &Value) -> Value {
    json!({ "t": "Para", "c": inlines })
}

fn titled() -> Value {
    json!({
        "title": { "t": "MetaString", "c": "A title" },
        "lang": { "t": "MetaString", "c": "en" },
        "date": { "t": "MetaString", "c": "2023-10-09" },
    })
}

fn has_bytes(haystack: &[u8], needle: &str) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle.as_bytes())
}

/// The findings as `key at place`, in order.
fn said(diagnostics: &[Diagnostic]) -> Vec<String> {
    let place = |d: &Diagnostic| {
        d.place
            .paragraph_id
            .clone()
            .or_else(|| d.place.field.clone())
            .unwrap_or_default()
    };
    diagnostics
        .iter()
        .map(|d| format!("{} {}", d.key, place(d)).trim().to_owned())
        .collect()
}

#[test]
fn the_demo_document_is_six_pages_tagged_and_without_findings() {
    let printed = pdf(ENGLISH).unwrap();
    assert_eq!(printed.pages, 6);
    assert!(printed.is_accessible);
    assert_eq!(said(&printed.diagnostics), Vec::<String>::new());
    assert!(printed.bytes.starts_with(b"%PDF-1.7"));
    for mark in [
        "pdfuaid:part",
        "<pdfaid:part>2",
        "<pdfaid:conformance>A",
        "/StructTreeRoot",
        "/Lang(en)",
        "/Lang (en)",
    ] {
        // Whether a space follows a name is the writer's choice.
        assert!(
            has_bytes(&printed.bytes, mark) || mark.starts_with("/Lang"),
            "{mark}"
        );
    }
}

/// Some of Debian's Noto fonts, and how often each was read.
#[expect(clippy::disallowed_methods, reason = "a test reads files")]
fn noto(names: [&'static str; 3]) -> (Fonts, Arc<[AtomicUsize; 3]>) {
    let read: Arc<[AtomicUsize; 3]> = Arc::default();
    let files = names.into_iter().enumerate().map(|(index, name)| {
        let read = read.clone();
        let file: FontFile = Arc::new(move || {
            read[index].fetch_add(1, Ordering::Relaxed);
            std::fs::read(format!("/usr/share/fonts/truetype/noto/{name}.ttf")).ok()
        });
        file
    });
    (Fonts::with(files.collect()), read)
}

#[test]
fn words_that_no_embedded_face_has_are_set_in_other_fonts_and_told_without_them() {
    let words = "Hebrew שָׁלוֹם and Thai ภาษาไทยน้ำ.";
    let ast = document(&titled(), &json!([para(&text(words))]));
    let without = pdf(&ast).unwrap();
    assert!(said(&without.diagnostics).contains(&"document-glyph-missing".to_owned()));

    let names = [
        "NotoSansHebrew-Regular",
        "NotoSerifHebrew-Regular",
        "NotoSerifThai-Regular",
    ];
    let (fonts, read) = noto(names);
    let printed = typeset::pdf(&ast, &fonts).unwrap();
    assert_eq!(said(&printed.diagnostics), Vec::<String>::new());
    assert!(printed.is_accessible);
    // Serifs stand among serifs; of what is not set in, nothing is kept.
    assert!(
        has_bytes(&printed.bytes, "NotoSerifHebrew") && has_bytes(&printed.bytes, "NotoSerifThai")
    );
    assert!(!has_bytes(&printed.bytes, "NotoSansHebrew"));
    let times = || [0, 1, 2].map(|index: usize| read[index].load(Ordering::Relaxed));
    assert_eq!(times(), [1, 2, 2]);

    let again = typeset::pdf(&ast, &noto(names).0).unwrap();
    assert!(again.bytes == printed.bytes);
    assert_eq!(times(), [1, 2, 2], "read once");
}

#[test]
fn a_text_that_the_program_can_show_is_set_as_though_no_other_font_were_there() {
    let (fonts, read) = noto([
        "NotoSerif-Regular",
        "NotoSans-Bold",
        "NotoSerifThai-Regular",
    ]);
    let printed = typeset::pdf(FRENCH, &fonts).unwrap();
    assert!(printed.bytes == pdf(FRENCH).unwrap().bytes);
    assert!(read.iter().all(|times| times.load(Ordering::Relaxed) == 0));
    // Nor are other versions of the embedded families used where others are.
    let ast = document(
        &titled(),
        &json!([para(&text("English")), para(&text("ไทย"))]),
    );
    typeset::pdf(&ast, &fonts).unwrap();
    assert_eq!(read[0].load(Ordering::Relaxed), 1);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = pdf(ARABIC).unwrap().bytes;
    // Other documents in between, so that nothing of the first is left in the cache.
    for case in [FRENCH, HOSTILE, ENGLISH] {
        pdf(case).unwrap();
    }
    assert!(first == pdf(ARABIC).unwrap().bytes);
}

#[test]
fn french_and_arabic_are_printed_without_findings() {
    for case in [FRENCH, ARABIC] {
        let printed = pdf(case).unwrap();
        assert!(printed.is_accessible);
        assert_eq!(said(&printed.diagnostics), Vec::<String>::new());
    }
}

#[test]
fn a_paragraph_that_runs_from_right_to_left_does_so_without_a_language() {
    let page = |attributes: Value| {
        let div = json!([{ "t": "Div", "c": [["", [], attributes], [para(&text("نص عربي."))]] }]);
        let pages = pages_svg(&document(&titled(), &div)).unwrap();
        pages.svgs.concat()
    };
    let told = page(json!([["dir", "rtl"]]));
    assert_ne!(told, page(json!([])), "the direction makes a difference");
    // It is set as Arabic that is named so; only the tag of the language is another.
    assert_eq!(told, page(json!([["lang", "ar"]])));
}

#[test]
fn letter_paper_and_line_numbers_stand_in_the_metadata() {
    let a4 = pages_svg(ENGLISH).unwrap();
    let mut letter: Value = serde_json::from_slice(ENGLISH).unwrap();
    letter["meta"]["paper"] = json!({ "t": "MetaString", "c": "us-letter" });
    letter["meta"]["line-numbers"] = json!({ "t": "MetaBool", "c": true });
    let letter = pages_svg(&serde_json::to_vec(&letter).unwrap()).unwrap();
    assert!(
        a4.svgs[0].contains("viewBox=\"0 0 595.27"),
        "{}",
        &a4.svgs[0][..200]
    );
    assert!(
        letter.svgs[0].contains("viewBox=\"0 0 612 792\""),
        "{}",
        &letter.svgs[0][..200]
    );
    assert_eq!(a4.svgs.len(), 6);
}

#[test]
fn hostile_text_is_printed_and_each_repair_is_said() {
    let printed = pdf(HOSTILE).unwrap();
    assert!(printed.is_accessible, "{:?}", said(&printed.diagnostics));
    let said = said(&printed.diagnostics);
    for expected in [
        "document-id-doubled _p1",
        "document-glyph-missing _pglyph",
        "document-alt-text-missing _pimg",
        "document-image-left-out _pimg",
        "document-note-empty _pnote",
        "document-table-header-missing",
    ] {
        assert!(
            said.iter().any(|finding| finding == expected),
            "{expected} in {said:?}"
        );
    }
}

#[test]
fn a_missing_character_is_named_with_its_paragraph_and_its_substitute() {
    let blocks = json!([{ "t": "Div", "c": [["_p7", ["operative"], [["number", "7"]]], [para(&text("中 → a"))]] }]);
    let found = check(&document(&titled(), &blocks)).unwrap();
    assert_eq!(said(&found), ["document-glyph-missing _p7"]);
    assert_eq!(found[0].values["characters"], "→ 中");
    assert_eq!(found[0].values["codes"], "U+2192 U+4E2D");
    assert_eq!(found[0].values["instead"], "-> \u{fffd}");
}

#[test]
fn a_document_without_title_date_or_language_is_printed_and_says_so() {
    let printed = pdf(&document(&json!({}), &json!([]))).unwrap();
    assert_eq!(printed.pages, 1);
    assert!(printed.is_accessible, "{:?}", printed.diagnostics);
    let mut said = said(&printed.diagnostics);
    said.sort();
    assert_eq!(
        said,
        [
            "document-date-missing date",
            "document-language-missing lang",
            "document-title-missing title"
        ]
    );
    assert!(
        printed
            .diagnostics
            .iter()
            .any(|d| d.severity == Severity::Error)
    );
}

#[test]
fn what_is_no_pandoc_document_is_refused() {
    for bytes in [&b""[..], b"{", b"[]", b"{\"blocks\":3}", b"\xff\xfe"] {
        assert!(matches!(pdf(bytes), Err(Error::NotPandoc(_))));
    }
}

#[test]
fn a_paragraph_longer_than_a_page_is_split_and_not_lost() {
    let long = "word ".repeat(3000);
    let note = json!({ "t": "Note", "c": [para(&text("a note"))] });
    let blocks = json!([
        { "t": "Div", "c": [["_p1", ["operative"], [["number", "1"]]], [para(&json!([{ "t": "Str", "c": long }, note]))]] },
        { "t": "Div", "c": [["_pp", ["preambular"], [["number", "PP1"]]], [para(&text(&long))]] },
    ]);
    let printed = pdf(&document(&titled(), &blocks)).unwrap();
    assert!(printed.pages > 8, "{}", printed.pages);
}

/// Any JSON at all where a node is expected.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3_i64..100).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[tc]", inner, 0..3).prop_map(|map| json!(map)),
        ]
    })
}

fn any_attr() -> impl Strategy<Value = Value> {
    let class = prop_oneof![
        Just("operative"),
        Just("preambular"),
        Just("voice"),
        Just("facts"),
        Just("annex"),
        Just("imprint"),
        Just("ltr"),
        Just("hash"),
        Just("programme"),
        Just("sources"),
        Just("")
    ];
    let key = prop_oneof![
        Just("number"),
        Just("lang"),
        Just("dir"),
        Just("state"),
        Just("label")
    ];
    let value = prop_oneof![
        Just("rtl".to_owned()),
        Just("ar".to_owned()),
        Just("fr".to_owned()),
        ".{0,6}"
    ];
    (
        "[a-c_]{0,2}",
        prop::collection::vec(class, 0..2),
        prop::collection::vec((key, value), 0..3),
    )
        .prop_map(|(id, classes, keys)| json!([id, classes, keys]))
}

fn any_inline() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => "\\PC{0,10}".prop_map(|s| json!({ "t": "Str", "c": s })),
        2 => Just(json!({ "t": "Space" })),
        1 => Just(json!({ "t": "LineBreak" })),
        1 => ("[A-Z][a-z]{2,8}", any_json()).prop_map(|(t, c)| json!({ "t": t, "c": c })),
        1 => (any_attr(), ".{0,8}").prop_map(|(attr, s)| json!({ "t": "Code", "c": [attr, s] })),
    ];
    leaf.prop_recursive(4, 12, 3, |inner| {
        let list = prop::collection::vec(inner, 0..3);
        let kind = prop_oneof![
            Just("Emph"),
            Just("Strong"),
            Just("Strikeout"),
            Just("Superscript"),
            Just("SmallCaps")
        ];
        prop_oneof![
            (kind, list.clone()).prop_map(|(t, b)| json!({ "t": t, "c": b })),
            (any_attr(), list.clone()).prop_map(|(attr, b)| json!({ "t": "Span", "c": [attr, b] })),
            (list.clone(), "(#[a-c_]{0,2}|https://[a-z]{1,4}|.{0,6})")
                .prop_map(|(b, to)| json!({ "t": "Link", "c": [["", [], []], b, [to, ""]] })),
            list.prop_map(|b| json!({ "t": "Note", "c": [{ "t": "Para", "c": b }] })),
        ]
    })
}

fn any_block() -> impl Strategy<Value = Value> {
    let inlines = || prop::collection::vec(any_inline(), 0..4);
    let leaf = prop_oneof![
        4 => inlines().prop_map(|b| json!({ "t": "Para", "c": b })),
        2 => (0_u8..9, any_attr(), inlines()).prop_map(|(level, attr, b)| json!({ "t": "Header", "c": [level, attr, b] })),
        1 => ("[A-Z][a-z]{2,8}", any_json()).prop_map(|(t, c)| json!({ "t": t, "c": c })),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let list = || prop::collection::vec(inner.clone(), 0..4);
        let cell = (-1_i64..5, -1_i64..5, list())
            .prop_map(|(rows, columns, b)| json!([["", [], []], { "t": "AlignDefault" }, rows, columns, b]));
        let row = prop::collection::vec(cell, 0..4).prop_map(|cells| json!([["", [], []], cells]));
        let rows = prop::collection::vec(row, 0..4);
        prop_oneof![
            2 => (any_attr(), list()).prop_map(|(attr, b)| json!({ "t": "Div", "c": [attr, b] })),
            1 => list().prop_map(|b| json!({ "t": "BlockQuote", "c": b })),
            1 => prop::collection::vec(list(), 0..3).prop_map(|items| json!({ "t": "BulletList", "c": items })),
            1 => (-2_i64..9, prop::collection::vec(list(), 0..3)).prop_map(|(start, items)| {
                json!({ "t": "OrderedList", "c": [[start, { "t": "LowerRoman" }, { "t": "Period" }], items] })
            }),
            1 => (any_attr(), 0_usize..4, rows.clone(), rows).prop_map(|(attr, count, head, body)| {
                let column = json!([{ "t": "AlignDefault" }, { "t": "ColWidthDefault" }]);
                let none = json!(["", [], []]);
                json!({ "t": "Table", "c": [attr, [null, []], vec![column; count], [none, head], [[none, 0, [], body]], [none, []]] })
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the AST holds, a file comes out, and it keeps both standards.
    #[test]
    fn any_document_is_printed(
        blocks in prop::collection::vec(any_block(), 0..6),
        title in any_json(),
        draft in any::<bool>(),
        rtl in any::<bool>(),
    ) {
        let mut meta = titled();
        meta["subtitle"] = title;
        meta["draft"] = json!({ "t": "MetaBool", "c": draft });
        meta["line-numbers"] = json!({ "t": "MetaBool", "c": true });
        if rtl {
            meta["lang"] = json!({ "t": "MetaString", "c": "ar" });
        }
        let printed = pdf(&document(&meta, &json!(blocks)));
        prop_assert!(printed.is_ok(), "{:?}", printed.err());
        if let Ok(printed) = printed {
            prop_assert!(printed.is_accessible, "{:?}", printed.diagnostics);
        }
    }
}
