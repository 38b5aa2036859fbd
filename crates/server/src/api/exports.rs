//! Files made of output documents.

pub mod create;
pub mod file;
pub mod list;
