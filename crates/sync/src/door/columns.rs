//! The operations of a change, read from its columns one after the other.

use crate::{
    chunk::{ChunkError, operation_columns},
    reader::{Malformed, Reader},
};

/// One operation as it stands in the columns. Actors are counted from the change's own.
pub(super) struct Row<'a> {
    pub(super) object: Option<(u64, u64)>,
    pub(super) key: Option<&'a str>,
    /// `None` is the head of a sequence, where there is no key.
    pub(super) element: Option<(u64, u64)>,
    pub(super) insert: bool,
    pub(super) action: u64,
    /// The kind of its value, and the value.
    pub(super) value: (u64, &'a [u8]),
    pub(super) is_named_mark: bool,
    pub(super) replaced: Vec<(u64, u64)>,
}

pub(super) struct Rows<'a> {
    object: (Values<'a, u64>, Values<'a, u64>),
    element: (Values<'a, u64>, Deltas<'a>),
    key: Values<'a, &'a str>,
    insert: Flags<'a>,
    action: Values<'a, u64>,
    value: (Values<'a, u64>, Reader<'a>),
    mark: Values<'a, &'a str>,
    replaced: (Values<'a, u64>, Values<'a, u64>, Deltas<'a>),
}

impl<'a> Rows<'a> {
    /// Reads a plain chunk that automerge has read before.
    pub(super) fn of(chunk: &'a [u8]) -> Result<Self, ChunkError> {
        let columns = operation_columns(chunk)?;
        let column = |spec: u64| {
            let mut columns = columns.iter();
            let found = columns.find(|(known, _)| *known == spec);
            Reader::new(found.map_or(&[], |(_, data)| data))
        };
        let number = |spec| Values::new(column(spec), |reader| reader.unsigned());
        let delta = |spec| Deltas {
            deltas: Values::new(column(spec), |reader| reader.signed()),
            value: 0,
        };
        let word = |spec| Values::new(column(spec), Reader::word);
        Ok(Self {
            object: (number(0x01), number(0x02)),
            element: (number(0x11), delta(0x13)),
            key: word(0x15),
            insert: Flags::new(column(0x34)),
            action: number(0x42),
            value: (number(0x56), column(0x57)),
            mark: word(0xa5),
            replaced: (number(0x70), number(0x71), delta(0x73)),
        })
    }

    pub(super) fn next(&mut self) -> Result<Row<'a>, Malformed> {
        let key = self.key.next()?;
        let element = (self.element.1.next()?, self.element.0.next()?);
        let value = self.value.0.next()?.unwrap_or(0);
        let length = usize::try_from(value >> 4).map_err(|_| Malformed)?;
        let replaced = (0..self.replaced.0.next()?.unwrap_or(0)).map(|_| {
            let (actor, counter) = (self.replaced.1.next()?, self.replaced.2.next()?);
            counter.zip(actor).ok_or(Malformed)
        });
        Ok(Row {
            replaced: replaced.collect::<Result<_, _>>()?,
            object: self.object.1.next()?.zip(self.object.0.next()?),
            key,
            element: element.0.zip(element.1),
            insert: self.insert.next()?,
            action: self.action.next()?.ok_or(Malformed)?,
            value: (value & 0xf, self.value.1.take(length)?),
            is_named_mark: self.mark.next()?.is_some(),
        })
    }
}

/// A column of runs.
struct Values<'a, T> {
    reader: Reader<'a>,
    read: fn(&mut Reader<'a>) -> Result<T, Malformed>,
    left: u64,
    is_literal: bool,
    value: Option<T>,
}

impl<'a, T: Copy> Values<'a, T> {
    fn new(reader: Reader<'a>, read: fn(&mut Reader<'a>) -> Result<T, Malformed>) -> Self {
        Self {
            reader,
            read,
            left: 0,
            is_literal: false,
            value: None,
        }
    }

    /// The next value; `None` also behind the end.
    fn next(&mut self) -> Result<Option<T>, Malformed> {
        if self.left == 0 {
            if self.reader.rest.is_empty() {
                return Ok(None);
            }
            let run = self.reader.signed()?;
            self.is_literal = run < 0;
            (self.left, self.value) = match run {
                0 => (self.reader.unsigned()?, None),
                run if run > 0 => (run.unsigned_abs(), Some((self.read)(&mut self.reader)?)),
                run => (run.unsigned_abs(), None),
            };
        }
        if self.is_literal {
            self.value = Some((self.read)(&mut self.reader)?);
        }
        self.left = self.left.checked_sub(1).ok_or(Malformed)?;
        Ok(self.value)
    }
}

/// A column of which each value is told by its distance from the one before.
struct Deltas<'a> {
    deltas: Values<'a, i64>,
    value: i64,
}

impl Deltas<'_> {
    fn next(&mut self) -> Result<Option<u64>, Malformed> {
        let Some(delta) = self.deltas.next()? else {
            return Ok(None);
        };
        self.value = self.value.checked_add(delta).ok_or(Malformed)?;
        u64::try_from(self.value).map(Some).map_err(|_| Malformed)
    }
}

/// A column of runs of `false` and `true`, by turns.
struct Flags<'a> {
    reader: Reader<'a>,
    left: u64,
    value: bool,
}

impl<'a> Flags<'a> {
    fn new(reader: Reader<'a>) -> Self {
        Self {
            reader,
            left: 0,
            value: true,
        }
    }

    fn next(&mut self) -> Result<bool, Malformed> {
        while self.left == 0 {
            if self.reader.rest.is_empty() {
                return Ok(false);
            }
            self.left = self.reader.unsigned()?;
            self.value = !self.value;
        }
        self.left -= 1;
        Ok(self.value)
    }
}
