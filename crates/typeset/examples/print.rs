//! Prints a Pandoc AST: `cargo run -p typeset --example print -- in.json out.pdf [us-letter] [lines]`.
//!
//! A name that ends in `.svg` gives the first page as SVG. What was found wrong goes to stderr.

#![expect(
    clippy::disallowed_methods,
    reason = "a command line tool reads and writes files"
)]

use std::process::ExitCode;
use std::{env, fs};

use typeset::{Fonts, Options, Paper};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [from, to, wishes @ ..] = arguments.as_slice() else {
        eprintln!("usage: print IN.json OUT.pdf|OUT.svg [us-letter] [lines]");
        return ExitCode::from(2);
    };
    let wants = |wish: &str| wishes.iter().any(|given| given == wish);
    let options = Options {
        paper: wants("us-letter").then_some(Paper::UsLetter),
        line_numbers: wants("lines").then_some(true),
    };
    match print(from, to, &options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn print(from: &str, to: &str, options: &Options) -> Result<(), Box<dyn std::error::Error>> {
    let ast = fs::read(from)?;
    let diagnostics = if to.ends_with(".svg") {
        let pages = typeset::pages_svg(&ast, options, &Fonts::default())?;
        fs::write(
            to,
            pages.svgs.first().map(String::as_str).unwrap_or_default(),
        )?;
        pages.diagnostics
    } else {
        let printed = typeset::pdf(&ast, options, &Fonts::default())?;
        eprintln!(
            "{} pages, {} bytes, PDF/UA-1: {}",
            printed.pages,
            printed.bytes.len(),
            printed.is_accessible
        );
        fs::write(to, printed.bytes)?;
        printed.diagnostics
    };
    for diagnostic in diagnostics {
        eprintln!("{}", serde_json::to_string(&diagnostic)?);
    }
    Ok(())
}
