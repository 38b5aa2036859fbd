//! The statements that are the same for every database, with the code that turns rows into records.
//!
//! A second backend includes this file by `#[path]`, so that there is one SQL text, compiled and checked against each database.
//! It needs from the crate around it: `Connection`, `error::{Fault, Result}`. Functions that write expect to run inside a
//! transaction that is undone where they fail.

pub(crate) mod audit;
pub(crate) mod documents;
pub(crate) mod exports;
pub(crate) mod import;
pub(crate) mod key_points;
pub(crate) mod output_documents;
pub(crate) mod people;
pub(crate) mod programme;
pub(crate) mod settings;
pub(crate) mod sign_ins;
mod values;

pub(crate) use values::{person as person_column, to_heads as heads_column};
