//! Whether a text names someone who took part in a session under the Chatham House Rule.
//!
//! A text **names** someone, and is kept out, where it holds
//!
//! - a name of several words, in the order of the list or with the family name at its other end, without what stands
//!   in brackets and without initials, or its first word beside one of its family names; in small letters only as the
//!   list has it, since "young hope" names nobody called Hope Young;
//! - a name of one word where it stands as a name: with a capital that no beginning of a sentence asks for, or after a
//!   title. Where it begins a sentence, or in a script without capitals, it is only warned of; in small letters ("States
//!   will report", where a list has "Will") it is a word as any other, and nothing is said.
//!
//! A text **may name** someone, which is warned of and keeps nothing out, where it holds with a capital what may be the
//! family name: the words in capitals or before the comma of a list that marks it so, otherwise the first, the last and
//! the one before the last. Titles, letters behind a name and particles ("van", "de la", "al-") are none; a particle
//! that may be a name itself ("Le", "Do") counts where it stands as a name. Up to three capitals may as well be
//! initials, so that the other words are looked for too.
//!
//! Everything is compared word by word, without accents and as if "ß" were "ss"; Arabic without vowel signs, hamzas and
//! the particles written into the same word.

mod name;
#[cfg(test)]
mod tests;
mod word;

use model::session::{Attribution, Session};

use self::{name::Name, word::Text};
use crate::diagnostic::Diagnostic;

/// How a text names someone whom it must not name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The name stands in it.
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

    /// What is said of the words that a paragraph keeps of its source.
    pub(crate) fn finding_in_source(&self) -> Diagnostic {
        match self {
            Self::Name => Diagnostic::error("check-source-names", "check-source-names-hint"),
            Self::PerhapsName(word) => {
                Diagnostic::warning("check-source-perhaps-names", "check-source-names-hint")
                    .with("name", word)
            }
        }
    }
}

/// How a text names someone of a session whose speakers are not named; `None` where it does not, or may.
pub fn name_told(session: &Session, text: &str) -> Option<Told> {
    if session.attribution != Attribution::ChathamHouse {
        return None;
    }
    let text = Text::of(text);
    let mut perhaps = None;
    for person in &session.people {
        let name = Name::of(&person.name);
        if name.is_told_in(&text) {
            return Some(Told::Name);
        }
        perhaps = perhaps.or_else(|| name.perhaps_in(&text));
    }
    perhaps.map(Told::PerhapsName)
}
