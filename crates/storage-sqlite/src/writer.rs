//! The one task that writes, and commits together what waits together.
//!
//! A commit costs a flush of the disk, whether it carries one write or a hundred: while one is under way, writes of all rooms
//! and requests gather, and the next commit takes them all. Each write has a savepoint, so that one that is refused leaves the
//! others alone.

use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::{Connection as _, SqliteConnection};
use storage::error::StoreError;
use tokio::{
    sync::{mpsc, oneshot},
    time::{MissedTickBehavior, interval},
};

use crate::{
    error::{Fault, Result, Told},
    wake::Watch,
};

/// How often another process's writes are looked for.
const POLL: Duration = Duration::from_millis(250);
/// How many writes go into one commit at most, so that the first does not wait for ever.
const TOGETHER: usize = 512;

/// A write that waits for its turn.
pub(crate) trait Job: Send {
    /// Does the write inside the open transaction.
    fn run<'c>(&'c mut self, db: &'c mut SqliteConnection) -> BoxFuture<'c, Told<()>>;

    /// Tells the caller what became of it.
    fn finish(self: Box<Self>, outcome: Told<()>);
}

struct Write<T, F> {
    work: Option<F>,
    value: Option<T>,
    reply: oneshot::Sender<Told<T>>,
}

impl<T, F> Job for Write<T, F>
where
    T: Send,
    F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T>> + Send,
{
    fn run<'c>(&'c mut self, db: &'c mut SqliteConnection) -> BoxFuture<'c, Told<()>> {
        Box::pin(async move {
            if let Some(work) = self.work.take() {
                self.value = Some(work(db).await?);
            }
            Ok(())
        })
    }

    fn finish(self: Box<Self>, outcome: Told<()>) {
        let Self { value, reply, .. } = *self;
        // Whoever stopped waiting does not want to know.
        let _ = reply.send(outcome.and_then(|()| value.ok_or_else(stopped)));
    }
}

/// Where writes are handed in.
pub(crate) type Jobs = mpsc::Sender<Box<dyn Job>>;

/// Hands a write in and waits until it is durable.
pub(crate) async fn write<T, F>(jobs: &Jobs, work: F) -> Told<T>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T>> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    let job = Write {
        work: Some(work),
        value: None,
        reply,
    };
    jobs.send(Box::new(job)).await.map_err(|_| stopped())?;
    answer.await.map_err(|_| stopped())?
}

/// The failure of a write on a store that was closed.
pub(crate) fn stopped() -> StoreError {
    StoreError::internal("the store is closed")
}

/// Writes until nobody can hand in any more.
pub(crate) async fn run(
    mut db: SqliteConnection,
    mut waiting: mpsc::Receiver<Box<dyn Job>>,
    mut watch: Watch,
) {
    let mut poll = interval(POLL);
    poll.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            biased;
            _ = poll.tick() => {
                if let Err(error) = watch.look(&mut db).await {
                    tracing::warn!(error = %error, "could not look for writes of other processes");
                }
            }
            first = waiting.recv() => {
                let Some(first) = first else { break };
                let mut jobs = vec![first];
                while jobs.len() < TOGETHER {
                    match waiting.try_recv() {
                        Ok(job) => jobs.push(job),
                        Err(_) => break,
                    }
                }
                commit_together(&mut db, jobs).await;
            }
        }
    }
    if let Err(error) = db.close().await {
        tracing::warn!(error = %error, "the database was not closed in good order");
    }
}

async fn commit_together(db: &mut SqliteConnection, mut jobs: Vec<Box<dyn Job>>) {
    let mut outcomes = Vec::with_capacity(jobs.len());
    let committed = match write_all(db, &mut jobs, &mut outcomes).await {
        Ok(()) => Ok(()),
        Err(error) => {
            // SQLite has rolled back by itself after a full disk; then there is nothing to roll back, and that is no failure.
            let _ = sqlx::query("rollback").execute(&mut *db).await;
            let error = StoreError::from(error);
            tracing::error!(error = %error, writes = jobs.len(), "writes were not saved");
            Err(error)
        }
    };
    let mut outcomes = outcomes.into_iter();
    for job in jobs {
        let own = outcomes.next().unwrap_or(Ok(()));
        job.finish(own.and(committed.clone()));
    }
}

/// Runs every job and commits. `Err` where the whole transaction is lost; a job's own refusal is in `outcomes`.
async fn write_all(
    db: &mut SqliteConnection,
    jobs: &mut [Box<dyn Job>],
    outcomes: &mut Vec<Told<()>>,
) -> Result<()> {
    sqlx::query("begin immediate").execute(&mut *db).await?;
    if let [alone] = jobs {
        return write_one(db, alone.as_mut(), outcomes).await;
    }
    for job in jobs {
        sqlx::query("savepoint job").execute(&mut *db).await?;
        let outcome = job.run(db).await;
        match &outcome {
            Ok(()) => {}
            Err(error) if error.is_not_saved() => return Err(Fault::Store(error.clone())),
            Err(_) => {
                sqlx::query("rollback to job").execute(&mut *db).await?;
            }
        }
        sqlx::query("release job").execute(&mut *db).await?;
        outcomes.push(outcome);
    }
    sqlx::query("commit").execute(&mut *db).await?;
    Ok(())
}

/// Runs the only job of a transaction, which needs no savepoint: each statement is a way to SQLite's thread and back, and a
/// keystroke pays it.
async fn write_one(
    db: &mut SqliteConnection,
    job: &mut dyn Job,
    outcomes: &mut Vec<Told<()>>,
) -> Result<()> {
    let outcome = job.run(db).await;
    let end = match &outcome {
        Ok(()) => "commit",
        Err(error) if error.is_not_saved() => return Err(Fault::Store(error.clone())),
        Err(_) => "rollback",
    };
    sqlx::query(end).execute(&mut *db).await?;
    outcomes.push(outcome);
    Ok(())
}
