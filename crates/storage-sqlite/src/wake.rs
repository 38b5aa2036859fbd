//! Notice of what other processes wrote to the same file.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use futures_util::{StreamExt, stream::BoxStream};
use model::id::DocumentId;
use sqlx::SqliteConnection;
use storage::wake::Woken;
use tokio::sync::mpsc;

use crate::{error::Result, shared::documents};

/// What is known about a document: its last chunk, and whether it is closed.
pub(crate) type Mark = (i64, bool);

/// Who wants to be told, and what this process knows about each document.
#[derive(Clone, Default)]
pub(crate) struct Listeners(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    listeners: Vec<mpsc::UnboundedSender<Woken>>,
    marks: HashMap<DocumentId, Mark>,
    closed: bool,
}

impl Listeners {
    fn with<T>(&self, act: impl FnOnce(&mut Inner) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A stream of what is told from now on.
    pub(crate) fn listen(&self) -> BoxStream<'static, Woken> {
        let (tell, told) = mpsc::unbounded_channel();
        self.with(|inner| {
            if !inner.closed {
                inner.listeners.push(tell);
            }
        });
        futures_util::stream::unfold(told, async |mut told| {
            told.recv().await.map(|woken| (woken, told))
        })
        .boxed()
    }

    /// Ends every stream.
    pub(crate) fn close(&self) {
        self.with(|inner| {
            inner.closed = true;
            inner.listeners.clear();
        });
    }

    /// Notes chunks that this process added, so that they are not told as somebody else's.
    ///
    /// Where `before` is not what was known, another process wrote in between, and the next look must find that.
    pub(crate) fn wrote(&self, id: DocumentId, before: i64, head_seq: i64) {
        self.with(|inner| {
            let (known, _) = inner.marks.entry(id).or_insert((0, false));
            if *known == before {
                *known = head_seq;
            }
        });
    }

    fn found(&self, marks: Vec<(DocumentId, Mark)>) {
        self.with(|inner| {
            let documents = marks
                .iter()
                .filter(|(id, mark)| inner.marks.get(id).copied().unwrap_or((0, false)) != *mark)
                .map(|(id, _)| *id)
                .collect();
            inner.marks = marks.into_iter().collect();
            let woken = Woken {
                documents,
                records: true,
            };
            inner
                .listeners
                .retain(|listener| listener.send(woken.clone()).is_ok());
        });
    }
}

/// Looks whether another connection has committed. Must look through the connection that writes: SQLite counts the commits of
/// all others.
pub(crate) struct Watch {
    listeners: Listeners,
    data_version: i64,
}

impl Watch {
    /// Begins to watch: what is there now is known.
    pub(crate) async fn begin(db: &mut SqliteConnection, listeners: Listeners) -> Result<Self> {
        let data_version = data_version(db).await?;
        let marks = documents::marks(db).await?;
        listeners.with(|inner| inner.marks = marks.into_iter().collect());
        Ok(Self {
            listeners,
            data_version,
        })
    }

    /// Tells the listeners where another process has committed since the last look.
    pub(crate) async fn look(&mut self, db: &mut SqliteConnection) -> Result<()> {
        let now = data_version(db).await?;
        if now != self.data_version {
            self.listeners.found(documents::marks(db).await?);
            self.data_version = now;
        }
        Ok(())
    }
}

async fn data_version(db: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar("pragma data_version")
        .fetch_one(db)
        .await?)
}
