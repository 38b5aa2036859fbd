//! Tells a page that something it shows has changed, so that it asks for it again.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    extract::{Path, State},
    response::sse::{Event, KeepAlive, Sse},
};
use futures_util::{Stream, StreamExt, stream};
use serde::Serialize;
use tokio::sync::broadcast::error::RecvError;
use utoipa::ToSchema;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        place,
    },
    app::{App, What, ended},
    sign_in::SignedIn,
};

/// What has changed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChangedEvent {
    /// `key-points`, `sessions` or `output-documents`.
    what: &'static str,
}

/// Streams `changed` events of an edition, as server-sent events. A stream ends when its reader's right does.
#[utoipa::path(get, path = "/api/editions/{edition}/events", params(("edition" = String, Path)), responses((status = 200, body = ChangedEvent, content_type = "text/event-stream"), (status = 404, body = ErrorBody)))]
pub(crate) async fn listen(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(edition): Path<String>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    let mut stopping = app.stopping();
    let changes = app.changes();
    let edition = seen.id().clone();
    let events = stream::unfold(
        (changes, edition, false),
        |(mut changes, edition, ended)| async move {
            if ended {
                return None;
            }
            loop {
                match changes.recv().await {
                    Ok(changed) if changed.edition.as_ref().is_none_or(|id| *id == edition) => {
                        return Some((event(changed.what), (changes, edition, false)));
                    }
                    Ok(_) => {}
                    // Missed events were about something; the page asks for everything again when told of each list.
                    Err(RecvError::Lagged(_)) => {
                        return Some((event(What::KeyPoints), (changes, edition, false)));
                    }
                    Err(RecvError::Closed) => return None,
                }
            }
        },
    );
    let ended = async move { ended(&mut stopping).await };
    let events = events.take_until(ended).map(Ok);
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))))
}

fn event(what: What) -> Event {
    let what = match what {
        What::KeyPoints => "key-points",
        What::Sessions => "sessions",
        What::OutputDocuments => "output-documents",
    };
    let data = ChangedEvent { what };
    // A fixed word always becomes JSON.
    Event::default()
        .event("changed")
        .json_data(data)
        .unwrap_or_default()
}
