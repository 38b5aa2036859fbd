//! What an operation answers when it could not be done.

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Map, Value};
use storage::error::StoreError;
use utoipa::ToSchema;

use crate::jobs::JobError;

/// An operation that was refused or failed. The code is stable, and the key of its words in the catalogs (`error-` and the code).
#[derive(Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: &'static str,
    detail: Map<String, Value>,
    /// After how many seconds it may be tried again, where that is known.
    retry_after: Option<u64>,
}

/// The one shape of error answers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrorBody {
    /// What went wrong.
    pub error: ErrorDetail,
}

/// What went wrong.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrorDetail {
    /// Stable name of the error; `error-` and it is the key of its words.
    pub code: String,
    /// Values for the words. `place` and `reason` of `body-invalid` are English, for who writes the program that asks; no page
    /// shows them.
    #[schema(value_type = Object)]
    pub detail: Map<String, Value>,
}

impl ApiError {
    fn new(status: StatusCode, code: &'static str) -> Self {
        Self {
            status,
            code,
            detail: Map::new(),
            retry_after: None,
        }
    }

    /// Nobody is signed in.
    pub(crate) fn signed_out() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "signed-out")
    }

    /// It is not there, or may not be known to be.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found")
    }

    /// It may not be done.
    pub(crate) fn forbidden(code: &'static str) -> Self {
        Self::new(StatusCode::FORBIDDEN, code)
    }

    /// What was sent cannot be used.
    pub(crate) fn invalid(code: &'static str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code)
    }

    /// What was sent cannot be read: where, and what would be right.
    pub(crate) fn unreadable(status: StatusCode, place: &str, reason: &str) -> Self {
        Self::new(status, "body-invalid")
            .with("place", place)
            .with("reason", reason)
    }

    /// There is something at this address, but this is not done to it.
    pub(crate) fn method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed")
    }

    /// It was asked for too often; to be asked for again after so many seconds.
    pub(crate) fn too_many(seconds: u64) -> Self {
        let mut error = Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many-requests");
        error.retry_after = Some(seconds);
        error.with("seconds", seconds)
    }

    /// Nothing more of it can be stored.
    pub(crate) fn full(code: &'static str) -> Self {
        Self::new(StatusCode::INSUFFICIENT_STORAGE, code)
    }

    /// It cannot be done as things stand now.
    pub(crate) fn conflict(code: &'static str) -> Self {
        Self::new(StatusCode::CONFLICT, code)
    }

    /// The server could not do it; the cause is in its log.
    pub(crate) fn internal(error: &(dyn std::error::Error + 'static)) -> Self {
        let cause = error.source().map(ToString::to_string).unwrap_or_default();
        tracing::error!(%error, cause, "an operation failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }

    /// Its stable name.
    pub(crate) fn code(&self) -> &'static str {
        self.code
    }

    /// Adds a value for the words.
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.detail.insert(name.to_owned(), value.into());
        self
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let body = ErrorBody {
            error: ErrorDetail {
                code: self.code.to_owned(),
                detail: self.detail,
            },
        };
        let retry_after = self
            .retry_after
            .map(|seconds| [(header::RETRY_AFTER, seconds)]);
        (self.status, retry_after, Json(body)).into_response()
    }
}

impl From<JobError> for ApiError {
    fn from(error: JobError) -> Self {
        match error {
            JobError::Unknown(_) => Self::not_found(),
            JobError::Document(document::Error::TextOfPeople) => Self::conflict("draft-has-text"),
            JobError::Refused(diagnostics) => {
                let first = diagnostics.first();
                let why = first.map_or("outline-left-out", |one| one.key);
                Self::conflict("key-point-not-insertable").with("reason", why)
            }
            JobError::Overtaken => Self::conflict("document-busy"),
            JobError::Busy => {
                let mut error = Self::new(StatusCode::TOO_MANY_REQUESTS, "busy");
                error.retry_after = Some(2);
                error
            }
            JobError::TooManyPages => Self::full("pages-too-many"),
            JobError::Store(error) => error.into(),
            other => Self::internal(&other),
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotSaved(_) => Self::full("not-saved"),
            other => Self::internal(&other),
        }
    }
}
