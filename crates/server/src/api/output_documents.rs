//! Output documents.

pub(crate) mod compile;
pub(crate) mod insert;
pub(crate) mod list;
pub(crate) mod outline;
pub(crate) mod preview;
