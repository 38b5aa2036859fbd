//! The numbers of paragraphs: PP1 for the preamble, 1 through all groups, A for groups, I for annexes.

use std::fmt;

/// What a block is, as far as numbers go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Numbered {
    /// A preambular paragraph.
    Preambular,
    /// An operative paragraph.
    Operative,
    /// The heading of a group.
    Group,
    /// The heading of an annex.
    Annex,
    /// Anything else.
    Nothing,
}

/// The number of a block. It is written as in English; other scripts take the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Number {
    /// `PP1`
    Preambular(u32),
    /// `1`
    Operative(u32),
    /// `A`
    Group(u32),
    /// `I`
    Annex(u32),
}

/// Numbers blocks in their order. Operative paragraphs are numbered through all groups.
pub fn number(blocks: impl IntoIterator<Item = Numbered>) -> Vec<Option<Number>> {
    let (mut preambular, mut operative, mut group, mut annex) = (0, 0, 0, 0);
    let next = |count: &mut u32| {
        *count += 1;
        *count
    };
    blocks
        .into_iter()
        .map(|block| match block {
            Numbered::Preambular => Some(Number::Preambular(next(&mut preambular))),
            Numbered::Operative => Some(Number::Operative(next(&mut operative))),
            Numbered::Group => Some(Number::Group(next(&mut group))),
            Numbered::Annex => Some(Number::Annex(next(&mut annex))),
            Numbered::Nothing => None,
        })
        .collect()
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Preambular(n) => write!(f, "PP{n}"),
            Self::Operative(n) => write!(f, "{n}"),
            Self::Group(n) => f.write_str(&letters(*n)),
            Self::Annex(n) => f.write_str(&roman(*n)),
        }
    }
}

/// A to Z, then AA, AB and on.
fn letters(mut n: u32) -> String {
    let mut letters = Vec::new();
    while n > 0 {
        n -= 1;
        letters.push(char::from(b'A' + (n % 26) as u8));
        n /= 26;
    }
    letters.iter().rev().collect()
}

fn roman(mut n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while n >= value {
            roman.push_str(sign);
            n -= value;
        }
    }
    roman
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operative_paragraphs_are_numbered_through_all_groups() {
        use Numbered::{Annex, Group, Nothing, Operative, Preambular};
        let blocks = [
            Nothing, Preambular, Preambular, Group, Operative, Nothing, Operative, Group,
            Operative, Annex, Annex,
        ];
        let numbers: Vec<String> = number(blocks)
            .iter()
            .map(|number| number.map_or_else(|| "-".to_owned(), |number| number.to_string()))
            .collect();
        assert_eq!(numbers.join(" "), "- PP1 PP2 A 1 - 2 B 3 I II");
    }

    #[test]
    fn letters_and_roman_numbers_go_on() {
        assert_eq!([1, 26, 27, 52, 53].map(letters).join(" "), "A Z AA AZ BA");
        assert_eq!([1, 4, 9, 14, 40].map(roman).join(" "), "I IV IX XIV XL");
    }
}
