//! What a programme lists as one participant: a name, several, or an office that names nobody.

use unicode_normalization::UnicodeNormalization;

use super::{
    name::Name,
    offices::{BESIDE_OFFICES, OFFICES},
    word::{COMMAS, Word, is_arabic, is_title, words},
};

/// The names in an entry of the list.
pub(super) fn names(entry: &str) -> Vec<Name> {
    let (outside, inside) = by_brackets(entry);
    if words(&outside).is_empty() {
        return names_outside(&inside);
    }
    let mut names = names_outside(&outside);
    names.extend(inside.split(SIGNS).filter_map(named_beside));
    names
}

const SIGNS: &[char] = &[':', ';', '/', '&', '+', '|', '\n', '：', '；', '؛', '、'];

fn names_outside(entry: &str) -> Vec<Name> {
    let pieces: Vec<Piece> = entry.split(SIGNS).flat_map(pieces).collect();
    let has_person = pieces.iter().any(Piece::is_several);
    let mut names = Vec::new();
    for piece in pieces {
        let is_house = matches!(&piece.words[..], [only] if only.is_cased && only.is_in_capitals());
        if has_person && is_house {
            // Beside a person: "Ann Smith / IPU".
            continue;
        }
        // And one word is mostly a country or a firm: "Ann Smith / Kenya".
        if piece.is_doubtful || has_person && !piece.is_several() {
            names.push(Name::beside(piece.text));
            continue;
        }
        let also = joined_by_and(piece.text).into_iter().flatten();
        for name in std::iter::once(piece.text).chain(also) {
            names.push(Name::of(name));
            names.extend(other_spelling(name).map(|other| Name::of(&other)));
        }
        let after_commas = piece.text.split(COMMAS).skip(1);
        names.extend(after_commas.filter_map(named_beside));
    }
    names
}

/// A part of an entry that is no office.
struct Piece<'a> {
    text: &'a str,
    words: Vec<Word>,
    /// Whether it may as well be what a person does or speaks for.
    is_doubtful: bool,
}

impl Piece<'_> {
    fn is_several(&self) -> bool {
        self.words.len() > 1
    }
}

/// What dashes and words between names part. Behind a dash and behind a comma stands mostly an office, or a house.
fn pieces(part: &str) -> Vec<Piece<'_>> {
    let by_dashes = [" - ", " – ", " — "].iter().fold(vec![part], split_each);
    let mut found: Vec<Piece> = Vec::new();
    for beside_dash in by_dashes {
        let has_person = found.iter().any(Piece::is_several);
        let by_words = [" and ", " et ", " und "]
            .iter()
            .fold(vec![beside_dash], split_each);
        let has_comma = by_words.first().is_some_and(|first| first.contains(COMMAS));
        let pieces = by_words.into_iter().enumerate().map(|(i, text)| Piece {
            text,
            words: words(text),
            is_doubtful: has_person || has_comma && i > 0,
        });
        found.extend(pieces.filter(|piece| !piece.words.is_empty() && !is_office(&piece.words)));
    }
    found
}

fn split_each<'a>(parts: Vec<&'a str>, by: &&str) -> Vec<&'a str> {
    parts.into_iter().flat_map(|part| part.split(by)).collect()
}

/// What stands beside a name and may be another: several words behind those in small letters, as in "on behalf of Bob
/// Jones", or one in another script, as in "Kim Min-su (김민수)".
fn named_beside(part: &str) -> Option<Name> {
    let name = part.trim_start_matches(|c: char| !c.is_alphanumeric() || c.is_lowercase());
    let words = words(name);
    let is_name = match &words[..] {
        [] => false,
        [only] => !only.is_cased && !is_arabic(&only.folded),
        _ => true,
    };
    (is_name && !is_office(&words)).then(|| Name::beside(name))
}

/// The name as people write it who lack the letters: "Mueller", "OBrien", "Minsu".
fn other_spelling(name: &str) -> Option<String> {
    let mut other = String::with_capacity(name.len());
    for letter in name.nfc() {
        match letter {
            'ä' | 'Ä' | 'æ' | 'Æ' => other.push_str("ae"),
            'ö' | 'Ö' | 'ø' | 'Ø' => other.push_str("oe"),
            'ü' | 'Ü' => other.push_str("ue"),
            '\'' | '’' | 'ʼ' | '-' | '‑' => {}
            letter => other.push(letter),
        }
    }
    (other != name).then_some(other)
}

/// Two names with a word for "and" between them that names have too ("Ortega y Gasset"), or that stands before another
/// letter of the same word, as in Arabic: each of several words.
fn joined_by_and(piece: &str) -> Option<[&str; 2]> {
    let is_several = |part: &str| words(part).len() > 1;
    [" y ", " e ", " و"]
        .iter()
        .filter_map(|and| piece.split_once(and))
        .find(|(one, other)| is_several(one) && is_several(other))
        .map(<[&str; 2]>::from)
}

/// Whether all words are of offices and the like, with a number perhaps: "Remote moderator", "Speaker 2", "TBC". A title
/// is one where no name follows: "The Minister", not "Mr. Le".
fn is_office(words: &[Word]) -> bool {
    let is_of_office = |word: &Word| OFFICES.contains(&word.folded.as_str());
    let is_beside = |word: &Word| {
        let is_number = word.folded.chars().all(char::is_numeric);
        is_number
            || word.letters() == 1
            || is_title(&word.written)
            || BESIDE_OFFICES.contains(&word.folded.as_str())
    };
    let ends_in_title = words.last().is_some_and(|last| is_title(&last.written));
    (ends_in_title || words.iter().any(is_of_office))
        && words
            .iter()
            .all(|word| is_of_office(word) || is_beside(word))
}

/// What stands outside the brackets of an entry, and what inside: a nickname, an office, the name in another script.
fn by_brackets(entry: &str) -> (String, String) {
    let mut depth = 0_usize;
    let (mut outside, mut inside) = (String::new(), String::new());
    for letter in entry.chars() {
        match letter {
            '(' | '[' | '（' => {
                depth += 1;
                outside.push(' ');
                inside.push('\n');
            }
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            letter if depth == 0 => outside.push(letter),
            letter => inside.push(letter),
        }
    }
    (outside, inside)
}
