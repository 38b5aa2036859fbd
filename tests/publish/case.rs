//! A case: an edition, and a document of it in a form that is easy to write by hand.

use std::{collections::BTreeMap, fs, path::Path};

use document::{
    output::{self, Output, OutputBlock, SourceText},
    rich_text::{AnnexFill, Block, BlockKind, Inline, Marks},
};
use export::{
    Diagnostic, Format, Options, Pandoc, Paper, Rendered, from_outline, from_output, words::Words,
};
use model::{
    id::{KeyPointId, ParagraphId},
    key_point::{KeyPoint, KeyPointState},
    language::Lang,
    session::Session,
};
use outline::{compile::compile, plan::Plan, programme::Programme};
use serde_json::Value;
use typeset::Fonts;

/// A file set in the faces of the program alone, as on any machine.
pub(crate) fn render(format: Format, ast: &Pandoc) -> Result<Rendered, export::Error> {
    export::render(format, ast, &Fonts::default())
}

/// What is wrong in a document that is set in those faces.
pub(crate) fn check(ast: &Pandoc) -> Result<Vec<Diagnostic>, export::Error> {
    export::render::check(ast, &Fonts::default())
}

/// A case, read.
pub(crate) struct Case {
    pub(crate) output: Output,
    pub(crate) programme: Programme,
    pub(crate) key_points: Vec<KeyPoint>,
    pub(crate) options: Options,
}

impl Case {
    /// Reads `cases/{name}.json` below the tests' folder.
    pub(crate) fn read(root: &Path, name: &str) -> Self {
        Self::of(
            root,
            &read(&root.join(format!("tests/publish/cases/{name}.json"))),
        )
    }

    /// Reads a case out of a file of several.
    pub(crate) fn of(root: &Path, case: &Value) -> Self {
        let edition = match case.get("edition") {
            Some(edition) => edition.clone(),
            None => read(&root.join("demo/igf-2023.json")),
        };
        let lang: Lang = parse(&case["language"]);
        let programme = programme(&edition);
        let key_points = key_points(&edition, &lang);
        let blocks = match case.get("blocks") {
            Some(blocks) => blocks.as_array().unwrap().iter().map(block).collect(),
            None => Vec::new(),
        };
        let mut output = Output {
            id: case.get("outputDocument").map(parse),
            lang: lang.clone(),
            original: case.get("original").is_none_or(|original| original == true),
            blocks,
            sources: sources(&case["sources"], &key_points),
            groups: BTreeMap::new(),
            footnotes: map(&case["footnotes"]),
            tables: map(&case["tables"]),
            problems: Vec::new(),
        };
        if output.blocks.is_empty() {
            let plan: Plan = case.get("plan").map(parse).unwrap_or_default();
            let compiled = compile(&programme, &key_points, &plan, &lang, &Words::new(&lang));
            let id = output.id.clone().unwrap_or_else(|| "main".parse().unwrap());
            let new = output::create(&id, &lang, output.original, [1; 16]).unwrap();
            let draft = from_outline::draft(&compiled.outline);
            // The document as it is stored and read again.
            let written = output::compile(new, &draft).unwrap().value;
            output = Output {
                id: output.id,
                ..written
            };
        }
        Self {
            output,
            programme,
            key_points,
            options: options(&case["options"]),
        }
    }

    /// The AST of the case.
    pub(crate) fn ast(&self) -> Pandoc {
        from_output(
            &self.output,
            &self.programme,
            &self.key_points,
            &self.options,
        )
    }
}

/// Reads a file of JSON.
pub(crate) fn read(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn parse<T: serde::de::DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

fn map<T: serde::de::DeserializeOwned>(value: &Value) -> BTreeMap<String, T> {
    if value.is_null() {
        BTreeMap::new()
    } else {
        parse(value)
    }
}

fn options(value: &Value) -> Options {
    let string = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let is = |key: &str| value.get(key) == Some(&Value::Bool(true));
    Options {
        date: string("date"),
        version: string("version"),
        symbol: string("symbol"),
        hash: string("hash"),
        original: value.get("original").map(parse),
        paper: string("paper")
            .and_then(|paper| Paper::parse(&paper))
            .unwrap_or_default(),
        line_numbers: is("lineNumbers"),
        draft: is("draft"),
    }
}

fn programme(edition: &Value) -> Programme {
    let mut sessions = edition["sessions"].clone();
    let mut ids = Vec::new();
    // The file may leave out what the model wants.
    for session in sessions.as_array_mut().unwrap() {
        for key in [
            "title", "event", "place", "timezone", "start", "end", "region", "remark",
        ] {
            if session.get(key).is_none() {
                session[key] = Value::Null;
            }
        }
        for person in session["people"].as_array_mut().into_iter().flatten() {
            person["role"] = person
                .get("role")
                .cloned()
                .unwrap_or_else(|| "speaker".into());
            person["affiliation"] = person.get("affiliation").cloned().unwrap_or(Value::Null);
            // Editions don't give ids; these cases do, since their key points name speakers.
            ids.push(person.as_object_mut().unwrap().remove("id"));
        }
        session["recordings"] = session
            .get("recordings")
            .cloned()
            .unwrap_or_else(|| Value::Array(Vec::new()));
    }
    let mut sessions: Vec<Session> = parse(&sessions);
    let people = sessions.iter_mut().flat_map(|session| &mut session.people);
    for (person, id) in people.zip(ids) {
        person.id = id.map(|id| parse(&id)).unwrap_or_default();
    }
    Programme {
        track: parse(&edition["track"]),
        edition: parse(&edition["edition"]),
        themes: parse(&edition["themes"]),
        addressees: parse(&edition["addressees"]),
        sessions,
        rapporteurs: BTreeMap::new(),
    }
}

/// The key points of the file, with ids counted from 1.
fn key_points(edition: &Value, lang: &Lang) -> Vec<KeyPoint> {
    let of_session = |session: &Value| {
        let points = session["keyPoints"].as_array().cloned().unwrap_or_default();
        points
            .into_iter()
            .map(|point| (session["id"].clone(), point))
            .collect::<Vec<_>>()
    };
    let all = edition["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(of_session);
    let point = |(i, (session, point)): (usize, (Value, Value))| {
        let statement = point["statement"].as_str().unwrap().to_owned();
        let text = |key: &str| point.get(key).and_then(Value::as_str).map(str::to_owned);
        let source = match point.get("source") {
            Some(Value::String(link)) => Some(parse(&serde_json::json!({ "link": link }))),
            Some(source @ Value::Object(_)) => Some(parse(source)),
            _ => None,
        };
        let lang = point
            .get("lang")
            .map_or_else(|| original(edition, lang), parse);
        let id = key_point_id(i + 1);
        KeyPoint {
            quote: text("quote").unwrap_or_else(|| statement.clone()),
            themes: parse(&point["themes"]),
            addressee: point
                .get("addressee")
                .and_then(|a| (!a.is_null()).then(|| parse(a))),
            kind: parse(&point["kind"]),
            stance: parse(&point["stance"]),
            basis: parse(&point["basis"]),
            source,
            speaker: text("speaker"),
            attributed_to: text("attributedTo"),
            state: point.get("state").map_or(KeyPointState::Captured, parse),
            ..KeyPoint::marked(id, parse(&session), statement, lang)
        }
    };
    all.enumerate().map(point).collect()
}

fn original(edition: &Value, lang: &Lang) -> Lang {
    edition["track"]
        .get("originalLanguage")
        .map_or_else(|| lang.clone(), parse)
}

pub(crate) fn key_point_id(n: usize) -> KeyPointId {
    format!("00000000-0000-4000-8000-{n:012}").parse().unwrap()
}

/// `{paragraph: [number of a key point, ...]}`
fn sources(
    value: &Value,
    key_points: &[KeyPoint],
) -> BTreeMap<ParagraphId, BTreeMap<KeyPointId, SourceText>> {
    let point = |n: &Value| {
        let id = key_point_id(usize::try_from(n.as_u64().unwrap()).unwrap());
        let known = key_points.iter().find(|point| point.id == id);
        let text = known.map(|p| SourceText {
            quote: p.quote.clone(),
            statement: p.statement.clone(),
            session_id: None,
        });
        (id, text.unwrap_or_default())
    };
    let paragraphs = value.as_object().into_iter().flatten();
    paragraphs
        .map(|(id, points)| {
            (
                ParagraphId(id.clone()),
                points.as_array().unwrap().iter().map(point).collect(),
            )
        })
        .collect()
}

/// `{"kind", "id", "text": "words" or ["words", {"strong": "words"}, {"link": url, "text": ..}, {"footnote": id}, {"table": id}], ..}`
fn block(value: &Value) -> OutputBlock {
    let kind =
        BlockKind::parse(value["kind"].as_str().unwrap()).unwrap_or_else(|| panic!("{value}"));
    let mut block = Block::new(kind, "");
    block.content = match &value["text"] {
        Value::Array(parts) => parts.iter().map(inline).collect(),
        Value::String(words) => vec![Inline::text(words.as_str())],
        _ => Vec::new(),
    };
    let id = ParagraphId(value["id"].as_str().unwrap().to_owned());
    let number = |key: &str| {
        value
            .get(key)
            .and_then(Value::as_u64)
            .and_then(|n| u8::try_from(n).ok())
    };
    block.attrs.id = Some(id.clone());
    block.attrs.level = number("level");
    block.attrs.indent = number("indent").unwrap_or(0);
    block.attrs.start = value.get("start").map(parse);
    block.attrs.label = value.get("label").map(parse);
    block.attrs.fill =
        AnnexFill::parse(value.get("fill").and_then(Value::as_str).unwrap_or("none"));
    block.attrs.lang = value.get("lang").map(parse);
    OutputBlock { id, block }
}

fn inline(value: &Value) -> Inline {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    if let Value::String(words) = value {
        return Inline::text(words.as_str());
    }
    if let Some(id) = text("footnote") {
        return Inline::Footnote { id };
    }
    if let Some(id) = text("table") {
        return Inline::Table { id };
    }
    let marks = Marks {
        strong: value.get("strong").is_some(),
        em: value.get("em").is_some(),
        link: text("link"),
    };
    let words = ["text", "strong", "em"]
        .into_iter()
        .find_map(text)
        .unwrap_or_default();
    Inline::marked(words, marks)
}
