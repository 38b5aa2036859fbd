//! What a request holds, taken out of it. What cannot be read is answered in the one shape of errors, with its place.

use axum::{
    extract::{
        self, FromRequest, FromRequestParts, Request,
        rejection::{BytesRejection, PathRejection, QueryRejection},
    },
    http::{HeaderMap, StatusCode, header},
};
use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::error::ApiError;
use crate::json;

/// The JSON body of a request.
pub(crate) struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        if !is_json(request.headers()) {
            let reason = "send it with the header content-type: application/json";
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(ApiError::unreadable(status, "", reason));
        }
        let bytes = Bytes::from_request(request, state).await?;
        let refused = |status| {
            move |fault: json::Fault| ApiError::unreadable(status, &fault.place, &fault.reason)
        };
        let parsed = json::parse(&bytes).map_err(refused(StatusCode::BAD_REQUEST))?;
        let value = json::read(&bytes, &parsed);
        value
            .map(Self)
            .map_err(refused(StatusCode::UNPROCESSABLE_ENTITY))
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/json")
}

/// The ids in the address. One that cannot be read names nothing.
#[derive(FromRequestParts)]
#[from_request(via(extract::Path), rejection(ApiError))]
pub(crate) struct Path<T>(pub T);

/// What stands behind the question mark of the address.
#[derive(FromRequestParts)]
#[from_request(via(extract::Query), rejection(ApiError))]
pub(crate) struct Query<T>(pub T);

impl From<PathRejection> for ApiError {
    fn from(_: PathRejection) -> Self {
        Self::not_found()
    }
}

impl From<QueryRejection> for ApiError {
    fn from(error: QueryRejection) -> Self {
        let said = error.body_text();
        let said = said
            .strip_prefix("Failed to deserialize query string: ")
            .unwrap_or(&said);
        // It begins with the name where one value is wrong, not the whole.
        let is_name = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let (name, reason) = match said.split_once(": ") {
            Some((name, reason)) if is_name(name) => (name, reason),
            _ => ("", said),
        };
        Self::unreadable(StatusCode::BAD_REQUEST, &format!("?{name}"), reason)
    }
}

impl From<BytesRejection> for ApiError {
    fn from(error: BytesRejection) -> Self {
        Self::unreadable(error.status(), "", &error.body_text())
    }
}
