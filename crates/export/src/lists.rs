//! The labels of list items as text, for formats that do not count by themselves.

use pandoc_ast::{ListNumberDelim, ListNumberStyle};

const ABJAD: [char; 28] = [
    'أ', 'ب', 'ج', 'د', 'ه', 'و', 'ز', 'ح', 'ط', 'ي', 'ك', 'ل', 'م', 'ن', 'س', 'ع', 'ف', 'ص', 'ق',
    'ر', 'ش', 'ت', 'ث', 'خ', 'ذ', 'ض', 'ظ', 'غ',
];

/// The label of the `n`-th item: `1.`, `(a)`, `iv)`; in Arabic, letters are those of the abjad.
pub(crate) fn label(n: i64, style: ListNumberStyle, delim: ListNumberDelim, rtl: bool) -> String {
    let number = match style {
        ListNumberStyle::LowerAlpha if rtl => letters(n, &ABJAD),
        ListNumberStyle::LowerAlpha => letters(n, &latin(b'a')),
        ListNumberStyle::UpperAlpha => letters(n, &latin(b'A')),
        ListNumberStyle::LowerRoman => roman(n).unwrap_or_else(|| n.to_string()),
        ListNumberStyle::UpperRoman => roman(n).map_or_else(|| n.to_string(), |r| r.to_uppercase()),
        ListNumberStyle::Decimal | ListNumberStyle::DefaultStyle | ListNumberStyle::Example => {
            n.to_string()
        }
    };
    match delim {
        ListNumberDelim::TwoParens => format!("({number})"),
        ListNumberDelim::OneParen => format!("{number})"),
        ListNumberDelim::Period | ListNumberDelim::DefaultDelim => format!("{number}."),
    }
}

fn latin(first: u8) -> [char; 26] {
    std::array::from_fn(|i| char::from(first + i as u8))
}

/// a, b … z, aa, bb …: a letter is repeated, as Word does, when the alphabet is used up.
fn letters(n: i64, alphabet: &[char]) -> String {
    let Some(index) = usize::try_from(n - 1).ok().filter(|i| *i < 26 * 8) else {
        return n.to_string();
    };
    let letter = alphabet[index % alphabet.len()];
    std::iter::repeat_n(letter, index / alphabet.len() + 1).collect()
}

fn roman(n: i64) -> Option<String> {
    if !(1..4000).contains(&n) {
        return None;
    }
    let mut rest = n;
    let mut out = String::new();
    for (value, digits) in [
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
    ] {
        while rest >= value {
            out.push_str(digits);
            rest -= value;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_labelled_as_word_counts_them() {
        use ListNumberDelim::{OneParen, Period, TwoParens};
        use ListNumberStyle::{Decimal, LowerAlpha, LowerRoman, UpperAlpha, UpperRoman};
        let cases = [
            (3, Decimal, Period, false, "3."),
            (1, LowerAlpha, TwoParens, false, "(a)"),
            (28, LowerAlpha, OneParen, false, "bb)"),
            (3, LowerAlpha, TwoParens, true, "(ج)"),
            (2, UpperAlpha, Period, false, "B."),
            (1994, LowerRoman, OneParen, false, "mcmxciv)"),
            (4, UpperRoman, Period, false, "IV."),
            (-1, LowerAlpha, Period, false, "-1."),
            (0, LowerRoman, Period, false, "0."),
        ];
        for (n, style, delim, rtl, expected) in cases {
            assert_eq!(label(n, style, delim, rtl), expected);
        }
    }
}
