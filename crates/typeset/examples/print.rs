//! Prints a Pandoc AST: `cargo run -p typeset --example print -- in.json out.pdf`.
//!
//! A name that ends in `.svg` gives the first page as SVG. What was found wrong goes to stderr.

#![expect(
    clippy::disallowed_methods,
    reason = "a command line tool reads and writes files"
)]

use std::process::ExitCode;
use std::{env, fs};

use typeset::Fonts;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [from, to] = arguments.as_slice() else {
        eprintln!("usage: print IN.json OUT.pdf|OUT.svg");
        return ExitCode::from(2);
    };
    match print(from, to) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn print(from: &str, to: &str) -> Result<(), Box<dyn std::error::Error>> {
    let ast = fs::read(from)?;
    let diagnostics = if to.ends_with(".svg") {
        let pages = typeset::pages_svg(&ast, &Fonts::default())?;
        fs::write(
            to,
            pages.svgs.first().map(String::as_str).unwrap_or_default(),
        )?;
        pages.diagnostics
    } else {
        let printed = typeset::pdf(&ast, &Fonts::default())?;
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
