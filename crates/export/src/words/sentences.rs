//! The sentences that compiling an outline needs.

use outline::words::{Days, Meeting, Sentence};

use super::{Words, dates};

impl outline::words::Words for Words {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        match sentence {
            Sentence::Title { track } => self.get("document-title", &[("track", (*track).into())]),
            Sentence::MessagesTitle { event } => {
                self.get("document-messages-title", &[("event", (*event).into())])
            }
            Sentence::PlaceAndDates { place, days } => self.place_and_dates(*place, *days),
            Sentence::Status => self.word("document-status"),
            Sentence::MessagesStatus => self.word("document-messages-status"),
            Sentence::Voice { place, forum } => self.voice(*place, *forum),
            Sentence::HavingMet { place, days, theme } => {
                let days = self.on(*days);
                let mut values = vec![("place", (*place).into()), ("days", (&days).into())];
                match theme {
                    Some(theme) => {
                        values.push(("theme", (*theme).into()));
                        self.get("document-having-met-theme", &values)
                    }
                    None => self.get("document-having-met", &values),
                }
            }
            Sentence::Recalling { forum, theme } => self.get(
                "document-recalling",
                &[("forum", (*forum).into()), ("theme", (*theme).into())],
            ),
            Sentence::NotingMeetings { meetings } => {
                let (comma, semicolon) = self.separators();
                let named: Vec<String> = meetings
                    .iter()
                    .map(|meeting| self.meeting(meeting, comma))
                    .collect();
                let named = named.join(semicolon);
                let values = [
                    ("count", meetings.len().into()),
                    ("meetings", (&named).into()),
                ];
                self.get("document-noting-meetings", &values)
            }
            Sentence::Closing => self.word("document-closing"),
            Sentence::Addressed { addressee } => self.get(
                "document-heading-addressed",
                &[("addressee", (&inside_a_sentence(addressee)).into())],
            ),
            Sentence::FurtherPoints => self.word("document-heading-further"),
            Sentence::ViewsDiffered => self.word("document-heading-differed"),
            Sentence::RapporteurLabel { count } => {
                self.get("document-fact-rapporteur", &[("count", (*count).into())])
            }
            Sentence::Untitled {
                kind,
                number: Some(number),
            } => self.get(
                "document-session-numbered",
                &[("kind", kind.as_str().into()), ("number", (*number).into())],
            ),
            Sentence::Untitled { kind, number: None } => {
                self.word(&format!("document-session-kind-{}", kind.as_str()))
            }
            Sentence::ProgrammeAnnex => self.word("document-annex-programme"),
            Sentence::ParticipantsAnnex => self.word("document-annex-participants"),
            Sentence::SourcesAnnex => self.word("document-annex-sources"),
        }
    }
}

impl Words {
    /// What parts a list of words, and a list of groups of words.
    fn separators(&self) -> (&'static str, &'static str) {
        if self.lang().as_str() == "ar" {
            ("، ", "؛ ")
        } else if self.lang().as_str() == "fr" {
            (", ", "\u{202f}; ")
        } else {
            (", ", "; ")
        }
    }

    fn on(&self, days: Days<'_>) -> String {
        dates::days(self, days.from, days.to, dates::Days::InSentence)
    }

    fn place_and_dates(&self, place: Option<&str>, days: Option<Days<'_>>) -> String {
        let days = days.map(|days| dates::days(self, days.from, days.to, dates::Days::Alone));
        match (place, days) {
            (Some(place), Some(days)) => self.get(
                "document-place-and-dates",
                &[("place", place.into()), ("days", (&days).into())],
            ),
            (Some(place), None) => place.to_owned(),
            (None, days) => days.unwrap_or_default(),
        }
    }

    fn voice(&self, place: Option<&str>, forum: Option<&str>) -> String {
        // "in Kyoto", not "in Kyoto, Japan,": the country stands in the title block.
        let town = place.map(|place| place.split([',', '،']).next().unwrap_or(place).trim());
        match (town, forum) {
            (Some(place), Some(forum)) => self.get(
                "document-voice",
                &[("place", place.into()), ("forum", forum.into())],
            ),
            (None, Some(forum)) => self.get("document-voice-forum", &[("forum", forum.into())]),
            (Some(place), None) => self.get("document-voice-place", &[("place", place.into())]),
            (None, None) => self.word("document-voice-plain"),
        }
    }

    fn meeting(&self, meeting: &Meeting<'_>, comma: &str) -> String {
        let title = self.get("document-meeting", &[("title", meeting.title.into())]);
        let days = meeting.days.map(|days| self.on(days));
        let place = meeting.place.map(town_and_country);
        let parts = [
            Some(title.as_str()),
            meeting.event,
            place.as_deref(),
            days.as_deref(),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(comma)
    }
}

/// The town and the country of a place, without the building.
fn town_and_country(place: &str) -> String {
    let parts: Vec<&str> = place.split([',', '،']).map(str::trim).collect();
    parts[parts.len().saturating_sub(2)..].join(", ")
}

/// A label as it stands inside a sentence: "Regional cooperation" loses its capital, "African Union" and "UN" keep theirs.
fn inside_a_sentence(label: &str) -> String {
    let mut words = label.split_whitespace();
    let first = words.next().unwrap_or_default();
    let is_capitalised = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let is_plain = is_capitalised(first) && first.chars().skip(1).all(char::is_lowercase);
    let rest: Vec<&str> = words.collect();
    // A single word is a name unless it is a plural.
    let is_phrase = if rest.is_empty() {
        first.ends_with('s')
    } else {
        !rest.iter().any(|word| is_capitalised(word))
    };
    if is_plain && is_phrase {
        let mut chars = label.chars();
        let small: String = chars
            .next()
            .into_iter()
            .flat_map(char::to_lowercase)
            .collect();
        small + chars.as_str()
    } else {
        label.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use outline::words::Words as _;

    use super::*;

    fn words(lang: &str) -> Words {
        Words::new(
            &lang
                .parse()
                .unwrap_or_else(|_| model::language::Lang::english()),
        )
    }

    #[test]
    fn the_opening_speaks_as_the_track_does() {
        let en = words("en");
        let days = Some(Days {
            from: "2023-10-08",
            to: "2023-10-09",
        });
        let place = Some("Kyoto, Japan");
        let said = en
            .say(&Sentence::PlaceAndDates { place, days })
            .replace('\u{a0}', " ");
        assert_eq!(said, "Kyoto, Japan, 8 and 9 October 2023");
        let said = en.say(&Sentence::Voice {
            place,
            forum: Some("18th Internet Governance Forum"),
        });
        assert_eq!(
            said,
            "We, the parliamentarians who met in Kyoto in the framework of the 18th Internet Governance Forum,"
        );
        let meeting = |title| Meeting {
            title,
            event: Some("EuroDIG 2023"),
            place: Some("Main auditorium, Tampere, Finland"),
            days: Some(Days {
                from: "2023-06-19",
                to: "2023-06-19",
            }),
        };
        let said = en
            .say(&Sentence::NotingMeetings {
                meetings: vec![meeting("A"), meeting("B")],
            })
            .replace('\u{a0}', " ");
        assert_eq!(
            said,
            "*Noting with appreciation* the contributions of the meetings “A”, EuroDIG 2023, Tampere, Finland, on 19 June 2023; \
             “B”, EuroDIG 2023, Tampere, Finland, on 19 June 2023,"
        );
    }

    #[test]
    fn a_label_keeps_the_capitals_of_names() {
        for (label, expected) in [
            ("Parliaments", "parliaments"),
            ("Regional cooperation", "regional cooperation"),
            ("African Union", "African Union"),
            ("UN agencies", "UN agencies"),
            ("Japan", "Japan"),
            ("البرلمانات", "البرلمانات"),
        ] {
            assert_eq!(inside_a_sentence(label), expected);
        }
    }
}
