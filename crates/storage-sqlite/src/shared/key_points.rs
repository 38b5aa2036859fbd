//! Key points: a projection of the notes, and what was decided about them.

use std::collections::{HashMap, HashSet};

use model::{
    id::{EditionId, KeyPointId, ParagraphId, PersonId, SessionId},
    key_point::{Correction, KeyPoint, KeyPointKey, KeyPointState, KeyPointsById},
    output_document::Use,
};
use storage::{
    audit::AuditEntry,
    error::StoreError,
    key_points::{
        ConfirmedAccepted, KeyPointRecord, KeyPointUse, NewCorrection, NewDecision,
        NotesProjection, Projected,
    },
    programme::PersonName,
};

use super::{
    audit::add_audit,
    values::{
        json, parsed, parsed_if, person as to_person, to_json, to_word, to_word_if, word, word_if,
    },
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
    let mut written = 0;
    let known = rows(db, edition, Some(session), None).await?.into_iter();
    let known: HashMap<KeyPointId, KeyPointRecord> = known
        .map(|record| (record.key_point.id, without_correction(record)))
        .collect();
    let mut marked = HashSet::new();
    for (key_point, position) in notes.key_points.iter().zip(0_i64..) {
        if !marked.insert(key_point.id) {
            continue;
        }
        let before = known.get(&key_point.id);
        let now = as_noted(key_point, before.map(|record| &record.key_point), at);
        let is_known = before.is_some_and(|record| {
            record.key_point == now && record.position == position && record.removed_at.is_none()
        });
        if !is_known {
            if written == PART {
                return Ok((Projected::default(), false));
            }
            put_key_point(db, edition, &now, position).await?;
            written += 1;
        }
    }
    for record in known.values() {
        if record.removed_at.is_none() && !marked.contains(&record.key_point.id) {
            if written == PART {
                return Ok((Projected::default(), false));
            }
            let id = record.key_point.id.to_string();
            sqlx::query!(
                "update key_points set removed_at = $4 where edition_id = $1 and session_id = $2 and id = $3",
                edition.as_str(),
                session.as_str(),
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
    let projected = Projected {
        changed: written > 0 || (before.characters == 0) != (notes.characters == 0),
        ..Projected::default()
    };
    Ok((projected, true))
}

/// A key point as the notes hold it now. What is not in them stays as it is known.
fn as_noted(marked: &KeyPoint, known: Option<&KeyPoint>, at: i64) -> KeyPoint {
    let marked = marked.clone();
    let Some(known) = known.cloned() else {
        return KeyPoint {
            marked_at: at,
            ..marked
        };
    };
    KeyPoint {
        attributed_to: known.attributed_to,
        state: known.state,
        decided_statement: known.decided_statement,
        reason: known.reason,
        decided_by: known.decided_by,
        decided_at: known.decided_at,
        marked_by: known.marked_by,
        marked_at: known.marked_at,
        ..marked
    }
}

/// Adds a key point in the state that it has; where its session has it, writes what the notes hold, and nothing else.
pub(crate) async fn put_key_point(
    db: &mut Connection,
    edition: &EditionId,
    new: &KeyPoint,
    position: i64,
) -> Result<()> {
    let id = new.id.to_string();
    let themes = to_json(&new.themes)?;
    let addressee = new.addressee.as_ref().map(|addressee| addressee.as_str());
    let source = new.source.as_ref().map(to_json).transpose()?;
    let (kind, stance) = (to_word_if(new.kind)?, to_word_if(new.stance)?);
    let basis = to_word(new.basis)?;
    let (marked_by, decided_by) = (to_person(new.marked_by), to_person(new.decided_by));
    sqlx::query!(
        "insert into key_points (id, edition_id, session_id, position, statement, quote, lang, themes_json, addressee, kind,
         stance, basis, source_json, speaker, attributed_to, passage_gone, marked_by, marked_at, state, reason, decided_by,
         decided_at, decided_statement)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
         on conflict (edition_id, session_id, id) do update set position = excluded.position, statement = excluded.statement,
           quote = excluded.quote, lang = excluded.lang, themes_json = excluded.themes_json, addressee = excluded.addressee,
           kind = excluded.kind, stance = excluded.stance, basis = excluded.basis, source_json = excluded.source_json,
           speaker = excluded.speaker, passage_gone = excluded.passage_gone, removed_at = null",
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
        new.decided_at,
        new.decided_statement
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}

pub(crate) async fn key_points(
    db: &mut Connection,
    edition: &EditionId,
) -> Result<Vec<KeyPointRecord>> {
    let mut records = with_uses(db, edition, None).await?;
    records.retain(|record| record.removed_at.is_none() || !record.uses.is_empty());
    Ok(records)
}

pub(crate) async fn key_points_called(
    db: &mut Connection,
    edition: &EditionId,
    id: KeyPointId,
) -> Result<Vec<KeyPointRecord>> {
    with_uses(db, edition, Some(id)).await
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
    Ok(marked
        .map(|record| without_correction(record).key_point)
        .collect())
}

/// A key point as its notes hold it.
fn without_correction(record: KeyPointRecord) -> KeyPointRecord {
    let point = record.key_point;
    let noted = point.saying(point.noted());
    KeyPointRecord {
        key_point: KeyPoint {
            correction: None,
            ..noted
        },
        ..record
    }
}

async fn with_uses(
    db: &mut Connection,
    edition: &EditionId,
    only: Option<KeyPointId>,
) -> Result<Vec<KeyPointRecord>> {
    let mut records = rows(db, edition, None, only).await?;
    let by_id = KeyPointsById::of(records.iter().map(|record| &record.key_point));
    let mut uses_of: HashMap<KeyPointKey, Vec<KeyPointUse>> = HashMap::new();
    let only = only.map(|id| id.to_string());
    let uses = sqlx::query!(
        "select key_point_id, session_id, output_document_id, paragraph_id from key_point_uses
         where edition_id = $1 and (key_point_id = $2 or cast($2 as text) is null)
         order by output_document_id, position",
        edition.as_str(),
        only
    )
    .fetch_all(&mut *db)
    .await?;
    for used in uses {
        let key_point_id: KeyPointId = parsed(&used.key_point_id)?;
        let session_id: Option<SessionId> = parsed_if(used.session_id.as_deref())?;
        if let Some(point) = by_id.get(key_point_id, session_id.as_ref()) {
            uses_of.entry(point.key()).or_default().push(KeyPointUse {
                output_document_id: parsed(&used.output_document_id)?,
                used: Use {
                    key_point_id,
                    session_id,
                    paragraph_id: ParagraphId(used.paragraph_id),
                },
            });
        }
    }
    for record in &mut records {
        let uses = uses_of.remove(&record.key_point.key());
        record.uses = uses.unwrap_or_default();
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
           k.removed_at, k.state, k.decided_statement, k.reason, k.decided_by, k.decided_at, m.name as "marker?", d.name as "decider?",
           c.statement as "its_statement?", c.noted_statement as "noted_then?", c.themes_json as "its_themes?",
           c.addressee as "its_addressee?", c.kind as "its_kind?", c.stance as "its_stance?", c.attributed_to as "its_speaker?",
           c.corrected_by as "corrected_by?", c.corrected_at as "corrected_at?", p.name as "corrector?"
           from key_points k
           join sessions s on s.edition_id = k.edition_id and s.id = k.session_id
           left join people m on m.id = k.marked_by
           left join people d on d.id = k.decided_by
           left join key_point_corrections c on c.edition_id = k.edition_id and c.session_id = k.session_id and c.key_point_id = k.id
           left join people p on p.id = c.corrected_by
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
        let noted = KeyPoint {
                id: parsed(&row.id)?,
                session_id: parsed(&row.session_id)?,
                statement: row.statement,
                quote: row.quote,
                lang: parsed(&row.lang)?,
                themes: json(&row.themes_json)?,
                addressee: parsed_if(row.addressee.as_deref())?,
                kind: word_if(row.kind)?,
                stance: word_if(row.stance)?,
                basis: word(row.basis)?,
                source: row.source_json.as_deref().map(json).transpose()?,
                speaker: row.speaker,
                attributed_to: row.attributed_to,
                passage_gone: row.passage_gone,
                state: word(row.state)?,
                decided_statement: row.decided_statement,
                reason: row.reason,
                decided_by,
                decided_at: row.decided_at,
                marked_by,
                marked_at: row.marked_at,
                correction: None,
            };
        let by: Option<PersonId> = parsed_if(row.corrected_by.as_deref())?;
        let correction = by.zip(row.corrected_at).zip(row.noted_then);
        let key_point = match correction {
            None => noted,
            Some(((by, at), noted_then)) => {
                let mut said = noted.said();
                if let Some(statement) = row.its_statement {
                    said.statement = statement;
                }
                if let Some(themes) = row.its_themes {
                    said.themes = json(&themes)?;
                }
                if let Some(addressee) = row.its_addressee {
                    said.addressee = parsed_if(not_empty(&addressee))?;
                }
                said.kind = word_if(row.its_kind)?.or(said.kind);
                said.stance = word_if(row.its_stance)?.or(said.stance);
                if let Some(name) = row.its_speaker {
                    said.speaker = None;
                    said.attributed_to = not_empty(&name).map(str::to_owned);
                }
                let correction = Correction { noted: noted.said(), noted_then, by, at };
                KeyPoint { correction: Some(correction), ..noted.saying(said) }
            }
        };
        Ok(KeyPointRecord {
            key_point,
            corrected_by: named(by, row.corrector),
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

fn not_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

pub(crate) async fn correct(
    db: &mut Connection,
    edition: &EditionId,
    new: &NewCorrection,
) -> Result<bool> {
    let (before, after) = (&new.before, &new.after);
    let known = rows(db, edition, Some(&before.session_id), Some(before.id)).await?;
    let is_as_seen =
        |record: &KeyPointRecord| record.key_point == *before && record.removed_at.is_none();
    if !known.first().is_some_and(is_as_seen) {
        return Ok(false);
    }
    let (session, id) = (before.session_id.as_str(), before.id.to_string());
    sqlx::query!(
        "delete from key_point_corrections where edition_id = $1 and session_id = $2 and key_point_id = $3",
        edition.as_str(),
        session,
        id
    )
    .execute(&mut *db)
    .await?;
    if let Some(correction) = &after.correction {
        let noted = &correction.noted;
        let statement = (after.statement != noted.statement).then_some(&after.statement);
        let themes = (after.themes != noted.themes)
            .then(|| to_json(&after.themes))
            .transpose()?;
        let addressee = after.addressee.as_ref().map_or("", |id| id.as_str());
        let addressee = (after.addressee != noted.addressee).then_some(addressee);
        let kind = to_word_if(after.kind.filter(|kind| Some(*kind) != noted.kind))?;
        let stance = to_word_if(after.stance.filter(|stance| Some(*stance) != noted.stance))?;
        let is_same_speaker =
            (&after.speaker, &after.attributed_to) == (&noted.speaker, &noted.attributed_to);
        let speaker =
            (!is_same_speaker).then(|| after.attributed_to.as_deref().unwrap_or_default());
        let by = correction.by.to_string();
        sqlx::query!(
            "insert into key_point_corrections (edition_id, session_id, key_point_id, statement, noted_statement, themes_json,
               addressee, kind, stance, attributed_to, corrected_by, corrected_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            edition.as_str(),
            session,
            id,
            statement,
            correction.noted_then,
            themes,
            addressee,
            kind,
            stance,
            speaker,
            by,
            correction.at
        )
        .execute(&mut *db)
        .await?;
    }
    sqlx::query!(
        "update key_points set decided_statement = $4 where edition_id = $1 and session_id = $2 and id = $3",
        edition.as_str(),
        session,
        id,
        after.decided_statement
    )
    .execute(&mut *db)
    .await?;
    add_audit(db, &AuditEntry::corrected(edition, new)).await?;
    Ok(true)
}

/// Writes those of the decisions whose key points still are as they must be, and tells which.
pub(crate) async fn decide(
    db: &mut Connection,
    edition: &EditionId,
    decisions: &[NewDecision],
) -> Result<Vec<KeyPointKey>> {
    let mut taken = Vec::new();
    for decision in decisions {
        if take_decision(db, edition, decision).await? {
            add_decision(db, edition, &decision.key_point).await?;
            taken.push(decision.clone());
        }
    }
    if let Some(entry) = AuditEntry::decided(edition, &taken) {
        add_audit(db, &entry).await?;
    }
    Ok(taken
        .into_iter()
        .map(|decision| decision.key_point)
        .collect())
}

/// Writes a decision about a key point that still is as it must be; `false` where it is not.
async fn take_decision(
    db: &mut Connection,
    edition: &EditionId,
    decision: &NewDecision,
) -> Result<bool> {
    let KeyPointKey { session_id, id } = &decision.key_point;
    let id = id.to_string();
    let decided_by = decision.decided_by.to_string();
    let is_open = decision.to == KeyPointState::Captured;
    let words = (!is_open).then_some(decision.statement.as_str());
    let decided = sqlx::query!(
        "update key_points set state = $5, reason = $6, decided_by = $7, decided_at = $8, decided_statement = $9
         where edition_id = $1 and session_id = $2 and id = $3 and state = $4 and removed_at is null
           and $10 = coalesce((select c.statement from key_point_corrections c
             where c.edition_id = key_points.edition_id and c.session_id = key_points.session_id and c.key_point_id = key_points.id),
             statement)",
        edition.as_str(),
        session_id.as_str(),
        id,
        decision.from.as_str(),
        decision.to.as_str(),
        decision.reason,
        decided_by,
        decision.decided_at,
        words,
        decision.statement
    )
    .execute(&mut *db)
    .await?;
    Ok(decided.rows_affected() == 1)
}

/// Adds what a key point says about its last decision to the history.
pub(crate) async fn add_decision(
    db: &mut Connection,
    edition: &EditionId,
    key: &KeyPointKey,
) -> Result<()> {
    let id = key.id.to_string();
    let added = sqlx::query!(
        "insert into decisions (edition_id, session_id, key_point_id, number, state, reason, decided_by, decided_at)
         select k.edition_id, k.session_id, k.id,
                (select coalesce(max(d.number), 0) + 1 from decisions d
                 where d.edition_id = k.edition_id and d.session_id = k.session_id and d.key_point_id = k.id),
                k.state, k.reason, k.decided_by, k.decided_at
         from key_points k where k.edition_id = $1 and k.session_id = $2 and k.id = $3 and k.decided_at is not null",
        edition.as_str(),
        key.session_id.as_str(),
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
    let mut decisions = Vec::new();
    for record in rows(db, edition, None, None).await? {
        let key_point = record.key_point;
        let is_confirmed = key_point.state == KeyPointState::Confirmed;
        if record.removed_at.is_some() || !is_confirmed {
            continue;
        }
        let key = key_point.key();
        if !key_point.has_statement() {
            done.without_statement.push(key);
            continue;
        }
        if key_point.is_reworded() {
            done.reworded.push(key);
            continue;
        }
        decisions.push(NewDecision {
            key_point: key,
            statement: key_point.statement,
            from: KeyPointState::Confirmed,
            to: KeyPointState::Accepted,
            reason: None,
            decided_by: by,
            decided_at: at,
        });
    }
    done.accepted = decide(db, edition, &decisions).await?;
    Ok(done)
}
