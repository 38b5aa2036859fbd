//! Days in words.

use jiff::civil::Date;

use super::Words;

/// A day in words, "9 October 2023"; what is no day stays as it stands.
pub fn date(words: &Words, day: &str) -> String {
    match parse(day) {
        Some(date) => full(words, date, "document-day"),
        None => day.to_owned(),
    }
}

/// Where days in words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// By themselves: "8 and 9 October 2023", "29–31 August 2023".
    Alone,
    /// In a table: "8–9 October 2023".
    Short,
    /// In a sentence: "on 8 and 9 October 2023".
    InSentence,
}

/// Days in words.
pub fn days(words: &Words, from: &str, to: &str, how: Days) -> String {
    let (Some(first), Some(last)) = (parse(from), parse(to)) else {
        return date(words, from);
    };
    let prefix = if how == Days::InSentence {
        "document-on-day"
    } else {
        "document-day"
    };
    if last <= first {
        return full(words, first, prefix);
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        let kind = if last.day() - first.day() == 1 && how != Days::Short {
            "two"
        } else {
            "more"
        };
        return words.get(
            &format!("{prefix}s-{kind}"),
            &[
                ("first", (&day_number(words, first)).into()),
                ("last", (&last.day().to_string()).into()),
                ("month", (&month(words, first)).into()),
                ("year", (&first.year().to_string()).into()),
            ],
        );
    }
    let opening = if first.year() == last.year() {
        "document-day-without-year"
    } else {
        "document-day"
    };
    let (first, last) = (
        full(words, first, opening),
        full(words, last, "document-day"),
    );
    words.get(
        &format!("{prefix}s-across"),
        &[("first", (&first).into()), ("last", (&last).into())],
    )
}

fn full(words: &Words, date: Date, key: &str) -> String {
    words.get(
        key,
        &[
            ("day", (&day_number(words, date)).into()),
            ("month", (&month(words, date)).into()),
            ("year", (&date.year().to_string()).into()),
        ],
    )
}

/// The number of the day; French writes the first as an ordinal.
fn day_number(words: &Words, date: Date) -> String {
    if date.day() == 1 && words.lang().as_str() == "fr" {
        "1er".to_owned()
    } else {
        date.day().to_string()
    }
}

fn month(words: &Words, date: Date) -> String {
    words.word(&format!("document-month-{}", date.month()))
}

/// The day of `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
pub(crate) fn parse(time: &str) -> Option<Date> {
    time.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: &str, from: &str, to: &str, expected: [&str; 2]) {
        let words = Words::new(
            &lang
                .parse()
                .unwrap_or_else(|_| model::language::Lang::english()),
        );
        let said = [Days::Alone, Days::InSentence]
            .map(|how| days(&words, from, to, how))
            .map(|s| s.replace('\u{a0}', " "));
        assert_eq!(said, expected, "{lang}");
    }

    #[test]
    fn days_are_said_in_four_languages() {
        check(
            "en",
            "2023-10-08",
            "2023-10-09",
            ["8 and 9 October 2023", "on 8 and 9 October 2023"],
        );
        check(
            "en",
            "2023-08-29",
            "2023-08-31",
            ["29–31 August 2023", "from 29 to 31 August 2023"],
        );
        check(
            "en",
            "2023-08-29T10:00",
            "2023-09-01",
            [
                "29 August to 1 September 2023",
                "from 29 August to 1 September 2023",
            ],
        );
        check(
            "en",
            "2023-06-19",
            "2023-06-19T18:30",
            ["19 June 2023", "on 19 June 2023"],
        );
        check(
            "fr",
            "2023-12-31",
            "2024-01-01",
            [
                "31 décembre 2023 au 1er janvier 2024",
                "du 31 décembre 2023 au 1er janvier 2024",
            ],
        );
        check(
            "es",
            "2023-10-08",
            "2023-10-09",
            [
                "8 y 9 de octubre de 2023",
                "los días 8 y 9 de octubre de 2023",
            ],
        );
        check(
            "ar",
            "2023-10-08",
            "2023-10-09",
            [
                "8 و9 تشرين الأول/أكتوبر 2023",
                "يومي 8 و9 تشرين الأول/أكتوبر 2023",
            ],
        );
        check("en", "soon", "later", ["soon", "soon"]);
    }
}
