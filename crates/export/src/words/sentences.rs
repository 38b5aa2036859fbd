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
            Sentence::Voice => self.word("document-voice"),
            Sentence::HavingMet {
                forum,
                place,
                days,
                theme,
            } => {
                let occasion = self.occasion(*days, [*forum, *place]);
                let mut values = vec![("occasion", (&occasion).into())];
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
                &[("addressee", (*addressee).into())],
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

    /// When it was, with what and where in brackets.
    fn occasion(&self, days: Days<'_>, names: [Option<&str>; 2]) -> String {
        let days = self.on(days);
        let (_, semicolon) = self.separators();
        let names = names.into_iter().flatten().collect::<Vec<_>>();
        if names.is_empty() {
            return days;
        }
        let names = names.join(semicolon);
        self.get(
            "document-occasion",
            &[("days", (&days).into()), ("names", (&names).into())],
        )
    }

    fn meeting(&self, meeting: &Meeting<'_>, comma: &str) -> String {
        let title = self.get("document-meeting", &[("title", meeting.title.into())]);
        let days = meeting.days.map(|days| self.on(days));
        let place = meeting.place.map(town_and_country);
        let parts = [Some(title.as_str()), meeting.event, place, days.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(comma)
    }
}

/// The town and the country of a place, without the building.
fn town_and_country(place: &str) -> &str {
    let before = place.rmatch_indices([',', '،']).nth(1);
    before.map_or(place, |(at, comma)| place[at + comma.len()..].trim())
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

    /// Names of both genders and numbers, with an article, without one, with a vowel first.
    const NAMES: [&str; 8] = [
        "Conférence mondiale sur l’eau",
        "18e Forum sur la gouvernance de l’Internet",
        "États généraux du numérique",
        "Le Caire, Égypte",
        "Las Vegas, Estados Unidos",
        "The Hague, Netherlands",
        "القمة العالمية لمجتمع المعلومات",
        "الجزائر العاصمة، الجزائر",
    ];

    #[test]
    fn no_word_of_a_sentence_governs_a_name() {
        let days = Days {
            from: "2023-10-08",
            to: "2023-10-09",
        };
        for lang in ["en", "fr", "es", "ar"] {
            for name in NAMES {
                let meeting = Meeting {
                    title: name,
                    event: Some(name),
                    place: Some(name),
                    days: Some(days),
                };
                for sentence in [
                    Sentence::Title { track: name },
                    Sentence::MessagesTitle { event: name },
                    Sentence::PlaceAndDates {
                        place: Some(name),
                        days: Some(days),
                    },
                    Sentence::HavingMet {
                        place: Some(name),
                        forum: Some(name),
                        days,
                        theme: Some(name),
                    },
                    Sentence::Recalling {
                        forum: name,
                        theme: name,
                    },
                    Sentence::NotingMeetings {
                        meetings: vec![meeting, meeting],
                    },
                    Sentence::Addressed { addressee: name },
                ] {
                    let said = words(lang).say(&sentence);
                    let pieces: Vec<&str> = said.split(name).collect();
                    assert!(pieces.len() > 1, "{lang}: {said}");
                    for before in &pieces[..pieces.len() - 1] {
                        let last = before.trim_end().chars().next_back();
                        assert!(
                            last.is_none_or(|last| ":(“«,;،؛".contains(last)),
                            "{lang}: {said}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_preamble_opens_in_four_languages() {
        let check = |lang: &str, forum, place, theme, expected: [&str; 2]| {
            let days = Days {
                from: "2023-10-08",
                to: "2023-10-09",
            };
            let having_met = Sentence::HavingMet {
                place: Some(place),
                forum: Some(forum),
                days,
                theme: Some(theme),
            };
            let recalling = Sentence::Recalling { forum, theme };
            let said = [having_met, recalling].map(|sentence| {
                words(lang)
                    .say(&sentence)
                    .replace(['\u{a0}', '\u{202f}'], " ")
            });
            assert_eq!(said, expected);
        };
        check(
            "en",
            "World Water Conference",
            "The Hague, Netherlands",
            "Water for All",
            [
                "*Having met* on 8 and 9 October 2023 (World Water Conference; The Hague, Netherlands), under the theme “Water for All”,",
                "*Recalling* the overarching theme, “Water for All” (World Water Conference),",
            ],
        );
        check(
            "fr",
            "Conférence mondiale sur l’eau",
            "Le Caire, Égypte",
            "L’eau pour tous",
            [
                "*Nous étant réunis* les 8 et 9 octobre 2023 (Conférence mondiale sur l’eau ; Le Caire, Égypte) sur le thème « L’eau pour tous »,",
                "*Rappelant* le thème général « L’eau pour tous » (Conférence mondiale sur l’eau),",
            ],
        );
        check(
            "es",
            "Cumbre Mundial del Agua",
            "El Cairo, Egipto",
            "Agua para todos",
            [
                "*Habiéndonos reunido* los días 8 y 9 de octubre de 2023 (Cumbre Mundial del Agua; El Cairo, Egipto) bajo el lema «Agua para todos»,",
                "*Recordando* el lema general, «Agua para todos» (Cumbre Mundial del Agua),",
            ],
        );
        check(
            "ar",
            "القمة العالمية للمياه",
            "القاهرة، مصر",
            "الماء للجميع",
            [
                "*وقد اجتمعنا* يومي 8 و9 تشرين الأول/أكتوبر 2023 (القمة العالمية للمياه؛ القاهرة، مصر) تحت شعار «الماء للجميع»،",
                "*وإذ نستذكر* الموضوع العام «الماء للجميع» (القمة العالمية للمياه)،",
            ],
        );
    }

    #[test]
    fn a_meeting_is_placed_by_its_town_and_country() {
        for (place, expected) in [
            ("Main auditorium, Tampere, Finland", "Tampere, Finland"),
            ("قاعة المؤتمرات، القاهرة، مصر", "القاهرة، مصر"),
            ("Kyoto", "Kyoto"),
        ] {
            assert_eq!(town_and_country(place), expected);
        }
    }
}
