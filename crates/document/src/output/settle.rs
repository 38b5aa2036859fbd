//! Gives each block an id of its own where two clients, or none, gave it one.

use std::collections::{HashMap, HashSet};

use automerge::ObjId;
use model::id::ParagraphId;
use sha2::{Digest, Sha256};

use crate::rich_text::Placed;

/// The id of a block, and whether it is another than the one in its marker.
pub(super) struct Settled {
    pub id: ParagraphId,
    pub is_new: bool,
}

/// The ids of blocks, in their order.
///
/// Of several blocks with one id, the one whose marker is oldest keeps it. The others, and blocks without a usable id,
/// get one that is made from their marker: the same on each replica, and as lasting as the block.
pub(super) fn ids(placed: &[Placed]) -> Vec<Settled> {
    let mut oldest: HashMap<&str, usize> = HashMap::new();
    for (index, block) in placed.iter().enumerate() {
        let Some(id) = usable(block) else { continue };
        let first = oldest.entry(id).or_insert(index);
        if age(block) < age(&placed[*first]) {
            *first = index;
        }
    }
    let mut taken: HashSet<String> = oldest.keys().map(|id| (*id).to_owned()).collect();
    placed
        .iter()
        .enumerate()
        .map(|(index, block)| match usable(block) {
            Some(id) if oldest.get(id) == Some(&index) => Settled {
                id: ParagraphId(id.to_owned()),
                is_new: false,
            },
            _ => Settled {
                id: ParagraphId(fresh(block, &mut taken)),
                is_new: true,
            },
        })
        .collect()
}

/// The id in a block's marker, if exports can name the block by it.
fn usable(placed: &Placed) -> Option<&str> {
    let id = placed.block.attrs.id.as_ref()?.as_str();
    is_usable(id).then_some(id)
}

/// Whether exports can name a block by an id.
pub(super) fn is_usable(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    !id.is_empty() && id.bytes().all(plain)
}

/// What orders markers by when they were made, alike on each replica.
fn age(placed: &Placed) -> (u64, &[u8]) {
    match &placed.marker {
        Some(ObjId::Id(counter, actor, _)) => (*counter, actor.to_bytes()),
        Some(ObjId::Root) | None => (0, &[]),
    }
}

fn fresh(placed: &Placed, taken: &mut HashSet<String>) -> String {
    let mut seed = placed
        .marker
        .as_ref()
        .map_or_else(|| "start".to_owned(), ToString::to_string);
    loop {
        let digest = hex::encode(Sha256::digest(seed.as_bytes()));
        let id = format!("b{}", &digest[..16]);
        if taken.insert(id.clone()) {
            return id;
        }
        seed = digest;
    }
}
