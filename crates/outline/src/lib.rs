//! Compiles accepted key points into the outline of the output document, and says what is missing.
//!
//! It knows no language: every word that is not a person's comes from the [`words::Words`] it is given.
//!
//! Never: reads a clock, loses a key point without a diagnostic, rewrites what people said, tells who said it.

pub mod check;
pub mod compile;
pub mod coverage;
pub mod diagnostic;
pub mod group;
pub mod plan;
pub mod programme;
pub mod unnamed;
pub mod words;

mod front;
mod select;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod testing;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests;

pub use compile::{Compiled, compile};
