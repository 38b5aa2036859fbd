//! Automerge's binary chunks, taken apart before automerge sees them.
//!
//! A few bytes can announce a gigabyte here: columns may be deflated, and runs may repeat a value as often as they
//! say. So each chunk is measured first: what it unpacks to, and how many rows its columns announce. Only what
//! stays within the limits is handed on. A sync message of version 2 holds several chunks in one piece.

use std::io::Read;

use automerge::{Automerge, Change};

use crate::{guard::guarded, limits::Limits};

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const DOCUMENT: u8 = 0;
const CHANGE: u8 = 1;
const DEFLATED_CHANGE: u8 = 2;
/// The bit of a column's name that says that it is deflated.
const DEFLATED: u64 = 0b1000;

/// Says why bytes are not changes that may be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChunkError {
    /// The bytes break the format.
    #[error("the changes cannot be read")]
    Malformed,
    /// The bytes announce more than the limits allow.
    #[error("the changes are too large")]
    TooLarge,
    /// The bytes are of a kind that is not taken in.
    #[error("the changes are of an unknown kind")]
    Unknown,
}

/// Reads the changes in a message's pieces, in the order in which they stand there.
pub fn read_changes<'a>(
    pieces: impl Iterator<Item = &'a [u8]>,
    limits: &Limits,
) -> Result<Vec<Change>, ChunkError> {
    let mut budget = Budget::new(limits);
    let mut changes = Vec::new();
    for piece in pieces {
        let mut rest = Reader(piece);
        while !rest.0.is_empty() {
            let chunk = Chunk::split_off(&mut rest)?;
            chunk.read_into(&mut changes, &mut budget)?;
        }
    }
    Ok(changes)
}

/// Reads one change that fills the bytes, as the store keeps it. No limit that is set later may make it unreadable.
pub(crate) fn read_stored_change(bytes: &[u8]) -> Result<Change, ChunkError> {
    let mut budget = Budget {
        change: usize::MAX,
        bytes: usize::MAX,
        rows: u64::MAX,
    };
    let mut rest = Reader(bytes);
    let mut changes = Vec::new();
    Chunk::split_off(&mut rest)?.read_into(&mut changes, &mut budget)?;
    match changes.pop() {
        Some(change) if change.raw_bytes() == bytes => Ok(change),
        _ => Err(ChunkError::Malformed),
    }
}

/// What may still be unpacked from a message.
struct Budget {
    change: usize,
    bytes: usize,
    rows: u64,
}

impl Budget {
    fn new(limits: &Limits) -> Self {
        Self {
            change: limits.change,
            bytes: limits.unpacked,
            rows: limits.rows,
        }
    }

    fn spend_bytes(&mut self, bytes: usize) -> Result<(), ChunkError> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or(ChunkError::TooLarge)?;
        Ok(())
    }

    fn spend_rows(&mut self, rows: u64) -> Result<(), ChunkError> {
        self.rows = self.rows.checked_sub(rows).ok_or(ChunkError::TooLarge)?;
        Ok(())
    }

    fn inflate(&mut self, deflated: &[u8]) -> Result<Vec<u8>, ChunkError> {
        let mut out = Vec::new();
        let limit = (self.bytes as u64).saturating_add(1);
        flate2::read::DeflateDecoder::new(deflated)
            .take(limit)
            .read_to_end(&mut out)
            .map_err(|_| ChunkError::Malformed)?;
        self.spend_bytes(out.len())?;
        Ok(out)
    }
}

/// One chunk: `whole` is its bytes with the header, `body` without.
struct Chunk<'a> {
    kind: u8,
    checksum: [u8; 4],
    whole: &'a [u8],
    body: &'a [u8],
}

impl<'a> Chunk<'a> {
    fn split_off(rest: &mut Reader<'a>) -> Result<Self, ChunkError> {
        let start = rest.0;
        if rest.take(4)? != MAGIC {
            return Err(ChunkError::Malformed);
        }
        let checksum = rest
            .take(4)?
            .try_into()
            .map_err(|_| ChunkError::Malformed)?;
        let kind = rest.byte()?;
        let length = rest.length()?;
        let body = rest.take(length)?;
        let whole = &start[..start.len() - rest.0.len()];
        Ok(Self {
            kind,
            checksum,
            whole,
            body,
        })
    }

    fn read_into(&self, changes: &mut Vec<Change>, budget: &mut Budget) -> Result<(), ChunkError> {
        match self.kind {
            CHANGE => {
                budget.spend_bytes(self.whole.len())?;
                changes.push(self.read_plain(self.whole, self.body, budget)?);
            }
            DEFLATED_CHANGE => {
                let body = budget.inflate(self.body)?;
                let mut whole = Vec::with_capacity(body.len() + 20);
                whole.extend_from_slice(&MAGIC);
                whole.extend_from_slice(&self.checksum);
                whole.push(CHANGE);
                write_length(&mut whole, body.len());
                whole.extend_from_slice(&body);
                changes.push(self.read_plain(&whole, &body, budget)?);
            }
            DOCUMENT => {
                measure_document(self.body, budget)?;
                changes.extend(read_document(self.whole)?);
            }
            _ => return Err(ChunkError::Unknown),
        }
        Ok(())
    }

    fn read_plain(
        &self,
        whole: &[u8],
        body: &[u8],
        budget: &mut Budget,
    ) -> Result<Change, ChunkError> {
        if body.len() > budget.change {
            return Err(ChunkError::TooLarge);
        }
        measure_change(body, budget)?;
        let change = guarded(|| Change::try_from(whole))
            .ok()
            .and_then(Result::ok)
            .ok_or(ChunkError::Malformed)?;
        // Automerge compares the checksum only when it loads a document.
        if change.hash().0[..4] != self.checksum {
            return Err(ChunkError::Malformed);
        }
        Ok(change)
    }
}

fn read_document(whole: &[u8]) -> Result<Vec<Change>, ChunkError> {
    guarded(|| Automerge::load(whole).map(|document| document.get_changes(&[])))
        .ok()
        .and_then(Result::ok)
        .ok_or(ChunkError::Malformed)
}

fn measure_change(body: &[u8], budget: &mut Budget) -> Result<(), ChunkError> {
    let mut reader = Reader(body);
    let deps = reader.length()?;
    reader.take(deps.checked_mul(32).ok_or(ChunkError::Malformed)?)?;
    reader.prefixed()?; // actor
    reader.unsigned()?; // seq
    reader.unsigned()?; // start op
    reader.signed()?; // time
    reader.prefixed()?; // message
    for _ in 0..reader.length()? {
        reader.prefixed()?; // other actors
    }
    let columns = reader.columns()?;
    if columns.iter().any(|(spec, _)| spec & DEFLATED != 0) {
        return Err(ChunkError::Malformed);
    }
    measure_columns(&mut reader, &columns, budget)
}

fn measure_document(body: &[u8], budget: &mut Budget) -> Result<(), ChunkError> {
    budget.spend_bytes(body.len())?;
    let mut reader = Reader(body);
    for _ in 0..reader.length()? {
        reader.prefixed()?; // actors
    }
    let heads = reader.length()?;
    reader.take(heads.checked_mul(32).ok_or(ChunkError::Malformed)?)?;
    let changes = reader.columns()?;
    let ops = reader.columns()?;
    measure_columns(&mut reader, &changes, budget)?;
    measure_columns(&mut reader, &ops, budget)
}

fn measure_columns(
    reader: &mut Reader<'_>,
    columns: &[(u64, usize)],
    budget: &mut Budget,
) -> Result<(), ChunkError> {
    let mut most = 0;
    for (spec, length) in columns {
        let data = reader.take(*length)?;
        let rows = if spec & DEFLATED == 0 {
            count_rows(*spec, data)?
        } else {
            count_rows(*spec, &budget.inflate(data)?)?
        };
        most = most.max(rows);
    }
    budget.spend_rows(most)
}

/// Counts the values that a column announces, without unpacking them.
fn count_rows(spec: u64, data: &[u8]) -> Result<u64, ChunkError> {
    const DELTA: u64 = 3;
    const BOOLEAN: u64 = 4;
    const STRING: u64 = 5;
    const RAW: u64 = 7;
    let mut reader = Reader(data);
    let mut rows: u64 = 0;
    let kind = spec & 0b111;
    if kind == RAW {
        return Ok(0);
    }
    while !reader.0.is_empty() {
        let run = match kind {
            BOOLEAN => reader.unsigned()?,
            _ => {
                let value = |reader: &mut Reader<'_>| match kind {
                    DELTA => reader.signed().map(drop),
                    STRING => reader.prefixed().map(drop),
                    _ => reader.unsigned().map(drop),
                };
                match reader.signed()? {
                    0 => reader.unsigned()?,
                    run if run > 0 => {
                        value(&mut reader)?;
                        run.unsigned_abs()
                    }
                    literal => {
                        let literal = literal.unsigned_abs();
                        for _ in 0..literal {
                            value(&mut reader)?;
                        }
                        literal
                    }
                }
            }
        };
        rows = rows.checked_add(run).ok_or(ChunkError::TooLarge)?;
    }
    Ok(rows)
}

/// Reads from the front of some bytes.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], ChunkError> {
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .ok_or(ChunkError::Malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, ChunkError> {
        Ok(self.take(1)?[0])
    }

    fn length(&mut self) -> Result<usize, ChunkError> {
        usize::try_from(self.unsigned()?).map_err(|_| ChunkError::Malformed)
    }

    fn prefixed(&mut self) -> Result<&'a [u8], ChunkError> {
        let length = self.length()?;
        self.take(length)
    }

    fn columns(&mut self) -> Result<Vec<(u64, usize)>, ChunkError> {
        let count = self.length()?;
        // Each takes two bytes at least; so the capacity is bounded by what is there.
        if count > self.0.len() / 2 {
            return Err(ChunkError::Malformed);
        }
        (0..count)
            .map(|_| Ok((self.unsigned()?, self.length()?)))
            .collect()
    }

    fn unsigned(&mut self) -> Result<u64, ChunkError> {
        let mut value: u64 = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                break;
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(ChunkError::Malformed)
    }

    fn signed(&mut self) -> Result<i64, ChunkError> {
        let mut value: i64 = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= i64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                let sign_extends = byte & 0x40 != 0 && shift + 7 < 64;
                return Ok(if sign_extends {
                    value | (-1 << (shift + 7))
                } else {
                    value
                });
            }
        }
        Err(ChunkError::Malformed)
    }
}

fn write_length(out: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        out.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
}
