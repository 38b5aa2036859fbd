//! Whether a text names someone who took part in a session under the Chatham House Rule.
//!
//! A text **names** someone, and is kept out, where it holds
//!
//! - a name of several words, in the order of the list or with the family name at its other end, without what stands
//!   in brackets and without initials, or its first word beside one of its family names; in small letters only as the
//!   list has it, since "young hope" names nobody called Hope Young; never across the signs of a sentence, and across a
//!   comma only where the list has it;
//! - a name of one word where it stands as a name: with a capital that no beginning of a sentence asks for, or after a
//!   title. Where it begins a sentence, or in a script without capitals, it is only warned of; in small letters ("States
//!   will report", where a list has "Will") it is a word as any other, and nothing is said.
//!
//! A text **may name** someone, which is warned of and keeps nothing out, where it holds with a capital what may be the
//! family name: the words in capitals or before the comma of a list that marks it so, otherwise the first, the last and
//! the one before the last; or a short name in small letters ("un an le matin", where a list has "An Le"). Titles, letters behind a name and particles ("van", "de la", "al-") are none; a particle
//! that may be a name itself ("Le", "Do") counts where it stands as a name. Up to three capitals may as well be
//! initials, so that the other words are looked for too.
//!
//! An entry of the list may hold several names ("Moderator: Ann Smith / Bob Jones") or none ("Interpreter", "TBC"). What
//! may be a house or a country ("Parliament of Kenya", "IPU", "Ann Smith / Kenya") is only warned of, and so are words
//! in brackets and behind a comma, which may be another name.
//!
//! Everything is compared word by word, without accents and as if "ß" were "ss"; Arabic without vowel signs, hamzas and
//! the particles written into the same word.

mod entry;
mod name;
mod offices;
#[cfg(test)]
mod tests;
mod word;

use std::collections::{BTreeSet, HashMap};

use model::{id::SessionId, session::Session};

use self::name::Name;
pub use self::word::Text;
use crate::diagnostic::Diagnostic;

/// How a text names someone whom it must not name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// These words of it are the name.
    Name(String),
    /// A word of it that may be a name of the person, or may be a word as any other.
    PerhapsName(String),
}

impl Told {
    /// Whether it is beyond doubt, so that the text must be kept out.
    pub fn is_name(&self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// What is said of the text.
    pub(crate) fn finding(&self) -> Diagnostic {
        match self {
            Self::Name(words) => {
                Diagnostic::error("outline-name-told", "outline-name-told-hint").with("name", words)
            }
            Self::PerhapsName(word) => {
                Diagnostic::warning("outline-name-perhaps", "outline-name-perhaps-hint")
                    .with("name", word)
            }
        }
    }

    /// What is said of the words that a paragraph keeps of its source.
    pub(crate) fn finding_in_source(&self) -> Diagnostic {
        match self {
            Self::Name(words) => Diagnostic::error("check-source-names", "check-source-names-hint")
                .with("name", words),
            Self::PerhapsName(word) => {
                Diagnostic::warning("check-source-perhaps-names", "check-source-names-hint")
                    .with("name", word)
            }
        }
    }
}

/// The people of an edition whom no text may name, by session; taking their names apart once serves all texts.
pub struct Unnamed<'a> {
    sessions: HashMap<&'a SessionId, People>,
}

impl<'a> Unnamed<'a> {
    /// Those of the sessions that were held under the Chatham House Rule.
    pub fn of(sessions: impl IntoIterator<Item = &'a Session>) -> Self {
        let unnamed = sessions
            .into_iter()
            .filter(|session| !session.attribution.may_name());
        let people = unnamed.map(|session| {
            let names = session
                .people
                .iter()
                .flat_map(|person| entry::names(&person.name));
            (&session.id, People::of(names.collect()))
        });
        Self {
            sessions: people.collect(),
        }
    }

    /// The people of a session; `None` where they may be named.
    pub fn in_session(&self, id: &SessionId) -> Option<&People> {
        self.sessions.get(id)
    }

    /// The people of each session in which they may not be named.
    pub fn in_any_session(&self) -> impl Iterator<Item = &People> {
        self.sessions.values()
    }
}

/// Those who took part in a session and may not be named.
pub struct People {
    names: Vec<Name>,
    /// The names, by the words that they begin with.
    beginnings: HashMap<String, Vec<usize>>,
    /// Those that may begin inside a word.
    anywhere: Vec<usize>,
}

impl People {
    fn of(names: Vec<Name>) -> Self {
        let mut beginnings: HashMap<String, Vec<usize>> = HashMap::new();
        let mut anywhere = Vec::new();
        for (i, name) in names.iter().enumerate() {
            match name.beginnings() {
                Some(words) => {
                    for word in words {
                        beginnings.entry(word.to_owned()).or_default().push(i);
                    }
                }
                None => anywhere.push(i),
            }
        }
        Self {
            names,
            beginnings,
            anywhere,
        }
    }

    /// The names of which a text holds a beginning, in the order of the list.
    fn likely_in(&self, text: &Text) -> Vec<&Name> {
        let begun = text
            .words
            .iter()
            .filter_map(|word| self.beginnings.get(&word.folded));
        let likely: BTreeSet<usize> = begun.flatten().chain(&self.anywhere).copied().collect();
        likely.iter().filter_map(|i| self.names.get(*i)).collect()
    }

    /// How a text names one of them; `None` where it does not. What is beyond doubt goes before what is not.
    pub fn told_in(&self, text: &Text) -> Option<Told> {
        let names = self.likely_in(text);
        let beyond_doubt = names.iter().find_map(|name| name.told_in(text));
        let perhaps = || names.iter().find_map(|name| name.perhaps_in(text));
        beyond_doubt
            .map(Told::Name)
            .or_else(|| perhaps().map(Told::PerhapsName))
    }
}
