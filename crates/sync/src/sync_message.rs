//! Automerge's sync messages, read without automerge, which reserves whatever they announce.

use std::ops::Range;

use automerge::{
    ChangeHash,
    sync::{BloomFilter, ChunkList, Have, Message, MessageFlags, MessageVersion},
};

use crate::reader::{Malformed, Reader};

/// More than any document has, and more changes than anybody waits for.
const HEADS: usize = 1_024;
const NEEDS: usize = 4_096;
/// Honest messages have one.
const HAVES: usize = 4;
/// A filter over 800,000 changes.
const FILTER: usize = 1 << 20;
/// Automerge reserves room for as many probes as a filter announces.
const PROBES: u64 = 32;

/// Reads what a message says, without its changes, and where those stand. `None` where it breaks the format or
/// would make automerge compute or allocate without measure.
pub(crate) fn read(bytes: &[u8]) -> Option<(Message, Range<usize>)> {
    read_from(&mut Reader::new(bytes)).ok().flatten()
}

fn read_from(reader: &mut Reader<'_>) -> Result<Option<(Message, Range<usize>)>, Malformed> {
    let version = match reader.byte()? {
        0x42 => MessageVersion::V1,
        0x43 => MessageVersion::V2,
        _ => return Err(Malformed),
    };
    let (heads, need) = (reader.hashes(HEADS)?, reader.hashes(NEEDS)?);
    let haves = reader.length()?;
    let (Some(heads), Some(need), true) = (heads, need, haves <= HAVES) else {
        return Ok(None);
    };
    let mut have = Vec::new();
    for _ in 0..haves {
        let (last_sync, bloom) = (reader.hashes(HEADS)?, reader.prefixed()?);
        let (Some(last_sync), Some(bloom)) = (last_sync, filter(bloom)?) else {
            return Ok(None);
        };
        let last_sync = hashes(last_sync);
        have.push(Have { last_sync, bloom });
    }
    let changes = reader.pieces()?;
    // Whoever sends flags at all understands messages of version 2.
    let flags = match reader.rest.is_empty() {
        true => None,
        false => Some(flags(reader.prefixed()?)),
    };
    let mut heads = hashes(heads);
    heads.sort_unstable();
    heads.dedup();
    let message = Message {
        heads,
        need: hashes(need),
        have,
        changes: ChunkList::empty(),
        flags,
        version,
    };
    Ok(Some((message, changes)))
}

fn hashes(bytes: &[u8]) -> Vec<ChangeHash> {
    let (hashes, _) = bytes.as_chunks();
    hashes.iter().copied().map(ChangeHash).collect()
}

/// Automerge divides by a filter's size, too.
fn filter(bytes: &[u8]) -> Result<Option<BloomFilter>, Malformed> {
    if bytes.is_empty() {
        return Ok(Some(BloomFilter::default()));
    }
    let mut reader = Reader::new(bytes);
    let (entries, bits_each, probes) = (reader.unsigned()?, reader.unsigned()?, reader.unsigned()?);
    let is_usable = entries == 0 || bits_each > 0 && (1..=PROBES).contains(&probes);
    let filter = BloomFilter::try_from(bytes).map_err(|_| Malformed)?;
    Ok((is_usable && bytes.len() <= FILTER).then_some(filter))
}

fn flags(bytes: &[u8]) -> MessageFlags {
    /// Says that the other bits of a byte are flags.
    const FLAGS: u8 = 0x80;
    let mut flags = MessageFlags::new();
    for byte in bytes.iter().filter(|byte| *byte & FLAGS != 0) {
        flags.set(byte & !FLAGS);
    }
    flags
}
