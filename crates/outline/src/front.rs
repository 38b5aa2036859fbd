//! What stands before the first paragraph: title, facts, status, voice, preamble.

use model::{
    id::ParagraphId,
    key_point::KeyPoint,
    session::{Session, SessionKind},
};

use crate::{
    compile::{OutlineBlock, OutlineKind, Run, RunStyle},
    plan::Plan,
    programme::{Programme, date_of},
    words::{Days, Meeting, Sentence, Words, session_name},
};

/// The front of the track's document. `selected` are the key points in it.
pub(crate) fn of_track(
    programme: &Programme,
    selected: &[&KeyPoint],
    plan: &Plan,
    language: &model::language::Lang,
    words: &dyn Words,
) -> Vec<OutlineBlock> {
    let edition = &programme.edition;
    let track = programme.track.title.words(language);
    let days = days(edition.from.as_deref(), edition.to.as_deref());
    let place = edition.place.as_deref();
    let title = plan
        .title
        .clone()
        .unwrap_or_else(|| words.say(&Sentence::Title { track }));
    let mut front = vec![plain("title", OutlineKind::Title, &title)];
    if let Some(theme) = &edition.theme {
        front.push(plain("theme", OutlineKind::Subtitle, theme));
    }
    if place.is_some() || days.is_some() {
        let said = words.say(&Sentence::PlaceAndDates { place, days });
        front.push(plain("fact_place", fact("place"), &said));
    }
    for (index, organiser) in edition.organisers.iter().enumerate() {
        let id = format!("fact_organiser{}", index + 1);
        front.push(plain(&id, fact("organisers"), organiser));
    }
    front.push(status(plan, words, &Sentence::Status));
    let voice = plan
        .voice
        .clone()
        .unwrap_or_else(|| words.say(&Sentence::Voice));
    let speaks = !voice.trim().is_empty();
    if speaks {
        front.push(plain("voice", OutlineKind::Voice, voice.trim()));
    }
    let preamble = plan
        .preamble
        .clone()
        .unwrap_or_else(|| preamble(programme, selected, words));
    for (index, sentence) in preamble
        .iter()
        .filter(|words| !words.trim().is_empty())
        .enumerate()
    {
        let id = format!("pp{}", index + 1);
        let runs = runs(sentence, RunStyle::LeadIn);
        front.push(block(&id, OutlineKind::Preambular, runs));
    }
    if speaks {
        front.push(plain(
            "closing",
            OutlineKind::Voice,
            &words.say(&Sentence::Closing),
        ));
    }
    front
}

/// The front of the messages of one session or event.
pub(crate) fn of_messages(
    programme: &Programme,
    session: &Session,
    plan: &Plan,
    words: &dyn Words,
) -> Vec<OutlineBlock> {
    let name = session_name(session, programme, words);
    let event = session.event.as_deref().unwrap_or(&name);
    let title = plan
        .title
        .clone()
        .unwrap_or_else(|| words.say(&Sentence::MessagesTitle { event }));
    let mut front = vec![plain("title", OutlineKind::Title, &title)];
    if let Some(name) = session.title.as_deref().filter(|name| *name != event) {
        front.push(plain("theme", OutlineKind::Subtitle, name));
    }
    let place = session.place.as_deref().or(match session.kind {
        SessionKind::Regional => None,
        _ => programme.edition.place.as_deref(),
    });
    let days = days(session.start.as_deref(), session.end.as_deref());
    if place.is_some() || days.is_some() {
        let said = words.say(&Sentence::PlaceAndDates { place, days });
        front.push(plain("fact_place", fact("place"), &said));
    }
    let rapporteurs = programme
        .rapporteurs
        .get(&session.id)
        .map_or(&[][..], Vec::as_slice);
    let label = words.say(&Sentence::RapporteurLabel {
        count: rapporteurs.len(),
    });
    for (index, name) in rapporteurs.iter().enumerate() {
        let id = format!("fact_rapporteur{}", index + 1);
        front.push(plain(&id, fact(&label), name));
    }
    front.push(status(plan, words, &Sentence::MessagesStatus));
    if let Some(voice) = plan
        .voice
        .as_deref()
        .filter(|voice| !voice.trim().is_empty())
    {
        front.push(plain("voice", OutlineKind::Voice, voice.trim()));
    }
    front
}

fn preamble(programme: &Programme, selected: &[&KeyPoint], words: &dyn Words) -> Vec<String> {
    let edition = &programme.edition;
    let days_met = days(edition.from.as_deref(), edition.to.as_deref());
    let mut said = Vec::new();
    if let Some(days) = days_met {
        said.push(words.say(&Sentence::HavingMet {
            forum: edition.forum.as_deref(),
            place: edition.place.as_deref(),
            days,
            theme: edition.theme.as_deref(),
        }));
    }
    if let (Some(forum), Some(theme)) = (&edition.forum, &edition.overarching_theme) {
        said.push(words.say(&Sentence::Recalling { forum, theme }));
    }
    let meetings: Vec<Meeting<'_>> = programme
        .in_time_order()
        .into_iter()
        .filter(|session| session.kind == SessionKind::Regional)
        .filter(|session| selected.iter().any(|point| point.session_id == session.id))
        .map(meeting)
        .collect();
    if !meetings.is_empty() {
        said.push(words.say(&Sentence::NotingMeetings { meetings }));
    }
    said
}

fn meeting(session: &Session) -> Meeting<'_> {
    Meeting {
        title: session.name(),
        event: session
            .event
            .as_deref()
            .filter(|event| *event != session.name()),
        place: session.place.as_deref(),
        days: days(session.start.as_deref(), session.end.as_deref()),
    }
}

fn days<'a>(from: Option<&'a str>, to: Option<&'a str>) -> Option<Days<'a>> {
    let from = date_of(from?);
    Some(Days {
        from,
        to: to.map_or(from, date_of),
    })
}

fn status(plan: &Plan, words: &dyn Words, default: &Sentence<'_>) -> OutlineBlock {
    let line = plan
        .status_line
        .clone()
        .unwrap_or_else(|| words.say(default));
    block("fact_status", fact("status"), runs(&line, RunStyle::Strong))
}

fn fact(label: &str) -> OutlineKind {
    OutlineKind::Fact {
        label: label.to_owned(),
    }
}

fn plain(id: &str, kind: OutlineKind, words: &str) -> OutlineBlock {
    block(
        id,
        kind,
        vec![Run {
            words: words.to_owned(),
            style: RunStyle::Plain,
        }],
    )
}

pub(crate) fn block(id: &str, kind: OutlineKind, text: Vec<Run>) -> OutlineBlock {
    OutlineBlock {
        id: ParagraphId(id.to_owned()),
        kind,
        text,
        lang: None,
        sources: Vec::new(),
        group: None,
    }
}

/// Reads a sentence in which words between two asterisks are set off.
fn runs(sentence: &str, set_off: RunStyle) -> Vec<Run> {
    let parts: Vec<&str> = sentence.trim().split('*').collect();
    // An asterisk without a second one is an asterisk.
    if parts.len().is_multiple_of(2) {
        return vec![Run {
            words: sentence.trim().to_owned(),
            style: RunStyle::Plain,
        }];
    }
    parts
        .into_iter()
        .enumerate()
        .filter(|(_, words)| !words.is_empty())
        .map(|(index, words)| Run {
            words: words.to_owned(),
            style: if index % 2 == 1 {
                set_off
            } else {
                RunStyle::Plain
            },
        })
        .collect()
}
