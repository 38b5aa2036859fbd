//! Whether the process lives, whether it can serve, and how much it has to do.

use std::{sync::Arc, time::Duration};

use axum::{extract::State, http::StatusCode};
use tokio::time::timeout;

use crate::app::App;

/// Answers as long as the process lives.
pub(crate) async fn live() -> &'static str {
    "ok"
}

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// Answers 200 while the database can be read and takes writes, 503 otherwise.
pub(crate) async fn ready(State(app): State<Arc<App>>) -> (StatusCode, &'static str) {
    let error = match timeout(PATIENCE, app.store.ping()).await {
        Ok(Ok(())) => return (StatusCode::OK, "ready"),
        Ok(Err(error)) => error.to_string(),
        Err(late) => late.to_string(),
    };
    tracing::warn!(error, "the database does not answer or takes no writes");
    let said = "the database does not answer or takes no writes";
    (StatusCode::SERVICE_UNAVAILABLE, said)
}

/// Tells how many documents and connections are open, in the text format of Prometheus.
pub(crate) async fn metrics(State(app): State<Arc<App>>) -> String {
    let (documents, connections) = app.rooms.counts();
    format!(
        "# TYPE rapporteur_open_documents gauge\nrapporteur_open_documents {documents}\n\
         # TYPE rapporteur_connections_total counter\nrapporteur_connections_total {connections}\n"
    )
}
