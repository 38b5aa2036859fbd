//! Which key points enter a document, and what their paragraphs say.

use std::collections::HashSet;

use model::{
    id::SessionId,
    key_point::{Basis, KeyPoint, KeyPointState, Stance},
    language::Lang,
    session::Session,
};

use crate::{
    diagnostic::Diagnostic,
    programme::Programme,
    unnamed::{Text, Told, Unnamed},
};

/// Whether an editor wants a key point in the document.
pub(crate) fn is_wanted(point: &KeyPoint) -> bool {
    matches!(point.state, KeyPointState::Accepted | KeyPointState::Used)
}

/// The wanted key points that may enter; each that may not is told, and each that enters with a flaw.
///
/// With a session, those of other sessions are not looked at.
pub(crate) fn select<'a>(
    programme: &Programme,
    unnamed: &Unnamed<'_>,
    points: &'a [KeyPoint],
    messages_of: Option<&SessionId>,
    language: &Lang,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<&'a KeyPoint> {
    let mut seen = HashSet::new();
    let mut selected = Vec::new();
    for point in points {
        let in_scope = messages_of.is_none_or(|session| point.session_id == *session);
        if !in_scope || !is_wanted(point) || !seen.insert(point.key()) {
            continue;
        }
        let session = programme.session(&point.session_id);
        if let Some(obstacle) = obstacle(programme, session, point, messages_of.is_some()) {
            diagnostics.push(obstacle.at_key_point(point));
            continue;
        }
        let other_words = other_words(point).into_iter();
        diagnostics.extend(other_words.map(|found| found.at_key_point(point)));
        let people = unnamed.in_session(&point.session_id);
        let told = people.and_then(|people| people.told_in(&Text::of(point.decided_words())));
        diagnostics.extend(told.iter().map(|told| told.finding().at_key_point(point)));
        if told.as_ref().is_some_and(Told::is_name) {
            continue;
        }
        diagnostics.extend(flaws(point, language).map(|flaw| flaw.at_key_point(point)));
        selected.push(point);
    }
    selected
}

/// Why a wanted key point may not enter.
fn obstacle(
    programme: &Programme,
    session: Option<&Session>,
    point: &KeyPoint,
    of_one_session: bool,
) -> Option<Diagnostic> {
    if point.basis == Basis::Concept {
        return Some(Diagnostic::warning(
            "outline-concept",
            "outline-concept-hint",
        ));
    }
    if point.decided_words().trim().is_empty() {
        return Some(Diagnostic::error(
            "outline-statement-missing",
            "outline-statement-missing-hint",
        ));
    }
    let session = session?;
    if !of_one_session && is_after(programme, session) {
        let late = Diagnostic::warning("outline-session-after", "outline-session-after-hint");
        return Some(late.with("session", session.name()));
    }
    None
}

/// Whether a session is known to begin after the edition's last day.
fn is_after(programme: &Programme, session: &Session) -> bool {
    session.start.is_some() && !programme.belongs(session)
}

/// Says that a wanted key point, or its notes, no longer say what an editor has seen.
pub(crate) fn other_words(point: &KeyPoint) -> Vec<Diagnostic> {
    let found = |key, hint| Diagnostic::warning(key, hint).with("accepted", point.decided_words());
    let reworded = point
        .is_reworded()
        .then(|| found("outline-reworded", "outline-reworded-hint").with("now", &point.statement));
    // The words of the notes stand on the board, where those that name somebody are held back.
    let overtaken = point
        .is_overtaken()
        .then(|| found("outline-overtaken", "outline-overtaken-hint"));
    reworded.into_iter().chain(overtaken).collect()
}

fn flaws(point: &KeyPoint, language: &Lang) -> impl Iterator<Item = Diagnostic> {
    let other_language = (point.lang != *language).then(|| {
        Diagnostic::warning("outline-other-language", "outline-other-language-hint")
            .with("language", &point.lang)
    });
    let gone = point
        .passage_gone
        .then(|| Diagnostic::warning("outline-passage-gone", "outline-passage-gone-hint"));
    let differed = (point.stance == Some(Stance::Divergence))
        .then(|| Diagnostic::note("outline-views-differed", "outline-views-differed-hint"));
    [other_language, gone, differed].into_iter().flatten()
}

/// A statement as a paragraph: trimmed, on one line, closed by a full stop. People's words are not touched otherwise.
pub(crate) fn as_paragraph(statement: &str) -> String {
    let words: Vec<&str> = statement.split_whitespace().collect();
    let line = words.join(" ");
    let open = line.trim_end_matches([';', ',', ':', '؛', '،', ' ']);
    let ends = |text: &str| text.ends_with(['.', '!', '?', '…', '。', '؟', '।', '۔']);
    if ends(open) || ends(open.trim_end_matches(['"', '”', '»', ')', '’'])) {
        open.to_owned()
    } else {
        format!("{open}.")
    }
}

/// What two statements have in common when they say the same, word by word.
pub(crate) fn folded(statement: &str) -> String {
    let words = statement
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase);
    words.collect::<Vec<_>>().join(" ")
}
