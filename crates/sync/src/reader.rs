//! Reading automerge's formats from the front of some bytes: nothing is reserved for what they only announce.

use std::ops::Range;

/// The bytes break the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Malformed;

pub(crate) struct Reader<'a> {
    pub(crate) rest: &'a [u8],
    whole: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            whole: bytes.len(),
        }
    }

    /// How many bytes were read.
    pub(crate) fn position(&self) -> usize {
        self.whole - self.rest.len()
    }

    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8], Malformed> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Malformed)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Malformed> {
        Ok(self.take(1)?[0])
    }

    pub(crate) fn length(&mut self) -> Result<usize, Malformed> {
        usize::try_from(self.unsigned()?).map_err(|_| Malformed)
    }

    pub(crate) fn prefixed(&mut self) -> Result<&'a [u8], Malformed> {
        let length = self.length()?;
        self.take(length)
    }

    pub(crate) fn word(&mut self) -> Result<&'a str, Malformed> {
        std::str::from_utf8(self.prefixed()?).map_err(|_| Malformed)
    }

    /// Passes over a list of pieces that each begin with their length; says where it stands.
    pub(crate) fn pieces(&mut self) -> Result<Range<usize>, Malformed> {
        let count = self.length()?;
        let start = self.position();
        for _ in 0..count {
            self.prefixed()?;
        }
        Ok(start..self.position())
    }

    /// Hashes of changes: none where there are more than `most`.
    pub(crate) fn hashes(&mut self, most: usize) -> Result<Option<&'a [u8]>, Malformed> {
        let count = self.length()?;
        let bytes = self.take(count.checked_mul(32).ok_or(Malformed)?)?;
        Ok((count <= most).then_some(bytes))
    }

    pub(crate) fn unsigned(&mut self) -> Result<u64, Malformed> {
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
        Err(Malformed)
    }

    pub(crate) fn signed(&mut self) -> Result<i64, Malformed> {
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
        Err(Malformed)
    }
}
