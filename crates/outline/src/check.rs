//! What should be looked at before an output document is released.

use std::{cell::LazyCell, collections::HashSet};

use model::{
    id::{KeyPointId, ParagraphId, SessionId},
    key_point::{Basis, KeyPoint, KeyPointKey, KeyPointsById},
    session::Session,
};

use crate::{
    coverage::{coverage, stands},
    diagnostic::Diagnostic,
    programme::Programme,
    select::{folded, is_wanted, other_words},
    unnamed::{People, Text, Told, Unnamed},
    words::{Words, session_name},
};

/// A paragraph of an output document, as far as checks go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenParagraph {
    /// Names it.
    pub id: ParagraphId,
    /// What it is.
    pub kind: Kind,
    /// Its number or bullet, as the document shows it.
    pub number: String,
    /// Its words.
    pub text: String,
    /// The words of its footnotes and tables.
    pub beside: Vec<String>,
    /// The key points that it rests on.
    pub sources: Vec<WrittenSource>,
}

/// What a paragraph is, as far as checks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A preambular paragraph.
    Preambular,
    /// An operative paragraph.
    Operative,
    /// An item of a list.
    Item,
    /// Anything else.
    Other,
}

/// A key point as a paragraph keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenSource {
    /// Its id.
    pub key_point_id: KeyPointId,
    /// The session in whose notes it is marked, where the paragraph says so.
    pub session_id: Option<SessionId>,
    /// The words of the notes.
    pub quote: String,
    /// The short sentence, as it was when the paragraph was written from it.
    pub statement: String,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// Sessions without a key point, also those that fall after the edition's last day.
    pub sessions_without_key_point: Vec<SessionId>,
    /// Accepted key points that no paragraph rests on.
    pub unused_key_points: Vec<KeyPointId>,
    /// Operative paragraphs with words that rest on no key point.
    pub paragraphs_without_source: Vec<ParagraphId>,
    /// All of it and more, in sentences.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks an output document against the programme and the key points of its edition.
///
/// `removed` names the key points that are no longer marked in the notes; `messages_of` is the session whose messages the document holds; sessions without a title are named in `words`.
pub fn check(
    programme: &Programme,
    points: &[KeyPoint],
    removed: &HashSet<KeyPointKey>,
    paragraphs: &[WrittenParagraph],
    messages_of: Option<&SessionId>,
    words: &dyn Words,
) -> Check {
    let mut found = Check::default();
    if messages_of.is_none() {
        gaps(programme, points, words, &mut found);
    }
    let in_scope: Vec<&KeyPoint> = points
        .iter()
        .filter(|point| messages_of.is_none_or(|session| point.session_id == *session))
        .collect();
    let by_id = KeyPointsById::of(points);
    let meant = |source: &WrittenSource| by_id.get(source.key_point_id, source.session_id.as_ref());
    let used: HashSet<KeyPointKey> = paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.sources)
        .filter_map(|source| meant(source).map(KeyPoint::key))
        .collect();
    for point in in_scope {
        let is_marked = |point: &&&KeyPoint| !removed.contains(&point.key());
        let mut same = by_id.called(point.id).iter().filter(is_marked);
        if let Some(first) = same.next()
            && stands(point)
            && same.any(|copy| copy.session_id == point.session_id)
        {
            found
                .diagnostics
                .push(doubled(point, first, programme, words));
        }
        if !is_wanted(point) || point.basis != Basis::Reported {
            continue;
        }
        let other_words = other_words(point).into_iter();
        let told = other_words.map(|found| found.at_key_point(point));
        found.diagnostics.extend(told);
        if !used.contains(&point.key()) {
            found.unused_key_points.push(point.id);
            let unused = Diagnostic::warning("check-unused", "check-unused-hint");
            found.diagnostics.push(unused.at_key_point(point));
        }
    }
    let unnamed = Unnamed::of(&programme.sessions);
    for paragraph in paragraphs {
        let is_empty = paragraph.text.trim().is_empty() && paragraph.beside.is_empty();
        if paragraph.kind != Kind::Other && is_empty {
            let key = match paragraph.kind {
                Kind::Item => "check-empty-item",
                _ => "check-empty",
            };
            let empty = Diagnostic::warning(key, "check-empty-hint");
            let empty = empty.with("number", &paragraph.number);
            found
                .diagnostics
                .push(empty.at_paragraph(&paragraph.id, &paragraph.text));
        }
        let read = LazyCell::new(|| {
            let texts = [&paragraph.text].into_iter().chain(&paragraph.beside);
            texts.map(|text| Text::of(text)).collect::<Vec<Text>>()
        });
        if paragraph.kind == Kind::Operative && !is_empty && paragraph.sources.is_empty() {
            found.paragraphs_without_source.push(paragraph.id.clone());
            let bare = Diagnostic::warning("check-without-source", "check-without-source-hint");
            found
                .diagnostics
                .push(bare.at_paragraph(&paragraph.id, &paragraph.text));
        }
        for source in &paragraph.sources {
            let point = meant(source);
            let wrong = point.and_then(|point| {
                wrong_point(point).or_else(|| {
                    let people = unnamed.in_session(&point.session_id)?;
                    name_told(people, &read, source)
                })
            });
            let there = point.filter(|point| !removed.contains(&point.key()));
            let lost = since_written(there, source);
            found
                .diagnostics
                .extend(wrong.into_iter().chain(lost).map(|mut diagnostic| {
                    diagnostic.place.key_point_id = Some(source.key_point_id);
                    let session = point.map(|point| &point.session_id);
                    diagnostic.place.session_id = session.or(source.session_id.as_ref()).cloned();
                    diagnostic.at_paragraph(&paragraph.id, &paragraph.text)
                }));
        }
    }
    found
}

/// A key point that was copied into the notes of another session with its id.
pub(crate) fn doubled(
    point: &KeyPoint,
    first: &KeyPoint,
    programme: &Programme,
    words: &dyn Words,
) -> Diagnostic {
    let name = |id: &SessionId| {
        let session = programme.session(id);
        session.map_or_else(
            || id.to_string(),
            |session| session_name(session, programme, words).into_owned(),
        )
    };
    Diagnostic::warning("check-doubled", "check-doubled-hint")
        .with("first", name(&first.session_id))
        .with("session", name(&point.session_id))
        .at_key_point(point)
}

fn gaps(programme: &Programme, points: &[KeyPoint], words: &dyn Words, found: &mut Check) {
    let told = |diagnostic: Diagnostic, session: &Session| {
        let name = session_name(session, programme, words);
        diagnostic.at_session(session, &name)
    };
    let coverage = coverage(programme, points);
    let sessions = |ids: &[SessionId]| -> Vec<_> {
        ids.iter().filter_map(|id| programme.session(id)).collect()
    };
    for session in sessions(&coverage.sessions_without_key_point) {
        let gap = Diagnostic::warning("check-session-gap", "check-session-gap-hint");
        found.diagnostics.push(told(gap, session));
    }
    let language = &programme.track.original_language;
    for theme in programme.themes.iter() {
        if coverage.themes_without_key_point.contains(&theme.id) {
            let gap = Diagnostic::note("check-theme-gap", "check-theme-gap-hint");
            found
                .diagnostics
                .push(gap.with("theme", theme.label.words(language)));
        }
    }
    for region in &coverage.regions_without_key_point {
        let gap = Diagnostic::note("check-region-gap", "check-region-gap-hint");
        found.diagnostics.push(gap.with("region", region));
    }
    for session in sessions(&coverage.sessions_left_out) {
        let out = Diagnostic::note("check-session-left-out", "check-session-left-out-hint");
        found.diagnostics.push(told(out, session));
    }
    // A late session is told too: that it cannot be part of this document is for people to judge.
    let has_points = |id: &SessionId| points.iter().any(|point| point.session_id == *id);
    let late = coverage
        .sessions_left_out
        .iter()
        .filter(|id| !has_points(id))
        .cloned();
    found.sessions_without_key_point = coverage
        .sessions_without_key_point
        .iter()
        .cloned()
        .chain(late)
        .collect();
}

/// Why no paragraph should rest on a key point.
fn wrong_point(point: &KeyPoint) -> Option<Diagnostic> {
    if point.basis == Basis::Concept {
        return Some(Diagnostic::error(
            "check-concept-used",
            "check-concept-used-hint",
        ));
    }
    (!is_wanted(point))
        .then(|| Diagnostic::warning("check-not-accepted", "check-not-accepted-hint"))
}

/// What has become of a key point since a paragraph was written from it.
fn since_written(point: Option<&KeyPoint>, source: &WrittenSource) -> Vec<Diagnostic> {
    let gone = || Diagnostic::warning("check-source-gone", "check-source-gone-hint");
    let Some(point) = point else {
        return vec![gone()];
    };
    // Words that nobody has decided on yet are told of the key point, once: what is to be done comes after that.
    let (kept, now) = (folded(&source.statement), folded(point.decided_words()));
    // Of a source without a statement nobody knows what it said.
    let changed = (!kept.is_empty() && kept != now)
        .then(|| Diagnostic::warning("check-source-changed", "check-source-changed-hint"));
    let passage_gone = point
        .passage_gone
        .then(|| Diagnostic::warning("outline-passage-gone", "outline-passage-gone-hint"));
    changed.into_iter().chain(passage_gone).collect()
}

/// How a paragraph names one of the people of its source: in its own texts, or in the words that are kept with it.
fn name_told(people: &People, read: &[Text], source: &WrittenSource) -> Option<Diagnostic> {
    let in_one = |told: Vec<Told>| {
        let name = told.iter().position(Told::is_name);
        told.into_iter().nth(name.unwrap_or_default())
    };
    let told = read.iter().filter_map(|text| people.told_in(text));
    if let Some(told) = in_one(told.collect()) {
        return Some(told.finding());
    }
    let kept = [&source.statement, &source.quote];
    let told = kept
        .into_iter()
        .filter_map(|text| people.told_in(&Text::of(text)));
    in_one(told.collect()).map(|told| told.finding_in_source())
}
