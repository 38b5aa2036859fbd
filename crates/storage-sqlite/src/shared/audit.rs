//! What was done, by whom and when.

use sha2::{Digest, Sha256};
use storage::audit::{AuditEntry, seal_text};

use super::values::{bytes, person as to_person, to_json};
use crate::{Connection, error::Result};

/// Adds a row.
pub(crate) async fn add_audit(db: &mut Connection, entry: &AuditEntry) -> Result<()> {
    let last = sqlx::query!("select seq, hash from audit order by seq desc limit 1")
        .fetch_optional(&mut *db)
        .await?;
    let (last, previous) = match last {
        None => (0, [0; 32]),
        Some(row) => (row.seq, bytes(&row.hash)?),
    };
    let seq = last + 1;
    let mut seal = Sha256::new();
    seal.update(previous);
    seal.update(seal_text(seq, entry));
    let hash: [u8; 32] = seal.finalize().into();
    let (person, detail) = (to_person(entry.person_id), to_json(&entry.detail)?);
    sqlx::query!(
        "insert into audit (seq, at, person_id, action, object, detail_json, previous_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        seq,
        entry.at,
        person,
        entry.action,
        entry.object,
        detail,
        &previous[..],
        &hash[..]
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}
