//! Output documents.

pub mod compile;
pub mod insert;
pub mod list;
pub mod preview;
