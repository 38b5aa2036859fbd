//! Reads `rapporteur-edition/1`: checks a file whole, then turns it into what the store takes.
//!
//! `docs/import-format.md` describes the format for those who write such files.

mod check;
mod file;
mod records;

pub(crate) use check::Fault;
pub(crate) use file::File;
pub(crate) use records::{MAIN, main_document, output_document, records};

/// Reads and checks a file. Either everything is right, or each fault is told with its place.
pub(crate) fn read(bytes: &[u8]) -> Result<File, Vec<Fault>> {
    let file = file::parse(bytes).map_err(|fault| vec![fault])?;
    let faults = check::faults(&file);
    if faults.is_empty() {
        Ok(file)
    } else {
        Err(faults)
    }
}
