//! What must hold in an edition file beyond its shape.

use std::{cell::RefCell, collections::HashSet, fmt, hash::Hash};

use jiff::tz::TimeZone;
use model::{key_point::KeyPointState, language::Label};

use super::{
    file::{DeadlineEntry, FORMAT, File, KeyPointEntry, SessionEntry, SourceEntry},
    records::{meant, moment, place, zone},
};
use crate::json::Fault;

/// Lists everything that is wrong in a file of the right shape.
pub(super) fn faults(file: &File) -> Vec<Fault> {
    let found = RefCell::default();
    let whole = Part {
        found: &found,
        place: String::new(),
    };
    whole.file(file);
    found.into_inner()
}

/// A part of the file, and where it is told what is wrong there.
struct Part<'a> {
    found: &'a RefCell<Vec<Fault>>,
    place: String,
}

impl Part<'_> {
    /// A part of this one.
    fn at(&self, step: impl fmt::Display) -> Self {
        Self {
            found: self.found,
            place: format!("{}/{step}", self.place),
        }
    }

    /// The items of a list, each with its part.
    fn each<'i, T>(&self, list: &str, items: &'i [T]) -> impl Iterator<Item = (Self, &'i T)> {
        let list = self.at(list);
        (0..)
            .zip(items)
            .map(move |(index, item)| (list.at(index), item))
    }

    fn tell(&self, reason: impl Into<String>) {
        let fault = Fault::new(&self.place, reason);
        self.found.borrow_mut().push(fault);
    }

    fn file(&self, file: &File) {
        if file.format != FORMAT {
            let found = &file.format;
            self.at("format")
                .tell(format!("is {found:?}; only {FORMAT:?} is understood"));
        }
        self.at("track/title").label(&file.track.title);
        let (edition, of) = (self.at("edition"), &file.edition);
        edition.at("title").words(&of.title);
        edition.at("from").day(&of.from);
        edition.at("to").day(&of.to);
        edition.at("to").order(&of.from, &of.to);
        edition.at("timezone").zone(&of.timezone);
        self.unique("themes", file.themes.iter().map(|one| &one.id));
        self.unique("addressees", file.addressees.iter().map(|one| &one.id));
        self.unique("sessions", file.sessions.iter().map(|one| &one.id));
        for (part, theme) in self.each("themes", &file.themes) {
            part.at("label").label(&theme.label);
        }
        for (part, addressee) in self.each("addressees", &file.addressees) {
            part.at("label").label(&addressee.label);
        }
        self.unique("deadlines", file.deadlines.iter().map(|one| &one.id));
        for (part, deadline) in self.each("deadlines", &file.deadlines) {
            part.deadline(deadline, file);
        }
        for (part, session) in self.each("sessions", &file.sessions) {
            part.session(session, file);
        }
    }

    fn deadline(&self, deadline: &DeadlineEntry, file: &File) {
        self.at("label").words(&deadline.label);
        if let Some(session) = &deadline.session
            && !file.sessions.iter().any(|known| known.id == *session)
        {
            self.at("session")
                .tell(format!("there is no session {session}"));
        }
        let zone = zone(file.edition.timezone.as_deref());
        let opens = deadline.opens.as_deref().unwrap_or_default();
        let opens_at = deadline.opens.as_ref();
        let opens_at = opens_at.and_then(|opens| self.at("opens").hour(opens, &zone));
        let due_at = self.at("due").hour(&deadline.due, &zone);
        if opens_at
            .zip(due_at)
            .is_some_and(|(opens, due)| due <= opens)
        {
            self.at("due")
                .tell(format!("{} is not after {opens}", deadline.due));
        }
    }

    fn session(&self, session: &SessionEntry, file: &File) {
        for (field, name) in [("title", &session.title), ("event", &session.event)] {
            if name.as_ref().is_some_and(|name| name.trim().is_empty()) {
                self.at(field)
                    .tell("is blank; leave the field out where there is none");
            }
        }
        self.at("timezone").zone(&session.timezone);
        self.at("start").time(&session.start);
        self.at("end").time(&session.end);
        self.at("end").order(&session.start, &session.end);
        for (part, person) in self.each("people", &session.people) {
            part.at("name").words(&person.name);
        }
        for (part, link) in self.each("links", &session.links) {
            part.link(link);
        }
        for (part, recording) in self.each("recordings", &session.recordings) {
            part.at("url").link(&recording.url);
        }
        for (part, block) in self.each("notes", session.notes.as_deref().unwrap_or_default()) {
            if block.level.is_some_and(|level| !(1..=3).contains(&level)) {
                part.at("level").tell("must be 1, 2 or 3");
            }
            if block.indent.is_some_and(|indent| indent > 4) {
                part.at("indent").tell("must be between 0 and 4");
            }
        }
        for (part, key_point) in self.each("keyPoints", &session.key_points) {
            part.key_point(key_point, session, file);
        }
    }

    fn key_point(&self, key_point: &KeyPointEntry, session: &SessionEntry, file: &File) {
        self.at("statement").words(&key_point.statement);
        let themes = file.themes.iter().map(|theme| theme.id.as_str());
        for (part, theme) in self.each("themes", &key_point.themes) {
            part.known("theme", theme.as_str(), themes.clone());
        }
        if let Some(addressee) = &key_point.addressee {
            let known = file.addressees.iter().map(|one| one.id.as_str());
            self.at("addressee")
                .known("addressee", addressee.as_str(), known);
        }
        let reason = key_point.reason.as_deref().unwrap_or_default();
        match key_point.state {
            KeyPointState::SetAside if reason.trim().is_empty() => self
                .at("reason")
                .tell("a key point that was set aside needs its reason"),
            KeyPointState::Used | KeyPointState::Merged => self.at("state").tell(
                "give captured, confirmed, accepted or set-aside; the others follow from the document",
            ),
            _ => {}
        }
        match &key_point.source {
            Some(SourceEntry::Link(link)) => self.at("source").link(link),
            Some(SourceEntry::Recording { recording, at }) => {
                let count = session.recordings.len();
                if *recording as usize >= count {
                    self.at("source/recording").tell(format!(
                        "is {recording}, but the session has {count} recordings, counted from 0"
                    ));
                }
                if !is_timecode(at) {
                    self.at("source/at")
                        .tell(format!("{at:?} is not a time code; write HH:MM:SS"));
                }
            }
            None => {}
        }
        if let Some(said) = &key_point.speaker {
            self.at("speaker").speaker(said, session);
        }
        if let (Some(notes), Some(quote)) = (&session.notes, &key_point.quote) {
            let mut blocks = notes.iter().map(|block| &block.text);
            if quote.trim().is_empty() {
                self.at("quote").tell("is blank");
            } else if !blocks.any(|text| text.contains(quote.as_str())) {
                self.at("quote")
                    .tell("these words stand in no block of the session's notes");
            }
        }
    }

    /// Tells words for a speaker that may mean several people, or a place where nobody is listed.
    fn speaker(&self, said: &str, session: &SessionEntry) {
        let names = session.people.iter().map(|person| person.name.as_str());
        let meant = meant(said, names);
        if meant.is_empty() && place(said).is_some() {
            let count = session.people.len();
            self.tell(format!(
                "is {said}, but the session lists {count} people, counted from 1"
            ));
        }
        if meant.len() > 1 {
            let places = meant.iter().map(|place| format!("p{}", place + 1));
            let places = places.collect::<Vec<_>>().join(" or ");
            self.tell(format!(
                "{said:?} may mean {places} of the session's people; say which"
            ));
        }
    }

    fn unique<'a, T: 'a + Eq + Hash + fmt::Display>(
        &self,
        list: &str,
        ids: impl Iterator<Item = &'a T>,
    ) {
        let mut seen = HashSet::new();
        for (index, id) in ids.enumerate() {
            if !seen.insert(id) {
                self.at(format!("{list}/{index}/id"))
                    .tell(format!("{id} is used twice; ids must differ"));
            }
        }
    }

    /// Tells an id that is none of those known.
    fn known<'k>(&self, what: &str, id: &str, known: impl Iterator<Item = &'k str>) {
        let known: Vec<&str> = known.collect();
        if !known.contains(&id) {
            let known = known.join(", ");
            self.tell(format!("there is no {what} {id}; there are {known}"));
        }
    }

    fn words(&self, words: &str) {
        if words.trim().is_empty() {
            self.tell("is blank");
        }
    }

    fn label(&self, label: &Label) {
        if label.0.is_empty() {
            self.tell("holds no words; give them in one language at least, as { \"en\": \"...\" }");
        }
        for (lang, words) in &label.0 {
            self.at(lang).words(words);
        }
    }

    fn link(&self, link: &str) {
        if !(link.starts_with("https://") || link.starts_with("http://")) {
            self.tell(format!(
                "{link:?} is not an address; it must begin with https:// or http://"
            ));
        }
    }

    fn zone(&self, zone: &Option<String>) {
        if let Some(zone) = zone
            && TimeZone::get(zone).is_err()
        {
            self.tell(format!(
                "{zone:?} is not a time zone; use an IANA name such as Asia/Tokyo"
            ));
        }
    }

    fn day(&self, day: &Option<String>) {
        if let Some(day) = day
            && !(day.len() == 10 && is_moment(day))
        {
            self.tell(format!("{day:?} is not a day; write YYYY-MM-DD"));
        }
    }

    fn time(&self, time: &Option<String>) {
        if let Some(time) = time
            && !is_moment(time)
        {
            self.tell(format!(
                "{time:?} is not a time; write YYYY-MM-DD or YYYY-MM-DDTHH:MM"
            ));
        }
    }

    /// Reads a time that has an hour.
    fn hour(&self, time: &str, zone: &TimeZone) -> Option<i64> {
        let moment = (time.len() == 16).then(|| moment(time, zone)).flatten();
        if moment.is_none() {
            self.tell(format!("{time:?} is not a time; write YYYY-MM-DDTHH:MM"));
        }
        moment
    }

    /// Tells an end that is before its start, where both are days or both are times.
    fn order(&self, start: &Option<String>, end: &Option<String>) {
        let (Some(start), Some(end)) = (start, end) else {
            return;
        };
        let are_alike = start.len() == end.len() && is_moment(start) && is_moment(end);
        if are_alike && end < start {
            self.tell(format!("{end} is before the start, {start}"));
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
