//! Key points: a projection of the notes, and what was decided about them.

use std::collections::{HashMap, HashSet};

use model::{
    id::{EditionId, KeyPointId, ParagraphId, PersonId, SessionId},
    key_point::{KeyPoint, KeyPointState},
    output_document::Use,
};
use storage::{
    audit::AuditEntry,
    error::StoreError,
    key_points::{
        ConfirmedAccepted, Decided, KeyPointRecord, KeyPointUse, MarkedKeyPoint, NewDecision,
        NotesProjection, Projected,
    },
    programme::PersonName,
};

use super::{
    audit::add_audit,
    values::{json, parsed, parsed_if, person as to_person, to_json, to_word, word},
};
use crate::{Connection, error::Result};

/// How many key points one transaction writes, so that other people's writes come in between.
const PART: usize = 50;

/// Writes a part of what the notes hold that is not written yet, and tells whether it was the last one.
pub(crate) async fn project_notes(
    db: &mut Connection,
    edition: &EditionId,
    session: &SessionId,
    notes: &NotesProjection,
    at: i64,
) -> Result<(Projected, bool)> {
    let before = sqlx::query!(
        "select projected_seq, characters from sessions where edition_id = $1 and id = $2",
        edition.as_str(),
        session.as_str()
    )
    .fetch_optional(&mut *db)
    .await?
    .ok_or_else(|| StoreError::internal(format!("there is no session {session}")))?;
    if before.projected_seq > notes.upto_seq {
        let outdated = Projected {
            outdated: true,
            ..Projected::default()
        };
        return Ok((outdated, true));
    }
    let mut projected = Projected::default();
    let mut written = 0;
    let known: HashMap<KeyPointId, KeyPointRecord> = rows(db, edition, Some(session), None)
        .await?
        .into_iter()
        .map(|record| (record.key_point.id, record))
        .collect();
    let mut marked = HashSet::new();
    for (key_point, position) in notes.key_points.iter().zip(0_i64..) {
        if !marked.insert(key_point.id) {
            continue;
        }
        if written == PART {
            return Ok((projected, false));
        }
        match known.get(&key_point.id) {
            Some(record) if is_as_known(record, key_point, position) => {}
            Some(_) => {
                update(db, key_point, position).await?;
                written += 1;
            }
            None => {
                let new = as_key_point(key_point, session, at);
                if add_key_point(db, edition, &new, position).await? {
                    written += 1;
                } else {
                    projected.foreign.push(key_point.id);
                }
            }
        }
    }
    for record in known.values() {
        if record.removed_at.is_none() && !marked.contains(&record.key_point.id) {
            if written == PART {
                return Ok((projected, false));
            }
            let id = record.key_point.id.to_string();
            sqlx::query!(
                "update key_points set removed_at = $2 where id = $1",
                id,
                at
            )
            .execute(&mut *db)
            .await?;
            written += 1;
        }
    }
    sqlx::query!(
        "update sessions set projected_seq = $3, characters = $4 where edition_id = $1 and id = $2",
        edition.as_str(),
        session.as_str(),
        notes.upto_seq,
        notes.characters
    )
    .execute(&mut *db)
    .await?;
    projected.changed = written > 0 || (before.characters == 0) != (notes.characters == 0);
    Ok((projected, true))
}

fn is_as_known(record: &KeyPointRecord, marked: &MarkedKeyPoint, position: i64) -> bool {
    let known = &record.key_point;
    record.removed_at.is_none()
        && record.position == position
        && known.statement == marked.statement
        && known.quote == marked.quote
        && known.lang == marked.lang
        && known.themes == marked.themes
        && known.addressee == marked.addressee
        && known.kind == marked.kind
        && known.stance == marked.stance
        && known.basis == marked.basis
        && known.source == marked.source
        && known.speaker == marked.speaker
        && known.passage_gone == marked.passage_gone
}

fn as_key_point(marked: &MarkedKeyPoint, session: &SessionId, at: i64) -> KeyPoint {
    let marked = marked.clone();
    KeyPoint {
        id: marked.id,
        session_id: session.clone(),
        statement: marked.statement,
        quote: marked.quote,
        lang: marked.lang,
        themes: marked.themes,
        addressee: marked.addressee,
        kind: marked.kind,
        stance: marked.stance,
        basis: marked.basis,
        source: marked.source,
        speaker: marked.speaker,
        attributed_to: None,
        passage_gone: marked.passage_gone,
        state: KeyPointState::Captured,
        reason: None,
        decided_by: None,
        decided_at: None,
        marked_by: marked.marked_by,
        marked_at: at,
    }
}

/// Adds a key point in the state that it has; `false` where one of that id is there, in whatever session.
pub(crate) async fn add_key_point(
    db: &mut Connection,
    edition: &EditionId,
    new: &KeyPoint,
    position: i64,
) -> Result<bool> {
    let id = new.id.to_string();
    let themes = to_json(&new.themes)?;
    let addressee = new.addressee.as_ref().map(|addressee| addressee.as_str());
    let source = new.source.as_ref().map(to_json).transpose()?;
    let (kind, stance, basis) = (
        to_word(new.kind)?,
        to_word(new.stance)?,
        to_word(new.basis)?,
    );
    let (marked_by, decided_by) = (to_person(new.marked_by), to_person(new.decided_by));
    let added = sqlx::query!(
        "insert into key_points (id, edition_id, session_id, position, statement, quote, lang, themes_json, addressee, kind,
         stance, basis, source_json, speaker, attributed_to, passage_gone, marked_by, marked_at, state, reason, decided_by,
         decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
         on conflict (id) do nothing",
        id,
        edition.as_str(),
        new.session_id.as_str(),
        position,
        new.statement,
        new.quote,
        new.lang.as_str(),
        themes,
        addressee,
        kind,
        stance,
        basis,
        source,
        new.speaker,
        new.attributed_to,
        new.passage_gone,
        marked_by,
        new.marked_at,
        new.state.as_str(),
        new.reason,
        decided_by,
        new.decided_at
    )
    .execute(&mut *db)
    .await?;
    Ok(added.rows_affected() == 1)
}

async fn update(db: &mut Connection, marked: &MarkedKeyPoint, position: i64) -> Result<()> {
    let id = marked.id.to_string();
    let themes = to_json(&marked.themes)?;
    let addressee = marked
        .addressee
        .as_ref()
        .map(|addressee| addressee.as_str());
    let source = marked.source.as_ref().map(to_json).transpose()?;
    let (kind, stance, basis) = (
        to_word(marked.kind)?,
        to_word(marked.stance)?,
        to_word(marked.basis)?,
    );
    let updated = sqlx::query!(
        "update key_points set position = $2, statement = $3, quote = $4, lang = $5, themes_json = $6, addressee = $7,
         kind = $8, stance = $9, basis = $10, source_json = $11, speaker = $12, passage_gone = $13, removed_at = null
         where id = $1",
        id,
        position,
        marked.statement,
        marked.quote,
        marked.lang.as_str(),
        themes,
        addressee,
        kind,
        stance,
        basis,
        source,
        marked.speaker,
        marked.passage_gone
    )
    .execute(&mut *db)
    .await?;
    match updated.rows_affected() {
        1 => Ok(()),
        _ => Err(StoreError::internal(format!("key point {} is gone", marked.id)).into()),
    }
}

pub(crate) async fn key_points(
    db: &mut Connection,
    edition: &EditionId,
) -> Result<Vec<KeyPointRecord>> {
    let mut records = with_uses(db, edition, None, None).await?;
    records.retain(|record| record.removed_at.is_none() || !record.uses.is_empty());
    Ok(records)
}

pub(crate) async fn key_point(
    db: &mut Connection,
    edition: &EditionId,
    id: KeyPointId,
) -> Result<Option<KeyPointRecord>> {
    Ok(with_uses(db, edition, None, Some(id)).await?.pop())
}

/// The key points that are marked in the notes of a session.
pub(crate) async fn marked_in(
    db: &mut Connection,
    edition: &EditionId,
    session: &SessionId,
) -> Result<Vec<KeyPoint>> {
    let records = rows(db, edition, Some(session), None).await?;
    let marked = records
        .into_iter()
        .filter(|record| record.removed_at.is_none());
    Ok(marked.map(|record| record.key_point).collect())
}

async fn with_uses(
    db: &mut Connection,
    edition: &EditionId,
    session: Option<&SessionId>,
    only: Option<KeyPointId>,
) -> Result<Vec<KeyPointRecord>> {
    let mut records = rows(db, edition, session, only).await?;
    let places: HashMap<KeyPointId, usize> = records
        .iter()
        .enumerate()
        .map(|(place, record)| (record.key_point.id, place))
        .collect();
    let only = only.map(|id| id.to_string());
    let uses = sqlx::query!(
        "select key_point_id, output_document_id, paragraph_id from key_point_uses
         where edition_id = $1 and (key_point_id = $2 or cast($2 as text) is null)
         order by output_document_id, position",
        edition.as_str(),
        only
    )
    .fetch_all(&mut *db)
    .await?;
    for used in uses {
        let key_point_id: KeyPointId = parsed(&used.key_point_id)?;
        if let Some(record) = places
            .get(&key_point_id)
            .and_then(|place| records.get_mut(*place))
        {
            record.uses.push(KeyPointUse {
                output_document_id: parsed(&used.output_document_id)?,
                used: Use {
                    key_point_id,
                    paragraph_id: ParagraphId(used.paragraph_id),
                },
            });
        }
    }
    Ok(records)
}

/// Key points without their uses, also those that are gone from the notes.
async fn rows(
    db: &mut Connection,
    edition: &EditionId,
    session: Option<&SessionId>,
    only: Option<KeyPointId>,
) -> Result<Vec<KeyPointRecord>> {
    let session = session.map(SessionId::as_str);
    let only = only.map(|id| id.to_string());
    sqlx::query!(
        r#"select k.id, k.session_id, k.position, k.statement, k.quote, k.lang, k.themes_json, k.addressee, k.kind, k.stance,
           k.basis, k.source_json, k.speaker, k.attributed_to, k.passage_gone as "passage_gone: bool", k.marked_by, k.marked_at,
           k.removed_at, k.state, k.reason, k.decided_by, k.decided_at, m.name as "marker?", d.name as "decider?"
           from key_points k
           join sessions s on s.edition_id = k.edition_id and s.id = k.session_id
           left join people m on m.id = k.marked_by
           left join people d on d.id = k.decided_by
           where k.edition_id = $1 and (k.session_id = $2 or cast($2 as text) is null)
             and (k.id = $3 or cast($3 as text) is null)
           order by s.position, k.position, k.id"#,
        edition.as_str(),
        session,
        only
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        let marked_by = parsed_if(row.marked_by.as_deref())?;
        let decided_by = parsed_if(row.decided_by.as_deref())?;
        Ok(KeyPointRecord {
            key_point: KeyPoint {
                id: parsed(&row.id)?,
                session_id: parsed(&row.session_id)?,
                statement: row.statement,
                quote: row.quote,
                lang: parsed(&row.lang)?,
                themes: json(&row.themes_json)?,
                addressee: parsed_if(row.addressee.as_deref())?,
                kind: word(row.kind)?,
                stance: word(row.stance)?,
                basis: word(row.basis)?,
                source: row.source_json.as_deref().map(json).transpose()?,
                speaker: row.speaker,
                attributed_to: row.attributed_to,
                passage_gone: row.passage_gone,
                state: word(row.state)?,
                reason: row.reason,
                decided_by,
                decided_at: row.decided_at,
                marked_by,
                marked_at: row.marked_at,
            },
            marked_by: named(marked_by, row.marker),
            decided_by: named(decided_by, row.decider),
            position: row.position,
            removed_at: row.removed_at,
            uses: Vec::new(),
        })
    })
    .collect()
}

fn named(id: Option<PersonId>, name: Option<String>) -> Option<PersonName> {
    id.zip(name).map(|(id, name)| PersonName { id, name })
}

pub(crate) async fn decide(
    db: &mut Connection,
    edition: &EditionId,
    decision: &NewDecision,
) -> Result<Decided> {
    let Some(record) = rows(db, edition, None, Some(decision.key_point_id))
        .await?
        .pop()
    else {
        return Ok(Decided::Overtaken);
    };
    let accepts = decision.to == KeyPointState::Accepted;
    if accepts && record.is_still(decision.from) && !record.key_point.has_statement() {
        return Ok(Decided::WithoutStatement);
    }
    if !take_decision(db, edition, decision, &record.key_point.statement).await? {
        return Ok(Decided::Overtaken);
    }
    add_decision(db, decision.key_point_id).await?;
    add_audit(db, &AuditEntry::decided(decision)).await?;
    Ok(Decided::Kept)
}

/// Writes a decision about a key point that still is as it was read; `false` where it is not.
async fn take_decision(
    db: &mut Connection,
    edition: &EditionId,
    decision: &NewDecision,
    statement: &str,
) -> Result<bool> {
    let id = decision.key_point_id.to_string();
    let decided_by = decision.decided_by.to_string();
    let decided = sqlx::query!(
        "update key_points set state = $4, reason = $5, decided_by = $6, decided_at = $7
         where edition_id = $1 and id = $2 and state = $3 and statement = $8 and removed_at is null",
        edition.as_str(),
        id,
        decision.from.as_str(),
        decision.to.as_str(),
        decision.reason,
        decided_by,
        decision.decided_at,
        statement
    )
    .execute(&mut *db)
    .await?;
    Ok(decided.rows_affected() == 1)
}

/// Adds what a key point says about its last decision to the history.
pub(crate) async fn add_decision(db: &mut Connection, id: KeyPointId) -> Result<()> {
    let id = id.to_string();
    let added = sqlx::query!(
        "insert into decisions (key_point_id, number, state, reason, decided_by, decided_at)
         select k.id, 1 + (select coalesce(max(d.number), 0) from decisions d where d.key_point_id = k.id),
                k.state, k.reason, k.decided_by, k.decided_at
         from key_points k where k.id = $1 and k.decided_at is not null",
        id
    )
    .execute(&mut *db)
    .await?;
    match added.rows_affected() {
        1 => Ok(()),
        _ => Err(StoreError::internal("a decision was not kept").into()),
    }
}

pub(crate) async fn accept_confirmed(
    db: &mut Connection,
    edition: &EditionId,
    by: PersonId,
    at: i64,
) -> Result<ConfirmedAccepted> {
    let mut done = ConfirmedAccepted::default();
    for record in rows(db, edition, None, None).await? {
        let key_point = &record.key_point;
        if !record.is_still(KeyPointState::Confirmed) {
            continue;
        }
        if !key_point.has_statement() {
            done.without_statement.push(key_point.id);
            continue;
        }
        let decision = NewDecision {
            key_point_id: key_point.id,
            from: KeyPointState::Confirmed,
            to: KeyPointState::Accepted,
            reason: None,
            decided_by: by,
            decided_at: at,
        };
        if take_decision(db, edition, &decision, &key_point.statement).await? {
            add_decision(db, key_point.id).await?;
            done.accepted.push(key_point.id);
        }
    }
    if !done.accepted.is_empty() {
        add_audit(db, &AuditEntry::accepted(edition, &done.accepted, by, at)).await?;
    }
    Ok(done)
}
