//! `import`: takes an edition file in, whole or not at all.

use std::{
    collections::HashSet,
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant},
};

use clap::Args;
use model::{
    id::{EditionId, SessionId},
    session::SessionState,
};
use storage::{
    error::StoreError,
    programme::{EditionImport, Imported, SessionImport},
};

use super::{Context, Failed};
use crate::{effects::now, import};

/// How often an import that takes long says how far it is.
const PROGRESS: Duration = Duration::from_secs(2);

/// What `import` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// An edition file of format rapporteur-edition/1.
    file: PathBuf,
}

/// A file that was found right.
pub(super) struct Checked {
    title: String,
    /// The sessions of which it gives notes.
    with_notes: HashSet<SessionId>,
    pub(super) records: EditionImport,
}

/// Reads and checks a file. Nothing is stored yet.
pub(super) fn check(options: &Options) -> Result<Checked, Failed> {
    checked(&read(&options.file)?, &options.file.display().to_string())
}

/// Imports a file and says what it did.
pub(super) async fn run(context: &Context, checked: Checked) -> Result<ExitCode, Failed> {
    let title = checked.title.clone();
    let said = take_in(context, checked).await?;
    say!("{title}: {said}");
    Ok(ExitCode::SUCCESS)
}

/// Imports what was found right, and says what it did. Of notes that are there already it takes key points only where nobody
/// has written in them.
pub(super) async fn take_in(context: &Context, checked: Checked) -> Result<String, Failed> {
    let Checked {
        with_notes,
        records,
        ..
    } = checked;
    let (edition, mut sessions) = (records.edition.id.clone(), records.sessions.clone());
    let mut imported = context.store.import_edition(records).await?;
    if imported.unchanged {
        return Ok("nothing has changed since the last import".to_owned());
    }
    sessions.retain(|new| !imported.sessions_added.contains(&new.session.id));
    let mut other_notes = Vec::new();
    for new in &sessions {
        if add_to_notes(context, &edition, new, &mut imported).await?
            && with_notes.contains(&new.session.id)
        {
            other_notes.push(new.session.id.clone());
        }
    }
    Ok(summary(&imported, &other_notes))
}

/// Adds key points of a file to the notes of a session that was there; whether the file gives other notes than before.
async fn add_to_notes(
    context: &Context,
    edition: &EditionId,
    new: &SessionImport,
    imported: &mut Imported,
) -> Result<bool, Failed> {
    let (store, id) = (&context.store, &new.session.id);
    let Some(known) = store.session(edition, id).await? else {
        return Ok(false);
    };
    let Some(loaded) = store.load_document(known.document_id).await? else {
        return Ok(false);
    };
    let has_other_notes = import::has_other_notes(new, &loaded)?;
    let left_out = &mut imported.key_points_left_out;
    let points = new.key_points.iter();
    let missing: Vec<_> = points
        .filter(|point| left_out.contains(&point.id))
        .collect();
    let mut owners = loaded.actor_owners.iter();
    let is_written = owners.any(|(_, person)| person.is_some());
    let is_open = known.state <= SessionState::Live;
    if missing.is_empty() || is_written || !is_open {
        return Ok(has_other_notes);
    }
    let more = import::more_key_points(&missing, new, &known, &loaded, now())?;
    match store.add_key_points(edition, id, more).await {
        Ok(()) => {
            left_out.retain(|left_out| missing.iter().all(|point| point.id != *left_out));
            imported.key_points_added += missing.len() as u64;
        }
        // Somebody has begun to write just now.
        Err(StoreError::HeadMoved { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(has_other_notes)
}

/// Checks the bytes of a file called `name`.
pub(super) fn checked(bytes: &[u8], name: &str) -> Result<Checked, Failed> {
    let file = import::read(bytes).map_err(|faults| {
        let told: Vec<String> = faults.iter().take(5).map(ToString::to_string).collect();
        let told = told.join("; ");
        let more = match faults.len().saturating_sub(5) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        Failed(format!("{name} was not imported: {told}{more}"))
    })?;
    let title = file.edition.title.clone();
    let sessions = file.sessions.iter();
    let with_notes = sessions.filter(|session| session.notes.is_some());
    let with_notes = with_notes.map(|session| session.id.clone()).collect();
    let (all, mut told) = (file.sessions.len(), Instant::now());
    let records = import::records(file, bytes, now(), |number| {
        if told.elapsed() >= PROGRESS {
            told = Instant::now();
            eprintln!("{name}: session {number} of {all}");
        }
    })?;
    Ok(Checked {
        title,
        with_notes,
        records,
    })
}

fn summary(imported: &Imported, other_notes: &[SessionId]) -> String {
    let list = |words: &str, sessions: &[SessionId]| match sessions {
        [] => String::new(),
        sessions => {
            let ids: Vec<&str> = sessions.iter().map(SessionId::as_str).collect();
            format!("; {words}: {}", ids.join(", "))
        }
    };
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
        "{} sessions added, {} updated, {} key points added{there}{left_out}{}{}",
        imported.sessions_added.len(),
        imported.sessions_updated.len(),
        imported.key_points_added,
        list(
            "the notes stay as they were, though the file gives others, of",
            other_notes
        ),
        list(
            "not in the file, and left as they are",
            &imported.sessions_missing
        ),
    )
}

#[expect(clippy::disallowed_methods, reason = "a command may wait for its file")]
fn read(path: &PathBuf) -> Result<Vec<u8>, Failed> {
    std::fs::read(path)
        .map_err(|error| Failed(format!("{} cannot be read: {error}", path.display())))
}
