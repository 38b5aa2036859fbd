//! Reads `rapporteur-edition/1`: checks a file whole, then turns it into what the store takes.
//!
//! `docs/import-format.md` describes the format for those who write such files.

mod again;
mod check;
mod file;
mod records;

pub(crate) use again::{has_other_notes, more_key_points};
pub(crate) use file::File;
pub(crate) use records::{MAIN, append, moment, output_document, records, zone};

use crate::json::{self, Fault};

/// What Windows writes before UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads and checks a file. Either everything is right, or each fault is told with its place.
pub(crate) fn read(bytes: &[u8]) -> Result<File, Vec<Fault>> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if let Some(found) = foreign_encoding(bytes) {
        let reason = format!("is written in {found}; save it as UTF-8");
        return Err(vec![Fault::new("", reason)]);
    }
    // A file that breaks off is told as that, not as a field that nobody knows.
    let parsed = json::parse(bytes).map_err(|fault| vec![fault])?;
    let file = json::read(bytes, &parsed).map_err(|fault| vec![fault])?;
    let faults = check::faults(&file);
    if faults.is_empty() {
        Ok(file)
    } else {
        Err(faults)
    }
}

/// What a file is written in that is not UTF-8.
fn foreign_encoding(bytes: &[u8]) -> Option<String> {
    // JSON begins with a sign that takes one byte in UTF-8.
    if matches!(
        bytes,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..]
    ) {
        return Some("UTF-16".to_owned());
    }
    let fault = std::str::from_utf8(bytes).err()?;
    let before = &bytes[..fault.valid_up_to()];
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    Some(format!(
        "another encoding, probably Windows-1252 (line {line} holds bytes that are no UTF-8)"
    ))
}
