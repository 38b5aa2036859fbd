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

use std::{
    os::unix::fs::DirBuilderExt, path::PathBuf, process::ExitCode, sync::Arc, time::Duration,
};

use clap::{Args, CommandFactory, Parser, Subcommand, error::ErrorKind};
use model::{
    id::{EditionId, SessionId},
    output_document::OutputDocument,
};
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
    let done = runtime.block_on(async {
        match command.task {
            Task::Serve(_) => {
                let _held = serve::hold(&settings)?;
                serve::run(Context::begin(settings).await?).await
            }
            Task::Demo(_) => {
                let _held = serve::hold(&settings)?;
                demo::run(Context::begin(settings).await?).await
            }
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
    });
    // What was cut off may still be at work, on something that nobody waits for.
    runtime.shutdown_timeout(Duration::from_secs(1));
    done
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
    let values = one.values.iter();
    let values: Vec<_> = values.map(|(name, value)| (*name, value.into())).collect();
    // Only where it is not the document that everybody means.
    let of = one.place.output_document_id.as_ref();
    let of = of.filter(|of| *of != MAIN);
    let place = [of, one.place.session_id.as_ref(), one.place.text.as_ref()];
    let place: Vec<&str> = place.into_iter().flatten().map(String::as_str).collect();
    let place = match place.as_slice() {
        [] => String::new(),
        place => format!(" ({})", place.join(": ")),
    };
    let said = words.get(one.key, &values);
    let hint = one.hint.as_ref().map(|hint| words.get(hint, &values));
    let hint = hint.unwrap_or_default();
    format!("{}: {said} {hint}{place}", one.severity)
}

/// The edition of this id, or a line that lists those there are.
pub(crate) async fn edition(context: &Context, id: &str) -> Result<EditionRecord, Failed> {
    let known = context.store.editions().await?;
    let id = pick("edition", id, known, |one| one.id.as_str())?.id;
    let record = context.store.edition(&id).await?;
    record.ok_or_else(|| Failed(format!("there is no edition {id:?} any longer")))
}

/// The one of this id, or a line that lists those there are.
fn pick<T>(what: &str, id: &str, known: Vec<T>, name: fn(&T) -> &str) -> Result<T, Failed> {
    let names: Vec<&str> = known.iter().map(name).collect();
    let instead = match names.as_slice() {
        [] => "there is none yet: import one first".to_owned(),
        names => format!("there are {}", names.join(", ")),
    };
    let found = known.into_iter().find(|one| name(one) == id);
    found.ok_or_else(|| Failed(format!("there is no {what} {id:?}; {instead}")))
}

/// The session of this id, or a line that lists those there are.
pub(crate) async fn session(
    context: &Context,
    edition: &EditionId,
    id: &str,
) -> Result<SessionId, Failed> {
    let sessions = context.store.sessions(edition).await?;
    let picked = pick("session", id, sessions, |one| one.session.id.as_str())?;
    Ok(picked.session.id)
}

/// The output document of this id (the main one where none is named), or a line that lists those there are.
async fn output_document(
    context: &Context,
    edition: &EditionId,
    id: Option<&str>,
) -> Result<OutputDocument, Failed> {
    let documents = context.store.output_documents(edition).await?;
    let id = id.unwrap_or(MAIN);
    pick("output document", id, documents, |one| one.id.as_str())
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
    make_folder(settings)?;
    if !url.starts_with("sqlite:") {
        return Err(Failed(format!(
            "the database address {url:?} is not understood; use sqlite://FILE"
        )));
    }
    match storage_sqlite::open(&url).await {
        Ok(store) => Ok(Arc::new(store)),
        Err(error) => {
            let hint = if error.is_not_saved() {
                "; see that whoever runs this may write there and in its folder, and that the disk has room"
            } else {
                ""
            };
            let why = Failed::from(error).0;
            let line = format!("the database {url} cannot be opened: {why}{hint}");
            Err(Failed(line))
        }
    }
}

/// Makes the data folder, for nobody else on this machine, unless it is there.
fn make_folder(settings: &Settings) -> Result<(), Failed> {
    if settings.database.is_some() {
        return Ok(());
    }
    let folder = &settings.data;
    let mut private = std::fs::DirBuilder::new();
    let made = private.recursive(true).mode(0o700).create(folder);
    let folder = folder.display();
    made.map_err(|error| Failed(format!("the folder {folder} cannot be made: {error}")))
}
