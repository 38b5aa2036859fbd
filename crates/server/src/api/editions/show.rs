//! One edition.

use std::sync::Arc;

use axum::{Json, extract::State};
use model::may::{Action, Object};

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place,
        views::{DeadlineView, EditionRights, EditionView, LabelView, words},
    },
    app::App,
    sign_in::SignedIn,
};

/// Tells everything that the sessions of an edition share.
#[utoipa::path(get, path = "/api/editions/{edition}", params(("edition" = String, Path)), responses((status = 200, body = EditionView), (status = 404, body = ErrorBody)))]
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(edition): Path<String>,
) -> Result<Json<EditionView>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    let may = EditionRights {
        decide: who.may(Action::Decide, Object::Edition(seen.place())),
        compile: who.may(Action::Compile, Object::Edition(seen.place())),
        edit_document: who.may(Action::Write, Object::OutputDocument(seen.place())),
        export: who.may(Action::Export, Object::OutputDocument(seen.place())),
        manage_people: who.may(Action::ManagePeople, Object::Edition(seen.place())),
    };
    let record = seen.record;
    let edition = record.edition;
    Ok(Json(EditionView {
        id: edition.id.to_string(),
        track_id: record.track.id.to_string(),
        track_title: words(&record.track.title),
        title: edition.title,
        theme: edition.theme,
        overarching_theme: edition.overarching_theme,
        forum: edition.forum,
        place: edition.place,
        timezone: edition.timezone,
        from: edition.from,
        to: edition.to,
        organisers: edition.organisers,
        languages: record
            .track
            .languages
            .iter()
            .map(ToString::to_string)
            .collect(),
        original_language: record.track.original_language.to_string(),
        themes: record
            .themes
            .iter()
            .map(|one| LabelView {
                id: one.id.to_string(),
                label: words(&one.label),
            })
            .collect(),
        addressees: record
            .addressees
            .iter()
            .map(|one| LabelView {
                id: one.id.to_string(),
                label: words(&one.label),
            })
            .collect(),
        deadlines: record
            .deadlines
            .into_iter()
            .map(|one| DeadlineView {
                id: one.id.to_string(),
                label: one.label,
                session_id: one.session_id.map(|id| id.to_string()),
                opens_at: one.opens_at,
                due_at: one.due_at,
            })
            .collect(),
        may,
    }))
}
