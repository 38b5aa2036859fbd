//! Requests that change something run to their end, whether or not somebody still waits for the answer.

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::api::error::ApiError;

/// Answers a request in a task of its own, unless it only reads.
///
/// A client that goes away takes its request's future with it. What has to follow a write, such as telling pages of it, would
/// then be left out wherever the future happened to wait.
pub(crate) async fn to_the_end(request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(error) => ApiError::internal(&error).into_response(),
        },
    }
}
