//! The language of one's own interface.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};
use model::language::Lang;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Body,
    },
    app::App,
    sign_in::SignedIn,
};

/// The languages that the interface speaks.
const SPOKEN: [&str; 4] = ["en", "fr", "es", "ar"];

/// The language to speak from now on.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct LanguageChoice {
    /// `en`, `fr`, `es` or `ar`.
    language: String,
}

/// Changes the language of one's own interface, on all devices.
#[utoipa::path(put, path = "/api/me/language", request_body = LanguageChoice, responses((status = 204), (status = 401, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn set(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Body(choice): Body<LanguageChoice>,
) -> Result<StatusCode, ApiError> {
    let mut spoken = SPOKEN.into_iter();
    let word = spoken.find(|word| *word == choice.language);
    let language: Option<Lang> = word.and_then(|word| word.parse().ok());
    let language = language.ok_or_else(|| ApiError::invalid("language-unknown"))?;
    app.store.set_language(who.person.id, language).await?;
    Ok(StatusCode::NO_CONTENT)
}
