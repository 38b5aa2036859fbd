//! Flat list items as nested lists.

use crate::lists;
use document::rich_text::BlockKind;
use pandoc_ast::{Block, ListAttributes, ListNumberDelim, ListNumberStyle};

/// An item as the text has it: its kind, how far it is set in, and what it says.
pub(super) struct Item {
    pub(super) kind: BlockKind,
    pub(super) indent: u8,
    pub(super) blocks: Vec<Block>,
}

/// How the numbers of a list look.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Whether the items are below an operative paragraph: then they have letters.
    pub(super) is_sub: bool,
    /// Whether letters are closed by one parenthesis: "a)" in French and Spanish, "(a)" elsewhere.
    pub(super) one_parenthesis: bool,
}

/// Nests items by how far they are set in; a change between numbers and bullets begins a new list.
pub(super) fn nest(items: Vec<Item>, style: Style) -> Vec<Block> {
    nest_at(items, style, 0)
}

fn nest_at(items: Vec<Item>, style: Style, depth: u8) -> Vec<Block> {
    let mut lists: Vec<(BlockKind, Vec<Vec<Block>>)> = Vec::new();
    let mut items = items.into_iter().peekable();
    while let Some(item) = items.next() {
        let mut below = Vec::new();
        while let Some(next) = items.next_if(|next| next.indent > item.indent) {
            below.push(next);
        }
        let mut blocks = item.blocks;
        blocks.extend(nest_at(below, style, depth + 1));
        match lists.last_mut() {
            Some((kind, list)) if *kind == item.kind => list.push(blocks),
            _ => lists.push((item.kind, vec![blocks])),
        }
    }
    let list = |(kind, items)| match kind {
        BlockKind::OrderedListItem => Block::OrderedList(attributes(style, depth), items),
        _ => Block::BulletList(items),
    };
    lists.into_iter().map(list).collect()
}

fn attributes(style: Style, depth: u8) -> ListAttributes {
    use ListNumberDelim::{OneParen, Period, TwoParens};
    use ListNumberStyle::{Decimal, LowerAlpha, LowerRoman};
    let letters = if style.one_parenthesis {
        OneParen
    } else {
        TwoParens
    };
    match (style.is_sub, depth) {
        (true, 0) => (1, LowerAlpha, letters),
        (true, _) => (1, LowerRoman, letters),
        (false, 0) => (1, Decimal, Period),
        (false, 1) => (1, LowerAlpha, OneParen),
        (false, _) => (1, LowerRoman, OneParen),
    }
}

/// The label of an item below an operative paragraph, for the annex of sources: "(a)"; bullets are counted.
pub(super) fn label(style: Style, depth: usize, n: i64, ordered: bool, rtl: bool) -> String {
    if !ordered {
        return format!("•{n}");
    }
    let (_, number, delim) = attributes(style, u8::try_from(depth).unwrap_or(u8::MAX));
    lists::label(n, number, delim, rtl)
}
