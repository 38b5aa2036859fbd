//! A name as a programme lists it, taken apart into what a text may call the person.

use std::collections::HashSet;

use super::{
    offices::{HOUSES, OFFICES},
    word::{
        COMMAS, Sign, Text, Word, as_written, folded, folded_word, is_arabic, is_same, is_title,
        words,
    },
};

/// A name, as it is looked for.
pub(super) struct Name {
    /// What names the person beyond doubt, first as the list has it; each several words.
    wholes: Vec<Whole>,
    /// The only word of a name of one word.
    single: Option<Single>,
    /// What may be the family name.
    families: Vec<Vec<Word>>,
    /// Whether it may be no person's, so that it is only warned of.
    is_doubtful: bool,
}

struct Whole {
    words: Vec<Word>,
    /// Before which word the list has a comma.
    comma: Option<usize>,
}

struct Single {
    word: Word,
    /// Whether the list itself gives it a title, which makes it a family name, or writes it in capitals, as a house.
    is_sure_after_title: bool,
}

impl Name {
    pub(super) fn of(name: &str) -> Self {
        let mut pieces = name.split(COMMAS);
        let listed = Listed::of(pieces.next().unwrap_or_default());
        let after = units(&Listed::of(pieces.next().unwrap_or_default()).parts);
        let before = units(&listed.parts);
        let has_capitals = words(name)
            .iter()
            .any(|word| word.is_cased && word.is_capital);
        let is_telling = |unit: &Unit| unit.is_telling(has_capitals);
        let is_reversed =
            !after.is_empty() && (before.len() == 1 || before.iter().all(Unit::is_in_capitals));
        let mut comma = None;
        let mut wholes = Vec::new();
        let families: Vec<Vec<Word>> = if is_reversed {
            comma = Some(joined(&before).len());
            wholes.extend(turned(&[&before[..], &after[..]].concat()));
            wholes.extend(shortened(&[&after[..], &before[..]].concat(), is_telling));
            before.iter().flat_map(Unit::family).collect()
        } else {
            // What follows a comma is mostly an office; where it is the given name, this is the usual order.
            wholes.push(joined(&[&after[..], &before[..]].concat()));
            let (core, families) = families(&before, is_telling);
            wholes.extend(turned(&before));
            wholes.extend(turned(&core));
            wholes.extend(shortened(&core, is_telling));
            families
        };
        let word = joined(&before);
        let is_single = word.len() == 1 && word[0].letters() > 1 && after.is_empty();
        let single = is_single.then(|| Single {
            word: word[0].clone(),
            is_sure_after_title: listed.has_title || before[0].is_in_capitals(),
        });
        if listed.has_title && before.len() == 1 {
            wholes.push(words(name));
        }
        wholes.retain(|whole| whole.len() > 1);
        let is_name = |family: &Vec<Word>| is_telling(&Unit::of_words(family.clone()));
        let is_family = single
            .as_ref()
            .is_none_or(|single| single.is_sure_after_title);
        Self {
            wholes: wholes
                .into_iter()
                .enumerate()
                .map(|(i, words)| Whole {
                    words,
                    comma: comma.filter(|_| i == 0),
                })
                .collect(),
            single,
            families: families
                .into_iter()
                .filter(|f| is_family && is_name(f))
                .collect(),
            is_doubtful: listed.is_of_house(),
        }
    }

    /// What stands beside a name and may be another, or a house: nothing but the whole of it is looked for.
    pub(super) fn beside(name: &str) -> Self {
        Self {
            families: Vec::new(),
            is_doubtful: true,
            ..Self::of(name)
        }
    }

    /// The folded words with one of which all that is looked for begins; none where other words may be written into the
    /// same word.
    pub(super) fn beginnings(&self) -> Option<HashSet<&str>> {
        let wholes = self.wholes.iter().map(|whole| whole.words.as_slice());
        let families = self.families.iter().map(Vec::as_slice);
        let single = self.single.as_ref();
        let single = single.map(|single| std::slice::from_ref(&single.word));
        let firsts = wholes
            .chain(families)
            .chain(single)
            .filter_map(<[Word]>::first);
        firsts
            .map(|first| first.is_cased.then_some(first.folded.as_str()))
            .collect()
    }

    /// The words of a text that are the name.
    pub(super) fn told_in(&self, text: &Text) -> Option<String> {
        let is_person = !self.is_doubtful;
        is_person.then(|| self.named_in(text)).flatten()
    }

    fn named_in(&self, text: &Text) -> Option<String> {
        let whole = self.wholes.iter().enumerate().find_map(|(i, whole)| {
            let is_listed = i == 0 && whole.letters() >= LONG;
            let mut places = whole.places(text);
            // "Young hope" names nobody called Hope Young: only as the list has it may a name stand in small letters.
            places
                .find(|found| is_listed || found.iter().all(may_be_of_a_name))
                .map(as_written)
        });
        whole.or_else(|| self.single_in(text))
    }

    fn single_in(&self, text: &Text) -> Option<String> {
        let single = self.single.as_ref()?;
        let is_single = |word: &&Word| {
            let is_whole = !single.is_sure_after_title || word.is_after_title;
            is_whole && word.stands_as_name && word.folded == single.word.folded
        };
        let found = text.words.iter().find(is_single);
        found.map(|word| word.written.clone())
    }

    /// The words of a text that may be this name.
    pub(super) fn perhaps_in(&self, text: &Text) -> Option<String> {
        let single = self
            .single
            .iter()
            .map(|single| std::slice::from_ref(&single.word));
        let mut families = self.families.iter().map(Vec::as_slice).chain(single);
        families
            .find_map(|family| family_in(family, text))
            .or_else(|| self.caseless_in(text))
            .or_else(|| {
                let listed = self.wholes.first()?;
                listed.places(text).next().map(as_written)
            })
            .or_else(|| self.named_in(text))
    }

    /// Scripts without capitals also write other words into the same word, or two words of a name as one.
    fn caseless_in(&self, text: &Text) -> Option<String> {
        let whole = self.wholes.first().map(|whole| whole.words.as_slice());
        // What Arabic writes into a single word is known.
        let single = self
            .single
            .as_ref()
            .filter(|single| !is_arabic(&single.word.folded))
            .map(|single| std::slice::from_ref(&single.word));
        let whole = whole.or(single)?;
        let letters: usize = whole.iter().map(Word::letters).sum();
        if letters < 2 || whole.iter().any(|word| word.is_cased) {
            return None;
        }
        let text = folded(&text.words, " ");
        let is_inside = |between: &&str| text.contains(&folded(whole, between));
        [" ", ""].iter().any(is_inside).then(|| as_written(whole))
    }
}

/// From how many letters on a name in small letters can be nothing else: "un an le matin" names nobody called An Le.
const LONG: usize = 6;

impl Whole {
    fn letters(&self) -> usize {
        self.words.iter().map(Word::letters).sum()
    }

    /// Where a text holds it, also between initials.
    fn places<'t>(&self, text: &'t Text) -> impl Iterator<Item = &'t [Word]> {
        let texts = [Some(&text.words), text.without_initials.as_ref()];
        texts
            .into_iter()
            .flatten()
            .flat_map(|words| words.windows(self.words.len()))
            .filter(|found| is_same(found, &self.words) && is_in_one_piece(found, self.comma))
    }
}

/// Whether no sign parts words that follow each other, but a comma before the one of that place.
fn is_in_one_piece(found: &[Word], comma: Option<usize>) -> bool {
    let mut signs = found.iter().map(|word| word.before).enumerate().skip(1);
    signs.all(|(i, sign)| sign == Sign::Nothing || sign == Sign::Comma && comma == Some(i))
}

/// Whether a word of a text is written as one of a name is: with a capital, unless it has no case or is a particle.
fn may_be_of_a_name(word: &Word) -> bool {
    !word.is_cased || word.is_capital || is_particle(&word.folded)
}

fn family_in(family: &[Word], text: &Text) -> Option<String> {
    if let [family] = family
        && !family.is_cased
    {
        let found = text.words.iter().find(|word| word.carries(family));
        return found.map(|_| family.written.clone());
    }
    // "Le" begins many a sentence in which nobody of that name took part.
    let is_particle = matches!(family, [only] if is_particle(&only.folded));
    let is_name = |word: &Word| {
        if is_particle {
            word.stands_as_name
        } else {
            word.is_capital
        }
    };
    let mut places = text
        .words
        .windows(family.len())
        .filter(|found| is_same(found, family) && is_in_one_piece(found, None));
    places
        .find(|found| found.iter().any(is_name))
        .map(as_written)
}

/// What a list says of somebody, without what is no part of the name.
struct Listed<'a> {
    parts: Vec<&'a str>,
    has_title: bool,
}

impl<'a> Listed<'a> {
    fn of(text: &'a str) -> Self {
        let all: Vec<&str> = text.split_whitespace().collect();
        let is_before = |part: &&&str| {
            is_title(part) || is_abbreviated(part) || is_honour(part) || is_one_of(OFFICES, part)
        };
        let before = all.iter().take_while(is_before).count();
        let after = all.iter().rev().take_while(|part| is_honour(part)).count();
        match all.get(before..all.len() - after) {
            Some(parts) if !parts.is_empty() => Self {
                parts: parts.to_vec(),
                has_title: before > 0,
            },
            _ if after > 0 => Self {
                parts: Vec::new(),
                has_title: false,
            },
            _ => Self {
                parts: all,
                has_title: false,
            },
        }
    }

    fn is_of_house(&self) -> bool {
        self.parts.iter().any(|part| is_one_of(HOUSES, part))
    }
}

fn is_one_of(list: &[&str], part: &str) -> bool {
    list.contains(&folded_word(part).as_str())
}

/// Titles in all languages end so; a single letter is an initial.
fn is_abbreviated(part: &str) -> bool {
    part.ends_with('.') && part.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// What stands behind a name, or before it, and is no part of it.
fn is_honour(part: &str) -> bool {
    const HONOURS: &[&str] = &[
        "mp", "mps", "mep", "msp", "mna", "mla", "mlc", "phd", "dphil", "esq", "jr", "sr", "ii",
        "iii", "iv", "obe", "cbe", "mbe", "qc", "kc",
    ];
    HONOURS.contains(&part.replace('.', "").to_lowercase().as_str())
}

/// A word of a name with the particles before it.
#[derive(Clone)]
struct Unit {
    words: Vec<Word>,
    /// Where the words begin that can stand without the particles.
    base: usize,
}

impl Unit {
    fn of_words(words: Vec<Word>) -> Self {
        let last = words.len().saturating_sub(1);
        let particles = words[..last]
            .iter()
            .take_while(|word| is_particle(&word.folded));
        Self {
            base: particles.count(),
            words,
        }
    }

    fn base(&self) -> &[Word] {
        &self.words[self.base..]
    }

    fn letters(&self) -> usize {
        self.base().iter().map(Word::letters).sum()
    }

    fn is_in_capitals(&self) -> bool {
        self.letters() > 1 && self.base().iter().all(|w| w.is_cased && w.is_in_capitals())
    }

    /// Whether it can be looked for alone: no single letter, and no particle such as "van".
    fn is_telling(&self, has_capitals: bool) -> bool {
        self.letters() > 1 && (!has_capitals || self.base().iter().any(|word| word.is_capital))
    }

    /// What it is called as a family name: "Smith-Jones" also by either.
    fn family(&self) -> Vec<Vec<Word>> {
        let base = self.base();
        let mut names = vec![base.to_vec()];
        if base.len() > 1 {
            let each = base
                .iter()
                .filter(|word| word.is_cased && word.letters() > 2);
            names.extend(each.map(|word| vec![word.clone()]));
        }
        if base.len() > 1 && base.iter().all(|word| !word.is_cased) {
            names.extend(
                words(&as_written(base).replace(' ', ""))
                    .get(..1)
                    .map(<[Word]>::to_vec),
            );
        }
        names
    }
}

fn units(parts: &[&str]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut open: Vec<Word> = Vec::new();
    for part in parts {
        let words = words(part);
        let is_open = words
            .iter()
            .all(|word| is_particle(&word.folded) || is_compound(&word.folded));
        open.extend(words);
        if !is_open {
            units.push(Unit::of_words(std::mem::take(&mut open)));
        }
    }
    if !open.is_empty() {
        units.extend(open.into_iter().map(|word| Unit::of_words(vec![word])));
    }
    units
}

/// The words of the name proper, and which of them may be the family name.
fn families(units: &[Unit], is_telling: impl Fn(&Unit) -> bool) -> (Vec<Unit>, Vec<Vec<Word>>) {
    let (in_capitals, rest): (Vec<Unit>, Vec<Unit>) =
        units.iter().cloned().partition(Unit::is_in_capitals);
    // A particle may be a name itself where it comes first.
    let first = units.first().filter(|unit| unit.base > 0);
    let first = first.map(|unit| vec![unit.words[0].clone()]);
    let mut found: Vec<Vec<Word>> = Vec::new();
    let mut core = units.to_vec();
    if in_capitals.is_empty() || rest.is_empty() {
        found.extend(by_place(units, &is_telling));
    } else {
        found.extend(in_capitals.iter().flat_map(Unit::family));
        let letters: usize = in_capitals.iter().map(Unit::letters).sum();
        // Initials, or letters behind the name: "JK", "KCVO".
        if letters <= 3 || letters == 4 && rest.len() > 1 {
            found.extend(by_place(&rest, &is_telling));
            core = if rest.len() > 1 { rest } else { core };
        }
    }
    found.extend(first);
    (core, found)
}

/// Family names stand first or last, or are two; which of them, a name does not say.
fn by_place(units: &[Unit], is_telling: impl Fn(&Unit) -> bool) -> Vec<Vec<Word>> {
    let alone = |unit: &Unit| vec![unit.base().to_vec()];
    match units {
        [first, .., second, last] if second.letters() > 2 && is_telling(second) => {
            [alone(first), last.family(), second.family()].concat()
        }
        [first, .., last] => [alone(first), last.family()].concat(),
        [only] => only.family(),
        [] => Vec::new(),
    }
}

/// The name, and with what stands first or last at its other end.
fn turned(units: &[Unit]) -> Vec<Vec<Word>> {
    /// No name has more parts; what stands in the list may be of any length.
    const MOST: usize = 12;
    let starts = 0..units.len().min(MOST);
    starts
        .map(|at| joined(&[&units[at..], &units[..at]].concat()))
        .collect()
}

/// The name as people shorten it: without initials, or the first word beside a family name.
fn shortened(units: &[Unit], is_telling: impl Fn(&Unit) -> bool) -> Vec<Vec<Word>> {
    let [first, .., second, last] = units else {
        return Vec::new();
    };
    let is_initial = |unit: &&Unit| matches!(unit.base(), [only] if only.is_initial());
    let mut pairs = Vec::new();
    // A last letter stands for the family name.
    if !is_initial(&last) {
        let proper: Vec<Unit> = units.iter().filter(|u| !is_initial(u)).cloned().collect();
        pairs.extend(turned(&proper));
        pairs.extend(turned(&[first.clone(), last.clone()]));
        if !is_initial(&first) && is_telling(second) {
            pairs.extend(turned(&[first.clone(), second.clone()]));
        }
    }
    pairs
}

fn joined(units: &[Unit]) -> Vec<Word> {
    units.iter().flat_map(|unit| unit.words.clone()).collect()
}

/// Words before a family name that are no name alone, in the folded writing.
fn is_particle(folded: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "la", "las", "los", "le", "les", "l", "d", "du", "des", "del", "della", "dello",
        "di", "da", "do", "dos", "das", "y", "e", "i", "van", "von", "der", "den", "ten", "ter",
        "zu", "zum", "zur", "af", "av", "al", "el", "as", "ad", "ar", "bin", "ibn", "bint", "ould",
        "بن", "ابن", "بنت", "ال",
    ];
    PARTICLES.contains(&folded)
}

/// Words before a name that are one name with it: "Abdul Rahman", "عبد الله".
fn is_compound(folded: &str) -> bool {
    ["abd", "abdul", "abu", "abou", "عبد", "ابو"].contains(&folded)
}
