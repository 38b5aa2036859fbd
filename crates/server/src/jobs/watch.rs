//! Notices what other processes do to the same database: commands, other nodes.

use std::{sync::Arc, time::Duration};

use futures_util::StreamExt;
use tokio::time::interval;

use crate::{
    app::{App, ended},
    effects::now,
    rooms::ToRoom,
};

/// How often open rooms look at the store although nobody told them to, so that a lost notice only delays.
const SWEEP: Duration = Duration::from_secs(2);
/// How often what has run out is removed.
const TIDY: Duration = Duration::from_secs(3600);

/// Passes on what other processes wrote, until the server stops.
pub(crate) async fn other_processes(app: Arc<App>) {
    let mut woken = app.store.woken();
    let mut sweep = interval(SWEEP);
    let mut tidy = interval(TIDY);
    let mut stopping = app.stopping();
    loop {
        tokio::select! {
            woken = woken.next() => {
                let Some(woken) = woken else { return };
                for document in woken.documents {
                    app.rooms.tell_if_open(document, ToRoom::Wake);
                }
                if woken.records {
                    app.rooms.access_may_have_changed();
                    app.changed_elsewhere();
                }
            }
            _ = sweep.tick() => app.rooms.sweep(),
            _ = tidy.tick() => {
                if let Err(error) = app.store.remove_expired(now()).await {
                    tracing::warn!(%error, "what has run out could not be removed");
                }
            }
            () = ended(&mut stopping) => return,
        }
    }
}
