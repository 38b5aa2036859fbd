//! Files made of output documents.

pub(crate) mod create;
pub(crate) mod file;
pub(crate) mod list;
