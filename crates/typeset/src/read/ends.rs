//! Keeps the last line of a text from standing alone on a page.

use super::Weight;
use crate::sheet::Block;

/// A block of more characters than this has more than a line.
const ONE_LINE: usize = 80;

/// The blocks, with the last short one before each end (an annex on a page of its own, the imprint, the document's end) on
/// one page with what stands before it.
pub(super) fn kept(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if matches!(block, Block::Annex { new_page: true, .. }) {
            keep_end(&mut out);
        }
        out.push(block);
    }
    keep_end(&mut out);
    out
}

fn keep_end(out: &mut Vec<Block>) {
    let Some(last) = out.pop() else { return };
    match last {
        Block::Operatives {
            whole: false,
            mut items,
        } if items.len() > 1 => {
            let at = items.len() - 2;
            let [before, end] = [at, at + 1].map(|at| Weight::of_blocks(&items[at].b));
            let keeps = before.is_light() && end.characters <= ONE_LINE;
            let tail = items.split_off(if keeps { at } else { items.len() });
            for (whole, items) in [(false, items), (true, tail)] {
                if !items.is_empty() {
                    out.push(Block::Operatives { whole, items });
                }
            }
        }
        last => {
            let weight = |block: &Block| Weight::of_blocks(std::slice::from_ref(block));
            let short = is_text(&last) && weight(&last).characters <= ONE_LINE
                || matches!(last, Block::Imprint { .. });
            let before = out.pop_if(|before| short && is_text(before) && weight(before).is_light());
            out.push(match before {
                Some(before) => Block::Together {
                    b: vec![before, last],
                },
                None => last,
            });
        }
    }
}

/// Whether a block is a piece of text of its own, which others may stand beside.
fn is_text(block: &Block) -> bool {
    matches!(
        block,
        Block::Para { .. }
            | Block::Voice { .. }
            | Block::Preambular { .. }
            | Block::Operatives { .. }
            | Block::List { .. }
            | Block::TableNote { .. }
            | Block::Quote { .. }
    )
}
