//! The printed pages, before they are printed.

use axum::{
    Json,
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
        extract::Query,
        place::{Asked, found, id},
    },
    jobs::{JobError, export},
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
    asked: Asked,
    Query(query): Query<PreviewQuery>,
) -> Result<Json<PreviewView>, ApiError> {
    let document = asked.output_document(Action::Read).await?;
    let wish = wish(query.paper.as_deref(), query.line_numbers, query.date)?;
    let (app, edition) = (asked.app.clone(), asked.edition().clone());
    let draw = async move {
        let prepared = export::prepare(&app.texts, &edition, &document, wish).await?;
        let is_blank = prepared.is_blank();
        let pages = app.previews.pages(document.document_id, prepared);
        Ok::<_, JobError>((pages.await?, is_blank))
    };
    let (preview, is_blank) = asked.app.queue.run(asked.who.person.id, draw).await?;
    Ok(Json(PreviewView {
        pages: preview.pages.len(),
        revision: preview.revision.clone(),
        is_blank,
    }))
}

/// One page as SVG; counted from 1.
#[utoipa::path(get, path = "/api/editions/{edition}/output-documents/{document}/preview/{revision}/{page}", params(("edition" = String, Path), ("document" = String, Path), ("revision" = String, Path), ("page" = String, Path)), responses((status = 200, content_type = "image/svg+xml"), (status = 404, body = ErrorBody)))]
pub(crate) async fn page(asked: Asked) -> Result<Response, ApiError> {
    let document = asked.output_document(Action::Read).await?.document_id;
    let (revision, page): (String, String) = (asked.id("revision")?, asked.id("page")?);
    let preview = found(asked.app.previews.get(document, &revision))?;
    let number: usize = id(page.trim_end_matches(".svg"))?;
    let index = number.checked_sub(1);
    let svg = found(index.and_then(|index| preview.pages.get(index)))?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg.clone()).into_response())
}
