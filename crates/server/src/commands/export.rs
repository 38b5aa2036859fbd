//! `export`: a file of an output document.

use std::{io::Write, path::PathBuf, process::ExitCode};

use ::export::{Format, Paper};
use clap::Args;

use super::{Context, Failed, output_document};
use crate::{
    api::views::DiagnosticView,
    jobs::{
        export::{self, KEPT, Wish},
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
    /// Where to write the file; `-` is standard output.
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
    /// The day that is printed [default: today at the venue].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<String>,
    /// a4 or us-letter.
    #[arg(long, default_value = "a4", value_parser = paper)]
    paper: Paper,
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
    let wish = Wish {
        paper: options.paper,
        line_numbers: false,
        date: options.date.clone(),
    };
    let texts = Texts::new(context.store.clone(), &context.settings);
    let made = export::make(&texts, &edition, &document, format, wish, None).await;
    let (new, file, diagnostics) = made?;
    write(&options.out, &file)?;
    for one in &diagnostics {
        let mut found = DiagnosticView::from(one);
        // The file is there all the same.
        if found.severity == "error" {
            found.severity = "warning";
        }
        eprintln!("{}", super::sentence(&found));
    }
    if context.store.add_export(new, file, KEPT).await?.is_none() {
        eprintln!(
            "warning: the file is not kept with the others, because those made by commands fill {} MB already; \
             docs/operations.md tells how to make room",
            KEPT.of_one >> 20
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn day(text: &str) -> Result<String, String> {
    let read = text.parse::<jiff::civil::Date>();
    read.map(|day| day.to_string())
        .map_err(|_| "it is not a day; write YYYY-MM-DD".to_owned())
}

fn paper(word: &str) -> Result<Paper, String> {
    Paper::parse(word).ok_or_else(|| "choose a4 or us-letter".to_owned())
}

#[expect(clippy::disallowed_methods, reason = "a command may wait for its file")]
fn write(path: &PathBuf, bytes: &[u8]) -> Result<(), Failed> {
    let written = if path.as_os_str() == "-" {
        std::io::stdout().write_all(bytes)
    } else {
        std::fs::write(path, bytes)
    };
    written.map_err(|error| Failed(format!("{} cannot be written: {error}", path.display())))
}
