//! Asking for a sign-in link.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use storage::error::StoreError;
use utoipa::ToSchema;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Body,
    },
    app::App,
    client::Client,
    effects::now,
    sign_in::make_link,
};

/// Whom to send a link.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct LinkRequest {
    /// The address that the person is known by.
    email: String,
}

/// Sends a sign-in link, if the address is known. The answer does not tell whether it is.
///
/// No mail server can be set yet: the link is written to the server's log, for the operator to hand over.
#[utoipa::path(post, path = "/api/sign-in/request", request_body = LinkRequest, responses((status = 204), (status = 422, body = ErrorBody), (status = 429, body = ErrorBody, description = "Asked for too often; `retry-after` says when it may be tried again.")))]
pub(crate) async fn request(
    State(app): State<Arc<App>>,
    Client(client): Client,
    Body(request): Body<LinkRequest>,
) -> Result<StatusCode, ApiError> {
    app.link_limits
        .count(client, &request.email, now())
        .map_err(ApiError::too_many)?;
    // Looked up after the answer: how long that takes must not tell either whether the address is known.
    tokio::spawn(async move {
        if let Err(error) = hand_over(&app, request.email.trim()).await {
            tracing::error!(%error, "a sign-in link that was asked for could not be made");
        }
    });
    Ok(StatusCode::NO_CONTENT)
}

async fn hand_over(app: &App, email: &str) -> Result<(), StoreError> {
    if let Some(person) = app.store.person_by_email(email).await? {
        let minutes = i64::from(app.settings.link_minutes);
        let link = make_link(&*app.store, &app.settings.public_url(), person.id, minutes).await?;
        tracing::warn!(person.id = %person.id, person.email = %person.email, link, "a sign-in link was asked for: hand it to the person of this address");
    }
    Ok(())
}
