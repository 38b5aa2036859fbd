//! The key points of an edition.

use std::collections::{HashMap, HashSet};

use axum::Json;
use model::{
    id::{KeyPointId, SessionId},
    key_point::{KeyPoint, KeyPointKey, KeyPointState, KeyPointsById, Source},
    may::Action,
    session::Session,
};
use outline::unnamed::{People, Text, Unnamed};
use storage::key_points::{KeyPointRecord, said_hash, words_hash};

use crate::api::{
    error::{ApiError, ErrorBody},
    place::{Asked, found},
    views::{CorrectionView, KeyPointView, NotedView, PersonName, SourceView, UseView},
};

/// Lists the key points of an edition, by session and place in its notes.
#[utoipa::path(get, path = "/api/editions/{edition}/key-points", params(("edition" = String, Path)), responses((status = 200, body = [KeyPointView]), (status = 404, body = ErrorBody)))]
pub(crate) async fn list(asked: Asked) -> Result<Json<Vec<KeyPointView>>, ApiError> {
    let readable = readable(&asked).await?;
    let records = asked.app.store.key_points(asked.edition()).await?;
    Ok(Json(views(records, &readable)))
}

/// A key point that somebody named, with what is known of the edition's sessions.
pub(crate) struct Named {
    /// The key point.
    pub record: KeyPointRecord,
    /// The sessions whose notes the person may read.
    pub readable: Readable,
}

impl Named {
    /// It as JSON, as it is after something was done to it.
    pub(crate) async fn shown_now(self, asked: &Asked) -> Result<Json<KeyPointView>, ApiError> {
        let KeyPointKey { session_id, id } = self.record.key_point.key();
        let store = &asked.app.store;
        let records = store.key_points_called(asked.edition(), id).await?;
        let mut views = views(records, &self.readable).into_iter();
        let view = views.find(|view| view.session_id == session_id.as_str());
        Ok(Json(found(view)?))
    }
}

/// The key point of this id whose notes the person may read. Where the notes of several sessions hold one, the session says which.
pub(crate) async fn named(
    asked: &Asked,
    id: KeyPointId,
    session: Option<&str>,
) -> Result<Named, ApiError> {
    let readable = readable(asked).await?;
    let store = &asked.app.store;
    let mut records = store.key_points_called(asked.edition(), id).await?;
    records.retain(|record| {
        let of = &record.key_point.session_id;
        readable.contains_key(of) && session.is_none_or(|session| of.as_str() == session)
    });
    match records.len() {
        0 | 1 => {
            let record = found(records.pop())?;
            Ok(Named { record, readable })
        }
        _ => Err(ApiError::conflict("key-point-doubled")),
    }
}

/// Sessions whose notes the person may read.
pub(crate) type Readable = HashMap<SessionId, Session>;

/// The sessions of an edition whose notes the person may read.
pub(crate) async fn readable(asked: &Asked) -> Result<Readable, ApiError> {
    let sessions = asked.app.store.sessions(asked.edition()).await?;
    let sessions = sessions.into_iter().filter_map(|record| {
        let session = record.session;
        let may_read = asked.may_notes(Action::Read, &session.id, record.state);
        may_read.then(|| (session.id.clone(), session))
    });
    Ok(sessions.collect())
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
        Some(view(
            record,
            names,
            session,
            unnamed.in_session(&session.id),
        ))
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
fn view(
    record: KeyPointRecord,
    names: Names,
    session: &Session,
    unnamed: Option<&People>,
) -> KeyPointView {
    let state = state(&record);
    let has_statement = record.key_point.has_statement();
    let is_reworded = record.key_point.is_reworded();
    let (said_hash, overtaken) = (
        said_hash(&record.key_point),
        record.key_point.is_overtaken(),
    );
    let in_notes = record.key_point.saying(record.key_point.noted());
    let KeyPointRecord {
        key_point,
        marked_by,
        decided_by,
        corrected_by,
        uses,
        removed_at,
        ..
    } = record;
    let may_name = unnamed.is_none();
    let tells = |words: &str| {
        let people = unnamed.as_ref();
        people.is_some_and(|people| people.told_in(&Text::of(words)).is_some())
    };
    let quote_tells = tells(&key_point.quote);
    let name = |one: storage::programme::PersonName| PersonName {
        id: one.id.0,
        name: one.name,
    };
    let said_by = |point: &KeyPoint| {
        let name = point.said_by(&session.people).filter(|_| may_name);
        name.map(str::to_owned)
    };
    let attributed_to = said_by(&key_point);
    let corrected = key_point.correction.as_ref();
    let correction = corrected
        .zip(corrected_by)
        .map(|(correction, by)| CorrectionView {
            noted: NotedView {
                attributed_to: said_by(&in_notes),
                statement: Some(in_notes.statement).filter(|words| !tells(words)),
                themes: in_notes.themes.iter().map(ToString::to_string).collect(),
                addressee: in_notes.addressee.map(|id| id.to_string()),
                kind: in_notes.kind,
                stance: in_notes.stance,
            },
            noted_then: Some(correction.noted_then.clone())
                .filter(|words| overtaken && !tells(words)),
            overtaken,
            by: name(by),
            at: correction.at,
        });
    // A link may lead into a recording too.
    let source = key_point.source.filter(|_| may_name);
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
        kind: key_point.kind,
        stance: key_point.stance,
        basis: key_point.basis,
        state: state.as_str().to_owned(),
        reason: key_point.reason,
        decided_by: decided_by.map(name),
        decided_at: key_point.decided_at,
        marked_by: marked_by.map(name),
        marked_at: Some(key_point.marked_at),
        attributed_to,
        correction,
        said_hash,
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
