//! Requests that change something run to their end, whether or not somebody still waits for the answer.

use std::{sync::Arc, time::Duration};

use axum::{
    body::Body,
    extract::{FromRequest, Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use tokio::{
    sync::watch,
    time::{Instant, timeout, timeout_at},
};

use crate::{api::error::ApiError, app::App};

/// How long the rest of a request may take to come.
const PATIENCE: Duration = Duration::from_secs(60);

/// Answers a request in a task of its own, unless it only reads.
///
/// A client that goes away takes its request's future with it. What has to follow a write, such as telling pages of it, would
/// then be left out wherever the future happened to wait.
pub(crate) async fn to_the_end(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let answer = async move {
        // What has come by half has not begun: nothing waits for it at the end.
        match whole(request).await {
            Ok(request) => {
                let _begun = app.unfinished.begin();
                next.run(request).await
            }
            Err(refused) => refused.into_response(),
        }
    };
    match tokio::spawn(answer).await {
        Ok(response) => response,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(error) => ApiError::internal(&error).into_response(),
        },
    }
}

/// A request once all of it has come.
async fn whole(request: Request) -> Result<Request, ApiError> {
    let (parts, body) = request.into_parts();
    let read = Bytes::from_request(Request::from_parts(parts.clone(), body), &());
    let late = ApiError::unreadable(StatusCode::REQUEST_TIMEOUT, "", "the rest did not come");
    let bytes = timeout(PATIENCE, read).await.map_err(|_| late)??;
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

/// How many requests that change something have begun and not ended.
#[derive(Default)]
pub(crate) struct Unfinished(watch::Sender<usize>);

/// A request that has begun. Dropped when it has ended.
struct Begun(watch::Sender<usize>);

impl Unfinished {
    fn begin(&self) -> Begun {
        self.0.send_modify(|count| *count += 1);
        Begun(self.0.clone())
    }

    /// Waits, once there are no connections any longer, for the requests whose clients have gone.
    pub(crate) async fn ended(&self, until: Instant) {
        let mut unfinished = self.0.subscribe();
        let requests = *unfinished.borrow();
        if requests == 0 {
            return;
        }
        tracing::info!(requests, "finishing what clients asked for that have gone");
        let none = unfinished.wait_for(|count| *count == 0);
        if timeout_at(until, none).await.is_err() {
            tracing::error!("not everything that was asked for could be finished before the end");
        }
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}
