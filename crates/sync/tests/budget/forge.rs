//! Chunks and messages that no client writes, with the checksums that belong to them.

use automerge::{
    Change,
    sync::{ChunkList, Have, Message, MessageFlags, MessageVersion},
};
use sha2::{Digest, Sha256};

/// A chunk around a body. A deflated change has the checksum of the plain one.
fn chunk(kind: u8, hashed_as: u8, hashed: &[u8], body: &[u8]) -> Vec<u8> {
    let digest = Sha256::digest([&[hashed_as][..], &length(hashed.len()), hashed].concat());
    [
        &[0x85, 0x6f, 0x4a, 0x83],
        &digest[..4],
        &[kind],
        &length(body.len()),
        body,
    ]
    .concat()
}

pub fn length(mut length: usize) -> Vec<u8> {
    let mut out = Vec::new();
    while length >= 0x80 {
        out.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
    out
}

pub fn plain(body: &[u8]) -> Vec<u8> {
    chunk(1, 1, body, body)
}

pub fn deflated(body: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let level = flate2::Compression::best();
    std::io::Read::read_to_end(
        &mut flate2::read::DeflateEncoder::new(body, level),
        &mut packed,
    )
    .unwrap();
    chunk(2, 1, body, &packed)
}

pub fn body_of(change: &Change) -> Vec<u8> {
    let bytes = change.raw_bytes();
    let start = 9 + bytes[9..].iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
    bytes[start..].to_vec()
}

pub fn message(changes: Vec<Vec<u8>>) -> Vec<u8> {
    said(changes, Vec::new())
}

/// What a client says that has nothing of the document.
pub fn nothing() -> Vec<u8> {
    said(Vec::new(), vec![Have::default()])
}

fn said(changes: Vec<Vec<u8>>, have: Vec<Have>) -> Vec<u8> {
    let mut flags = MessageFlags::new();
    flags.set(MessageFlags::SUPPORTS_SYNC_RESET);
    let message = Message {
        heads: Vec::new(),
        need: Vec::new(),
        have,
        changes: ChunkList::from(changes),
        flags: Some(flags),
        version: MessageVersion::V1,
    };
    message.encode()
}
