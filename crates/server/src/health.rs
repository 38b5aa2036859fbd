//! Whether the process lives and whether it can serve.

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
