//! Whether a text names someone who took part in a session under the Chatham House Rule.

use model::session::{Attribution, Session};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use crate::diagnostic::Diagnostic;

/// How a text names someone whom it must not name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    /// The whole name stands in it.
    Name,
    /// A word of it that may be a name of the person, or may be a word as any other.
    PerhapsName(String),
}

impl Told {
    /// What is said of the text.
    pub(crate) fn finding(&self) -> Diagnostic {
        match self {
            Self::Name => Diagnostic::error("outline-name-told", "outline-name-told-hint"),
            Self::PerhapsName(word) => {
                Diagnostic::warning("outline-name-perhaps", "outline-name-perhaps-hint")
                    .with("name", word)
            }
        }
    }
}

/// How a text names someone of a session whose speakers are not named; `None` where it does not, or may.
pub(crate) fn name_told(session: &Session, text: &str) -> Option<Told> {
    if session.attribution != Attribution::ChathamHouse {
        return None;
    }
    let text = words(text);
    let names = session.people.iter().map(|person| Name::of(&person.name));
    let mut perhaps = None;
    for name in names {
        let length = name.whole.len().max(1);
        if text.windows(length).any(|some| is_same(some, &name.whole)) {
            return Some(Told::Name);
        }
        perhaps = perhaps.or_else(|| name.perhaps_in(&text));
    }
    perhaps.map(Told::PerhapsName)
}

/// What stands before a name and is no part of it, apart from what ends in a full stop.
const TITLES: [&str; 13] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "hon",
    "sir",
    "mme",
    "mlle",
    "السيد",
    "السيدة",
];

/// A name, as it is looked for.
struct Name {
    whole: Vec<Word>,
    /// What may be the family name.
    families: Vec<Vec<Word>>,
}

impl Name {
    fn of(name: &str) -> Self {
        // What is in brackets, and what follows a comma unless it is the given name, is no part of a name.
        let name = name.split('(').next().unwrap_or_default();
        let (before, after) = name.split_once(',').unwrap_or((name, ""));
        let is_reversed = !after.trim().is_empty() && before.split_whitespace().count() == 1;
        let all: Vec<&str> = if is_reversed { name } else { before }
            .split_whitespace()
            .collect();
        let titles = all.iter().take_while(|part| is_title(part)).count();
        let parts = &all[titles..];
        let whole = if parts.len() > 1 { parts } else { &all };
        let in_capitals: Vec<&str> = parts
            .iter()
            .copied()
            .filter(|p| is_in_capitals(p))
            .collect();
        let families = if all.len() < 2 {
            Vec::new()
        } else if is_reversed {
            vec![before]
        } else if (1..parts.len()).contains(&in_capitals.len()) {
            in_capitals
        } else {
            // Family names stand first or last, or are two; which of them, a name does not say.
            match parts {
                [first, .., second, last] if second.chars().count() > 2 => {
                    vec![*first, *last, *second]
                }
                [first, .., last] => vec![*first, *last],
                only => only.to_vec(),
            }
        };
        let families = families.into_iter().map(words);
        Self {
            whole: whole.iter().flat_map(|part| words(part)).collect(),
            families: families.filter(|family| is_telling(family)).collect(),
        }
    }

    /// The word of a text that may be this name.
    fn perhaps_in(&self, text: &[Word]) -> Option<String> {
        let family = self.families.iter().find_map(|family| {
            let mut places = text
                .windows(family.len())
                .filter(|found| is_same(found, family));
            places.find(|found| found[0].is_capital).map(as_written)
        });
        family.or_else(|| {
            // Scripts without capitals also write particles into the same word: "and", "to", "of".
            let is_caseless =
                is_telling(&self.whole) && self.whole.iter().all(|word| !word.is_cased);
            let is_inside = is_caseless && folded(text).contains(&folded(&self.whole));
            is_inside.then(|| as_written(&self.whole))
        })
    }
}

/// Whether words of a name can be looked for alone: no single letter, and no particle such as "van".
fn is_telling(part: &[Word]) -> bool {
    let letters: usize = part.iter().map(|word| word.folded.chars().count()).sum();
    letters > 1 && part.first().is_some_and(|word| word.is_capital)
}

fn is_title(part: &str) -> bool {
    part.ends_with('.') || TITLES.contains(&part.to_lowercase().as_str())
}

fn is_in_capitals(part: &str) -> bool {
    let mut letters = part.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

fn is_same(some: &[Word], others: &[Word]) -> bool {
    let mut pairs = some.iter().zip(others);
    some.len() == others.len() && pairs.all(|(one, other)| one.folded == other.folded)
}

fn as_written(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.written.as_str()).collect();
    words.join(" ")
}

fn folded(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    words.join(" ")
}

/// A word of a text or of a name.
#[derive(Debug)]
struct Word {
    written: String,
    /// The same for all ways of writing it.
    folded: String,
    /// Whether it is written in a script that has capitals.
    is_cased: bool,
    /// Whether it begins as a name does: with a capital, where there are any.
    is_capital: bool,
}

/// The words of a text: by Unicode's boundaries, and apart at apostrophes, as in "d’Ann" and "Ann's".
fn words(text: &str) -> Vec<Word> {
    let text: String = text.nfc().filter(|letter| !is_invisible(*letter)).collect();
    text.unicode_words()
        .flat_map(|word| word.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let first = word.chars().next().unwrap_or_default();
            Word {
                written: word.to_owned(),
                folded: word.to_lowercase(),
                is_cased: word.chars().any(|c| c.is_uppercase() || c.is_lowercase()),
                is_capital: !first.is_lowercase(),
            }
        })
        .collect()
}

/// Soft hyphens, joiners and marks of direction.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
