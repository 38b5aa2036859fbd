//! Times each writer on a Pandoc AST: `time_writers FORMAT AST.json` prints the first and the best of twenty calls as JSON.
//!
//! One format a process, so that the first call finds nothing warmed up by another. For PDF the best call is that of an
//! unchanged document.
#![expect(
    clippy::disallowed_methods,
    reason = "it measures time, and reads the file it is given"
)]

use std::{error::Error, time::Instant};

use export::{Format, Pandoc, render};
use typeset::Fonts;

const CALLS: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(format), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: time_writers FORMAT AST.json".into());
    };
    let format: Format = format.parse().map_err(|_| "the format is unknown")?;
    let text = std::fs::read(file)?;
    let mut times = Vec::with_capacity(CALLS);
    let mut size = 0;
    for _ in 0..CALLS {
        let from = Instant::now();
        let ast: Pandoc = serde_json::from_slice(&text)?;
        size = render(format, &ast, &Fonts::default())?.bytes.len();
        times.push(from.elapsed().as_secs_f64() * 1000.0);
    }
    let best = times.iter().copied().fold(f64::INFINITY, f64::min);
    let first = times[0];
    println!("{{\"first_ms\":{first:.3},\"best_ms\":{best:.3},\"bytes\":{size}}}");
    Ok(())
}
