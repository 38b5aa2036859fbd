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
    let mut add = |id: &Option<String>| ids.extend(id.clone().map(|id| (id, true)));
    match block {
        Block::Para { id, .. }
        | Block::TableNote { id, .. }
        | Block::Heading { id, .. }
        | Block::Annex { id, .. }
        | Block::Voice { id, .. }
        | Block::Preambular { id, .. } => add(id),
        Block::Operatives { items, .. } => items.iter().for_each(|item| add(&item.id)),
        Block::Anchor { id } => add(&Some(id.clone())),
        _ => {}
    }
    let (lines, blocks) = block.inside();
    lines.into_iter().for_each(|line| of_line(line, ids));
    blocks.into_iter().for_each(|block| of_block(block, ids));
}

// No ids are given out in notes.
fn of_line(line: &[Inline], ids: &mut BTreeMap<String, bool>) {
    for inline in line {
        let Inline::Node(node) = inline else { continue };
        if let Node::Anchor { id } = node {
            ids.insert(id.clone(), true);
        }
        of_line(node.inside(), ids);
    }
}
