//! People, and the roles they hold.

use model::{
    id::PersonId,
    language::Lang,
    person::Person,
    role::{Grant, Scope},
};
use storage::{
    audit::AuditEntry,
    error::{StoreError, StoreError::Taken},
};

use super::{
    audit::add_audit,
    values::{parsed, person as to_person, word},
};
use crate::{Connection, error::Result};

pub(crate) async fn add_person(db: &mut Connection, person: &Person, at: i64) -> Result<()> {
    let id = person.id.to_string();
    let email_key = email_key(&person.email);
    let added = sqlx::query!(
        "insert into people (id, name, email, email_key, language, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        id,
        person.name,
        person.email,
        email_key,
        person.language.as_str(),
        at
    )
    .execute(&mut *db)
    .await?;
    match added.rows_affected() {
        1 => Ok(()),
        _ => Err(Taken("address or id").into()),
    }
}

pub(crate) async fn person(db: &mut Connection, id: PersonId) -> Result<Option<Person>> {
    let id = id.to_string();
    sqlx::query_as!(
        PersonRow,
        "select id, name, email, language from people where id = $1",
        id
    )
    .fetch_optional(&mut *db)
    .await?
    .map(PersonRow::read)
    .transpose()
}

pub(crate) async fn person_by_email(db: &mut Connection, email: &str) -> Result<Option<Person>> {
    let key = email_key(email);
    sqlx::query_as!(
        PersonRow,
        "select id, name, email, language from people where email_key = $1",
        key
    )
    .fetch_optional(&mut *db)
    .await?
    .map(PersonRow::read)
    .transpose()
}

pub(crate) async fn set_language(
    db: &mut Connection,
    id: PersonId,
    language: &Lang,
) -> Result<bool> {
    let id = id.to_string();
    let set = sqlx::query!(
        "update people set language = $2 where id = $1",
        id,
        language.as_str()
    )
    .execute(&mut *db)
    .await?;
    Ok(set.rows_affected() == 1)
}

pub(crate) async fn grants_of(db: &mut Connection, id: PersonId) -> Result<Vec<Grant>> {
    let id = id.to_string();
    sqlx::query_as!(
        GrantRow,
        "select role, track_id, edition_id, session_id from grants where person_id = $1
         order by role, coalesce(track_id, ''), coalesce(edition_id, ''), coalesce(session_id, '')",
        id
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(GrantRow::read)
    .collect()
}

pub(crate) async fn give_grant(
    db: &mut Connection,
    to: PersonId,
    grant: &Grant,
    by: Option<PersonId>,
    at: i64,
) -> Result<bool> {
    let (person, given_by) = (to.to_string(), to_person(by));
    let (track, edition, session) = columns(&grant.scope);
    let given = sqlx::query!(
        "insert into grants (person_id, role, track_id, edition_id, session_id, given_by, given_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        person,
        grant.role.as_str(),
        track,
        edition,
        session,
        given_by,
        at
    )
    .execute(&mut *db)
    .await?;
    if given.rows_affected() != 1 {
        return Ok(false);
    }
    add_audit(db, &AuditEntry::role_given(to, grant, by, at)).await?;
    Ok(true)
}

struct PersonRow {
    id: String,
    name: String,
    email: String,
    language: String,
}

impl PersonRow {
    fn read(self) -> Result<Person> {
        Ok(Person {
            id: parsed(&self.id)?,
            name: self.name,
            email: self.email,
            language: parsed(&self.language)?,
        })
    }
}

struct GrantRow {
    role: String,
    track_id: Option<String>,
    edition_id: Option<String>,
    session_id: Option<String>,
}

impl GrantRow {
    fn read(self) -> Result<Grant> {
        let scope = match (self.track_id, self.edition_id, self.session_id) {
            (Some(track), None, None) => Scope::Track(parsed(&track)?),
            (None, Some(edition), None) => Scope::Edition(parsed(&edition)?),
            (None, Some(edition), Some(session)) => {
                Scope::Session(parsed(&edition)?, parsed(&session)?)
            }
            _ => return Err(StoreError::internal("a role has no scope").into()),
        };
        Ok(Grant {
            role: word(self.role)?,
            scope,
        })
    }
}

fn columns(scope: &Scope) -> (Option<&str>, Option<&str>, Option<&str>) {
    match scope {
        Scope::Track(track) => (Some(track.as_str()), None, None),
        Scope::Edition(edition) => (None, Some(edition.as_str()), None),
        Scope::Session(edition, session) => (None, Some(edition.as_str()), Some(session.as_str())),
    }
}

fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}
