//! What stands before a block: PP1, 1, A, I, and the labels of list items, in the manner of the document's language.
//!
//! The editor has the same rule (`web/src/editor/labels.ts`); both are held to `tests/cases/labels.json`.

use document::{
    output::Output,
    rich_text::{Block, BlockKind},
};
use model::language::Lang;
use pandoc_ast::{ListNumberDelim as Around, ListNumberStyle as Digits};

/// What stands before a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// As it is printed, but for the period behind the number of an operative paragraph.
    pub text: String,
    /// Where an item stands among the lists.
    pub item: Option<Item>,
}

/// Where an item of a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// How many lists stand around its own.
    pub depth: usize,
    /// Whether its list begins with it.
    pub opens: bool,
    /// The number of the item, or how many bullets there are so far.
    pub count: u32,
    /// How its list is counted; `None` for bullets.
    pub form: Option<Form>,
}

/// How the labels of a list look: what its items are counted in, and what stands around the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form(pub Digits, pub Around);

/// Labels blocks in their order.
///
/// Operative paragraphs are numbered through all groups; headings inside annexes have no letters. A list begins anew
/// behind anything else, where numbers give way to bullets, and below another item. Items right below a numbered
/// paragraph are its parts: they have letters.
pub fn labels(output: &Output) -> Vec<Option<Label>> {
    let is_arabic = output.lang.as_str() == "ar";
    let (mut preambular, mut operative, mut group, mut annex) = (0, 0, 0, 0);
    let next = |count: &mut u32| {
        *count += 1;
        *count
    };
    let mut lists = Lists::default();
    let label = |block: &Block| {
        let text = match block.kind {
            BlockKind::OrderedListItem | BlockKind::UnorderedListItem => {
                return Some(lists.label(block, &output.lang));
            }
            BlockKind::Preambular if is_arabic => format!("د {}", next(&mut preambular)),
            BlockKind::Preambular => format!("PP{}", next(&mut preambular)),
            BlockKind::Operative => next(&mut operative).to_string(),
            BlockKind::Heading if annex > 0 || block.attrs.level.unwrap_or(1) > 1 => String::new(),
            BlockKind::Heading if is_arabic => in_words(&LETTERS, next(&mut group)),
            BlockKind::Heading => repeated(next(&mut group), &LATIN).to_uppercase(),
            BlockKind::Annex if is_arabic => in_words(&ORDINALS, next(&mut annex)),
            BlockKind::Annex => roman(next(&mut annex)).to_uppercase(),
            _ => String::new(),
        };
        lists = Lists {
            open: Vec::new(),
            are_below: matches!(block.kind, BlockKind::Preambular | BlockKind::Operative),
        };
        (!text.is_empty()).then_some(Label { text, item: None })
    };
    output
        .blocks
        .iter()
        .map(|block| &block.block)
        .map(label)
        .collect()
}

/// The lists that an item may go on with, the outermost first.
#[derive(Default)]
struct Lists {
    open: Vec<List>,
    /// Whether they stand right below a numbered paragraph.
    are_below: bool,
}

struct List {
    kind: BlockKind,
    /// Of its last item.
    indent: u8,
    count: u32,
}

impl Lists {
    fn label(&mut self, block: &Block, lang: &Lang) -> Label {
        let (kind, indent) = (block.kind, block.attrs.indent);
        let depth = self
            .open
            .iter()
            .take_while(|list| list.indent < indent)
            .count();
        self.open.truncate(depth + 1);
        let before = self.open.get(depth).filter(|list| list.kind == kind);
        let next = before.map(|list| list.count + 1);
        self.open.truncate(depth);
        let is_ordered = kind == BlockKind::OrderedListItem;
        let start = block.attrs.start.filter(|_| is_ordered);
        let count = start.or(next).unwrap_or(1);
        self.open.push(List {
            kind,
            indent,
            count,
        });
        let form = is_ordered.then(|| Form::at(depth, self.are_below, lang));
        Label {
            text: match form {
                Some(form) => form.label(count, lang),
                None => ["•", "–"][depth % 2].to_owned(),
            },
            item: Some(Item {
                depth,
                opens: next != Some(count),
                count,
                form,
            }),
        }
    }
}

/// How lists are counted, by how deep they stand: 1. a) i) (a) (i)
const FORMS: [Form; 5] = [
    Form(Digits::Decimal, Around::Period),
    Form(Digits::LowerAlpha, Around::OneParen),
    Form(Digits::LowerRoman, Around::OneParen),
    Form(Digits::LowerAlpha, Around::TwoParens),
    Form(Digits::LowerRoman, Around::TwoParens),
];
/// How lists below a numbered paragraph are counted: (a) (i) a. i. 1)
const FORMS_BELOW: [Form; 5] = [
    Form(Digits::LowerAlpha, Around::TwoParens),
    Form(Digits::LowerRoman, Around::TwoParens),
    Form(Digits::LowerAlpha, Around::Period),
    Form(Digits::LowerRoman, Around::Period),
    Form(Digits::Decimal, Around::OneParen),
];

impl Form {
    fn at(depth: usize, are_below: bool, lang: &Lang) -> Self {
        let forms = if are_below { FORMS_BELOW } else { FORMS };
        let Self(digits, around) = forms[depth.min(forms.len() - 1)];
        match (lang.as_str(), digits, around) {
            ("ar", Digits::LowerRoman, around) => Self(Digits::Decimal, around),
            ("fr" | "es", digits, Around::TwoParens) if are_below => Self(digits, Around::OneParen),
            _ => Self(digits, around),
        }
    }

    fn label(self, count: u32, lang: &Lang) -> String {
        let number = match self.0 {
            Digits::LowerAlpha if lang.as_str() == "ar" => repeated(count, &ABJAD),
            Digits::LowerAlpha => repeated(count, &LATIN),
            Digits::LowerRoman => roman(count),
            _ => count.to_string(),
        };
        match self.1 {
            Around::TwoParens => format!("({number})"),
            Around::OneParen => format!("{number})"),
            _ => format!("{number}."),
        }
    }
}

const LATIN: [&str; 26] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "t", "u", "v", "w", "x", "y", "z",
];
const ABJAD: [&str; 28] = [
    "أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق",
    "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ",
];
/// Letters as headings in Arabic have them, in words.
const LETTERS: [&str; 12] = [
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام",
];
/// Ordinals as annexes in Arabic have them.
const ORDINALS: [&str; 10] = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
];

fn in_words(words: &[&str], count: u32) -> String {
    let word = words.get(count as usize - 1);
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// a, b … z, aa, bb …: a letter is repeated, as Word does, when the alphabet is used up; a number where that is too long.
fn repeated(count: u32, alphabet: &[&str]) -> String {
    let index = count as usize - 1;
    let times = index / alphabet.len() + 1;
    if times > 8 {
        return count.to_string();
    }
    alphabet[index % alphabet.len()].repeat(times)
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if count > 3999 {
        return count.to_string();
    }
    let mut rest = count;
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            roman.push_str(sign);
            rest -= value;
        }
    }
    roman
}
