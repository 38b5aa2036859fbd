//! The annex that names the key points behind each paragraph.

use std::collections::HashSet;

use document::output::SourceText;
use model::{
    id::ParagraphId,
    key_point::{KeyPoint, KeyPointsById, Source},
    session::Session,
};
use outline::unnamed::{People, Text, Told, Unnamed};
use pandoc_ast::{Block, Inline};

use super::{
    Material, annex,
    block::Labelled,
    inline,
    people::{self, Called},
};
use crate::{clean, pandoc};

/// A row for each key point of each paragraph, by the paragraph's number; a paragraph without one says so.
pub(super) fn sources(material: Material<'_>, labelled: &[Labelled]) -> Vec<Block> {
    let names = people::session_names(material);
    let unnamed = Unnamed::of(&material.programme.sessions);
    let by_id = KeyPointsById::of(material.key_points);
    // A paragraph whose items have sources is not without any.
    let with_items: HashSet<&str> = labelled
        .iter()
        .filter(|one| {
            material
                .output
                .sources
                .contains_key(&ParagraphId(one.id.clone()))
        })
        .filter_map(|one| one.below.as_deref())
        .collect();
    let mut rows = Vec::new();
    for one in labelled {
        let points = material.output.sources.get(&ParagraphId(one.id.clone()));
        match points {
            Some(points) => {
                for (i, (id, text)) in points.iter().enumerate() {
                    let label = match i {
                        0 => paragraph_label(material, one),
                        _ => Vec::new(),
                    };
                    let point = by_id.get(*id, text.session_id.as_ref());
                    let session =
                        point.and_then(|point| material.programme.session(&point.session_id));
                    let name = session.and_then(|session| names.get(&session.id));
                    rows.push(annex::row(vec![
                        annex::one(label),
                        statement(material, &unnamed, text, point, session),
                        annex::one(place(material, point, session, name)),
                    ]));
                }
            }
            None if one.wants_source && !with_items.contains(one.id.as_str()) => {
                rows.push(annex::row(vec![
                    annex::one(paragraph_label(material, one)),
                    annex::one(material.say("document-sources-none")),
                    annex::one(pandoc::text("—")),
                ]));
            }
            None => {}
        }
    }
    if rows.is_empty() {
        return vec![Block::Para(material.not_recorded())];
    }
    let columns = [("paragraph", 20.0), ("key-point", 86.0), ("session", 44.0)];
    vec![
        Block::Para(material.say("document-sources-intro")),
        annex::filled(material, "sources", columns, rows),
    ]
}

/// The number, leading to its paragraph.
fn paragraph_label(material: Material<'_>, one: &Labelled) -> Vec<Inline> {
    let label = if one.label.is_empty() {
        "¶"
    } else {
        &one.label
    };
    let target = format!("#{}", material.ids.get(&one.id));
    let link = Inline::Link(
        Default::default(),
        pandoc::text(label),
        (target, String::new()),
    );
    vec![Inline::Strong(vec![link])]
}

/// The key point as it was when the paragraph was written, and the words of the notes where they differ from it.
///
/// A statement that names someone who must not be named is left out, and so are words of the notes that only may.
fn statement(
    material: Material<'_>,
    unnamed: &Unnamed<'_>,
    text: &SourceText,
    point: Option<&KeyPoint>,
    session: Option<&Session>,
) -> Vec<Block> {
    let lang = &material.output.lang;
    let from = point.map_or(&material.programme.track.original_language, |point| {
        &point.lang
    });
    let quote = text.quote.trim();
    let may_quote = !quote.is_empty() && told(unnamed, session, quote).is_empty();
    let statement = text.statement.trim();
    let may_state = !told(unnamed, session, statement).iter().any(Told::is_name);
    let (statement, may_state) = match statement {
        "" => (quote, may_quote),
        _ => (statement, may_state),
    };
    let mut blocks = Vec::new();
    if may_state && !statement.is_empty() {
        blocks.push(Block::Plain(inline::foreign(statement, from, lang)));
    }
    if may_quote && !same_words(quote, statement) {
        let said = material
            .words
            .get("document-sources-quote", &[("quote", "\u{1}".into())]);
        let quote = inline::foreign(quote, from, lang);
        blocks.push(Block::Plain(inline::around(&said, quote)));
    }
    if blocks.is_empty() {
        blocks.push(Block::Plain(material.not_recorded()));
    }
    blocks
}

/// How words name people who must not be named: those of the session or, where nobody knows any longer which it was, of
/// any.
fn told(unnamed: &Unnamed<'_>, session: Option<&Session>, words: &str) -> Vec<Told> {
    let words = Text::of(words);
    let told = |people: &People| people.told_in(&words);
    match session {
        Some(session) => {
            let people = unnamed.in_session(&session.id);
            people.and_then(told).into_iter().collect()
        }
        None => unnamed.in_any_session().filter_map(told).collect(),
    }
}

/// Whether two texts say the same but for capitals and the signs between words.
fn same_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let split = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        split.map(str::to_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    // The quote may also be a part of the statement, which then says it already.
    b.windows(a.len().max(1)).any(|window| window == a)
}

/// Session, person where that may be told, and where it can be heard or read.
fn place(
    material: Material<'_>,
    point: Option<&KeyPoint>,
    session: Option<&Session>,
    name: Option<&Called>,
) -> Vec<Inline> {
    let (Some(point), Some(session)) = (point, session) else {
        return material.not_recorded();
    };
    let mut lines = vec![match name {
        Some(name) => name.inlines(material),
        None => Called::of(session, material).inlines(material),
    }];
    // Where it is heard, one hears who says it; and a link may lead there.
    if session.attribution.may_name() {
        let person = point.said_by(&session.people);
        lines.extend(person.map(|person| inline::name(person, &material.output.lang)));
        let source = point.source.as_ref();
        lines.extend(source.and_then(|source| heard_or_read(material, source, session)));
    }
    inline::lines(lines)
}

fn heard_or_read(
    material: Material<'_>,
    source: &Source,
    session: &Session,
) -> Option<Vec<Inline>> {
    let (words, url) = match source {
        Source::Recording { recording, at } => {
            let n = (u64::from(*recording) + 1).to_string();
            let words = material.words.get(
                "document-sources-recording",
                &[("n", (&n).into()), ("time", at.into())],
            );
            let url = usize::try_from(*recording)
                .ok()
                .and_then(|i| session.recordings.get(i))
                .map(|r| r.url.as_str());
            (pandoc::text(&words), url)
        }
        Source::Link { link } => {
            let host = link
                .split_once("://")
                .map_or(link.as_str(), |(_, rest)| rest)
                .split(['/', '?', '#'])
                .next()?;
            let host = host.strip_prefix("www.").unwrap_or(host);
            (inline::isolated(host), Some(link.as_str()))
        }
    };
    Some(match url.and_then(clean::address) {
        Some(address) => vec![Inline::Link(
            Default::default(),
            words,
            (address, String::new()),
        )],
        None => words,
    })
}
