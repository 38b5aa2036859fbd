//! One edition.

use axum::Json;
use model::may::Action;

use crate::api::{
    error::ErrorBody,
    place::Asked,
    views::{DeadlineView, EditionRights, EditionView, ids, label, words},
};

/// Tells everything that the sessions of an edition share.
#[utoipa::path(get, path = "/api/editions/{edition}", params(("edition" = String, Path)), responses((status = 200, body = EditionView), (status = 404, body = ErrorBody)))]
pub(crate) async fn show(asked: Asked) -> Json<EditionView> {
    let may = EditionRights {
        decide: asked.may(Action::Decide),
        compile: asked.may(Action::Compile),
        edit_document: asked.may_documents(Action::Write),
        export: asked.may_documents(Action::Export),
        manage_people: asked.may(Action::ManagePeople),
    };
    let record = asked.seen.record;
    let edition = record.edition;
    let themes = record.themes.iter().map(|one| label(&one.id, &one.label));
    let addressees = record.addressees.iter();
    let addressees = addressees.map(|one| label(&one.id, &one.label));
    let deadlines = record.deadlines.into_iter().map(|one| DeadlineView {
        id: one.id.to_string(),
        label: one.label,
        session_id: one.session_id.map(|id| id.to_string()),
        opens_at: one.opens_at,
        due_at: one.due_at,
    });
    Json(EditionView {
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
        languages: ids(&record.track.languages),
        original_language: record.track.original_language.to_string(),
        themes: themes.collect(),
        addressees: addressees.collect(),
        deadlines: deadlines.collect(),
        may,
    })
}
