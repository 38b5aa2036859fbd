//! What the tests of this crate share: English words, the demo edition, and a way to show an outline.

use model::{
    id::KeyPointId,
    key_point::{KeyPoint, KeyPointKind, KeyPointState, Source, Stance},
    language::Lang,
    session::Session,
};
use serde_json::Value;

use crate::{
    compile::{Compiled, OutlineBlock, OutlineKind, RunStyle},
    diagnostic::Diagnostic,
    programme::Programme,
    words::{Days, Meeting, Sentence, Words},
};

pub(crate) struct English;

impl Words for English {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let days = |days: &Days<'_>| format!("{} to {}", days.from, days.to);
        let meeting = |meeting: &Meeting<'_>| {
            let days = meeting.days.map(|d| days(&d)).unwrap_or_default();
            format!(
                "{} ({}, {}, {days})",
                meeting.title,
                meeting.event.unwrap_or("-"),
                meeting.place.unwrap_or("-")
            )
        };
        match sentence {
            Sentence::Title { track } => format!("Output document: {track}"),
            Sentence::MessagesTitle { event } => format!("Messages: {event}"),
            Sentence::PlaceAndDates { place, days: d } => {
                let d = d.as_ref().map(days).unwrap_or_default();
                format!("{}, {d}", place.unwrap_or("-"))
            }
            Sentence::Status => "*Not negotiated.* Compiled from key points.".to_owned(),
            Sentence::MessagesStatus => "*Not negotiated.*".to_owned(),
            Sentence::Voice => "We, who met,".to_owned(),
            Sentence::HavingMet {
                forum,
                place,
                days: d,
                theme,
            } => {
                let [forum, place, theme] = [forum, place, theme].map(|name| name.unwrap_or("-"));
                let days = days(d);
                format!("*Having met* on {days} ({forum}; {place}) under the theme {theme},")
            }
            Sentence::Recalling { forum, theme } => format!("*Recalling* {theme} ({forum}),"),
            Sentence::NotingMeetings { meetings } => {
                let all: Vec<String> = meetings.iter().map(meeting).collect();
                format!("*Noting* {},", all.join(" and "))
            }
            Sentence::Closing => "have brought together the following points.".to_owned(),
            Sentence::Addressed { addressee } => format!("To {addressee}"),
            Sentence::FurtherPoints => "Further points".to_owned(),
            Sentence::ViewsDiffered => "Points on which views differed".to_owned(),
            Sentence::RapporteurLabel { .. } => "Rapporteur".to_owned(),
            Sentence::Untitled { kind, number } => {
                format!("{} {}", kind.as_str(), number.unwrap_or_default())
            }
            Sentence::ProgrammeAnnex => "Programme".to_owned(),
            Sentence::ParticipantsAnnex => "Participants".to_owned(),
            Sentence::SourcesAnnex => "Sources".to_owned(),
        }
    }
}

/// The demo edition, with key points numbered in the order of the file.
pub(crate) fn demo() -> (Programme, Vec<KeyPoint>) {
    let file: Value = serde_json::from_str(include_str!("../../../demo/igf-2023.json")).unwrap();
    let part = |name: &str| file[name].clone();
    let mut points = Vec::new();
    let mut sessions = Vec::new();
    for entry in file["sessions"].as_array().unwrap() {
        let session: Session = serde_json::from_value(entry.clone()).unwrap();
        for entry in entry["keyPoints"].as_array().unwrap() {
            points.push(point_of(entry, &session, points.len()));
        }
        sessions.push(session);
    }
    let programme = Programme {
        track: serde_json::from_value(part("track")).unwrap(),
        edition: serde_json::from_value(part("edition")).unwrap(),
        themes: serde_json::from_value(part("themes")).unwrap(),
        addressees: serde_json::from_value(part("addressees")).unwrap(),
        sessions,
        rapporteurs: [(
            "eurodig-2023".parse().unwrap(),
            vec!["Jean Diallo".to_owned()],
        )]
        .into(),
    };
    (programme, points)
}

fn point_of(entry: &Value, session: &Session, index: usize) -> KeyPoint {
    let word = |name: &str| entry.get(name).and_then(Value::as_str);
    let mut point = point(
        index,
        session.id.as_str(),
        entry["statement"].as_str().unwrap(),
    );
    point.quote = word("quote").unwrap_or_default().to_owned();
    point.lang = word("lang").unwrap_or("en").parse().unwrap();
    point.themes = serde_json::from_value(entry["themes"].clone()).unwrap();
    point.addressee = word("addressee").map(|id| id.parse().unwrap());
    point.kind = serde_json::from_value(entry["kind"].clone()).unwrap();
    point.stance = serde_json::from_value(entry["stance"].clone()).unwrap();
    point.basis = serde_json::from_value(entry["basis"].clone()).unwrap();
    point.state = serde_json::from_value(entry["state"].clone()).unwrap();
    point.source = word("source").map(|link| Source::Link {
        link: link.to_owned(),
    });
    point
}

/// An accepted key point on which the room was of one mind, addressed to nobody.
pub(crate) fn point(number: usize, session: &str, statement: &str) -> KeyPoint {
    let id = KeyPointId(uuid::Uuid::from_u128(number as u128));
    let session = session.parse().unwrap();
    KeyPoint {
        kind: Some(KeyPointKind::CallToAction),
        stance: Some(Stance::Convergence),
        state: KeyPointState::Accepted,
        ..KeyPoint::marked(id, session, statement.to_owned(), Lang::english())
    }
}

/// The outline with its numbers, and the diagnostics, as one line each.
pub(crate) fn shown(compiled: &Compiled) -> String {
    let blocks = &compiled.outline.blocks;
    let (mut preambular, mut operative, mut groups, mut annexes) = (0, 0, 0, 0);
    let next = |count: &mut u8| {
        *count += 1;
        *count
    };
    let mut shown = String::new();
    for block in blocks {
        let number = match block.kind {
            OutlineKind::Preambular => format!("PP{} ", next(&mut preambular)),
            OutlineKind::Operative => format!("{} ", next(&mut operative)),
            OutlineKind::Heading { level: 1 } => {
                format!("{} ", char::from(b'@' + next(&mut groups)))
            }
            OutlineKind::Annex { .. } => format!("{} ", "I".repeat(next(&mut annexes).into())),
            _ => String::new(),
        };
        shown += &format!("{}{number}{}\n", label(block), words(block));
    }
    shown + &told(&compiled.diagnostics)
}

fn label(block: &OutlineBlock) -> String {
    match &block.kind {
        OutlineKind::Title => "title: ".to_owned(),
        OutlineKind::Subtitle => "theme: ".to_owned(),
        OutlineKind::Fact { label } => format!("{label}: "),
        OutlineKind::Voice => "voice: ".to_owned(),
        OutlineKind::Message => "- ".to_owned(),
        OutlineKind::Annex { .. } => "annex ".to_owned(),
        OutlineKind::Heading { level: 2 } => "-- ".to_owned(),
        OutlineKind::Preambular | OutlineKind::Heading { .. } | OutlineKind::Operative => {
            String::new()
        }
    }
}

fn words(block: &OutlineBlock) -> String {
    let mut words = String::new();
    for run in &block.text {
        words += &match run.style {
            RunStyle::Plain => run.words.replace('\n', " / "),
            RunStyle::LeadIn => format!("_{}_", run.words),
            RunStyle::Strong => format!("**{}**", run.words),
        };
    }
    if let Some(lang) = &block.lang {
        words += &format!(" ({lang})");
    }
    if block.sources.len() > 1 {
        words += &format!(" ({} sources)", block.sources.len());
    }
    words
}

pub(crate) fn told(diagnostics: &[Diagnostic]) -> String {
    let line = |found: &Diagnostic| {
        let place = &found.place;
        let paragraph = place
            .paragraph_id
            .as_ref()
            .map(|id| format!(" paragraph {id}"));
        let point = place
            .key_point_id
            .map(|id| format!(" key point {}", id.0.as_u128()));
        let session = place.session_id.as_ref().map(|id| format!(" session {id}"));
        let values: Vec<String> = found
            .values
            .iter()
            .map(|(name, value)| format!(" {name}={value}"))
            .collect();
        format!(
            "{:?} {}{}{}{}{}\n",
            found.severity,
            found.key,
            paragraph.unwrap_or_default(),
            point.unwrap_or_default(),
            session.unwrap_or_default(),
            values.concat(),
        )
    };
    diagnostics.iter().map(line).collect()
}
