//! What must hold in an edition file beyond its shape.

use std::{collections::HashSet, fmt, hash::Hash};

use model::{key_point::KeyPointState, language::Label};

use super::{
    file::{DeadlineEntry, FORMAT, File, KeyPointEntry, SessionEntry, SourceEntry},
    records::{meant, moment, place, zone},
};
use crate::json::Fault;

/// Lists everything that is wrong in a file of the right shape.
pub(super) fn faults(file: &File) -> Vec<Fault> {
    let mut found = Faults(Vec::new());
    if file.format != FORMAT {
        found.add(
            "/format",
            format!("is {:?}; only {FORMAT:?} is understood", file.format),
        );
    }
    found.label("/track/title", &file.track.title);
    if file.edition.title.trim().is_empty() {
        found.add("/edition/title", "is blank");
    }
    for (field, day) in [("from", &file.edition.from), ("to", &file.edition.to)] {
        found.day(&format!("/edition/{field}"), day.as_deref());
    }
    if let (Some(from), Some(to)) = (&file.edition.from, &file.edition.to) {
        found.order("/edition/to", from, to);
    }
    found.zone("/edition/timezone", file.edition.timezone.as_deref());
    found.unique("/themes", file.themes.iter().map(|theme| &theme.id));
    found.unique(
        "/addressees",
        file.addressees.iter().map(|addressee| &addressee.id),
    );
    found.unique("/sessions", file.sessions.iter().map(|session| &session.id));
    for (index, theme) in file.themes.iter().enumerate() {
        found.label(&format!("/themes/{index}/label"), &theme.label);
    }
    for (index, addressee) in file.addressees.iter().enumerate() {
        found.label(&format!("/addressees/{index}/label"), &addressee.label);
    }
    found.unique(
        "/deadlines",
        file.deadlines.iter().map(|deadline| &deadline.id),
    );
    for (index, deadline) in file.deadlines.iter().enumerate() {
        found.deadline(&format!("/deadlines/{index}"), deadline, file);
    }
    for (index, session) in file.sessions.iter().enumerate() {
        found.session(&format!("/sessions/{index}"), session, file);
    }
    found.0
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        self.0.push(Fault::new(place, reason));
    }

    fn unique<'a, T: 'a + Eq + Hash + fmt::Display>(
        &mut self,
        list: &str,
        ids: impl Iterator<Item = &'a T>,
    ) {
        let mut seen = HashSet::new();
        for (index, id) in ids.enumerate() {
            if !seen.insert(id) {
                self.add(
                    format!("{list}/{index}/id"),
                    format!("{id} is used twice; ids must differ"),
                );
            }
        }
    }

    /// Tells an id that is none of those known.
    fn known<'a>(&mut self, at: &str, what: &str, id: &str, known: impl Iterator<Item = &'a str>) {
        let known: Vec<&str> = known.collect();
        if !known.contains(&id) {
            let known = known.join(", ");
            self.add(at, format!("there is no {what} {id}; there are {known}"));
        }
    }

    fn label(&mut self, place: &str, label: &Label) {
        if label.0.is_empty() {
            self.add(
                place,
                "holds no words; give them in one language at least, as { \"en\": \"...\" }",
            );
        }
        for (lang, words) in &label.0 {
            if words.trim().is_empty() {
                self.add(format!("{place}/{lang}"), "is blank");
            }
        }
    }

    fn deadline(&mut self, place: &str, deadline: &DeadlineEntry, file: &File) {
        if deadline.label.trim().is_empty() {
            self.add(format!("{place}/label"), "is blank");
        }
        if let Some(session) = &deadline.session
            && !file.sessions.iter().any(|known| known.id == *session)
        {
            self.add(
                format!("{place}/session"),
                format!("there is no session {session}"),
            );
        }
        let zone = zone(file.edition.timezone.as_deref());
        let mut read = |field: &str, time: &str| {
            let moment = (time.len() == 16).then(|| moment(time, &zone)).flatten();
            if moment.is_none() {
                self.add(
                    format!("{place}/{field}"),
                    format!("{time:?} is not a time; write YYYY-MM-DDTHH:MM"),
                );
            }
            moment
        };
        let opens = deadline
            .opens
            .as_deref()
            .and_then(|opens| read("opens", opens));
        let due = read("due", &deadline.due);
        if let (Some(opens), Some(due)) = (opens, due)
            && due <= opens
        {
            self.add(
                format!("{place}/due"),
                format!(
                    "{} is not after {}",
                    deadline.due,
                    deadline.opens.as_deref().unwrap_or_default()
                ),
            );
        }
    }

    fn session(&mut self, place: &str, session: &SessionEntry, file: &File) {
        for (field, name) in [("title", &session.title), ("event", &session.event)] {
            if name.as_ref().is_some_and(|name| name.trim().is_empty()) {
                self.add(
                    format!("{place}/{field}"),
                    "is blank; leave the field out where there is none",
                );
            }
        }
        self.zone(&format!("{place}/timezone"), session.timezone.as_deref());
        self.time(&format!("{place}/start"), session.start.as_deref());
        self.time(&format!("{place}/end"), session.end.as_deref());
        if let (Some(start), Some(end)) = (&session.start, &session.end) {
            self.order(&format!("{place}/end"), start, end);
        }
        for (index, person) in session.people.iter().enumerate() {
            if person.name.trim().is_empty() {
                self.add(format!("{place}/people/{index}/name"), "is blank");
            }
        }
        for (index, link) in session.links.iter().enumerate() {
            self.link(&format!("{place}/links/{index}"), link);
        }
        for (index, recording) in session.recordings.iter().enumerate() {
            self.link(&format!("{place}/recordings/{index}/url"), &recording.url);
        }
        for (index, block) in session.notes.iter().flatten().enumerate() {
            if block.level.is_some_and(|level| !(1..=3).contains(&level)) {
                self.add(format!("{place}/notes/{index}/level"), "must be 1, 2 or 3");
            }
            if block.indent.is_some_and(|indent| indent > 4) {
                self.add(
                    format!("{place}/notes/{index}/indent"),
                    "must be between 0 and 4",
                );
            }
        }
        for (index, key_point) in session.key_points.iter().enumerate() {
            self.key_point(
                &format!("{place}/keyPoints/{index}"),
                key_point,
                session,
                file,
            );
        }
    }

    fn key_point(
        &mut self,
        place: &str,
        key_point: &KeyPointEntry,
        session: &SessionEntry,
        file: &File,
    ) {
        if key_point.statement.trim().is_empty() {
            self.add(format!("{place}/statement"), "is blank");
        }
        let themes = file.themes.iter().map(|theme| theme.id.as_str());
        for (index, theme) in key_point.themes.iter().enumerate() {
            let place = format!("{place}/themes/{index}");
            self.known(&place, "theme", theme.as_str(), themes.clone());
        }
        if let Some(addressee) = &key_point.addressee {
            let known = file.addressees.iter().map(|one| one.id.as_str());
            let place = format!("{place}/addressee");
            self.known(&place, "addressee", addressee.as_str(), known);
        }
        if key_point.state == KeyPointState::SetAside
            && key_point
                .reason
                .as_deref()
                .is_none_or(|reason| reason.trim().is_empty())
        {
            self.add(
                format!("{place}/reason"),
                "a key point that was set aside needs its reason",
            );
        }
        if matches!(key_point.state, KeyPointState::Used | KeyPointState::Merged) {
            self.add(format!("{place}/state"), "give captured, confirmed, accepted or set-aside; the others follow from the document");
        }
        match &key_point.source {
            Some(SourceEntry::Link(link)) => self.link(&format!("{place}/source"), link),
            Some(SourceEntry::Recording { recording, at }) => {
                if *recording as usize >= session.recordings.len() {
                    let count = session.recordings.len();
                    self.add(
                        format!("{place}/source/recording"),
                        format!(
                            "is {recording}, but the session has {count} recordings, counted from 0"
                        ),
                    );
                }
                if !is_timecode(at) {
                    self.add(
                        format!("{place}/source/at"),
                        format!("{at:?} is not a time code; write HH:MM:SS"),
                    );
                }
            }
            None => {}
        }
        self.speaker(place, key_point, session);
        self.quote(place, key_point, session);
    }

    /// Tells words for a speaker that may mean several people, or a place where nobody is listed.
    fn speaker(&mut self, at: &str, key_point: &KeyPointEntry, session: &SessionEntry) {
        let Some(said) = &key_point.speaker else {
            return;
        };
        let names = session.people.iter().map(|person| person.name.as_str());
        let meant = meant(said, names);
        if meant.is_empty() && place(said).is_some() {
            let count = session.people.len();
            self.add(
                format!("{at}/speaker"),
                format!("is {said}, but the session lists {count} people, counted from 1"),
            );
        }
        if meant.len() > 1 {
            let places: Vec<String> = meant
                .iter()
                .map(|place| format!("p{}", place + 1))
                .collect();
            self.add(
                format!("{at}/speaker"),
                format!(
                    "{said:?} may mean {} of the session's people; say which",
                    places.join(" or ")
                ),
            );
        }
    }

    fn quote(&mut self, place: &str, key_point: &KeyPointEntry, session: &SessionEntry) {
        let (Some(notes), Some(quote)) = (&session.notes, &key_point.quote) else {
            return;
        };
        if quote.trim().is_empty() {
            self.add(format!("{place}/quote"), "is blank");
        } else if !notes
            .iter()
            .any(|block| block.text.contains(quote.as_str()))
        {
            self.add(
                format!("{place}/quote"),
                "these words stand in no block of the session's notes",
            );
        }
    }

    fn link(&mut self, place: &str, link: &str) {
        if !(link.starts_with("https://") || link.starts_with("http://")) {
            self.add(
                place,
                format!("{link:?} is not an address; it must begin with https:// or http://"),
            );
        }
    }

    fn zone(&mut self, place: &str, zone: Option<&str>) {
        if let Some(zone) = zone
            && jiff::tz::TimeZone::get(zone).is_err()
        {
            self.add(
                place,
                format!("{zone:?} is not a time zone; use an IANA name such as Asia/Tokyo"),
            );
        }
    }

    fn day(&mut self, place: &str, day: Option<&str>) {
        if let Some(day) = day
            && !(day.len() == 10 && is_moment(day))
        {
            self.add(place, format!("{day:?} is not a day; write YYYY-MM-DD"));
        }
    }

    /// Tells an end that is before its start, where both are days or both are times.
    fn order(&mut self, place: &str, start: &str, end: &str) {
        let are_alike = start.len() == end.len() && is_moment(start) && is_moment(end);
        if are_alike && end < start {
            self.add(place, format!("{end} is before the start, {start}"));
        }
    }

    fn time(&mut self, place: &str, time: Option<&str>) {
        if let Some(time) = time
            && !is_moment(time)
        {
            self.add(
                place,
                format!("{time:?} is not a time; write YYYY-MM-DD or YYYY-MM-DDTHH:MM"),
            );
        }
    }
}

/// Whether the text is `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
fn is_moment(text: &str) -> bool {
    match text.len() {
        10 => text.parse::<jiff::civil::Date>().is_ok(),
        16 => text.parse::<jiff::civil::DateTime>().is_ok(),
        _ => false,
    }
}

/// Whether the text is `HH:MM:SS`.
pub(super) fn is_timecode(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 8
        && bytes.iter().enumerate().all(|(index, byte)| match index {
            2 | 5 => *byte == b':',
            3 | 6 => (b'0'..=b'5').contains(byte),
            _ => byte.is_ascii_digit(),
        })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use expect_test::{Expect, expect};

    use crate::import;

    const DEMO: &str = include_str!("../../../../demo/igf-2023.json");

    fn check(change: impl FnOnce(&mut serde_json::Value), expected: Expect) {
        let mut file = serde_json::from_str(DEMO).unwrap();
        change(&mut file);
        let told = match import::read(file.to_string().as_bytes()) {
            Ok(_) => "right".to_owned(),
            Err(faults) => faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n"),
        };
        expected.assert_eq(&told);
    }

    #[test]
    fn an_edition_that_ends_before_it_begins_is_told() {
        check(
            |file| file["edition"]["to"] = "2023-10-07".into(),
            expect!["/edition/to: 2023-10-07 is before the start, 2023-10-08"],
        );
        check(
            |file| file["edition"]["to"] = "2023-10-08".into(),
            expect!["right"],
        );
        check(
            |file| file["edition"]["from"] = serde_json::Value::Null,
            expect!["right"],
        );
        check(
            |file| file["edition"]["to"] = "20231007".into(),
            expect![[r#"/edition/to: "20231007" is not a day; write YYYY-MM-DD"#]],
        );
    }

    #[test]
    fn what_is_wrong_with_the_whole_file_is_told_of_the_file() {
        check(
            |file| *file = "edition".into(),
            expect![[
                r#"the file: must be an object, but is the text "edition" (line 1, column 9)"#
            ]],
        );
        // In RFC 6901 "/" names the field whose name is empty.
        assert_eq!(import::read(b"").unwrap_err()[0].place, "");
    }

    #[test]
    fn a_byte_order_mark_is_not_looked_at() {
        let with_mark = format!("\u{feff}{DEMO}");
        assert!(import::read(with_mark.as_bytes()).is_ok());
        let broken = import::read("\u{feff}{\"a\":".as_bytes()).unwrap_err();
        expect!["the file: is no JSON: EOF while parsing a value (line 1, column 5)"]
            .assert_eq(&broken[0].to_string());
    }

    #[test]
    fn the_demo_edition_is_right() {
        check(|_| {}, expect!["right"]);
    }

    #[test]
    fn each_fault_is_told_with_its_place() {
        check(
            |file| {
                file["sessions"][0]["keyPoints"][1]["themes"][0] = "weather".into();
                file["sessions"][8]["keyPoints"][0]["quote"] = "nobody said this".into();
                file["sessions"][8]["keyPoints"][1]["source"]["recording"] = 3.into();
                file["sessions"][1]["end"] = "2023-08-01".into();
                file["edition"]["timezone"] = "Kyoto".into();
                file["deadlines"] = serde_json::json!([
                    { "id": "notes", "label": "Notes", "opens": "2023-10-09T12:00", "due": "2023-10-09T09:00" },
                    { "id": "notes", "label": " ", "session": "s99", "due": "2023-10-09" },
                ]);
            },
            expect![[r#"
                /edition/timezone: "Kyoto" is not a time zone; use an IANA name such as Asia/Tokyo
                /deadlines/1/id: notes is used twice; ids must differ
                /deadlines/0/due: 2023-10-09T09:00 is not after 2023-10-09T12:00
                /deadlines/1/label: is blank
                /deadlines/1/session: there is no session s99
                /deadlines/1/due: "2023-10-09" is not a time; write YYYY-MM-DDTHH:MM
                /sessions/0/keyPoints/1/themes/0: there is no theme weather; there are ai, fragmentation, cybersecurity, data-governance, digital-divides, global-cooperation, human-rights, sustainability
                /sessions/1/end: 2023-08-01 is before the start, 2023-08-29
                /sessions/8/keyPoints/0/quote: these words stand in no block of the session's notes
                /sessions/8/keyPoints/1/source/recording: is 3, but the session has 1 recordings, counted from 0"#]],
        );
    }

    #[test]
    fn a_speaker_who_may_be_several_people_is_told_and_not_guessed() {
        let said = |speaker: &str, expected| {
            check(
                |file| {
                    let session = &mut file["sessions"][0];
                    session["people"] = ["Ann Smith", "Bob Jones", "Ann Smith", "p1"]
                        .map(|name| serde_json::json!({ "name": name, "role": "speaker" }))
                        .to_vec()
                        .into();
                    session["keyPoints"][0]["speaker"] = speaker.into();
                },
                expected,
            );
        };
        for speaker in ["Bob Jones", "p3", "A member of parliament", "p+3", "person"] {
            said(speaker, expect!["right"]);
        }
        said(
            " Ann Smith",
            expect![[
                r#"/sessions/0/keyPoints/0/speaker: " Ann Smith" may mean p1 or p3 of the session's people; say which"#
            ]],
        );
        said(
            "p1",
            expect![[
                r#"/sessions/0/keyPoints/0/speaker: "p1" may mean p1 or p4 of the session's people; say which"#
            ]],
        );
        said(
            "p5",
            expect![
                "/sessions/0/keyPoints/0/speaker: is p5, but the session lists 4 people, counted from 1"
            ],
        );
    }

    #[test]
    fn a_file_that_breaks_off_is_told_as_that() {
        let faults = import::read(b"{\"a\":").unwrap_err();
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        expect!["the file: is no JSON: EOF while parsing a value (line 1, column 5)"]
            .assert_eq(&told.join("\n"));
    }

    #[test]
    fn a_wrong_shape_is_told_with_its_place() {
        check(
            |file| file["sessions"][2]["kind"] = "party".into(),
            expect![
                "/sessions/2/kind: \"party\" is not known here; there are \"session\", \"roundtable\", \"regional\", \"closing\" (line 1, column 7687)"
            ],
        );
    }
}
