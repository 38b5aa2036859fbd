//! Which ids are printed, and can be linked to.

use std::collections::BTreeMap;

use crate::sheet::{Block, Inline, Node};

/// The ids in the finished blocks.
pub(super) fn printed(blocks: &[Block]) -> BTreeMap<String, bool> {
    let mut ids = BTreeMap::new();
    blocks.iter().for_each(|block| of_block(block, &mut ids));
    ids
}

fn of_block(block: &Block, ids: &mut BTreeMap<String, bool>) {
    let mut add = |id: &Option<String>| {
        if let Some(id) = id {
            ids.insert(id.clone(), true);
        }
    };
    match block {
        Block::Para { id, b, .. }
        | Block::TableNote { id, b }
        | Block::Heading { id, b, .. }
        | Block::Annex { id, b, .. } => {
            add(id);
            of_line(b, ids);
        }
        Block::Voice { id, b, .. } | Block::Preambular { id, b, .. } => {
            add(id);
            b.iter().for_each(|block| of_block(block, ids));
        }
        Block::Quote { b }
        | Block::Together { b }
        | Block::Foreign { b, .. }
        | Block::Imprint { b, .. } => {
            b.iter().for_each(|block| of_block(block, ids));
        }
        Block::Facts { rows } => {
            for row in rows {
                of_line(&row.label, ids);
                row.b.iter().for_each(|block| of_block(block, ids));
            }
        }
        Block::Operatives { items, .. } => {
            for item in items {
                if let Some(id) = &item.id {
                    ids.insert(id.clone(), true);
                }
                item.b.iter().for_each(|block| of_block(block, ids));
            }
        }
        Block::List { items, .. } => {
            items
                .iter()
                .flatten()
                .for_each(|block| of_block(block, ids));
        }
        Block::Lines { b } => b.iter().for_each(|line| of_line(line, ids)),
        Block::Anchor { id } => {
            ids.insert(id.clone(), true);
        }
        // No ids are given out in tables.
        Block::Table(_) | Block::Code { .. } | Block::Rule => {}
    }
}

fn of_line(line: &[Inline], ids: &mut BTreeMap<String, bool>) {
    for inline in line {
        let Inline::Node(node) = inline else { continue };
        match node {
            Node::Anchor { id } => {
                ids.insert(id.clone(), true);
            }
            Node::Em { b, .. }
            | Node::Strong { b }
            | Node::Underline { b }
            | Node::Strike { b }
            | Node::Super { b }
            | Node::Sub { b }
            | Node::SmallCaps { b }
            | Node::Link { b, .. }
            | Node::Foreign { b, .. }
            | Node::Ltr { b, .. } => of_line(b, ids),
            // No ids are given out in notes.
            Node::Note { .. } | Node::Code { .. } | Node::Break | Node::MayBreak => {}
        }
    }
}
