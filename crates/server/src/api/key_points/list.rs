//! The key points of an edition.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use axum::{Json, extract::State};
use model::{
    id::SessionId,
    key_point::{Basis, KeyPointKey, KeyPointKind, KeyPointState, KeyPointsById, Source, Stance},
    may::{Action, Object},
    session::Session,
};
use outline::unnamed::{People, Text, Unnamed};
use storage::key_points::{KeyPointRecord, words_hash};

use crate::{
    api::{
        error::{ApiError, ErrorBody},
        extract::Path,
        place::{self, Seen},
        views::{KeyPointView, PersonName, SourceView, UseView},
    },
    app::App,
    sign_in::SignedIn,
};

/// Lists the key points of an edition, by session and place in its notes.
#[utoipa::path(get, path = "/api/editions/{edition}/key-points", params(("edition" = String, Path)), responses((status = 200, body = [KeyPointView]), (status = 404, body = ErrorBody)))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    who: SignedIn,
    Path(edition): Path<String>,
) -> Result<Json<Vec<KeyPointView>>, ApiError> {
    let seen = place::edition(&app, &who, &edition).await?;
    let readable = readable(&app, &seen, &who).await?;
    let records = app.store.key_points(seen.id()).await?;
    Ok(Json(views(records, &readable)))
}

/// A key point that somebody named, with what is known of the edition's sessions.
pub(crate) struct Named {
    /// The key point.
    pub record: KeyPointRecord,
    /// The sessions whose notes the person may read.
    pub readable: Readable,
}

/// The key point of this id whose notes the person may read. Where the notes of several sessions hold one, the session says which.
pub(crate) async fn named(
    app: &App,
    seen: &Seen,
    who: &SignedIn,
    id: &str,
    session: Option<&str>,
) -> Result<Named, ApiError> {
    let id = id.parse().map_err(|_| ApiError::not_found())?;
    let readable = readable(app, seen, who).await?;
    let mut records = app.store.key_points_called(seen.id(), id).await?;
    records.retain(|record| {
        let of = &record.key_point.session_id;
        readable.contains_key(of) && session.is_none_or(|session| of.as_str() == session)
    });
    match records.len() {
        0 | 1 => {
            let record = records.pop().ok_or_else(ApiError::not_found)?;
            Ok(Named { record, readable })
        }
        _ => Err(ApiError::conflict("key-point-doubled")),
    }
}

/// Sessions whose notes the person may read.
pub(crate) type Readable = HashMap<SessionId, Session>;

/// The sessions of an edition whose notes the person may read.
pub(crate) async fn readable(app: &App, seen: &Seen, who: &SignedIn) -> Result<Readable, ApiError> {
    let sessions = app.store.sessions(seen.id()).await?;
    Ok(sessions
        .into_iter()
        .filter(|record| {
            who.may(
                Action::Read,
                Object::Notes(seen.place(), &record.session.id, record.state),
            )
        })
        .map(|record| (record.session.id.clone(), record.session))
        .collect())
}

/// Those of these key points that the person may read, as JSON. They are all of the edition's, or all of one id.
pub(crate) fn views(records: Vec<KeyPointRecord>, readable: &Readable) -> Vec<KeyPointView> {
    let by_id = KeyPointsById::of(records.iter().map(|record| &record.key_point));
    let marked = records.iter().filter(|record| record.removed_at.is_none());
    let marked: HashSet<KeyPointKey> = marked.map(|record| record.key_point.key()).collect();
    let names = records.iter().map(|record| {
        let own = &record.key_point;
        let called = by_id.called(own.id);
        let others = called.iter().filter(|other| {
            other.session_id != own.session_id
                && readable.contains_key(&other.session_id)
                && marked.contains(&other.key())
        });
        Names {
            is_first: called
                .first()
                .is_some_and(|first| first.session_id == own.session_id),
            also_in: others.map(|other| other.session_id.to_string()).collect(),
        }
    });
    let names: Vec<Names> = names.collect();
    let unnamed = Unnamed::of(readable.values());
    let records = records.into_iter().zip(names);
    let views = records.filter_map(|(record, names)| {
        let session = readable.get(&record.key_point.session_id)?;
        Some(view(record, names, unnamed.in_session(&session.id)))
    });
    // Looking for names takes a while in many words: sockets must not wait for it.
    tokio::task::block_in_place(|| views.collect())
}

/// How a key point stands to others of its id.
struct Names {
    is_first: bool,
    also_in: Vec<String>,
}

/// A key point as JSON. Where people may not be named it says neither who spoke nor where they can be heard, and not the words of
/// the notes that name one of them.
fn view(record: KeyPointRecord, names: Names, unnamed: Option<&People>) -> KeyPointView {
    let state = state(&record);
    let has_statement = record.key_point.has_statement();
    let is_reworded = record.key_point.is_reworded();
    let KeyPointRecord {
        key_point,
        marked_by,
        decided_by,
        uses,
        removed_at,
        ..
    } = record;
    let may_name = unnamed.is_none();
    let tells = |people: &People| people.told_in(&Text::of(&key_point.quote)).is_some();
    let quote_tells = unnamed.is_some_and(tells);
    // A link may lead into a recording too.
    let source = key_point.source.filter(|_| may_name);
    let name = |one: storage::programme::PersonName| PersonName {
        id: one.id.0,
        name: one.name,
    };
    KeyPointView {
        id: key_point.id.0,
        session_id: key_point.session_id.to_string(),
        also_in: names.also_in,
        is_meant_by_id: names.is_first,
        words_hash: words_hash(&key_point.statement),
        statement: key_point.statement,
        decided_statement: key_point.decided_statement.filter(|_| is_reworded),
        has_statement,
        quote: if quote_tells {
            String::new()
        } else {
            key_point.quote
        },
        lang: key_point.lang.to_string(),
        themes: key_point.themes.iter().map(ToString::to_string).collect(),
        addressee: key_point.addressee.map(|id| id.to_string()),
        kind: match key_point.kind {
            KeyPointKind::CallToAction => "call-to-action",
            KeyPointKind::Observation => "observation",
        }
        .to_owned(),
        stance: match key_point.stance {
            Stance::Convergence => "convergence",
            Stance::Divergence => "divergence",
            Stance::Proposal => "proposal",
        }
        .to_owned(),
        basis: match key_point.basis {
            Basis::Reported => "reported",
            Basis::Concept => "concept",
        }
        .to_owned(),
        state: state.as_str().to_owned(),
        reason: key_point.reason,
        decided_by: decided_by.map(name),
        decided_at: key_point.decided_at,
        marked_by: marked_by.map(name),
        marked_at: Some(key_point.marked_at),
        attributed_to: key_point.attributed_to.filter(|_| may_name),
        source: source.map(|source| match source {
            Source::Link { link } => SourceView {
                link: Some(link),
                recording: None,
                at: None,
            },
            Source::Recording { recording, at } => SourceView {
                link: None,
                recording: Some(recording),
                at: Some(at),
            },
        }),
        passage_gone: key_point.passage_gone,
        removed: removed_at.is_some(),
        used_in: uses
            .into_iter()
            .map(|one| UseView {
                output_document_id: one.output_document_id.to_string(),
                paragraph_id: one.used.paragraph_id.to_string(),
            })
            .collect(),
    }
}

/// The state that people see: an accepted key point that a paragraph of the output document rests on is used. In a session's
/// messages every key point stands beside the document.
pub(crate) fn state(record: &KeyPointRecord) -> KeyPointState {
    match record.key_point.state {
        KeyPointState::Accepted if is_in_the_document(record) => KeyPointState::Used,
        state => state,
    }
}

fn is_in_the_document(record: &KeyPointRecord) -> bool {
    let mut documents = record.uses.iter().map(|one| &one.output_document_id);
    documents.any(|document| !document.is_of_messages())
}
