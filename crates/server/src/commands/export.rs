//! `export`: a file of an output document.

use std::{path::PathBuf, process::ExitCode};

use ::export::Format;
use clap::Args;
use storage::exports::NewExport;

use super::{Context, Failed, compile::output_document};
use crate::{
    api::views::DiagnosticView,
    effects::{now, uuid},
    jobs::{
        export::{self, Wish, file_name},
        texts::Texts,
    },
};

/// What `export` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The edition.
    #[arg(long, value_name = "ID")]
    edition: String,
    /// docx, pdf, html, md or json (Pandoc's AST).
    #[arg(long)]
    format: Format,
    /// Where to write the file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The output document [default: the track's].
    #[arg(long, value_name = "ID")]
    document: Option<String>,
    /// The language version.
    #[arg(long, value_name = "L")]
    language: Option<String>,
    /// A frozen version.
    #[arg(long, value_name = "V")]
    version: Option<String>,
    /// The day that is printed [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// a4 or us-letter.
    #[arg(long, default_value = "a4")]
    paper: String,
}

/// Writes the file, and tells on stderr what was found wrong in the text.
pub(super) async fn run(context: &Context, options: &Options) -> Result<ExitCode, Failed> {
    let format = options.format;
    let edition = super::edition(context, &options.edition).await?.edition.id;
    let document = output_document(context, &edition, options.document.as_deref()).await?;
    if let Some(language) = &options.language
        && *language != document.language.to_string()
    {
        return Err(Failed(format!(
            "{} has no version in {language:?}; there is {}",
            document.id, document.language
        )));
    }
    if let Some(version) = &options.version {
        return Err(Failed(format!(
            "there is no version {version:?}; none is frozen yet: leave --version out"
        )));
    }
    if let Some(date) = &options.date
        && date.parse::<jiff::civil::Date>().is_err()
    {
        return Err(Failed(format!("{date:?} is not a day; write YYYY-MM-DD")));
    }
    let paper = ::export::Paper::parse(&options.paper).ok_or_else(|| {
        Failed(format!(
            "there is no paper {:?}; choose a4 or us-letter",
            options.paper
        ))
    })?;
    let wish = Wish {
        paper,
        line_numbers: false,
        date: options.date.clone(),
    };
    let prepared =
        export::prepare(&context.store, &Texts::default(), &edition, &document, wish).await?;
    let (bytes, diagnostics) = export::write(&prepared, format).await?;
    write(&options.out, &bytes)?;
    for one in &diagnostics {
        let mut found = DiagnosticView::from(one);
        // The file is there all the same.
        if found.severity == "error" {
            found.severity = "warning".to_owned();
        }
        eprintln!("{}", super::sentence(&found));
    }
    let new = NewExport {
        id: uuid().to_string(),
        edition_id: edition.clone(),
        output_document_id: document.id.clone(),
        format: format.extension().to_owned(),
        language: document.language.clone(),
        file_name: file_name(&edition, &document, format),
        made_by: None,
        made_at: now(),
        heads: prepared.heads,
        bytes,
    };
    context.store.add_export(new).await?;
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::disallowed_methods, reason = "a command may wait for its file")]
fn write(path: &PathBuf, bytes: &[u8]) -> Result<(), Failed> {
    std::fs::write(path, bytes)
        .map_err(|error| Failed(format!("{} cannot be written: {error}", path.display())))
}
