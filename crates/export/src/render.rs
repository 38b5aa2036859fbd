//! One call for every format.

use std::str::FromStr;

use pandoc_ast::Pandoc;
use typeset::Fonts;

use crate::{Diagnostic, Error, diagnostic, docx, html, markdown};

/// A format that documents are exported in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Word.
    Docx,
    /// PDF, tagged and for the archive.
    Pdf,
    /// A page for the browser.
    Html,
    /// Markdown.
    Markdown,
    /// Pandoc's AST.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 5] = [
        Self::Docx,
        Self::Pdf,
        Self::Html,
        Self::Markdown,
        Self::Json,
    ];

    /// The word used in commands, addresses and file names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// The media type of a file in this format.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Html => "text/html; charset=utf-8",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// Says that a word names no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no format {0:?}: choose docx, pdf, html, md or json")]
pub struct UnknownFormat(String);

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(word: &str) -> Result<Self, UnknownFormat> {
        let found = Self::ALL
            .into_iter()
            .find(|format| format.extension().eq_ignore_ascii_case(word));
        found.ok_or_else(|| UnknownFormat(word.chars().take(40).collect()))
    }
}

/// A finished file, and what was found wrong in its text.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

/// Writes a document in a format. The same document gives the same bytes.
///
/// Paper, line numbers, language and whether it is a draft stand in the document's metadata.
///
/// # Errors
/// Only for faults of this program, never for what the text holds.
pub fn render(format: Format, document: &Pandoc, fonts: &Fonts) -> Result<Rendered, Error> {
    let mut diagnostics = diagnostic::check(document);
    let bytes = match format {
        Format::Docx => docx::docx(document)?,
        Format::Html => html::html(document).into_bytes(),
        Format::Markdown => markdown::markdown(document).into_bytes(),
        Format::Json => json(document)?,
        Format::Pdf => {
            let ast = json(document)?;
            let printed =
                typeset::pdf(&ast, fonts).map_err(|error| Error::Internal(error.to_string()))?;
            add(&mut diagnostics, printed.diagnostics);
            printed.bytes
        }
    };
    diagnostic::tell_places(document, &mut diagnostics);
    Ok(Rendered { bytes, diagnostics })
}

/// The document as Pandoc reads it.
///
/// # Errors
/// Only for faults of this program.
pub fn json(document: &Pandoc) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(document).map_err(|error| Error::Internal(error.to_string()))
}

/// Everything that is known to be wrong in a document, also what only printing finds: characters that no font has.
///
/// # Errors
/// Only for faults of this program.
pub fn check(document: &Pandoc, fonts: &Fonts) -> Result<Vec<Diagnostic>, Error> {
    let mut diagnostics = diagnostic::check(document);
    let found = typeset::check(&json(document)?, fonts);
    add(
        &mut diagnostics,
        found.map_err(|error| Error::Internal(error.to_string()))?,
    );
    diagnostic::tell_places(document, &mut diagnostics);
    Ok(diagnostics)
}

/// Adds what printing found, but for what is known already.
fn add(diagnostics: &mut Vec<Diagnostic>, found: Vec<typeset::Diagnostic>) {
    let before = diagnostics.len();
    for one in found.into_iter().map(Diagnostic::from) {
        let is_known = diagnostics[..before].iter().any(|known| {
            known.key == one.key
                && known.place.paragraph_id == one.place.paragraph_id
                && known.place.field == one.place.field
        });
        if !is_known {
            diagnostics.push(one);
        }
    }
}
