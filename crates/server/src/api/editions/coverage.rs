//! How the key points lie over sessions and themes.

use axum::Json;

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        key_points::list::readable,
        place::Asked,
        views::{CoverageCell, CoverageView, ids},
    },
    jobs::overview::Overview,
};

/// Counts the key points of an edition by session and theme, and names the gaps.
///
/// Sessions whose notes the person may not read are as if they were not there.
#[utoipa::path(get, path = "/api/editions/{edition}/coverage", params(("edition" = String, Path)), responses((status = 200, body = CoverageView), (status = 404, body = ErrorBody)))]
pub(crate) async fn show(asked: Asked) -> Result<Json<CoverageView>, ApiError> {
    let readable = readable(&asked).await?;
    let overview = Overview::of(&asked.app.store, asked.seen.record).await?;
    let (mut points, mut programme) = (overview.points(), overview.programme);
    programme
        .sessions
        .retain(|session| readable.contains_key(&session.id));
    points.retain(|point| readable.contains_key(&point.session_id));
    let coverage = outline::coverage::coverage(&programme, &points);
    let cells = coverage.cells.into_iter().map(|cell| CoverageCell {
        session_id: cell.session_id.to_string(),
        theme_id: cell.theme_id.map(|theme| theme.to_string()),
        count: u32::try_from(cell.count).unwrap_or(u32::MAX),
    });
    Ok(Json(CoverageView {
        themes: ids(coverage.themes),
        sessions: ids(coverage.sessions),
        cells: cells.collect(),
        sessions_without_key_point: ids(coverage.sessions_without_key_point),
        themes_without_key_point: ids(coverage.themes_without_key_point),
        regions_without_key_point: coverage.regions_without_key_point,
    }))
}
