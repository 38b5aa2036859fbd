//! Using a sign-in link.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Body,
        sign_in::me,
        views::Me,
    },
    app::App,
    sign_in,
};

/// The secret of a link: what stands behind its `#`.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct LinkSecret {
    token: String,
}

/// Uses a link up and signs this browser in.
#[utoipa::path(post, path = "/api/sign-in/redeem", request_body = LinkSecret, responses((status = 200, body = Me), (status = 409, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn redeem(
    State(app): State<Arc<App>>,
    Body(link): Body<LinkSecret>,
) -> Result<Response, ApiError> {
    let (person, cookie) = sign_in::redeem(&app, &link.token).await?;
    let who = sign_in::load(&app, person)
        .await?
        .ok_or_else(ApiError::signed_out)?;
    Ok(([(header::SET_COOKIE, cookie)], Json(me::view(&who))).into_response())
}
