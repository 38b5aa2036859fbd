//! `demo`: the workspace with the demo edition, and somebody for each role.

use std::process::ExitCode;

use model::{
    edition::Deadline,
    role::{Grant, Role, Scope},
};
use sha2::{Digest, Sha256};

use super::{Context, Failed, import, serve, token};
use crate::{app::App, effects::now, sign_in::make_link};

/// The demo edition, as it stands in the project.
const EDITION: &[u8] = include_bytes!("../../../../demo/igf-2023.json");
/// How long a demo link works: a working day.
const LINK_MINUTES: i64 = 12 * 60;

/// Who is there to be tried, by address, name and what they hold.
const PEOPLE: [(&str, &str, Role, &[&str]); 6] = [
    (
        "coordinator@demo.invalid",
        "Demo Coordinator",
        Role::Coordinator,
        &[],
    ),
    (
        "rapporteur@demo.invalid",
        "Demo Rapporteur",
        Role::Rapporteur,
        &["pt23-rt", "rehearsal"],
    ),
    (
        "second.rapporteur@demo.invalid",
        "Second Rapporteur",
        Role::Rapporteur,
        &["pt23-rt", "rehearsal"],
    ),
    ("editor@demo.invalid", "Demo Editor", Role::Editor, &[]),
    ("staff@demo.invalid", "Demo Staff", Role::Staff, &[]),
    ("reader@demo.invalid", "Demo Reader", Role::Reader, &[]),
];

/// What is due in the demo, invented: the label after "Rehearsal", whether its rapporteurs see to it, and when work opens
/// and ends, in minutes from the first start.
const DEADLINES: [(&str, &str, bool, i64, i64); 4] = [
    ("rehearsal-notes", "notes", true, -8 * 60, -45),
    ("rehearsal-key-points", "key points", true, -3 * 60, 2 * 60),
    ("rehearsal-zero-draft", "zero draft", false, -6 * 60, 6 * 60),
    (
        "rehearsal-comments",
        "comments",
        false,
        18 * 60,
        4 * 24 * 60,
    ),
];

fn deadlines(at: i64) -> Result<Vec<Deadline>, Failed> {
    let moment = |minutes: i64| at + minutes * 60_000;
    DEADLINES
        .into_iter()
        .map(|(id, label, is_of_session, opens, due)| {
            Ok(Deadline {
                id: id.parse()?,
                label: format!("Rehearsal: {label}"),
                session_id: is_of_session.then(|| "rehearsal".parse()).transpose()?,
                opens_at: Some(moment(opens)),
                due_at: moment(due),
            })
        })
        .collect()
}

/// Serves the demo until the process is told to end.
pub(super) async fn run(context: Context) -> Result<ExitCode, Failed> {
    let mut edition = import::checked(EDITION, "the demo edition")?;
    let mut there = context.store.editions().await?.into_iter();
    if let Some(other) = there.find(|one| one.id != edition.records.edition.id) {
        return Err(Failed(format!(
            "there is another edition, {}, in {}: give the demo a folder of its own with --data",
            other.id,
            context.settings.database_url()
        )));
    }
    let id = edition.records.edition.id.clone();
    edition.records.deadlines = deadlines(now())?;
    // They are part of what was taken in, so that a folder of an earlier program, or one with the file alone, gets them.
    edition.records.file_sha256 = Sha256::new()
        .chain_update(EDITION)
        .chain_update(format!("{DEADLINES:?}"))
        .finalize()
        .into();
    import::take_in(&context, edition).await?;
    let mut links = Vec::new();
    for (email, name, role, sessions) in PEOPLE {
        let person = token::person(&context, email, name).await?;
        let mut scopes = Vec::new();
        for session in sessions {
            scopes.push(Scope::Session(id.clone(), session.parse()?));
        }
        if sessions.is_empty() {
            scopes.push(Scope::Edition(id.clone()));
        }
        for scope in scopes {
            let grant = Grant { role, scope };
            context.store.give_grant(person, grant, None, now()).await?;
        }
        let url = context.settings.public_url();
        let link = make_link(&*context.store, &url, person, LINK_MINUTES).await?;
        let of = match sessions {
            [] => String::new(),
            sessions => format!(" ({})", sessions.join(", ")),
        };
        links.push((format!("{name}{of}"), link));
    }
    let app = App::start(context).await?;
    serve::serve(app, |address| {
        say!("\nRapporteur is ready at {address}\n\nSign in, each link once, within twelve hours:\n");
        for (who, link) in &links {
            say!("  {who}\n    {link}");
        }
        say!("\nTry two of them side by side in two browsers. New links: start this command again. Stop: Ctrl+C.\n");
    })
    .await
}
