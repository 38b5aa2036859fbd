//! `import`: takes an edition file in, whole or not at all.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use storage::programme::{EditionImport, Imported};

use super::{Context, Failed};
use crate::{effects::now, import};

/// What `import` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// An edition file of format rapporteur-edition/1.
    file: PathBuf,
}

/// A file that was found right.
pub(super) struct Checked {
    title: String,
    pub(super) records: EditionImport,
}

/// Reads and checks a file. Nothing is stored yet.
pub(super) fn check(options: &Options) -> Result<Checked, Failed> {
    checked(&read(&options.file)?, &options.file.display().to_string())
}

/// Imports a file and says what it did.
pub(super) async fn run(context: &Context, checked: Checked) -> Result<ExitCode, Failed> {
    let title = checked.title.clone();
    let imported = take_in(context, checked).await?;
    say!("{}", summary(&title, &imported));
    Ok(ExitCode::SUCCESS)
}

/// Imports what was found right.
pub(super) async fn take_in(context: &Context, checked: Checked) -> Result<Imported, Failed> {
    Ok(context.store.import_edition(checked.records).await?)
}

/// Checks the bytes of a file called `name`.
pub(super) fn checked(bytes: &[u8], name: &str) -> Result<Checked, Failed> {
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
    Ok(Checked { title, records })
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
