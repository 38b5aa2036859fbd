//! Tracks, editions and their programme.

use std::collections::HashMap;

use model::{
    edition::{Addressee, Deadline, Edition, Theme, Track},
    id::{EditionId, SessionId},
    session::{Participant, Recording, Session},
};
use storage::{
    audit::AuditEntry,
    programme::{EditionRecord, EditionSummary, PersonName, SessionMove, SessionRecord},
};

use super::{
    audit::add_audit,
    values::{document_id, json, parsed, parsed_if, word},
};
use crate::{Connection, error::Result};

pub(crate) async fn editions(db: &mut Connection) -> Result<Vec<EditionSummary>> {
    sqlx::query!(
        r#"select e.track_id, e.id, e.title, e.from_day, e.to_day,
             (select o.state from output_documents o where o.edition_id = e.id and o.messages_of is null
              order by o.created_at, o.id limit 1) as "output_state?: String"
           from editions e order by coalesce(e.from_day, '') desc, e.id"#
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(EditionSummary {
            track_id: parsed(&row.track_id)?,
            id: parsed(&row.id)?,
            title: row.title,
            from: row.from_day,
            to: row.to_day,
            output_state: row.output_state.map(word).transpose()?,
        })
    })
    .collect()
}

pub(crate) async fn edition(db: &mut Connection, id: &EditionId) -> Result<Option<EditionRecord>> {
    let Some(row) = sqlx::query!(
        "select e.title, e.forum, e.theme, e.overarching_theme, e.place, e.timezone, e.from_day, e.to_day, e.organisers_json,
           t.id as track_id, t.title_json, t.languages_json, t.original_language
         from editions e join tracks t on t.id = e.track_id where e.id = $1",
        id.as_str()
    )
    .fetch_optional(&mut *db)
    .await?
    else {
        return Ok(None);
    };
    let themes = sqlx::query!(
        "select id, label_json from themes where edition_id = $1 order by position, id",
        id.as_str()
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(Theme {
            id: parsed(&row.id)?,
            label: json(&row.label_json)?,
        })
    })
    .collect::<Result<_>>()?;
    let addressees = sqlx::query!(
        "select id, label_json from addressees where edition_id = $1 order by position, id",
        id.as_str()
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(Addressee {
            id: parsed(&row.id)?,
            label: json(&row.label_json)?,
        })
    })
    .collect::<Result<_>>()?;
    let deadlines = sqlx::query!(
        "select id, label, session_id, opens_at, due_at from deadlines where edition_id = $1 order by due_at, id",
        id.as_str()
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(Deadline {
            id: parsed(&row.id)?,
            label: row.label,
            session_id: parsed_if(row.session_id.as_deref())?,
            opens_at: row.opens_at,
            due_at: row.due_at,
        })
    })
    .collect::<Result<_>>()?;
    Ok(Some(EditionRecord {
        track: Track {
            id: parsed(&row.track_id)?,
            title: json(&row.title_json)?,
            languages: json(&row.languages_json)?,
            original_language: parsed(&row.original_language)?,
        },
        edition: Edition {
            id: id.clone(),
            title: row.title,
            forum: row.forum,
            theme: row.theme,
            overarching_theme: row.overarching_theme,
            place: row.place,
            timezone: row.timezone,
            from: row.from_day,
            to: row.to_day,
            organisers: json(&row.organisers_json)?,
        },
        themes,
        addressees,
        deadlines,
    }))
}

/// The sessions of an edition, or one of them: as many statements for fifty sessions as for one.
pub(crate) async fn sessions(
    db: &mut Connection,
    edition: &EditionId,
    only: Option<&SessionId>,
) -> Result<Vec<SessionRecord>> {
    let mut parts = parts(db, edition, only).await?;
    let only = only.map(SessionId::as_str);
    sqlx::query!(
        r#"select s.id, s.title, s.kind, s.event, s.place, s.timezone, s.starts, s.ends, s.region, s.attribution, s.remark,
             s.state, s.characters, d.id as "document_id!",
             (select count(*) from key_points k
              where k.edition_id = s.edition_id and k.session_id = s.id and k.removed_at is null
                and k.state not in ('set-aside', 'merged')) as "key_points!: i64"
           from sessions s
           join documents d on d.edition_id = s.edition_id and d.session_id = s.id and d.kind = 'notes' and d.successor is null
           where s.edition_id = $1 and (s.id = $2 or cast($2 as text) is null)
           order by s.position, s.id"#,
        edition.as_str(),
        only
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        let parts = parts.remove(&row.id).unwrap_or_default();
        Ok(SessionRecord {
            session: Session {
                id: parsed(&row.id)?,
                title: row.title,
                kind: word(row.kind)?,
                event: row.event,
                place: row.place,
                timezone: row.timezone,
                start: row.starts,
                end: row.ends,
                region: row.region,
                attribution: word(row.attribution)?,
                policy_questions: parts.policy_questions,
                people: parts.people,
                links: parts.links,
                remark: row.remark,
                recordings: parts.recordings,
            },
            state: word(row.state)?,
            document_id: document_id(&row.document_id)?,
            key_points: row.key_points,
            characters: row.characters,
            rapporteurs: parts.rapporteurs,
        })
    })
    .collect()
}

/// What a session has several of.
#[derive(Default)]
struct Parts {
    policy_questions: Vec<String>,
    people: Vec<Participant>,
    links: Vec<String>,
    recordings: Vec<Recording>,
    rapporteurs: Vec<PersonName>,
}

async fn parts(
    db: &mut Connection,
    edition: &EditionId,
    only: Option<&SessionId>,
) -> Result<HashMap<String, Parts>> {
    let only = only.map(SessionId::as_str);
    let mut parts: HashMap<String, Parts> = HashMap::new();
    for row in sqlx::query!(
        "select session_id, question from policy_questions
         where edition_id = $1 and (session_id = $2 or cast($2 as text) is null) order by session_id, position",
        edition.as_str(),
        only
    )
    .fetch_all(&mut *db)
    .await?
    {
        let part = parts.entry(row.session_id).or_default();
        part.policy_questions.push(row.question);
    }
    for row in sqlx::query!(
        r#"select session_id, id, name, role, affiliation, remote as "remote: bool" from participants
           where edition_id = $1 and (session_id = $2 or cast($2 as text) is null) order by session_id, position"#,
        edition.as_str(),
        only
    )
    .fetch_all(&mut *db)
    .await?
    {
        let part = parts.entry(row.session_id).or_default();
        part.people.push(Participant {
            id: row.id,
            name: row.name,
            role: row.role,
            affiliation: row.affiliation,
            remote: row.remote,
        });
    }
    for row in sqlx::query!(
        "select session_id, url from links
         where edition_id = $1 and (session_id = $2 or cast($2 as text) is null) order by session_id, position",
        edition.as_str(),
        only
    )
    .fetch_all(&mut *db)
    .await?
    {
        parts.entry(row.session_id).or_default().links.push(row.url);
    }
    for row in sqlx::query!(
        "select session_id, url, starts_at from recordings
         where edition_id = $1 and (session_id = $2 or cast($2 as text) is null) order by session_id, position",
        edition.as_str(),
        only
    )
    .fetch_all(&mut *db)
    .await?
    {
        let part = parts.entry(row.session_id).or_default();
        part.recordings.push(Recording {
            url: row.url,
            starts_at: row.starts_at,
        });
    }
    for row in sqlx::query!(
        r#"select g.session_id as "session_id!", p.id, p.name from grants g join people p on p.id = g.person_id
           where g.edition_id = $1 and g.role = 'rapporteur' and g.session_id is not null
             and (g.session_id = $2 or cast($2 as text) is null)
           order by g.session_id, p.name, p.id"#,
        edition.as_str(),
        only
    )
    .fetch_all(&mut *db)
    .await?
    {
        let part = parts.entry(row.session_id).or_default();
        part.rapporteurs.push(PersonName {
            id: parsed(&row.id)?,
            name: row.name,
        });
    }
    Ok(parts)
}

pub(crate) async fn move_session(
    db: &mut Connection,
    edition: &EditionId,
    step: &SessionMove,
) -> Result<bool> {
    let moved = sqlx::query!(
        "update sessions set state = $4 where edition_id = $1 and id = $2 and state = $3",
        edition.as_str(),
        step.session_id.as_str(),
        step.from.as_str(),
        step.to.as_str()
    )
    .execute(&mut *db)
    .await?;
    if moved.rows_affected() != 1 {
        return Ok(false);
    }
    add_audit(db, &AuditEntry::moved(edition, step)).await?;
    Ok(true)
}

pub(crate) async fn put_deadline(
    db: &mut Connection,
    edition: &EditionId,
    deadline: &Deadline,
) -> Result<()> {
    let session = deadline.session_id.as_ref().map(SessionId::as_str);
    sqlx::query!(
        "insert into deadlines (edition_id, id, label, session_id, opens_at, due_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (edition_id, id) do update set label = excluded.label, session_id = excluded.session_id,
           opens_at = excluded.opens_at, due_at = excluded.due_at",
        edition.as_str(),
        deadline.id.as_str(),
        deadline.label,
        session,
        deadline.opens_at,
        deadline.due_at
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}
