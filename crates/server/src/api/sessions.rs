//! Sessions of an edition.

pub(crate) mod list;
pub(crate) mod show;
pub(crate) mod step;
