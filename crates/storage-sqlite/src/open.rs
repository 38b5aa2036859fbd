//! Opening a database file.

use std::{
    fs::OpenOptions,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    str::FromStr,
    sync::Mutex,
    time::Duration,
};

use futures_util::future::BoxFuture;
use sqlx::{
    ConnectOptions, Connection as _, Sqlite, SqliteConnection, SqlitePool, Transaction,
    migrate::MigrateError,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteSynchronous},
};
use storage::error::StoreError;
use tokio::{sync::mpsc, task::JoinHandle};

use crate::{
    error::{Fault, Result, Told},
    wake::{Listeners, Watch},
    writer::{self, Jobs},
};

/// Connections that read. Each costs a thread and a cache of 2 MB at most.
const READERS: u32 = 3;
/// How long a write waits for another process's write.
const BUSY: Duration = Duration::from_secs(10);
/// How often opening is tried while another process opens the same new file.
const TRIES: u32 = 100;

/// A store in one SQLite file.
pub struct SqliteStore {
    readers: SqlitePool,
    pub(crate) listeners: Listeners,
    writer: Mutex<Writer>,
}

#[derive(Default)]
struct Writer {
    jobs: Option<Jobs>,
    task: Option<JoinHandle<()>>,
}

/// Opens the file that an address such as `sqlite:///var/lib/rapporteur/rapporteur.sqlite` names, as [`SqliteStore::open`].
pub async fn open(url: &str) -> Told<SqliteStore> {
    let options = SqliteConnectOptions::from_str(url).map_err(StoreError::internal)?;
    SqliteStore::open_with(options).await
}

/// The file that an address names.
pub fn file(url: &str) -> Told<PathBuf> {
    let options = SqliteConnectOptions::from_str(url).map_err(StoreError::internal)?;
    Ok(options.get_filename().to_owned())
}

impl SqliteStore {
    /// Opens the file, makes it where it is not there, and brings its tables up to date. Its folder must exist.
    ///
    /// Must be called inside a tokio runtime, which must outlive the store.
    pub async fn open(file: &Path) -> Told<Self> {
        Self::open_with(SqliteConnectOptions::new().filename(file)).await
    }

    async fn open_with(options: SqliteConnectOptions) -> Told<Self> {
        let options = options
            .create_if_missing(true)
            .foreign_keys(true)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY)
            .disable_statement_logging();
        make_private(options.get_filename());
        let mut db = prepared(&options).await?;
        let listeners = Listeners::default();
        let watch = Watch::begin(&mut db, listeners.clone()).await?;
        let (jobs, waiting) = mpsc::channel(1024);
        let task = tokio::spawn(writer::run(db, waiting, watch));
        let readers = SqlitePoolOptions::new()
            .min_connections(0)
            .max_connections(READERS)
            .acquire_timeout(BUSY)
            .test_before_acquire(false)
            .connect_lazy_with(options.pragma("query_only", "on"));
        Ok(Self {
            readers,
            listeners,
            writer: Mutex::new(Writer {
                jobs: Some(jobs),
                task: Some(task),
            }),
        })
    }

    /// Keeps the file from growing beyond this many pages of 4 KB, so that it leaves room on a disk that others use too.
    ///
    /// Writes that would need more fail as on a full disk. Holds until the store is closed.
    pub async fn limit_pages(&self, pages: u32) -> Told<()> {
        self.write(move |db| {
            Box::pin(async move {
                let pragma = format!("pragma max_page_count = {pages}");
                // A pragma takes no arguments; a number cannot bring SQL with it.
                sqlx::query(sqlx::AssertSqlSafe(pragma)).execute(db).await?;
                Ok(())
            })
        })
        .await
    }

    /// A view of the database as of one moment.
    pub(crate) async fn read(&self) -> Told<Transaction<'static, Sqlite>> {
        Ok(self.readers.begin().await.map_err(Fault::from)?)
    }

    /// Hands a write to the writer and waits until it is durable.
    pub(crate) async fn write<T, F>(&self, work: F) -> Told<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        let jobs = self.with_writer(|writer| writer.jobs.clone());
        writer::write(&jobs.ok_or_else(writer::stopped)?, work).await
    }

    /// Finishes what waits and lets go of the file.
    pub(crate) async fn shut(&self) {
        let writer = self.with_writer(std::mem::take);
        drop(writer.jobs);
        self.listeners.close();
        if let Some(task) = writer.task
            && let Err(error) = task.await
        {
            tracing::error!(error = %error, "the writer of the database ended early");
        }
        self.readers.close().await;
    }

    fn with_writer<T>(&self, act: impl FnOnce(&mut Writer) -> T) -> T {
        act(&mut self
            .writer
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

/// Makes the file of a new database so that only its owner reads it. SQLite gives the same rights to the files beside it.
fn make_private(file: &Path) {
    let mut options = OpenOptions::new();
    let options = options.write(true).create_new(true).mode(0o600);
    // A database in memory has a name too. What else cannot be made is told when it is opened.
    if !file.to_string_lossy().starts_with("file:") {
        let _ = options.open(file);
    }
}

/// A connection to a file whose tables are up to date.
async fn prepared(options: &SqliteConnectOptions) -> Told<SqliteConnection> {
    let mut tries = 1;
    loop {
        // Switching a new file to WAL fails at once, without waiting, where another process does the same just now.
        match prepare(options).await {
            Ok(db) => return Ok(db),
            Err(error) if tries < TRIES && is_worth_another_try(&error) => {
                tracing::debug!(error = %error, "opening the database again");
                tries += 1;
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            Err(MigrateError::Source(reason)) => return Err(StoreError::internal(reason)),
            Err(MigrateError::VersionMissing(number)) => {
                return Err(StoreError::internal(format!(
                    "the database was written by a newer version of this program (migration {number} is not known here)"
                )));
            }
            Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
                return Err(Fault::from(error).into());
            }
            Err(error) => return Err(StoreError::internal(error)),
        }
    }
}

async fn prepare(
    options: &SqliteConnectOptions,
) -> std::result::Result<SqliteConnection, MigrateError> {
    let mut db = SqliteConnection::connect_with(options).await?;
    let tables: Vec<String> =
        sqlx::query_scalar("select name from sqlite_schema where type = 'table'")
            .fetch_all(&mut db)
            .await?;
    if !tables.is_empty() && !tables.iter().any(|table| table == "change_chunks") {
        let said = "it is the database of another program and was left as it is";
        return Err(MigrateError::Source(said.into()));
    }
    let mode: String = sqlx::query_scalar("pragma journal_mode = wal")
        .fetch_one(&mut db)
        .await?;
    if mode != "wal" {
        tracing::warn!(
            mode,
            "the file system does not allow SQLite's write-ahead log"
        );
    }
    // One transaction for all, begun with the write lock: of several processes one migrates and the others wait, then find it done.
    let mut migrating = db.begin_with("begin immediate").await?;
    sqlx::migrate!("../../migrations/sqlite")
        .run_direct(None, &mut *migrating, false)
        .await?;
    migrating.commit().await?;
    Ok(db)
}

fn is_worth_another_try(error: &MigrateError) -> bool {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            crate::error::is_busy(error)
        }
        _ => false,
    }
}
