//! Automerge's binary chunks, taken apart before automerge sees them.
//!
//! A few bytes can announce a gigabyte here: columns may be deflated, runs may repeat a value as often as they say, and
//! each decoded operation holds copies of its actors. So each chunk is measured first, by what it would cost; only
//! what stays within the limits is handed on. What holds many changes is read in parts, each committed before the next.

use std::{borrow::Cow, collections::VecDeque, io::Read, ops::Range};

use automerge::{Automerge, Change, ChangeHash, LoadOptions, ReadDoc, TextEncoding};

use crate::{
    guard::{guarded, guarded_long},
    limits::Limits,
    reader::{Malformed, Reader},
};

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const DOCUMENT: u8 = 0;
const CHANGE: u8 = 1;
const DEFLATED_CHANGE: u8 = 2;
/// The bit of a column's name that says that it is deflated.
const DEFLATED: u64 = 0b1000;
/// No layout of automerge's has more.
const COLUMNS: usize = 32;
/// What an operation takes while it is decoded, besides its words and long actors.
const OPERATION: u64 = 160;
/// A longer actor is held three times by each operation, outside of it.
const SHORT_ACTOR: usize = 16;

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

impl From<Malformed> for ChunkError {
    fn from(Malformed: Malformed) -> Self {
        Self::Malformed
    }
}

/// The changes that a message brings, in the order in which they stand there, a part at a time.
pub struct Changes {
    message: Vec<u8>,
    /// Where in the message stand the pieces that were not read yet, each behind its length.
    pieces: Range<usize>,
    /// The rest of the piece that is being read.
    piece: Range<usize>,
    /// A document that stood in the message, and those of its changes that were not taken out yet.
    document: Option<(Automerge, VecDeque<ChangeHash>)>,
    unpacked: usize,
}

impl Changes {
    pub(crate) fn new(message: Vec<u8>, pieces: Range<usize>) -> Self {
        Self {
            message,
            piece: pieces.start..pieces.start,
            pieces,
            document: None,
            unpacked: 0,
        }
    }

    /// Whether all has been read.
    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.piece.is_empty() && self.document.is_none()
    }

    /// What it takes of the memory, about.
    pub(crate) fn size(&self) -> usize {
        self.message.len()
    }

    pub(crate) fn into_message(self) -> Vec<u8> {
        self.message
    }

    /// Reads the next part: as many changes as a batch may hold, without those that are known.
    pub(crate) fn next_part(
        &mut self,
        limits: &Limits,
        is_known: impl Fn(&ChangeHash) -> bool,
    ) -> Result<Vec<Change>, ChunkError> {
        let mut left = Cost::most_of_a_batch(limits);
        let mut changes: Vec<Change> = Vec::new();
        while changes.len() < limits.batch_changes {
            if let Some((document, hashes)) = &mut self.document {
                let Some(hash) = hashes.front() else {
                    self.document = None;
                    continue;
                };
                if !is_known(hash) {
                    let change = guarded(|| document.get_change_by_hash(hash));
                    let change = change.flatten().ok_or(ChunkError::Malformed)?;
                    let cost = Cost::of_plain(change.raw_bytes(), limits)?;
                    if !left.spend(&cost) && !changes.is_empty() {
                        break;
                    }
                    changes.push(change);
                }
                hashes.pop_front();
                continue;
            }
            if self.piece.is_empty() {
                if self.pieces.is_empty() {
                    break;
                }
                let mut reader = Reader::new(&self.message[self.pieces.clone()]);
                let length = reader.length()?;
                let start = self.pieces.start + reader.position();
                self.piece = start..start + length;
                self.pieces.start = self.piece.end;
                continue;
            }
            let mut reader = Reader::new(&self.message[self.piece.clone()]);
            let chunk = Chunk::split_off(&mut reader)?;
            let end = self.piece.start + reader.position();
            if chunk.kind == DOCUMENT {
                self.document = Some(read_document(&chunk, limits)?);
            } else {
                let plain = chunk.plain(limits)?;
                let cost = Cost::of_plain(&plain, limits)?;
                if !left.spend(&cost) && !changes.is_empty() {
                    break;
                }
                self.unpacked += plain.len();
                if self.unpacked > limits.unpacked {
                    return Err(ChunkError::TooLarge);
                }
                let change = read_plain(&plain, &chunk.checksum, cost.operations)?;
                if !is_known(&change.hash()) {
                    changes.push(change);
                }
            }
            self.piece.start = end;
        }
        Ok(changes)
    }
}

/// Reads all changes of some bytes, as long as they are no more than one batch may hold.
pub fn read_changes(bytes: &[u8], limits: &Limits) -> Result<Vec<Change>, ChunkError> {
    let mut changes = Changes::new(bytes.to_vec(), 0..0);
    changes.piece = 0..bytes.len();
    changes.next_part(limits, |_| false)
}

/// Reads one change that fills the bytes, as the store keeps it. No limit that is set later may make it unreadable.
pub(crate) fn read_stored_change(bytes: &[u8]) -> Result<Change, ChunkError> {
    let chunk = Chunk::split_off(&mut Reader::new(bytes))?;
    let change = match chunk.kind {
        CHANGE => read_plain(bytes, &chunk.checksum, 0)?,
        _ => return Err(ChunkError::Unknown),
    };
    match change.raw_bytes() == bytes {
        true => Ok(change),
        false => Err(ChunkError::Malformed),
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
    fn split_off(reader: &mut Reader<'a>) -> Result<Self, ChunkError> {
        let start = reader.rest;
        if reader.take(4)? != MAGIC {
            return Err(ChunkError::Malformed);
        }
        let (checksum, _) = reader.take(4)?.as_chunks();
        let kind = reader.byte()?;
        let body = reader.prefixed()?;
        Ok(Self {
            kind,
            checksum: checksum[0],
            whole: &start[..start.len() - reader.rest.len()],
            body,
        })
    }

    /// The chunk of a change as it is when nothing is deflated.
    fn plain(&self, limits: &Limits) -> Result<Cow<'a, [u8]>, ChunkError> {
        match self.kind {
            CHANGE if self.whole.len() > limits.change => Err(ChunkError::TooLarge),
            CHANGE => Ok(Cow::Borrowed(self.whole)),
            DEFLATED_CHANGE => {
                let body = inflate(self.body, limits.change)?;
                let mut whole = Vec::with_capacity(body.len() + 20);
                whole.extend_from_slice(&MAGIC);
                whole.extend_from_slice(&self.checksum);
                whole.push(CHANGE);
                write_length(&mut whole, body.len());
                whole.extend_from_slice(&body);
                Ok(Cow::Owned(whole))
            }
            _ => Err(ChunkError::Unknown),
        }
    }
}

fn read_plain(whole: &[u8], checksum: &[u8], operations: u64) -> Result<Change, ChunkError> {
    let change = guarded_long(operations as usize, || Change::try_from(whole))
        .and_then(Result::ok)
        .ok_or(ChunkError::Malformed)?;
    // Automerge compares the checksum only when it loads a document.
    match change.hash().0.starts_with(checksum) {
        true => Ok(change),
        false => Err(ChunkError::Malformed),
    }
}

fn read_document(
    chunk: &Chunk<'_>,
    limits: &Limits,
) -> Result<(Automerge, VecDeque<ChangeHash>), ChunkError> {
    let rows = measure_document(chunk.body, limits)?;
    let read = guarded_long(rows as usize, || {
        let options = LoadOptions::new().text_encoding(TextEncoding::Utf16CodeUnit);
        let document = Automerge::load_with_options(chunk.whole, options).ok()?;
        let changes = document.get_changes_meta(&[]);
        let hashes = changes.into_iter().map(|change| change.hash).collect();
        Some((document, hashes))
    });
    read.flatten().ok_or(ChunkError::Malformed)
}

/// What something costs, or what may still be spent.
struct Cost {
    bytes: u64,
    operations: u64,
    decoded: u64,
}

impl Cost {
    /// All that a batch may take of one message. One change alone may take as much.
    fn most_of_a_batch(limits: &Limits) -> Self {
        Self {
            bytes: limits.change as u64,
            operations: limits.operations,
            decoded: limits.decoded,
        }
    }

    /// `false` where that was too much.
    fn spend(&mut self, cost: &Self) -> bool {
        let fits = cost.bytes <= self.bytes
            && cost.operations <= self.operations
            && cost.decoded <= self.decoded;
        self.bytes = self.bytes.saturating_sub(cost.bytes);
        self.operations = self.operations.saturating_sub(cost.operations);
        self.decoded = self.decoded.saturating_sub(cost.decoded);
        fits
    }

    /// The cost of one change, from its plain chunk; an error where nobody may ask for so much.
    fn of_plain(whole: &[u8], limits: &Limits) -> Result<Self, ChunkError> {
        let head = Head::of(whole)?;
        // The columns of a change are never deflated.
        let (operations, words) = measure_columns(&head.columns, &mut 0)?;
        let longest = head.longest_actor;
        let copies = match longest > SHORT_ACTOR {
            true => 3 * (longest as u64 + SHORT_ACTOR as u64),
            false => 0,
        };
        let each = operations.saturating_mul(OPERATION + copies);
        let cost = Self {
            bytes: whole.len() as u64,
            operations,
            decoded: each.saturating_add(words),
        };
        let fits = head.deps <= limits.deps
            && longest <= limits.actor
            && head.other_actors <= limits.actors
            && Self::most_of_a_batch(limits).spend(&cost);
        fits.then_some(cost).ok_or(ChunkError::TooLarge)
    }
}

/// A column's name and its data.
pub(crate) type Column<'a> = (u64, &'a [u8]);

/// What the plain chunk of a change says before its operations, and their columns.
struct Head<'a> {
    deps: usize,
    longest_actor: usize,
    other_actors: usize,
    columns: Vec<Column<'a>>,
}

impl<'a> Head<'a> {
    fn of(whole: &'a [u8]) -> Result<Self, ChunkError> {
        let mut reader = Reader::new(Chunk::split_off(&mut Reader::new(whole))?.body);
        let deps = reader.length()?;
        reader.take(deps.checked_mul(32).ok_or(Malformed)?)?;
        let mut longest_actor = reader.prefixed()?.len();
        reader.unsigned()?; // seq
        reader.unsigned()?; // start op
        reader.signed()?; // time
        reader.prefixed()?; // message
        let other_actors = reader.length()?;
        for _ in 0..other_actors {
            longest_actor = longest_actor.max(reader.prefixed()?.len());
        }
        let columns = columns(&mut reader)?;
        Ok(Self {
            deps,
            longest_actor,
            other_actors,
            columns: take_columns(&mut reader, &columns)?,
        })
    }
}

/// The operations of the plain chunk of a change, column by column.
pub(crate) fn operation_columns(whole: &[u8]) -> Result<Vec<Column<'_>>, ChunkError> {
    Ok(Head::of(whole)?.columns)
}

/// How many rows a document has, where that is not too much.
fn measure_document(body: &[u8], limits: &Limits) -> Result<u64, ChunkError> {
    let mut reader = Reader::new(body);
    let actors = reader.length()?;
    let mut longest = 0;
    for _ in 0..actors {
        longest = longest.max(reader.prefixed()?.len());
    }
    let heads = reader.hashes(limits.deps)?;
    let (changes, operations) = (columns(&mut reader)?, columns(&mut reader)?);
    let mut left = limits.document;
    let (changes, of_changes) = measure_columns(&take_columns(&mut reader, &changes)?, &mut left)?;
    let (operations, of_operations) =
        measure_columns(&take_columns(&mut reader, &operations)?, &mut left)?;
    let rows = changes.max(operations);
    let fits = heads.is_some()
        && longest <= limits.actor
        && actors <= limits.actors
        && rows <= limits.rows
        && of_changes.saturating_add(of_operations) <= limits.document as u64;
    fits.then_some(rows).ok_or(ChunkError::TooLarge)
}

fn columns(reader: &mut Reader<'_>) -> Result<Vec<(u64, usize)>, ChunkError> {
    let count = reader.length()?;
    if count > COLUMNS {
        return Err(ChunkError::Malformed);
    }
    (0..count)
        .map(|_| Ok((reader.unsigned()?, reader.length()?)))
        .collect()
}

fn take_columns<'a>(
    reader: &mut Reader<'a>,
    columns: &[(u64, usize)],
) -> Result<Vec<Column<'a>>, ChunkError> {
    let columns = columns.iter();
    let taken = columns.map(|(spec, length)| Ok((*spec, reader.take(*length)?)));
    taken.collect()
}

/// The most rows that a column announces, and how many bytes all words and values take once they are unpacked. Deflated
/// columns may hold so many bytes together as are left.
fn measure_columns(columns: &[Column<'_>], left: &mut usize) -> Result<(u64, u64), ChunkError> {
    let (mut most, mut words) = (0, 0_u64);
    for (spec, data) in columns {
        let data = match spec & DEFLATED {
            0 => Cow::Borrowed(*data),
            _ => Cow::Owned(inflate(data, *left)?),
        };
        if let Cow::Owned(inflated) = &data {
            *left -= inflated.len();
        }
        let (rows, of_words) = measure_column(*spec, &data)?;
        most = most.max(rows);
        words = words.saturating_add(of_words);
    }
    Ok((most, words))
}

/// Counts the values that a column announces, and the bytes of their words, without unpacking them.
fn measure_column(spec: u64, data: &[u8]) -> Result<(u64, u64), ChunkError> {
    const DELTA: u64 = 3;
    const BOOLEAN: u64 = 4;
    const STRING: u64 = 5;
    const RAW: u64 = 7;
    let kind = spec & 0b111;
    let mut reader = Reader::new(data);
    let (mut rows, mut words) = (0_u64, 0_u64);
    if kind == RAW {
        return Ok((0, data.len() as u64));
    }
    let value = |reader: &mut Reader<'_>| match kind {
        DELTA => reader.signed().map(|_| 0),
        STRING => reader.prefixed().map(|word| word.len() as u64),
        _ => reader.unsigned().map(|_| 0),
    };
    while !reader.rest.is_empty() {
        let run = match kind {
            BOOLEAN => reader.unsigned()?,
            _ => match reader.signed()? {
                0 => reader.unsigned()?,
                run if run > 0 => {
                    let word = value(&mut reader)?;
                    words = words.saturating_add(word.saturating_mul(run.unsigned_abs()));
                    run.unsigned_abs()
                }
                literal => {
                    for _ in 0..literal.unsigned_abs() {
                        words = words.saturating_add(value(&mut reader)?);
                    }
                    literal.unsigned_abs()
                }
            },
        };
        rows = rows.checked_add(run).ok_or(ChunkError::TooLarge)?;
    }
    Ok((rows, words))
}

/// Unpacks at most so many bytes.
fn inflate(deflated: &[u8], most: usize) -> Result<Vec<u8>, ChunkError> {
    let mut out = Vec::new();
    flate2::read::DeflateDecoder::new(deflated)
        .take(most as u64 + 1)
        .read_to_end(&mut out)
        .map_err(|_| ChunkError::Malformed)?;
    match out.len() > most {
        true => Err(ChunkError::TooLarge),
        false => Ok(out),
    }
}

fn write_length(out: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        out.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
}
