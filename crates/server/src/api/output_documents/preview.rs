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
    jobs::export::{self, ExportError},
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
#[utoipa::path(get, path = "/api/editions/{edition}/output-documents/{document}/preview", params(("edition" = String, Path), ("document" = String, Path), PreviewQuery), responses((status = 200, body = PreviewView, links(("firstPage" = (operation_id = "getEditionsEditionOutputDocumentsDocumentPreviewRevisionPage", parameters(("edition" = "$request.path.edition"), ("document" = "$request.path.document"), ("revision" = "$response.body#/revision"), ("page" = "1.svg")))))), (status = 404, body = ErrorBody), (status = 429, body = ErrorBody, description = "Too much is being worked on; `retry-after` says when to ask again."), (status = 507, body = ErrorBody, description = "The pages are more than the server keeps; a file can be made all the same.")))]
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
    let (edition, drawer) = (seen.id().clone(), app.clone());
    let draw = async move {
        let (store, texts) = (&drawer.store, &drawer.texts);
        let prepared = export::prepare(store, texts, &edition, &document, wish).await?;
        let is_blank = prepared.is_blank();
        let pages = drawer.previews.pages(document.document_id, prepared);
        Ok::<_, ExportError>((pages.await?, is_blank))
    };
    let (preview, is_blank) = app.queue.run(who.person.id, draw).await??;
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
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg.clone()).into_response())
}

impl From<ExportError> for ApiError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Document(error) => error.into(),
            ExportError::TooManyPages => Self::full("pages-too-many"),
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
