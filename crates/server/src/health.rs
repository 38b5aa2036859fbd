//! Whether the process lives, whether it can serve, and how much it has to do.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};

use crate::app::App;

/// Answers as long as the process lives.
pub(crate) async fn live() -> &'static str {
    "ok"
}

/// Answers 200 while the database can be read, 503 otherwise.
pub(crate) async fn ready(State(app): State<Arc<App>>) -> (StatusCode, &'static str) {
    match app.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "the database does not answer");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer",
            )
        }
    }
}

/// Tells how many documents and connections are open, in the text format of Prometheus.
pub(crate) async fn metrics(State(app): State<Arc<App>>) -> String {
    let (documents, connections) = app.rooms.counts();
    format!(
        "# TYPE rapporteur_open_documents gauge\nrapporteur_open_documents {documents}\n\
         # TYPE rapporteur_connections_total counter\nrapporteur_connections_total {connections}\n"
    )
}
