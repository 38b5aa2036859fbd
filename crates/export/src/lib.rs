//! Turns an outline into the draft of an output document, that document into a Pandoc AST, and that AST into files: DOCX,
//! PDF, HTML, Markdown, JSON.
//!
//! [`from_output()`] fills in what the text leaves to the moment of export: numbers, letters, annexes. Every writer reads
//! the AST and nothing else, so that all formats say the same.
//!
//! Never: a clock, randomness, disk, network; a different file for the same input.

mod clean;
pub mod diagnostic;
pub mod docx;
pub mod from_outline;
pub mod from_output;
pub mod html;
pub mod labels;
pub mod markdown;
pub mod pandoc;
pub mod render;
pub mod words;

pub use diagnostic::Diagnostic;
pub use from_output::{Options, Paper, from_output, paragraph_of, paragraph_with};
pub use pandoc_ast::Pandoc;
pub use render::{Format, Rendered, render};

/// Why no file was made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A fault of this program, never of the text.
    #[error("the file could not be written: {0}")]
    Internal(String),
}
