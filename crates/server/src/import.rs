//! Reads `rapporteur-edition/1`: checks a file whole, then turns it into what the store takes.
//!
//! `docs/import-format.md` describes the format for those who write such files.

mod check;
mod file;
mod records;

pub(crate) use file::File;
pub(crate) use records::{MAIN, main_document, output_document, records};

use crate::json::{self, Fault};

/// What Windows writes before UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads and checks a file. Either everything is right, or each fault is told with its place.
pub(crate) fn read(bytes: &[u8]) -> Result<File, Vec<Fault>> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    // A file that breaks off is told as that, not as a field that nobody knows.
    json::check(bytes).map_err(|fault| vec![fault])?;
    let file = json::read(bytes).map_err(|fault| vec![fault])?;
    let faults = check::faults(&file);
    if faults.is_empty() {
        Ok(file)
    } else {
        Err(faults)
    }
}
