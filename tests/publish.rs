//! Output documents as files: from shared cases to golden files, and read back by the programs that people open them in.
//!
//! `cases/*.json` hold an edition and a document; `golden/` what each format makes of it. After a change that is meant,
//! run with `UPDATE_GOLDEN=1`, then read the difference.

mod case;
mod diagnostics;
mod golden;
mod hostile;
mod labels;
mod leaks;
pub(crate) mod package;
pub(crate) mod pdf;
mod tools;
