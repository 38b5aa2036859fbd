//! What a zero draft would hold, before it is written.

use std::sync::Arc;

use axum::{Json, extract::State};
use model::may::{Action, Object};
use outline::compile::OutlineGroup;
use serde::Serialize;
use utoipa::ToSchema;

use super::compile::{CompileRequest, plan};
use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::{Body, Path},
        place,
        views::DiagnosticView,
    },
    app::App,
    jobs::compile,
    sign_in::SignedIn,
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
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(edition): Path<String>,
    Body(request): Body<CompileRequest>,
) -> Result<Json<OutlineView>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    if !who.may(Action::Compile, Object::OutputDocument(seen.place())) {
        return Err(ApiError::forbidden("forbidden"));
    }
    let target = request.target()?;
    let (store, edition, plan) = (app.store.clone(), seen.id().clone(), plan(request)?);
    let outline = async move { compile::outline(&store, &edition, &target, plan).await };
    let (compiled, has_text) = app.queue.run(who.person.id, outline).await??;
    Ok(Json(OutlineView {
        key_points: compiled.outline.key_points(),
        has_text,
        groups: compiled
            .outline
            .groups()
            .into_iter()
            .map(GroupView::from)
            .collect(),
        diagnostics: compiled
            .diagnostics
            .iter()
            .map(DiagnosticView::from)
            .collect(),
    }))
}
