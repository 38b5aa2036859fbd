//! The editions that one may see.

use std::sync::Arc;

use axum::{Json, extract::State};
use model::{
    may::{Action, Object},
    output_document::OutputDocumentState,
};

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        place::place,
        views::EditionItem,
    },
    app::App,
    sign_in::SignedIn,
};

/// Lists the editions that one may see, the latest first.
#[utoipa::path(get, path = "/api/editions", responses((status = 200, body = [EditionItem]), (status = 401, body = ErrorBody)))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Vec<EditionItem>>, ApiError> {
    let editions = app.store.editions().await?;
    let visible = editions
        .into_iter()
        .filter(|edition| {
            let place = place(&edition.track_id, &edition.id);
            who.may(Action::Read, Object::Edition(place))
        })
        .map(|edition| EditionItem {
            id: edition.id.to_string(),
            title: edition.title,
            state: edition.output_state.unwrap_or(OutputDocumentState::Outline),
        })
        .collect();
    Ok(Json(visible))
}
