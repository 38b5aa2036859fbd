//! The annex with the programme.

use jiff::{civil::DateTime, tz::TimeZoneDatabase};
use model::session::{Session, SessionKind};
use outline::words::session_name;
use pandoc_ast::{Block, Inline};

use super::{Material, annex, inline, people, worded};
use crate::{pandoc, words};

/// The programme as a table in the order of time, and a sentence on how to read it.
pub(super) fn programme(material: Material<'_>) -> Vec<Block> {
    let sessions = people::shown_sessions(material);
    let rows = sessions.iter().map(|session| {
        annex::row(vec![
            annex::one(when(material, session)),
            annex::one(title(material, session)),
            annex::one(place(material, session)),
            persons(material, session),
        ])
    });
    let columns = [
        ("when", 29.0),
        ("session", 45.6),
        ("place", 24.0),
        ("people", 51.4),
    ];
    vec![
        annex::filled(material, "programme", columns, rows.collect()),
        annex::note(&material.words.word("document-programme-note")),
    ]
}

/// The day, and below it the local time with its distance from UTC.
fn when(material: Material<'_>, session: &Session) -> Vec<Inline> {
    let Some(start) = session.start.as_deref() else {
        return material.not_recorded();
    };
    let end = session.end.as_deref().unwrap_or(start);
    let days = words::days(material.words, start, end, words::Days::Short);
    let mut lines = vec![pandoc::text(&days)];
    if let Some(from) = clock(start) {
        let until = clock(end).filter(|_| session.end.is_some() && start != end);
        let time = until.map_or_else(|| from.to_owned(), |until| format!("{from}–{until}"));
        lines.push(inline::isolated(&time));
        if let Some(zone) = zone(material, session, start) {
            lines.push(inline::isolated(&zone));
        }
    }
    inline::lines(lines)
}

/// The `HH:MM` of a local time.
fn clock(time: &str) -> Option<&str> {
    time.split_once('T').map(|(_, clock)| clock)
}

/// The session's distance from UTC at that time: "UTC+9".
fn zone(material: Material<'_>, session: &Session, start: &str) -> Option<String> {
    let edition = material
        .programme
        .edition
        .timezone
        .as_deref()
        .filter(|_| session.kind != SessionKind::Regional);
    let name = session.timezone.as_deref().or(edition)?;
    // The bundled data, not the machine's: the same document must give the same file everywhere.
    let zone = TimeZoneDatabase::bundled().get(name).ok()?;
    let local: DateTime = start.parse().ok()?;
    let seconds = zone
        .to_ambiguous_zoned(local)
        .compatible()
        .ok()?
        .offset()
        .seconds();
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    let sign = if seconds < 0 { '−' } else { '+' };
    Some(match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    })
}

/// The title in bold, and what the session is below it.
fn title(material: Material<'_>, session: &Session) -> Vec<Inline> {
    let below = match &session.event {
        Some(event) => {
            let mut below = material.of_edition(event);
            if session.kind == SessionKind::Regional {
                let regional = material.words.word("document-event-regional");
                below.extend(pandoc::text(&format!(" · {regional}")));
            }
            below
        }
        None => pandoc::text(&people::kind(material, session)),
    };
    match worded(&session.title) {
        Some(title) => {
            let title = vec![Inline::Strong(material.of_edition(title))];
            inline::lines(vec![title, below])
        }
        None if session.event.is_none() => {
            let name = session_name(session, material.programme, material.words);
            vec![Inline::Strong(pandoc::text(&name))]
        }
        None => vec![Inline::Strong(below)],
    }
}

/// The place; sessions at the annual meeting are at the edition's place where they name only a room or nothing.
fn place(material: Material<'_>, session: &Session) -> Vec<Inline> {
    let edition = material
        .programme
        .edition
        .place
        .as_deref()
        .filter(|_| session.kind != SessionKind::Regional);
    let place = match (worded(&session.place), edition) {
        (Some(own), Some(edition)) if !own.contains(edition) => format!("{own}, {edition}"),
        (Some(own), _) => own.to_owned(),
        (None, Some(edition)) => edition.to_owned(),
        (None, None) => return material.not_recorded(),
    };
    material.of_edition(&place)
}

/// Speakers and moderators, a paragraph each.
fn persons(material: Material<'_>, session: &Session) -> Vec<Block> {
    if !session.attribution.may_name() {
        return annex::one(material.say("document-not-named"));
    }
    let line = |person| Block::Plain(people::person(material, person));
    let lines: Vec<_> = people::named(session).map(line).collect();
    if lines.is_empty() {
        return annex::one(material.not_recorded());
    }
    lines
}
