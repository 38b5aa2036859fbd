//! Tells a page that something it shows has changed, so that it asks for it again.

use std::{collections::VecDeque, convert::Infallible, sync::Arc, time::Duration};

use axum::{
    http::HeaderMap,
    response::sse::{Event, KeepAlive, Sse},
};
use futures_util::{Stream, StreamExt, stream};
use model::{
    id::{EditionId, PersonId},
    may::{Action, Object},
};
use serde::Serialize;
use storage::error::StoreError;
use tokio::{
    sync::{
        broadcast::{self, error::RecvError},
        watch,
    },
    time::{Interval, interval},
};
use utoipa::ToSchema;

use crate::{
    api::{
        error::ErrorBody,
        place::{Asked, place},
    },
    app::{App, Changed, What, ended},
    sign_in,
};

/// How often a reader's right is asked for although nobody said that it changed: a sign-in may have run out.
const LOOK_AGAIN: Duration = Duration::from_secs(20);
/// How often a stream that has nothing else to tell says that it stands. A page dates by it when it lost the server.
const ALIVE: Duration = Duration::from_secs(15);

/// What has changed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChangedEvent {
    /// `key-points`, `sessions` or `output-documents`.
    #[schema(value_type = String)]
    what: What,
}

/// Streams `changed` events of an edition, as server-sent events, and `alive` events where there are none for 15 seconds. A stream ends when its reader's right does.
#[utoipa::path(get, path = "/api/editions/{edition}/events", params(("edition" = String, Path)), responses((status = 200, body = ChangedEvent, content_type = "text/event-stream"), (status = 404, body = ErrorBody)))]
pub(crate) async fn listen(
    asked: Asked,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let app = asked.app.clone();
    let mut stopping = app.stopping();
    let reader = Reader {
        edition: asked.edition().clone(),
        person: asked.who.person.id,
        headers,
        changes: app.changes(),
        rights: app.rooms.access_changes(),
        // The first look is at once: the right may have gone while the stream was being opened.
        look_again: interval(LOOK_AGAIN),
        untold: VecDeque::new(),
        app,
    };
    let events = stream::unfold(reader, |mut reader| async move {
        let what = reader.next().await?;
        Some((Ok(event(what)), reader))
    });
    let ended = async move { ended(&mut stopping).await };
    let events = events.take_until(ended);
    // A browser keeps comments, and events without data, to itself.
    let alive = Event::default().event("alive").data("{}");
    Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE).event(alive))
}

/// A page that listens.
struct Reader {
    app: Arc<App>,
    edition: EditionId,
    person: PersonId,
    /// What the person signed in with.
    headers: HeaderMap,
    changes: broadcast::Receiver<Changed>,
    rights: watch::Receiver<u64>,
    look_again: Interval,
    /// What has changed and was not told yet.
    untold: VecDeque<What>,
}

impl Reader {
    /// Waits for what has changed; `None` where the reader is to hear no more.
    async fn next(&mut self) -> Option<What> {
        loop {
            if let Some(what) = self.untold.pop_front() {
                return Some(what);
            }
            tokio::select! {
                // After a sign-out nothing more is told, not even what changed at the same moment.
                biased;
                Ok(()) = self.rights.changed() => if !self.may_listen().await { return None },
                _ = self.look_again.tick() => if !self.may_listen().await { return None },
                changed = self.changes.recv() => match changed {
                    Ok(changed) if changed.edition.as_ref().is_none_or(|id| *id == self.edition) => {
                        self.untold.push_back(changed.what);
                    }
                    Ok(_) => {}
                    // Missed events may have been about anything.
                    Err(RecvError::Lagged(_)) => self.untold = VecDeque::from(What::ALL),
                    Err(RecvError::Closed) => return None,
                },
            }
        }
    }

    /// Whether the person is still signed in and may still read the edition.
    async fn may_listen(&self) -> bool {
        match self.look().await {
            Ok(may) => may,
            Err(error) => {
                // An event holds nothing that is secret, and the right is asked for again soon.
                tracing::warn!(%error, "the right to listen could not be looked up again");
                true
            }
        }
    }

    async fn look(&self) -> Result<bool, StoreError> {
        let who = sign_in::who(&self.app, &self.headers).await?;
        let who = who.filter(|who| who.person.id == self.person);
        let record = self.app.store.edition(&self.edition).await?;
        Ok(who.zip(record).is_some_and(|(who, record)| {
            let place = place(&record.track.id, &record.edition.id);
            who.may(Action::Read, Object::Edition(place))
        }))
    }
}

fn event(what: What) -> Event {
    let event = Event::default().event("changed");
    // A fixed word always becomes JSON.
    event.json_data(ChangedEvent { what }).unwrap_or_default()
}
