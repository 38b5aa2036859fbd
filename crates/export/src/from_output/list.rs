//! Flat list items as nested lists.

use crate::labels::{Form, Item as Place};
use pandoc_ast::Block;

/// An item as the text has it: where it stands, and what it says.
pub(super) struct Item {
    pub(super) place: Place,
    pub(super) blocks: Vec<Block>,
}

/// Nests items below each other.
pub(super) fn nest(items: Vec<Item>) -> Vec<Block> {
    let mut lists: Vec<(Place, Vec<Vec<Block>>)> = Vec::new();
    let mut items = items.into_iter().peekable();
    while let Some(Item { place, mut blocks }) = items.next() {
        let mut below = Vec::new();
        while let Some(next) = items.next_if(|next| next.place.depth > place.depth) {
            below.push(next);
        }
        blocks.extend(nest(below));
        match lists.last_mut() {
            Some((_, list)) if !place.opens => list.push(blocks),
            _ => lists.push((place, vec![blocks])),
        }
    }
    let list = |(place, items): (Place, _)| match place.form {
        Some(Form(digits, around)) => {
            Block::OrderedList((place.count.into(), digits, around), items)
        }
        None => Block::BulletList(items),
    };
    lists.into_iter().map(list).collect()
}
