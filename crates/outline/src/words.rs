//! The words of a document that no person wrote, asked for by what they say.

use std::borrow::Cow;

use model::session::{Session, SessionKind};

use crate::programme::Programme;

/// What a sentence calls a session: its title, else its event, else its sort and number on the programme.
pub fn session_name<'a>(
    session: &'a Session,
    programme: &Programme,
    words: &dyn Words,
) -> Cow<'a, str> {
    let named = [&session.title, &session.event];
    let mut names = named.into_iter().flatten();
    if let Some(name) = names.find(|name| !name.trim().is_empty()) {
        return Cow::Borrowed(name);
    }
    let mut alike = programme
        .sessions
        .iter()
        .filter(|other| other.kind == session.kind && other.event.is_none());
    let index = alike.clone().position(|other| other.id == session.id);
    let kind = session.kind;
    let number = index
        .filter(|_| kind == SessionKind::Session || alike.nth(1).is_some())
        .map(|index| index + 1);
    Cow::Owned(words.say(&Sentence::Untitled { kind, number }))
}

/// Says sentences in the language of the document.
pub trait Words {
    /// The sentence. Words between two asterisks are set off: an opening participle, a status in brief.
    fn say(&self, sentence: &Sentence<'_>) -> String;
}

/// A sentence or heading that compiling needs. Days are `YYYY-MM-DD`.
///
/// A name stands in apposition, in brackets or after a colon, never under a preposition or an article: which of them it
/// takes, and how they change before it, is known in no language but by who knows the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence<'a> {
    /// The title of the track's document: "Output document: IGF Parliamentary Track".
    Title {
        /// The track's title.
        track: &'a str,
    },
    /// The title of the messages of one session or event: "Messages: EuroDIG 2023".
    MessagesTitle {
        /// The event, or the session's title.
        event: &'a str,
    },
    /// Place and dates: "Kyoto, Japan, 8 and 9 October 2023".
    PlaceAndDates {
        /// The place, where it is known.
        place: Option<&'a str>,
        /// The days, where they are known.
        days: Option<Days<'a>>,
    },
    /// What the document is: "*Not a negotiated document.* Its paragraphs were compiled from ...".
    Status,
    /// What a messages document is: "*Not a negotiated document.* ...".
    MessagesStatus,
    /// Who speaks: "We, the parliamentarians who took part,".
    Voice,
    /// "*Having met* on 8 and 9 October 2023 (18th Internet Governance Forum; Kyoto, Japan), under the theme ...,".
    HavingMet {
        /// The conference.
        forum: Option<&'a str>,
        /// The place.
        place: Option<&'a str>,
        /// The days.
        days: Days<'a>,
        /// The theme of the track, where it has one.
        theme: Option<&'a str>,
    },
    /// "*Recalling* the overarching theme, ... (18th Internet Governance Forum),".
    Recalling {
        /// The conference.
        forum: &'a str,
        /// Its theme.
        theme: &'a str,
    },
    /// "*Noting with appreciation* the dialogue ... at EuroDIG in Tampere on 19 June 2023, and ...,".
    NotingMeetings {
        /// The regional meetings whose key points are in the document, in the order of time; never empty.
        meetings: Vec<Meeting<'a>>,
    },
    /// The line that leads over to the paragraphs: "have brought together the following points.".
    Closing,
    /// The heading of what is addressed to one addressee: "Addressed to: Parliaments".
    Addressed {
        /// The addressee's label.
        addressee: &'a str,
    },
    /// The heading of what names no addressee, theme or session: "Further points".
    FurtherPoints,
    /// The heading of key points on which the room was not of one mind: "Points on which views differed".
    ViewsDiffered,
    /// The label of the fact that names rapporteurs: "Rapporteur".
    RapporteurLabel {
        /// How many they are.
        count: usize,
    },
    /// What a session is called that has neither title nor event: "Session 3".
    Untitled {
        /// What sort of session it is.
        kind: SessionKind,
        /// Which of its sort it is on the programme; `None` where it is the only one.
        number: Option<usize>,
    },
    /// The title of the annex with the programme.
    ProgrammeAnnex,
    /// The title of the annex with the participants.
    ParticipantsAnnex,
    /// The title of the annex with the key points behind each paragraph.
    SourcesAnnex,
}

/// The first and the last day of something; the same where it took one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days<'a> {
    /// The first day.
    pub from: &'a str,
    /// The last day.
    pub to: &'a str,
}

/// A meeting that took place before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meeting<'a> {
    /// What it was called.
    pub title: &'a str,
    /// The event it was held at, where that is not in the title.
    pub event: Option<&'a str>,
    /// Where it was.
    pub place: Option<&'a str>,
    /// When it was.
    pub days: Option<Days<'a>>,
}
