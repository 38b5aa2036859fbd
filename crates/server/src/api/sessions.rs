//! Sessions of an edition.

pub mod list;
pub mod step;
