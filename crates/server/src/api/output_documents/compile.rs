//! Writing a zero draft.

use std::collections::BTreeMap;

use axum::Json;
use model::{may::Action, output_document::Grouping};
use outline::plan::Plan;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::list::view;
use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Body,
        place::{Asked, allowed, found},
        views::{DiagnosticView, OutputDocumentView},
    },
    app::What,
    import::MAIN,
    jobs::compile::{self, Target},
    rooms::ToRoom,
};

/// What to compile, and how. What is left open is made from the facts of the edition.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CompileRequest {
    /// The output document; the main one where it is left out.
    document: Option<String>,
    /// The session whose messages are to be compiled, in a document of their own.
    messages_of: Option<String>,
    /// `addressee`, `theme` or `session`.
    group: Option<String>,
    /// Ids of addressees, themes or sessions in the order of their groups.
    order: Vec<String>,
    /// Headings of groups, by the id of the addressee, theme or session.
    headings: BTreeMap<String, String>,
    /// The title.
    title: Option<String>,
    /// What the document is.
    status_line: Option<String>,
    /// The preambular paragraphs.
    preamble: Option<Vec<String>>,
    /// Who speaks.
    voice: Option<String>,
}

/// The draft that was written.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CompileAnswer {
    output_document: OutputDocumentView,
    diagnostics: Vec<DiagnosticView>,
}

/// Writes the zero draft from the accepted key points. Refuses where people have written in the document.
#[utoipa::path(post, path = "/api/editions/{edition}/compile", params(("edition" = String, Path)), request_body = CompileRequest, responses((status = 200, body = CompileAnswer), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody), (status = 422, body = ErrorBody), (status = 429, body = ErrorBody, description = "Too much is being worked on; `retry-after` says when to ask again.")))]
pub(crate) async fn compile(
    asked: Asked,
    Body(request): Body<CompileRequest>,
) -> Result<Json<CompileAnswer>, ApiError> {
    allowed(asked.may_documents(Action::Compile))?;
    let target = request.target()?;
    // Before a document is made for it.
    let plan = plan(request)?;
    let (app, by) = (&asked.app, asked.who.person.id);
    let (store, edition) = (app.store.clone(), asked.edition().clone());
    let compile = async move {
        let id = match target {
            Target::Document(id) => id,
            Target::Messages(session) => {
                compile::messages_document(&store, &edition, &session).await?
            }
        };
        compile::compile(&store, &edition, &id, plan, Some(by)).await
    };
    let written = app.queue.run(by, compile).await?;
    app.rooms
        .tell_if_open(written.output_document.document_id, ToRoom::Wake);
    app.changed(asked.edition(), What::OutputDocuments);
    app.changed(asked.edition(), What::KeyPoints);
    let diagnostics = written.diagnostics.iter().map(DiagnosticView::from);
    Ok(Json(CompileAnswer {
        output_document: view(&asked, written.output_document),
        diagnostics: diagnostics.collect(),
    }))
}

impl CompileRequest {
    /// Which document is meant.
    pub(super) fn target(&self) -> Result<Target, ApiError> {
        let named = match (&self.document, &self.messages_of) {
            (Some(id), _) => id.parse().ok().map(Target::Document),
            (None, Some(session)) => session.parse().ok().map(Target::Messages),
            (None, None) => MAIN.parse().ok().map(Target::Document),
        };
        found(named)
    }
}

/// The plan that a request asks for; whose messages it means is the caller's to say.
pub(crate) fn plan(request: CompileRequest) -> Result<Plan, ApiError> {
    let group = match request.group.as_deref() {
        None | Some("addressee") => Grouping::Addressee,
        Some("theme") => Grouping::Theme,
        Some("session") => Grouping::Session,
        Some(_) => return Err(ApiError::invalid("group-unknown")),
    };
    Ok(Plan {
        messages_of: None,
        group,
        order: request.order,
        headings: request.headings,
        title: request.title,
        status_line: request.status_line,
        preamble: request.preamble,
        voice: request.voice,
    })
}
