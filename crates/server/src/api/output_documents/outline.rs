//! What a zero draft would hold, before it is written.

use axum::Json;
use model::may::Action;
use outline::compile::OutlineGroup;
use serde::Serialize;
use utoipa::ToSchema;

use super::compile::{CompileRequest, plan};
use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Body,
        place::{Asked, allowed},
        views::DiagnosticView,
    },
    jobs::compile,
};

/// What would be written.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OutlineView {
    /// How many key points go in.
    key_points: usize,
    /// Whether compiling would be refused, because people have written in the document.
    has_text: bool,
    /// The groups that they form, in their order.
    groups: Vec<GroupView>,
    /// What is left out, and what enters with a flaw.
    diagnostics: Vec<DiagnosticView>,
}

/// A group of paragraphs.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GroupView {
    /// Names it in the plan: the id of an addressee, theme or session, `other` or `differed`.
    id: String,
    /// The words over it, in the document's language.
    heading: String,
    /// How many key points stand in it.
    key_points: usize,
}

impl From<OutlineGroup> for GroupView {
    fn from(group: OutlineGroup) -> Self {
        Self {
            id: group.id,
            heading: group.heading,
            key_points: group.key_points,
        }
    }
}

/// Tells what compiling with the same request would write, and writes nothing.
#[utoipa::path(post, path = "/api/editions/{edition}/outline", params(("edition" = String, Path)), request_body = CompileRequest, responses((status = 200, body = OutlineView), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 429, body = ErrorBody, description = "Too much is being worked on; `retry-after` says when to ask again.")))]
pub(crate) async fn show(
    asked: Asked,
    Body(request): Body<CompileRequest>,
) -> Result<Json<OutlineView>, ApiError> {
    allowed(asked.may_documents(Action::Compile))?;
    let (target, plan) = (request.target()?, plan(request)?);
    let (store, edition) = (asked.app.store.clone(), asked.edition().clone());
    let outline = async move { compile::outline(&store, &edition, &target, plan).await };
    let (compiled, has_text) = asked.app.queue.run(asked.who.person.id, outline).await?;
    let groups = compiled.outline.groups().into_iter();
    let diagnostics = compiled.diagnostics.iter();
    Ok(Json(OutlineView {
        key_points: compiled.outline.key_points(),
        has_text,
        groups: groups.map(GroupView::from).collect(),
        diagnostics: diagnostics.map(DiagnosticView::from).collect(),
    }))
}
