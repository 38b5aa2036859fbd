//! An editor's correction of a key point: it stands beside the notes, which stay as they are.

use axum::http::StatusCode;
use model::{
    id::{AddresseeId, ThemeId},
    key_point::{KeyPointKind, Said, Stance},
    may::Action,
};
use serde::Deserialize;
use storage::key_points::{NewCorrection, said_hash};
use utoipa::{IntoParams, ToSchema};

use super::{
    decide::Answer,
    list::{self, Named},
};
use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::{Body, Query},
        place::{Asked, allowed, found},
        views::{KeyPointView, word},
    },
    app::What,
    effects::now,
};

/// The longest statement that an editor can write, in characters.
const LONGEST: usize = 5000;

/// What the key point shall say. Where that is what the notes have, it goes on following them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CorrectionGiven {
    /// The short sentence for the output document, on one line.
    statement: String,
    /// Its themes.
    #[schema(value_type = Vec<String>)]
    themes: Vec<ThemeId>,
    /// Whom it calls on.
    #[schema(value_type = Option<String>)]
    addressee: Option<AddresseeId>,
    /// Whether it calls for something.
    #[schema(value_type = Option<word::KeyPointKindWord>)]
    kind: Option<KeyPointKind>,
    /// How the room stood to it.
    #[schema(value_type = Option<word::StanceWord>)]
    stance: Option<Stance>,
    /// Who said it, by name. Under the Chatham House Rule nobody is named.
    attributed_to: Option<String>,
}

/// What the person corrected.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Read {
    /// The session in whose notes it is marked. Needed where the notes of several hold a key point of this id (`key-point-doubled`).
    session: Option<String>,
    /// The `saidHash` of what was read. Where it or its notes say something else by now, nothing is changed (`changed-meanwhile`).
    said: Option<String>,
}

/// Corrects what a key point says, beside its notes.
#[utoipa::path(put, path = "/api/editions/{edition}/key-points/{id}/correction", params(("edition" = String, Path), ("id" = String, Path), Read), request_body = CorrectionGiven, responses((status = 200, body = KeyPointView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn correct(
    asked: Asked,
    Query(read): Query<Read>,
    Body(given): Body<CorrectionGiven>,
) -> Answer {
    keep(asked, read, |asked, named| said(given, asked, named)).await
}

/// Takes an editor's correction back: the key point says what its notes have.
#[utoipa::path(post, path = "/api/editions/{edition}/key-points/{id}/as-noted", params(("edition" = String, Path), ("id" = String, Path), Read), responses((status = 200, body = KeyPointView), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn as_noted(asked: Asked, Query(read): Query<Read>) -> Answer {
    keep(asked, read, |_, named| Ok(named.record.key_point.noted())).await
}

async fn keep(
    asked: Asked,
    read: Read,
    said: impl FnOnce(&Asked, &Named) -> Result<Said, ApiError>,
) -> Answer {
    let named = list::named(&asked, asked.id("id")?, read.session.as_deref()).await?;
    allowed(asked.may(Action::Decide))?;
    let before = &named.record.key_point;
    if read.said.is_some_and(|said| said != said_hash(before)) {
        return Err(ApiError::conflict("changed-meanwhile"));
    }
    let said = said(&asked, &named)?;
    if said != before.said() || before.is_overtaken() {
        let (by, at) = (asked.who.person.id, now());
        let new = NewCorrection {
            before: before.clone(),
            after: before.corrected(said, by, at),
            by,
            at,
        };
        if !asked.app.store.correct(asked.edition(), new).await? {
            return Err(ApiError::conflict("changed-meanwhile"));
        }
        asked.app.changed(asked.edition(), What::KeyPoints);
    }
    named.shown_now(&asked).await
}

/// What is to be said, where that can be said in this edition and of this session.
fn said(given: CorrectionGiven, asked: &Asked, named: &Named) -> Result<Said, ApiError> {
    let point = &named.record.key_point;
    let session = found(named.readable.get(&point.session_id))?;
    let noted = point.noted();
    let wrong = |place: &str, reason: &str| {
        ApiError::unreadable(StatusCode::UNPROCESSABLE_ENTITY, place, reason)
    };
    let words = given.statement.split_whitespace();
    let words = words.map(|word| word.replace(char::is_control, ""));
    let statement = words.collect::<Vec<_>>().join(" ");
    if statement.is_empty() && !noted.statement.trim().is_empty() {
        return Err(ApiError::invalid("statement-missing"));
    }
    if statement.chars().count() > LONGEST {
        return Err(wrong("/statement", "must have at most 5,000 characters"));
    }
    let known = &asked.seen.record.themes;
    let is_known =
        |id: &ThemeId| known.iter().any(|theme| theme.id == *id) || noted.themes.contains(id);
    if !given.themes.iter().all(is_known) {
        return Err(wrong("/themes", "must be themes of the edition"));
    }
    let is_addressee = |id: &AddresseeId| {
        let mut known = asked.seen.record.addressees.iter();
        known.any(|one| one.id == *id) || noted.addressee.as_ref() == Some(id)
    };
    if !given.addressee.as_ref().is_none_or(is_addressee) {
        return Err(wrong("/addressee", "must be an addressee of the edition"));
    }
    let name = given.attributed_to.as_deref().unwrap_or_default().trim();
    if !session.attribution.may_name() && !name.is_empty() {
        return Err(ApiError::invalid("speaker-not-named"));
    }
    let in_notes = point.saying(noted.clone());
    let in_notes = in_notes.said_by(&session.people).unwrap_or_default();
    let (speaker, attributed_to) = if !session.attribution.may_name() || name == in_notes {
        (noted.speaker, noted.attributed_to)
    } else {
        (None, (!name.is_empty()).then(|| name.to_owned()))
    };
    Ok(Said {
        // Spaces alone are no other words.
        statement: if noted
            .statement
            .split_whitespace()
            .eq(statement.split_whitespace())
        {
            noted.statement
        } else {
            statement
        },
        themes: given.themes,
        addressee: given.addressee,
        kind: given.kind,
        stance: given.stance,
        speaker,
        attributed_to,
    })
}
