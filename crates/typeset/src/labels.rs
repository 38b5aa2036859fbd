//! The labels of list items, by language.

/// How the items of a list are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    Decimal,
    Letters,
    CapitalLetters,
    Roman,
    CapitalRoman,
}

/// What stands around a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Around {
    Period,
    OneParen,
    TwoParens,
}

/// The label of an item.
pub(crate) fn label(count: usize, counting: Counting, around: Around, rtl: bool) -> String {
    let text = match counting {
        Counting::Decimal => count.to_string(),
        Counting::Letters if rtl => letters(count, &ABJAD),
        Counting::Letters => letters(count, &LATIN),
        Counting::CapitalLetters if rtl => letters(count, &ABJAD),
        Counting::CapitalLetters => letters(count, &LATIN).to_uppercase(),
        Counting::Roman if rtl => count.to_string(),
        Counting::Roman => roman(count),
        Counting::CapitalRoman if rtl => count.to_string(),
        Counting::CapitalRoman => roman(count).to_uppercase(),
    };
    match around {
        Around::Period => format!("{text}."),
        Around::OneParen => format!("{text})"),
        Around::TwoParens => format!("({text})"),
    }
}

/// How the sub-items of an operative paragraph are labelled: (a), then (i), then 1. in a language's own manner.
pub(crate) fn sub_items(depth: usize, lang: &str) -> (Counting, Around) {
    let counting = match depth {
        0 => Counting::Letters,
        1 => Counting::Roman,
        _ => Counting::Decimal,
    };
    let around = if matches!(lang, "fr" | "es") {
        Around::OneParen
    } else {
        Around::TwoParens
    };
    (counting, around)
}

const LATIN: [char; 26] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',
    't', 'u', 'v', 'w', 'x', 'y', 'z',
];

const ABJAD: [char; 28] = [
    'أ', 'ب', 'ج', 'د', 'ه', 'و', 'ز', 'ح', 'ط', 'ي', 'ك', 'ل', 'م', 'ن', 'س', 'ع', 'ف', 'ص', 'ق',
    'ر', 'ش', 'ت', 'ث', 'خ', 'ذ', 'ض', 'ظ', 'غ',
];

fn letters(count: usize, alphabet: &[char]) -> String {
    let mut rest = count;
    let mut text = Vec::new();
    while rest > 0 {
        text.push(alphabet[(rest - 1) % alphabet.len()]);
        rest = (rest - 1) / alphabet.len();
    }
    if text.is_empty() {
        "0".to_owned()
    } else {
        text.iter().rev().collect()
    }
}

fn roman(count: usize) -> String {
    const STEPS: [(usize, &str); 13] = [
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
    if count == 0 || count > 3999 {
        return count.to_string();
    }
    let mut rest = count;
    let mut text = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_follow_the_language() {
        let of = |count, depth, lang: &str| {
            let (counting, around) = sub_items(depth, lang);
            label(count, counting, around, lang == "ar")
        };
        assert_eq!(
            [of(1, 0, "en"), of(28, 0, "en"), of(4, 1, "en")],
            ["(a)", "(ab)", "(iv)"]
        );
        assert_eq!(
            [of(2, 0, "fr"), of(2, 0, "ar"), of(2, 1, "ar")],
            ["b)", "(ب)", "(2)"]
        );
    }
}
