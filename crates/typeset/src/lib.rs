//! Prints a document: a Pandoc AST goes in as data, one template sets it, a tagged PDF or SVG pages come out.
//!
//! Never: reads a clock, a file or the network; takes text for markup; refuses a document for what its text holds.
//! What cannot be printed as it is gets replaced, and a [`Diagnostic`] says so. The same input gives the same bytes.
//!
//! The look is in `template.typ`. It walks a `sheet`: the AST after checking, so that the template meets neither
//! empty labels nor crooked tables. `docs/decisions/0005-typst-embedded-fonts.md` has the reasons.

mod diagnostic;
mod fonts;
mod press;
mod read;
mod sheet;
mod text;
mod world;

pub use diagnostic::{Diagnostic, Place, Severity};
pub use fonts::{FontFile, Fonts};
pub use press::{pages_svg, pdf};

/// A finished PDF.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Whether the file is PDF/UA-1 and PDF/A-2a. If not, a diagnostic says why.
    pub is_accessible: bool,
    /// What was wrong in the text, and what was done about it.
    pub diagnostics: Vec<Diagnostic>,
}

/// The pages of a document for the screen.
#[derive(Debug, Clone)]
pub struct Pages {
    /// One SVG file a page.
    pub svgs: Vec<String>,
    /// What was wrong in the text, and what was done about it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why nothing was printed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The bytes are no Pandoc JSON.
    #[error("this is no Pandoc document: {0}")]
    NotPandoc(String),
    /// Typst failed on what the reader let through: a fault of this program, never of the text.
    #[error("the document could not be typeset: {0}")]
    Internal(String),
}

/// Checks a Pandoc AST (JSON) without printing it: what [`pdf`] would have to replace or leave out.
pub fn check(ast: &[u8], fonts: &Fonts) -> Result<Vec<Diagnostic>, Error> {
    read::read(ast, fonts).map(|(_, diagnostics, _)| diagnostics)
}
