//! Making a file.

use ::export::{Format, Paper};
use axum::Json;
use model::may::Action;
use serde::{Deserialize, Serialize};
use storage::exports::ExportRecord;
use utoipa::ToSchema;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Body,
        place::Asked,
        views::{DiagnosticView, PlaceView},
    },
    jobs::export::{self, KEPT, Wish},
};

/// Which file to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExportRequest {
    /// `docx`, `pdf`, `html`, `md` or `json`.
    format: String,
    /// `a4` or `us-letter`.
    paper: Option<String>,
    /// Whether every fifth line is numbered.
    line_numbers: Option<bool>,
    /// The day that is printed, `YYYY-MM-DD`; where it is left out, today at the venue.
    date: Option<String>,
}

/// A file that was made.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExportView {
    /// Names the file.
    pub id: String,
    /// Its format.
    pub format: String,
    /// Its language.
    pub language: String,
    /// The name it is downloaded by.
    pub file_name: String,
    /// How many bytes it has.
    pub size: i64,
    /// When it was made, milliseconds since 1970 UTC.
    pub created_at: i64,
    /// Where it can be had.
    pub url: String,
    /// What was found wrong in the text, and what the file does about it.
    pub diagnostics: Vec<DiagnosticView>,
}

/// Makes a file of an output document as it is now, and keeps it.
#[utoipa::path(post, path = "/api/editions/{edition}/output-documents/{document}/exports", params(("edition" = String, Path), ("document" = String, Path)), request_body = ExportRequest, responses((status = 200, body = ExportView, links(("file" = (operation_id = "getExportsId", parameters(("id" = "$response.body#/id")))))), (status = 403, body = ErrorBody), (status = 422, body = ErrorBody), (status = 429, body = ErrorBody, description = "Too much is being worked on; `retry-after` says when to ask again."), (status = 507, body = ErrorBody, description = "No more files of this person are kept.")))]
pub(crate) async fn create(
    asked: Asked,
    Body(request): Body<ExportRequest>,
) -> Result<Json<ExportView>, ApiError> {
    let document = asked.output_document(Action::Export).await?;
    let format: Format = request
        .format
        .parse()
        .map_err(|_| ApiError::invalid("format-unknown"))?;
    let wish = wish(request.paper.as_deref(), request.line_numbers, request.date)?;
    let (edition, by) = (asked.edition().clone(), asked.who.person.id);
    let texts = asked.app.texts.clone();
    let write =
        async move { export::make(&texts, &edition, &document, format, wish, Some(by)).await };
    let (new, file, diagnostics) = asked.app.queue.run(by, write).await?;
    let record = asked.app.store.add_export(new, file, KEPT).await?;
    let record = record.ok_or_else(|| ApiError::full("exports-full"))?;
    let diagnostics = diagnostics.iter().map(DiagnosticView::from).collect();
    Ok(Json(view(record, diagnostics)))
}

/// What a file is asked for, from the words of a request.
pub(crate) fn wish(
    paper: Option<&str>,
    line_numbers: Option<bool>,
    date: Option<String>,
) -> Result<Wish, ApiError> {
    if let Some(date) = &date
        && date.parse::<jiff::civil::Date>().is_err()
    {
        return Err(ApiError::invalid("date-unknown"));
    }
    let paper = match paper {
        None => Paper::default(),
        Some(word) => Paper::parse(word).ok_or_else(|| ApiError::invalid("paper-unknown"))?,
    };
    Ok(Wish {
        paper,
        line_numbers: line_numbers.unwrap_or(false),
        date,
    })
}

/// A file as JSON.
pub(crate) fn view(record: ExportRecord, diagnostics: Vec<DiagnosticView>) -> ExportView {
    let export = record.export;
    ExportView {
        url: format!("/api/exports/{}", export.id),
        id: export.id,
        format: export.format,
        language: export.language.to_string(),
        file_name: export.file_name,
        size: record.size,
        created_at: export.made_at,
        diagnostics,
    }
}

impl From<&::export::Diagnostic> for DiagnosticView {
    fn from(one: &::export::Diagnostic) -> Self {
        let place = PlaceView {
            paragraph_id: one.place.paragraph_id.clone(),
            text: one.place.text.clone(),
            ..PlaceView::default()
        };
        Self::new(one.severity, one.key, place, one.hint(), &one.values)
    }
}
