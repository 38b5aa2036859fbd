//! Ways of signing in, and browsers that are signed in.

use storage::sign_ins::{ApiToken, Redeemed, SignIn, SignInLink, TokenHash};

use super::values::parsed;
use crate::{Connection, error::Result};

pub(crate) async fn add_sign_in_link(db: &mut Connection, link: &SignInLink) -> Result<()> {
    let person = link.person_id.to_string();
    sqlx::query!(
        "insert into sign_in_links (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)",
        &link.token_hash.0[..],
        person,
        link.created_at,
        link.expires_at
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}

pub(crate) async fn redeem_sign_in_link(
    db: &mut Connection,
    token: TokenHash,
    now: i64,
) -> Result<Redeemed> {
    let person = sqlx::query_scalar!(
        "update sign_in_links set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
         returning person_id",
        &token.0[..],
        now
    )
    .fetch_optional(&mut *db)
    .await?;
    match person {
        Some(person) => Ok(Redeemed::By(parsed(&person)?)),
        None => sign_in_link(db, token, now).await,
    }
}

pub(crate) async fn sign_in_link(
    db: &mut Connection,
    token: TokenHash,
    now: i64,
) -> Result<Redeemed> {
    let link = sqlx::query!(
        "select person_id, used_at, expires_at from sign_in_links where token_hash = $1",
        &token.0[..]
    )
    .fetch_optional(&mut *db)
    .await?;
    Ok(match link {
        None => Redeemed::Unknown,
        Some(link) if link.used_at.is_some() => Redeemed::Used,
        Some(link) if link.expires_at <= now => Redeemed::Expired,
        Some(link) => Redeemed::By(parsed(&link.person_id)?),
    })
}

pub(crate) async fn add_sign_in(db: &mut Connection, sign_in: &SignIn) -> Result<()> {
    let person = sign_in.person_id.to_string();
    sqlx::query!(
        "insert into sign_ins (token_hash, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $5)",
        &sign_in.token_hash.0[..],
        person,
        sign_in.created_at,
        sign_in.last_seen_at,
        sign_in.expires_at
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}

pub(crate) async fn sign_in(
    db: &mut Connection,
    token: TokenHash,
    now: i64,
) -> Result<Option<SignIn>> {
    sqlx::query!(
        "select person_id, created_at, last_seen_at, expires_at from sign_ins where token_hash = $1 and expires_at > $2",
        &token.0[..],
        now
    )
    .fetch_optional(&mut *db)
    .await?
    .map(|row| {
        Ok(SignIn {
            token_hash: token,
            person_id: parsed(&row.person_id)?,
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            expires_at: row.expires_at,
        })
    })
    .transpose()
}

pub(crate) async fn touch_sign_in(
    db: &mut Connection,
    token: TokenHash,
    now: i64,
    expires_at: i64,
) -> Result<bool> {
    let touched = sqlx::query!(
        "update sign_ins set last_seen_at = $2, expires_at = $3 where token_hash = $1 and expires_at > $2",
        &token.0[..],
        now,
        expires_at
    )
    .execute(&mut *db)
    .await?;
    Ok(touched.rows_affected() == 1)
}

pub(crate) async fn end_sign_in(db: &mut Connection, token: TokenHash) -> Result<bool> {
    let ended = sqlx::query!("delete from sign_ins where token_hash = $1", &token.0[..])
        .execute(&mut *db)
        .await?;
    Ok(ended.rows_affected() == 1)
}

pub(crate) async fn add_api_token(db: &mut Connection, token: &ApiToken) -> Result<()> {
    let person = token.person_id.to_string();
    sqlx::query!(
        "insert into api_tokens (token_hash, person_id, label, created_at, expires_at) values ($1, $2, $3, $4, $5)",
        &token.token_hash.0[..],
        person,
        token.label,
        token.created_at,
        token.expires_at
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}

pub(crate) async fn api_token(
    db: &mut Connection,
    token: TokenHash,
    now: i64,
) -> Result<Option<ApiToken>> {
    sqlx::query!(
        "select person_id, label, created_at, expires_at from api_tokens where token_hash = $1 and expires_at > $2",
        &token.0[..],
        now
    )
    .fetch_optional(&mut *db)
    .await?
    .map(|row| {
        Ok(ApiToken {
            token_hash: token,
            person_id: parsed(&row.person_id)?,
            label: row.label,
            created_at: row.created_at,
            expires_at: row.expires_at,
        })
    })
    .transpose()
}

pub(crate) async fn remove_expired(db: &mut Connection, now: i64) -> Result<u64> {
    let links = sqlx::query!("delete from sign_in_links where expires_at <= $1", now)
        .execute(&mut *db)
        .await?;
    let sign_ins = sqlx::query!("delete from sign_ins where expires_at <= $1", now)
        .execute(&mut *db)
        .await?;
    let tokens = sqlx::query!("delete from api_tokens where expires_at <= $1", now)
        .execute(&mut *db)
        .await?;
    Ok(links.rows_affected() + sign_ins.rows_affected() + tokens.rows_affected())
}
