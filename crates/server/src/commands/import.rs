//! `import`: takes an edition file in, whole or not at all.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use storage::programme::Imported;

use super::{Context, Failed};
use crate::{effects::now, import};

/// What `import` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// An edition file of format rapporteur-edition/1.
    file: PathBuf,
}

/// Imports a file and says what it did.
pub(super) async fn run(context: &Context, options: &Options) -> Result<ExitCode, Failed> {
    let bytes = read(&options.file)?;
    let (title, imported) = take_in(context, &bytes, &options.file.display().to_string()).await?;
    say!("{}", summary(&title, &imported));
    Ok(ExitCode::SUCCESS)
}

/// Imports the bytes of a file called `name`; the title of the edition and what was done.
pub(super) async fn take_in(
    context: &Context,
    bytes: &[u8],
    name: &str,
) -> Result<(String, Imported), Failed> {
    let file = import::read(bytes).map_err(|faults| {
        let first = faults.first().map(ToString::to_string).unwrap_or_default();
        let more = faults.len().saturating_sub(1);
        let rest: Vec<String> = faults
            .iter()
            .skip(1)
            .take(4)
            .map(ToString::to_string)
            .collect();
        let rest = match more {
            0 => String::new(),
            1..=4 => format!("; {}", rest.join("; ")),
            _ => format!("; {}; and {} more", rest.join("; "), more - 4),
        };
        Failed(format!("{name} was not imported: {first}{rest}"))
    })?;
    let title = file.edition.title.clone();
    let records = import::records(file, bytes, now())?;
    Ok((title, context.store.import_edition(records).await?))
}

fn summary(title: &str, imported: &Imported) -> String {
    if imported.unchanged {
        return format!("{title}: nothing has changed since the last import");
    }
    let there = match imported.key_points_there {
        0 => String::new(),
        count => format!(", {count} there already"),
    };
    let left_out = match imported.key_points_left_out.len() {
        0 => String::new(),
        1 => "; 1 key point left out, because people write the notes that it would stand in"
            .to_owned(),
        count => format!(
            "; {count} key points left out, because people write the notes that they would stand in"
        ),
    };
    format!(
        "{title}: {} sessions added, {} updated, {} key points added{there}{left_out}",
        imported.sessions_added.len(),
        imported.sessions_kept.len(),
        imported.key_points_added,
    )
}

#[expect(clippy::disallowed_methods, reason = "a command may wait for its file")]
fn read(path: &PathBuf) -> Result<Vec<u8>, Failed> {
    std::fs::read(path)
        .map_err(|error| Failed(format!("{} cannot be read: {error}", path.display())))
}
