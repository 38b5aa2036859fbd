//! The printed pages, before they are printed.

use std::sync::Arc;

use ::export::Paper;
use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use model::may::Action;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        exports::create::wish,
        extract::{Path, Query},
        place,
    },
    app::App,
    jobs::{export, preview::NoPages},
    sign_in::SignedIn,
};

/// How to print.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreviewQuery {
    /// `a4` or `us-letter`.
    paper: Option<String>,
    /// Whether every fifth line is numbered.
    line_numbers: Option<bool>,
    /// The day that is printed, `YYYY-MM-DD`.
    date: Option<String>,
}

/// The pages, to be asked for one by one.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreviewView {
    /// How many there are.
    pages: usize,
    /// Names exactly these pages.
    revision: String,
    /// Whether nothing is written in the document yet.
    is_blank: bool,
}

/// Draws the pages of an output document.
#[utoipa::path(get, path = "/api/editions/{edition}/output-documents/{document}/preview", params(("edition" = String, Path), ("document" = String, Path), PreviewQuery), responses((status = 200, body = PreviewView), (status = 404, body = ErrorBody), (status = 429, body = ErrorBody, description = "Too many pages are being drawn; `retry-after` says when they may be asked for again.")))]
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path((edition, document)): Path<(String, String)>,
    Query(query): Query<PreviewQuery>,
) -> Result<Json<PreviewView>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    let document = seen
        .output_document(&app, &who, &document, Action::Read)
        .await?;
    let wish = wish(query.paper.as_deref(), query.line_numbers, query.date)?;
    let prepared = export::prepare(&app.store, &app.texts, seen.id(), &document, wish).await?;
    let is_blank = prepared.is_blank();
    let preview = app
        .previews
        .pages(who.person.id, document.document_id, prepared)
        .await?;
    Ok(Json(PreviewView {
        pages: preview.pages.len(),
        revision: preview.revision.clone(),
        is_blank,
    }))
}

/// One page as SVG; counted from 1.
#[utoipa::path(get, path = "/api/editions/{edition}/output-documents/{document}/preview/{revision}/{page}", params(("edition" = String, Path), ("document" = String, Path), ("revision" = String, Path), ("page" = String, Path)), responses((status = 200, content_type = "image/svg+xml"), (status = 404, body = ErrorBody)))]
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path((edition, document, revision, page)): Path<(String, String, String, String)>,
) -> Result<Response, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    let document = seen
        .output_document(&app, &who, &document, Action::Read)
        .await?;
    let preview = app
        .previews
        .get(document.document_id, &revision)
        .ok_or_else(ApiError::not_found)?;
    let number: usize = page
        .trim_end_matches(".svg")
        .parse()
        .map_err(|_| ApiError::not_found())?;
    let svg = number
        .checked_sub(1)
        .and_then(|index| preview.pages.get(index))
        .ok_or_else(ApiError::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, "private, max-age=3600, immutable"),
    ];
    Ok((headers, svg.clone()).into_response())
}

impl From<NoPages> for ApiError {
    fn from(none: NoPages) -> Self {
        match none {
            NoPages::Busy => Self::busy("pages-busy"),
            NoPages::Failed(error) => Self::internal(&*error),
        }
    }
}

impl From<export::ExportError> for ApiError {
    fn from(error: export::ExportError) -> Self {
        match error {
            export::ExportError::Document(error) => error.into(),
            other => Self::internal(&other),
        }
    }
}

/// Reads the word for a paper.
pub(crate) fn paper(word: Option<&str>) -> Result<Paper, ApiError> {
    match word {
        None => Ok(Paper::default()),
        Some(word) => Paper::parse(word).ok_or_else(|| ApiError::invalid("paper-unknown")),
    }
}
