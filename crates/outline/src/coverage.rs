//! What the key points of an edition cover, and what they leave out.

use std::collections::BTreeMap;

use model::{
    id::{SessionId, ThemeId},
    key_point::{KeyPoint, KeyPointState},
    session::Session,
};

use crate::programme::Programme;

/// Sessions by themes, with what has no key point.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The themes, in the order of the edition.
    pub themes: Vec<ThemeId>,
    /// The sessions that belong to the document, in the order of time.
    pub sessions: Vec<SessionId>,
    /// How many key points of a session have a theme, where any has. A key point counts in each of its themes, or where it
    /// has none, among those without one.
    pub cells: Vec<Cell>,
    /// Sessions without a key point.
    pub sessions_without_key_point: Vec<SessionId>,
    /// Themes without a key point.
    pub themes_without_key_point: Vec<ThemeId>,
    /// Regions without a key point from any of their sessions.
    pub regions_without_key_point: Vec<String>,
    /// Sessions that are no part of the document, because they come after the meeting or have no date.
    pub sessions_left_out: Vec<SessionId>,
}

/// The key points of one session on one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The session.
    pub session_id: SessionId,
    /// The theme; `None` for those without one.
    pub theme_id: Option<ThemeId>,
    /// How many there are; never none.
    pub count: usize,
}

/// Counts the key points that are not set aside or merged into another.
pub fn coverage(programme: &Programme, points: &[KeyPoint]) -> Coverage {
    let standing: Vec<&KeyPoint> = points.iter().filter(|point| stands(point)).collect();
    let points_of = |session: &Session| {
        standing
            .iter()
            .filter(|point| point.session_id == session.id)
            .count()
    };
    // A session that was held left key points, whatever is known about its date.
    let is_part = |session: &Session| {
        programme.belongs(session) || (session.start.is_none() && points_of(session) > 0)
    };
    let (part, left_out): (Vec<&Session>, Vec<&Session>) = programme
        .in_time_order()
        .into_iter()
        .partition(|session| is_part(session));
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let without_theme = programme.themes.len();
    for point in &standing {
        let Some(session) = part
            .iter()
            .position(|session| session.id == point.session_id)
        else {
            continue;
        };
        let mut themes: Vec<usize> = point
            .themes
            .iter()
            .filter_map(|id| programme.themes.iter().position(|theme| theme.id == *id))
            .collect();
        themes.sort_unstable();
        themes.dedup();
        if themes.is_empty() {
            themes.push(without_theme);
        }
        for theme in themes {
            *counts.entry((session, theme)).or_default() += 1;
        }
    }
    let ids = |sessions: &[&Session], with: &dyn Fn(&Session) -> bool| -> Vec<SessionId> {
        let wanted = sessions.iter().filter(|session| with(session));
        wanted.map(|session| session.id.clone()).collect()
    };
    let mut regions_without: Vec<String> = Vec::new();
    for region in part.iter().filter_map(|session| session.region.as_ref()) {
        let is_covered = part
            .iter()
            .any(|session| session.region.as_ref() == Some(region) && points_of(session) > 0);
        if !is_covered && !regions_without.contains(region) {
            regions_without.push(region.clone());
        }
    }
    Coverage {
        themes: programme
            .themes
            .iter()
            .map(|theme| theme.id.clone())
            .collect(),
        sessions: ids(&part, &|_| true),
        sessions_without_key_point: ids(&part, &|session| points_of(session) == 0),
        themes_without_key_point: programme
            .themes
            .iter()
            .enumerate()
            .filter(|(index, _)| !counts.keys().any(|(_, theme)| theme == index))
            .map(|(_, theme)| theme.id.clone())
            .collect(),
        regions_without_key_point: regions_without,
        sessions_left_out: ids(&left_out, &|_| true),
        cells: counts
            .into_iter()
            .map(|((session, theme), count)| Cell {
                session_id: part[session].id.clone(),
                theme_id: programme.themes.get(theme).map(|theme| theme.id.clone()),
                count,
            })
            .collect(),
    }
}

/// Whether it is neither set aside nor merged into another.
pub(crate) fn stands(point: &KeyPoint) -> bool {
    !matches!(point.state, KeyPointState::SetAside | KeyPointState::Merged)
}
