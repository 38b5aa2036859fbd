//! The commands of `rapporteur`, as `docs/operations.md` promises them to outside programs.
//!
//! Exit status 0; 1 when the command failed, with one clear line on stderr; 2 for wrong usage.

/// Prints a line for whoever runs the command. That they stop reading, as `head` does, is no failure.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($words)*);
    }};
}

mod check;
mod compile;
mod demo;
mod export;
mod import;
mod openapi;
mod serve;
mod token;

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use clap::{Args, CommandFactory, Parser, Subcommand, error::ErrorKind};
use model::id::{EditionId, SessionId};
use storage::{programme::EditionRecord, store::Store};

use crate::{api::views::DiagnosticView, import::MAIN, settings::Settings, telemetry};

/// A workspace in which what was said in the sessions of a conference becomes its output document.
#[derive(Debug, Parser)]
#[command(name = "rapporteur", version, about, disable_help_subcommand = true)]
struct Command {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    task: Task,
}

/// Where the data are.
#[derive(Debug, Clone, Args)]
struct Place {
    /// Folder of the embedded database [default: ./data].
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Address of the database [default: SQLite in the data folder].
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// Settings file [default: rapporteur.toml, if it is there].
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Serve the workspace.
    Serve(serve::Options),
    /// Serve the workspace with the demo edition, and print a sign-in link for each role.
    Demo(serve::Options),
    /// Take in an edition file of format rapporteur-edition/1.
    Import(import::Options),
    /// Write the zero draft from the accepted key points.
    Compile(compile::Options),
    /// Tell what is missing before release.
    Check(check::Options),
    /// Make a file of an output document.
    Export(export::Options),
    /// Print an API token, making the person and the role where new.
    Token(token::Options),
    /// Print the description of the HTTP interface, as OpenAPI.
    #[command(hide = true)]
    Openapi,
}

/// What a command works with.
pub(crate) struct Context {
    /// The settings in force.
    pub settings: Settings,
    /// Where everything is stored.
    pub store: Arc<dyn Store>,
}

/// A command that failed, in one line for whoever ran it.
#[derive(Debug)]
pub(crate) struct Failed(pub String);

impl<E: std::error::Error> From<E> for Failed {
    fn from(error: E) -> Self {
        let mut line = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            let more = inner.to_string();
            if !line.contains(&more) {
                line = format!("{line}: {more}");
            }
            cause = inner.source();
        }
        Self(line)
    }
}

/// Runs the command that the process was started with.
pub(crate) fn run() -> ExitCode {
    let command = match Command::try_parse() {
        Ok(command) => command,
        Err(error) if !error.use_stderr() => error.exit(),
        Err(error) => {
            let mut line = in_one_line(&error.to_string());
            if error.kind() == ErrorKind::InvalidSubcommand {
                let all = Command::command();
                let shown = all.get_subcommands().filter(|one| !one.is_hide_set());
                let names: Vec<&str> = shown.map(clap::Command::get_name).collect();
                line = format!("{line}; there are {}", names.join(", "));
            }
            eprintln!("rapporteur: {line}");
            return ExitCode::from(2);
        }
    };
    match start(command) {
        Ok(code) => code,
        Err(Failed(line)) => {
            eprintln!("rapporteur: {}", line.replace('\n', " "));
            ExitCode::from(1)
        }
    }
}

/// A complaint about usage without the lines that follow it.
fn in_one_line(complaint: &str) -> String {
    let complaint = complaint.strip_prefix("error: ").unwrap_or(complaint);
    let end = ["\n\nUsage:", "\n\nFor more information"]
        .iter()
        .filter_map(|after| complaint.find(after))
        .min();
    let words: Vec<&str> = complaint[..end.unwrap_or(complaint.len())]
        .split_whitespace()
        .collect();
    words.join(" ")
}

fn start(command: Command) -> Result<ExitCode, Failed> {
    if matches!(command.task, Task::Openapi) {
        return openapi::run();
    }
    let mut settings = Settings::read(command.place.config.as_ref()).map_err(Failed)?;
    if let Some(data) = command.place.data {
        settings.data = data;
    }
    if command.place.database.is_some() {
        settings.database = command.place.database;
    }
    if let Task::Serve(options) | Task::Demo(options) = &command.task
        && let Some(listen) = options.listen
    {
        settings.listen = listen;
    }
    telemetry::start(
        &settings,
        matches!(command.task, Task::Serve(_) | Task::Demo(_)),
    );
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        match command.task {
            Task::Serve(_) => serve::run(Context::begin(settings).await?).await,
            Task::Demo(_) => demo::run(Context::begin(settings).await?).await,
            Task::Import(options) => {
                // A file that is refused makes no folder and no database.
                let checked = import::check(&options)?;
                import::run(&Context::begin(settings).await?, checked).await
            }
            Task::Compile(options) => compile::run(&Context::open(settings).await?, &options).await,
            Task::Check(options) => check::run(&Context::open(settings).await?, &options).await,
            Task::Export(options) => export::run(&Context::open(settings).await?, &options).await,
            Task::Token(options) => token::run(&Context::open(settings).await?, &options).await,
            Task::Openapi => openapi::run(),
        }
    })
}

impl Context {
    /// Opens what is stored, and makes a new store where there is none.
    async fn begin(settings: Settings) -> Result<Self, Failed> {
        let store = open(&settings).await?;
        Ok(Self { settings, store })
    }

    /// Opens what is stored; fails where nothing ever was.
    async fn open(settings: Settings) -> Result<Self, Failed> {
        must_be_there(&settings)?;
        Self::begin(settings).await
    }
}

/// A finding in a sentence, with what to do about it. Commands speak English.
pub(crate) fn sentence(one: &DiagnosticView) -> String {
    let words = ::export::words::Words::new(&model::language::Lang::english());
    let values: Vec<_> = one
        .values
        .iter()
        .map(|(name, value)| (name.as_str(), value.into()))
        .collect();
    // Only where it is not the document that everybody means.
    let of = one.place.output_document_id.as_ref();
    let of = of.filter(|of| *of != MAIN);
    let place = one.place.text.as_ref().or(one.place.session_id.as_ref());
    let place = match (of, place) {
        (Some(of), Some(place)) => format!(" ({of}: {place})"),
        (Some(place), None) | (None, Some(place)) => format!(" ({place})"),
        (None, None) => String::new(),
    };
    let hint = one
        .hint
        .as_ref()
        .map(|hint| words.get(hint, &values))
        .unwrap_or_default();
    format!(
        "{}: {} {hint}{place}",
        one.severity,
        words.get(&one.key, &values)
    )
}

/// The edition of this id, or a line that lists those there are.
pub(crate) async fn edition(context: &Context, id: &str) -> Result<EditionRecord, Failed> {
    if let Ok(id) = id.parse()
        && let Some(record) = context.store.edition(&id).await?
    {
        return Ok(record);
    }
    let known = context.store.editions().await?;
    let known: Vec<_> = known.iter().map(|edition| edition.id.as_str()).collect();
    Err(Failed(match known.as_slice() {
        [] => format!("there is no edition {id:?}; there is none yet: import one first"),
        known => format!("there is no edition {id:?}; there are {}", known.join(", ")),
    }))
}

/// The session of this id, or a line that lists those there are.
pub(crate) async fn session(
    context: &Context,
    edition: &EditionId,
    id: &str,
) -> Result<SessionId, Failed> {
    let sessions = context.store.sessions(edition).await?;
    let mut known = sessions.into_iter().map(|record| record.session.id);
    let names: Vec<String> = known.clone().map(String::from).collect();
    known.find(|session| session.as_str() == id).ok_or_else(|| {
        let names = names.join(", ");
        Failed(format!(
            "there is no session {id:?} in {edition}; there are {names}"
        ))
    })
}

/// Fails where nothing was ever stored: only who begins a site means to make one.
fn must_be_there(settings: &Settings) -> Result<(), Failed> {
    let url = settings.database_url();
    match storage_sqlite::file(&url) {
        Ok(file) if url.starts_with("sqlite:") && !file.is_file() => {
            let (place, option) = match &settings.database {
                Some(url) => (url.clone(), "--database"),
                None => (settings.data.display().to_string(), "--data"),
            };
            Err(Failed(format!(
                "there are no data in {place}: say with {option} where they are, or begin with `rapporteur import FILE`"
            )))
        }
        // An address that is not understood is told when it is opened.
        _ => Ok(()),
    }
}

/// Opens the database that the settings name. SQLite is the one backend so far.
async fn open(settings: &Settings) -> Result<Arc<dyn Store>, Failed> {
    let url = settings.database_url();
    if settings.database.is_none() {
        make_folder(&settings.data)?;
    }
    match url.split_once(':').map(|(scheme, _)| scheme) {
        Some("sqlite") => Ok(Arc::new(storage_sqlite::open(&url).await.map_err(
            |error| {
                Failed(format!(
                    "the database {url} cannot be opened: {}",
                    Failed::from(error).0
                ))
            },
        )?)),
        _ => Err(Failed(format!(
            "the database address {url:?} is not understood; use sqlite://FILE"
        ))),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a command may wait for its folder"
)]
fn make_folder(folder: &std::path::Path) -> Result<(), Failed> {
    std::fs::create_dir_all(folder).map_err(|error| {
        Failed(format!(
            "the folder {} cannot be made: {error}",
            folder.display()
        ))
    })
}
