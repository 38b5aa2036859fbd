//! Using a sign-in link.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use model::person::Person;
use serde::{Deserialize, Serialize};
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

/// Whom a link signs in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Account {
    /// The name shown to others.
    name: String,
    /// The address that links are sent to.
    email: String,
}

/// Tells whom a link would sign in, so that nobody works in somebody else's name without noticing. The link stays as it is.
#[utoipa::path(post, path = "/api/sign-in/account", request_body = LinkSecret, responses((status = 200, body = Account), (status = 409, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn account(
    State(app): State<Arc<App>>,
    Body(link): Body<LinkSecret>,
) -> Result<Json<Account>, ApiError> {
    let Person { name, email, .. } = sign_in::account(&app, &link.token).await?;
    Ok(Json(Account { name, email }))
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
