//! Writing a whole edition at once.

use model::{
    id::{EditionId, SessionId},
    key_point::{KeyPoint, KeyPointState},
    session::{Participant, Session},
};
use storage::{
    document_chunks::DocumentOf,
    error::StoreError,
    programme::{EditionImport, Imported, SessionImport},
};

use super::{
    documents::add_document,
    key_points::{add_decision, marked_in, put_key_point},
    output_documents::add_if_new,
    programme::{put_deadline, sessions},
    values::{to_json, to_word},
};
use crate::{Connection, error::Result};

pub(crate) async fn import_edition(
    db: &mut Connection,
    import: &EditionImport,
) -> Result<Imported> {
    let edition = &import.edition.id;
    let last = sqlx::query!(
        "select number, file_sha256 from imports where edition_id = $1 order by number desc limit 1",
        edition.as_str()
    )
    .fetch_optional(&mut *db)
    .await?;
    if last
        .as_ref()
        .is_some_and(|last| last.file_sha256 == import.file_sha256)
    {
        return Ok(Imported {
            unchanged: true,
            ..Imported::default()
        });
    }
    put_track_and_edition(db, import).await?;
    let before = sessions(db, edition, None).await?;
    let mut imported = Imported::default();
    for (session, position) in import.sessions.iter().zip(0_i64..) {
        put_session(db, import, session, position, &mut imported).await?;
    }
    for now in sessions(db, edition, None).await? {
        let id = now.session.id.clone();
        let is_in_file = import.sessions.iter().any(|new| new.session.id == id);
        let known = before.iter().find(|known| known.session.id == id);
        if !is_in_file {
            imported.sessions_missing.push(id);
        } else if known.is_some_and(|known| known.session != now.session) {
            imported.sessions_updated.push(id);
        }
    }
    for deadline in &import.deadlines {
        put_deadline(db, edition, deadline).await?;
    }
    for new in &import.output_documents {
        if add_if_new(db, edition, new, import.at).await? {
            let id = new.output_document.id.clone();
            imported.output_documents_added.push(id);
        }
    }
    let number = last.map_or(1, |last| last.number + 1);
    sqlx::query!(
        "insert into imports (edition_id, number, file_sha256, imported_at) values ($1, $2, $3, $4)",
        edition.as_str(),
        number,
        &import.file_sha256[..],
        import.at
    )
    .execute(&mut *db)
    .await?;
    Ok(imported)
}

async fn put_track_and_edition(db: &mut Connection, import: &EditionImport) -> Result<()> {
    let track = &import.track;
    let (title, languages) = (to_json(&track.title)?, to_json(&track.languages)?);
    sqlx::query!(
        "insert into tracks (id, title_json, languages_json, original_language) values ($1, $2, $3, $4)
         on conflict (id) do update set title_json = excluded.title_json, languages_json = excluded.languages_json,
           original_language = excluded.original_language",
        track.id.as_str(),
        title,
        languages,
        track.original_language.as_str()
    )
    .execute(&mut *db)
    .await?;
    let edition = &import.edition;
    let organisers = to_json(&edition.organisers)?;
    let put = sqlx::query!(
        "insert into editions (id, track_id, title, forum, theme, overarching_theme, place, timezone, from_day, to_day,
           organisers_json)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (id) do update set title = excluded.title, forum = excluded.forum, theme = excluded.theme,
           overarching_theme = excluded.overarching_theme, place = excluded.place, timezone = excluded.timezone,
           from_day = excluded.from_day, to_day = excluded.to_day, organisers_json = excluded.organisers_json
           where editions.track_id = excluded.track_id",
        edition.id.as_str(),
        track.id.as_str(),
        edition.title,
        edition.forum,
        edition.theme,
        edition.overarching_theme,
        edition.place,
        edition.timezone,
        edition.from,
        edition.to,
        organisers
    )
    .execute(&mut *db)
    .await?;
    if put.rows_affected() != 1 {
        return Err(StoreError::Taken("edition id, in another track").into());
    }
    for (theme, position) in import.themes.iter().zip(0_i64..) {
        let label = to_json(&theme.label)?;
        sqlx::query!(
            "insert into themes (edition_id, id, position, label_json) values ($1, $2, $3, $4)
             on conflict (edition_id, id) do update set position = excluded.position, label_json = excluded.label_json",
            edition.id.as_str(),
            theme.id.as_str(),
            position,
            label
        )
        .execute(&mut *db)
        .await?;
    }
    for (addressee, position) in import.addressees.iter().zip(0_i64..) {
        let label = to_json(&addressee.label)?;
        sqlx::query!(
            "insert into addressees (edition_id, id, position, label_json) values ($1, $2, $3, $4)
             on conflict (edition_id, id) do update set position = excluded.position, label_json = excluded.label_json",
            edition.id.as_str(),
            addressee.id.as_str(),
            position,
            label
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

async fn put_session(
    db: &mut Connection,
    import: &EditionImport,
    new: &SessionImport,
    position: i64,
    imported: &mut Imported,
) -> Result<()> {
    let (edition, session) = (&import.edition.id, &new.session);
    let (kind, attribution) = (to_word(session.kind)?, to_word(session.attribution)?);
    let updated = sqlx::query!(
        "update sessions set position = $3, title = $4, kind = $5, event = $6, place = $7, timezone = $8, starts = $9,
           ends = $10, region = $11, attribution = $12, remark = $13 where edition_id = $1 and id = $2",
        edition.as_str(),
        session.id.as_str(),
        position,
        session.title,
        kind,
        session.event,
        session.place,
        session.timezone,
        session.start,
        session.end,
        session.region,
        attribution,
        session.remark
    )
    .execute(&mut *db)
    .await?;
    if updated.rows_affected() == 1 {
        replace_parts(db, edition, session).await?;
        leave_out(db, edition, new, imported).await?;
        return Ok(());
    }
    let head_seq = i64::try_from(new.notes.chunks.len()).map_err(StoreError::internal)?;
    sqlx::query!(
        "insert into sessions (edition_id, id, position, title, kind, event, place, timezone, starts, ends, region,
           attribution, remark, state, characters, projected_seq)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        edition.as_str(),
        session.id.as_str(),
        position,
        session.title,
        kind,
        session.event,
        session.place,
        session.timezone,
        session.start,
        session.end,
        session.region,
        attribution,
        session.remark,
        new.state.as_str(),
        new.characters,
        head_seq
    )
    .execute(&mut *db)
    .await?;
    replace_parts(db, edition, session).await?;
    let of = DocumentOf::Notes(edition.clone(), session.id.clone());
    add_document(db, &of, &new.notes, import.at).await?;
    for (key_point, position) in new.key_points.iter().zip(0_i64..) {
        import_key_point(db, edition, &session.id, key_point, position, import.at).await?;
        imported.key_points_added += 1;
    }
    imported.sessions_added.push(session.id.clone());
    Ok(())
}

/// Adds a key point in the state that the file gives it.
pub(crate) async fn import_key_point(
    db: &mut Connection,
    edition: &EditionId,
    session: &SessionId,
    key_point: &KeyPoint,
    position: i64,
    at: i64,
) -> Result<()> {
    let key_point = taken_over(key_point, session, at);
    put_key_point(db, edition, &key_point, position).await?;
    if key_point.decided_at.is_some() {
        add_decision(db, edition, &key_point.key()).await?;
    }
    Ok(())
}

/// The key point as it is kept: whatever the file says beyond "captured" counts as decided at the import.
fn taken_over(key_point: &KeyPoint, session: &SessionId, at: i64) -> KeyPoint {
    let mut key_point = key_point.clone();
    key_point.session_id = session.clone();
    // Whether a key point is used is seen in the output document.
    if key_point.state == KeyPointState::Used {
        key_point.state = KeyPointState::Accepted;
    }
    if key_point.state != KeyPointState::Captured {
        key_point.decided_at = key_point.decided_at.or(Some(at));
        key_point.decided_statement = Some(key_point.statement.clone());
    }
    key_point
}

/// Counts which key points of a session that was there already stand in its notes. The others stay out: its notes are people's.
///
/// A file has no ids for key points, and people may have put the statement in other words, so each is known by its statement
/// or its quote; one in the notes stands for one in the file.
async fn leave_out(
    db: &mut Connection,
    edition: &EditionId,
    new: &SessionImport,
    imported: &mut Imported,
) -> Result<()> {
    let mut there: Vec<KeyPoint> = marked_in(db, edition, &new.session.id).await?;
    let same: [fn(&KeyPoint, &KeyPoint) -> bool; 3] = [
        |one, other| one.statement == other.statement && one.quote == other.quote,
        |one, other| one.quote == other.quote,
        |one, other| one.statement == other.statement,
    ];
    let mut missing: Vec<&KeyPoint> = new.key_points.iter().collect();
    for is_same in same {
        missing.retain(|wanted| {
            let found = there.iter().position(|known| is_same(known, wanted));
            if let Some(place) = found {
                there.swap_remove(place);
                imported.key_points_there += 1;
            }
            found.is_none()
        });
    }
    let ids = missing.iter().map(|key_point| key_point.id);
    imported.key_points_left_out.extend(ids);
    Ok(())
}

/// Writes what a session has several of, as the file gives it. What notes point to keeps its name.
async fn replace_parts(db: &mut Connection, edition: &EditionId, session: &Session) -> Result<()> {
    let (edition, id) = (edition.as_str(), session.id.as_str());
    sqlx::query!(
        "delete from policy_questions where edition_id = $1 and session_id = $2",
        edition,
        id
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "delete from links where edition_id = $1 and session_id = $2",
        edition,
        id
    )
    .execute(&mut *db)
    .await?;
    for (question, position) in session.policy_questions.iter().zip(0_i64..) {
        sqlx::query!(
            "insert into policy_questions (edition_id, session_id, position, question) values ($1, $2, $3, $4)",
            edition,
            id,
            position,
            question
        )
        .execute(&mut *db)
        .await?;
    }
    for (url, position) in session.links.iter().zip(0_i64..) {
        sqlx::query!(
            "insert into links (edition_id, session_id, position, url) values ($1, $2, $3, $4)",
            edition,
            id,
            position,
            url
        )
        .execute(&mut *db)
        .await?;
    }
    replace_participants(db, edition, session).await?;
    add_recordings(db, edition, session).await
}

/// Writes who is on the programme. Who was there keeps the id that notes know them by; nobody gets that of another.
async fn replace_participants(db: &mut Connection, edition: &str, session: &Session) -> Result<()> {
    let mut known = sqlx::query_as!(
        Known,
        "select id, name, role, affiliation from participants where edition_id = $1 and session_id = $2 order by position",
        edition,
        session.id.as_str()
    )
    .fetch_all(&mut *db)
    .await?;
    let kept = kept_ids(&mut known, &session.people);
    sqlx::query!(
        "delete from participants where edition_id = $1 and session_id = $2",
        edition,
        session.id.as_str()
    )
    .execute(&mut *db)
    .await?;
    for ((participant, kept), position) in session.people.iter().zip(kept).zip(0_i64..) {
        let id = kept.as_deref().unwrap_or(&participant.id);
        sqlx::query!(
            "insert into participants (edition_id, session_id, position, id, name, role, affiliation, remote)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            edition,
            session.id.as_str(),
            position,
            id,
            participant.name,
            participant.role,
            participant.affiliation,
            participant.remote
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

/// Somebody who was on the programme before.
struct Known {
    id: String,
    name: String,
    role: String,
    affiliation: Option<String>,
}

/// For each of these people the id that they had among those known, if they were there.
///
/// Known by name, affiliation and role, then by name and affiliation. A name alone tells who it is only where one person of
/// that name is left on either side.
fn kept_ids(known: &mut Vec<Known>, people: &[Participant]) -> Vec<Option<String>> {
    let mut kept: Vec<Option<String>> = vec![None; people.len()];
    let same: [fn(&Known, &Participant) -> bool; 2] = [
        |one, other| one.is_like(other) && one.role == other.role,
        Known::is_like,
    ];
    for is_same in same {
        for (person, kept) in people.iter().zip(&mut kept) {
            let place = known.iter().position(|one| is_same(one, person));
            if let (None, Some(place)) = (&kept, place) {
                *kept = Some(known.remove(place).id);
            }
        }
    }
    let left = people.iter().zip(&kept).filter(|(_, kept)| kept.is_none());
    let names: Vec<&str> = left.map(|(person, _)| person.name.trim()).collect();
    for (person, kept) in people.iter().zip(&mut kept) {
        let name = person.name.trim();
        let is_alone = names.iter().filter(|other| **other == name).count() == 1;
        let mut places = (0..)
            .zip(known.iter())
            .filter(|(_, one)| one.name.trim() == name);
        let place = (places.next(), places.next());
        if let (None, true, (Some((place, _)), None)) = (&kept, is_alone, place) {
            *kept = Some(known.remove(place).id);
        }
    }
    kept
}

impl Known {
    fn is_like(&self, other: &Participant) -> bool {
        let affiliation = |text: &Option<String>| {
            text.as_deref()
                .map(str::trim)
                .unwrap_or_default()
                .to_owned()
        };
        self.name.trim() == other.name.trim()
            && affiliation(&self.affiliation) == affiliation(&other.affiliation)
    }
}

/// Adds the recordings that are new after those that are known by their address: sources name them by position, so none moves,
/// and none goes.
async fn add_recordings(db: &mut Connection, edition: &str, session: &Session) -> Result<()> {
    let mut known = sqlx::query!(
        "select position, url from recordings where edition_id = $1 and session_id = $2 order by position",
        edition,
        session.id.as_str()
    )
    .fetch_all(&mut *db)
    .await?;
    let mut next = known.last().map_or(0, |last| last.position + 1);
    for recording in &session.recordings {
        let place = known.iter().position(|one| one.url == recording.url);
        let position = match place {
            Some(place) => known.remove(place).position,
            None => next,
        };
        next = next.max(position + 1);
        sqlx::query!(
            "insert into recordings (edition_id, session_id, position, url, starts_at) values ($1, $2, $3, $4, $5)
             on conflict (edition_id, session_id, position) do update set starts_at = excluded.starts_at",
            edition,
            session.id.as_str(),
            position,
            recording.url,
            recording.starts_at
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}
