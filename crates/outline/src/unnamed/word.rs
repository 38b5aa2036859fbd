//! The words of names and texts, and what is the same about them however they are written.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// A text in which names are looked for.
pub struct Text {
    pub(super) words: Vec<Word>,
    /// The same as if nobody wrote initials, where there are any: "Ann B. Smith" is "Ann Smith".
    pub(super) without_initials: Option<Vec<Word>>,
}

impl Text {
    /// Takes a text apart into its words.
    pub fn of(text: &str) -> Self {
        let words = words(text);
        Self {
            without_initials: without_initials(&words),
            words,
        }
    }
}

fn without_initials(words: &[Word]) -> Option<Vec<Word>> {
    if !words.iter().any(Word::is_initial) {
        return None;
    }
    let mut left_out = Sign::Nothing;
    let mut rest = Vec::new();
    for word in words {
        let before = left_out.max(word.before);
        if word.is_initial() {
            left_out = before;
        } else {
            rest.push(Word {
                before,
                ..word.clone()
            });
            left_out = Sign::Nothing;
        }
    }
    Some(rest)
}

/// The commas that may stand inside a name.
pub(super) const COMMAS: &[char] = &[',', '،', '，'];

/// What stands between a word and the one before it, as far as names go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// Nothing that parts a name.
    Nothing,
    /// A comma: some lists write one into a name.
    Comma,
    /// The end of a sentence or of a part of it.
    Stop,
}

impl Sign {
    fn between(last: &Word, between: &str) -> Self {
        const STOPS: &[char] = &[
            '!', '?', '…', ':', ';', '。', '！', '？', '：', '；', '؟', '؛', '¿', '¡', '•',
        ];
        /// The longest words that a name has with a full stop: "Ann St. John".
        const ABBREVIATED: usize = 3;
        let is_abbreviated = last.is_capital && last.letters() <= ABBREVIATED;
        if between.contains(STOPS) || between.contains('.') && !is_abbreviated {
            Self::Stop
        } else if between.contains(COMMAS) || between.contains('、') {
            Self::Comma
        } else {
            Self::Nothing
        }
    }
}

/// A word of a text or of a name.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) written: String,
    /// The same for all ways of writing it.
    pub(super) folded: String,
    /// Whether it is written in a script that has capitals.
    pub(super) is_cased: bool,
    /// Whether it begins as a name does: with a capital, where there are any.
    pub(super) is_capital: bool,
    pub(super) is_after_title: bool,
    pub(super) before: Sign,
    /// Whether it is written as only names are: with a capital inside a sentence, or after a title.
    pub(super) stands_as_name: bool,
}

impl Word {
    pub(super) fn letters(&self) -> usize {
        self.folded.chars().count()
    }

    pub(super) fn is_initial(&self) -> bool {
        self.is_cased && self.is_capital && self.letters() == 1
    }

    pub(super) fn is_in_capitals(&self) -> bool {
        let mut letters = self.written.chars().filter(|c| c.is_alphabetic());
        letters.all(char::is_uppercase)
    }

    /// Whether it is the other word, also with Arabic particles written into it: "and", "to", "of", the article.
    pub(super) fn carries(&self, other: &Self) -> bool {
        /// More letters than a word of grammar has.
        const LONG: usize = 3;
        if self.folded == other.folded {
            // A word on every page, "on", which is also how some write the name Ali.
            return self.written != "على" || other.written == "على";
        }
        let is_long = |stem: &&str| stem.chars().count() >= LONG;
        let article = other.folded.strip_prefix("ال").filter(is_long);
        let stem = article.unwrap_or(&other.folded);
        if !is_arabic(stem) || !is_long(&stem) || self.written.ends_with("على") {
            return false;
        }
        let Some(particles) = self.folded.strip_suffix(stem) else {
            return false;
        };
        let and = particles.strip_prefix(['و', 'ف']).unwrap_or(particles);
        match and {
            "" | "ب" | "ك" | "ل" => true,
            "ال" | "لل" | "بال" | "كال" => article.is_some(),
            _ => false,
        }
    }
}

pub(super) fn is_arabic(word: &str) -> bool {
    word.starts_with(|c| matches!(c, '\u{620}'..='\u{6ff}'))
}

/// What stands before a name and is no part of it, folded.
pub(super) const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "hon",
    "rt",
    "sir",
    "lord",
    "lady",
    "dame",
    "baroness",
    "senator",
    "minister",
    "president",
    "ambassador",
    "deputy",
    "m",
    "mme",
    "mlle",
    "pr",
    "depute",
    "deputee",
    "senateur",
    "senatrice",
    "ministre",
    "presidente",
    "ambassadeur",
    "ambassadrice",
    "sr",
    "sra",
    "srta",
    "dra",
    "diputado",
    "diputada",
    "senador",
    "senadora",
    "ministro",
    "ministra",
    "embajador",
    "embajadora",
    "السيد",
    "السيده",
    "الانسه",
    "الدكتور",
    "الدكتوره",
    "الاستاذ",
    "الاستاذه",
    "النايب",
    "النايبه",
    "الوزير",
    "الوزيره",
    "السفير",
    "السفيره",
    "معالي",
    "سعاده",
    "الشيخ",
    "د",
    "honourable",
    "honorable",
    "excellency",
];
/// Those that are a word as any other unless they are in capitals.
const TITLES_IN_CAPITALS: &[&str] = &["HE", "HRH", "SE", "SEM"];

/// Whether a word is a title. In small letters it is a word as any other.
pub(super) fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let is_small = word.starts_with(char::is_lowercase);
    TITLES_IN_CAPITALS.contains(&word) || !is_small && TITLES.contains(&folded_word(word).as_str())
}

/// The words of a text: by Unicode's boundaries, and apart at apostrophes, as in "d’Ann" and "Ann's".
pub(super) fn words(text: &str) -> Vec<Word> {
    let text: String = text.nfc().filter(|letter| !is_invisible(*letter)).collect();
    let is_apart = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
    // Where all is in capitals, they say nothing.
    let has_small_letters = text.contains(char::is_lowercase);
    let mut found: Vec<Word> = Vec::new();
    let mut end = 0;
    for (mut at, word) in text.unicode_word_indices() {
        for piece in word.split_inclusive(is_apart) {
            let written = piece.trim_end_matches(is_apart);
            if !written.is_empty() {
                let between = &text[end..at];
                let is_after_title = found.last().is_some_and(|last| {
                    is_title(&last.written) && between.trim().trim_start_matches('.').is_empty()
                });
                let is_first = found
                    .last()
                    .is_none_or(|last| begins_sentence(last, between));
                let before = found.last();
                let before = before.map_or(Sign::Nothing, |last| Sign::between(last, between));
                let is_cased = written
                    .chars()
                    .any(|c| c.is_uppercase() || c.is_lowercase());
                let is_capital = !written.starts_with(char::is_lowercase);
                let stands_out = is_cased && has_small_letters && !is_first;
                found.push(Word {
                    written: written.to_owned(),
                    folded: folded_word(written),
                    is_cased,
                    is_capital,
                    is_after_title,
                    before,
                    stands_as_name: is_capital && (is_after_title || stands_out),
                });
                end = at + written.len();
            }
            at += piece.len();
        }
    }
    found
}

/// Whether a sentence, a quotation or a bracket begins between a word and the next.
fn begins_sentence(last: &Word, between: &str) -> bool {
    const BEGINNINGS: &[char] = &[
        '.', '!', '?', '…', ':', '\n', '\r', '。', '！', '？', '؟', '¿', '¡', '"', '“', '”', '„',
        '«', '‘', '(', ')', '[', '•',
    ];
    // The full stop of an initial ends no sentence.
    let is_initial = last.is_initial() && between.trim_end() == ".";
    !is_initial && between.contains(BEGINNINGS)
}

pub(super) fn is_same(some: &[Word], others: &[Word]) -> bool {
    let mut pairs = some.iter().zip(others);
    some.len() == others.len() && pairs.all(|(one, other)| one.folded == other.folded)
}

pub(super) fn as_written(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.written.as_str()).collect();
    words.join(" ")
}

pub(super) fn folded(words: &[Word], between: &str) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    words.join(between)
}

/// A word without what people leave out or write in several ways: capitals, accents, Arabic vowel signs and hamzas.
pub(super) fn folded_word(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    let letters = word.nfkd().filter(|letter| !is_accent(*letter));
    for letter in letters.flat_map(char::to_lowercase) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ς' => folded.push('σ'),
            'ٱ' => folded.push('ا'),
            'ى' | 'ی' => folded.push('ي'),
            'ک' => folded.push('ك'),
            'ة' => folded.push('ه'),
            letter if is_accent(letter) => {}
            letter => folded.push(letter),
        }
    }
    folded
}

/// Signs above and below letters, also the hamza, and the stroke that stretches Arabic words. Those of other scripts
/// tell words apart.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Soft hyphens, joiners and marks of direction.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
