//! Automerge documents as rows of bytes.

use bytes::Bytes;
use model::id::{DocumentId, EditionId};
use sha2::{Digest, Sha256};
use storage::{
    document_chunks::{
        Actor, ChangeHash, Chunk, DocumentOf, DocumentRecord, KeptOfOne, LoadedDocument, NewChunk,
        NewDocument, NotKept, Owns, Quarantined, Refused, RefusedRecord, Snapshot,
    },
    error::StoreError,
    programme::PersonName,
};

use super::values::{
    bytes, document_id, heads as read_heads, parsed, parsed_if, person as to_person, to_heads,
};
use crate::{Connection, error::Result};

pub(crate) async fn document(
    db: &mut Connection,
    id: DocumentId,
) -> Result<Option<DocumentRecord>> {
    let Some(row) = sqlx::query!(
        "select kind, edition_id, session_id, output_document_id, head_seq, heads, successor from documents where id = $1",
        &id.0[..]
    )
    .fetch_optional(&mut *db)
    .await?
    else {
        return Ok(None);
    };
    let of = text_of(
        &row.edition_id,
        &row.kind,
        row.session_id,
        row.output_document_id,
    )?;
    Ok(Some(DocumentRecord {
        id,
        of,
        head_seq: row.head_seq,
        heads: read_heads(&row.heads)?,
        successor: row.successor.as_deref().map(document_id).transpose()?,
    }))
}

/// The last chunk of every document, and whether it is closed.
pub(crate) async fn marks(db: &mut Connection) -> Result<Vec<(DocumentId, (i64, bool))>> {
    sqlx::query!("select id, head_seq, successor from documents")
        .fetch_all(&mut *db)
        .await?
        .into_iter()
        .map(|row| {
            Ok((
                document_id(&row.id)?,
                (row.head_seq, row.successor.is_some()),
            ))
        })
        .collect()
}

pub(crate) async fn load_document(
    db: &mut Connection,
    id: DocumentId,
) -> Result<Option<LoadedDocument>> {
    let Some(document) = document(db, id).await? else {
        return Ok(None);
    };
    let snapshot = newest_snapshot(db, id).await?;
    let after = snapshot.as_ref().map_or(0, |snapshot| snapshot.upto_seq);
    let chunks = chunks_after(db, id, after).await?;
    let last = after + i64::try_from(chunks.len()).map_err(StoreError::internal)?;
    let has_gap = chunks
        .iter()
        .zip(after + 1..)
        .any(|(chunk, seq)| chunk.seq != seq);
    if has_gap || last != document.head_seq {
        return Err(StoreError::internal(format!(
            "document {id} has {} chunks after {after} and should end at {}",
            chunks.len(),
            document.head_seq
        ))
        .into());
    }
    let actor_owners = sqlx::query!(
        "select actor, person_id from actor_owners where document_id = $1 order by actor",
        &id.0[..]
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| Ok((Actor(row.actor), parsed_if(row.person_id.as_deref())?)))
    .collect::<Result<_>>()?;
    Ok(Some(LoadedDocument {
        document,
        snapshot,
        chunks,
        actor_owners,
    }))
}

pub(crate) async fn chunks_after(
    db: &mut Connection,
    id: DocumentId,
    seq: i64,
) -> Result<Vec<Chunk>> {
    sqlx::query!(
        "select seq, hash, bytes, person_id, received_at from change_chunks
         where document_id = $1 and seq > $2 order by seq",
        &id.0[..],
        seq
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(Chunk {
            seq: row.seq,
            hash: ChangeHash(bytes(&row.hash)?),
            bytes: Bytes::from(row.bytes),
            person_id: parsed_if(row.person_id.as_deref())?,
            received_at: row.received_at,
        })
    })
    .collect()
}

/// The newest snapshot whose bytes are as they were saved.
async fn newest_snapshot(db: &mut Connection, id: DocumentId) -> Result<Option<Snapshot>> {
    let mut below = i64::MAX;
    loop {
        let Some(row) = sqlx::query!(
            "select upto_seq, heads, bytes, sha256 from snapshots
             where document_id = $1 and upto_seq < $2 order by upto_seq desc limit 1",
            &id.0[..],
            below
        )
        .fetch_optional(&mut *db)
        .await?
        else {
            return Ok(None);
        };
        if Sha256::digest(&row.bytes)[..] == row.sha256 {
            return Ok(Some(Snapshot {
                upto_seq: row.upto_seq,
                heads: read_heads(&row.heads)?,
                bytes: Bytes::from(row.bytes),
            }));
        }
        tracing::error!(document.id = %id, upto_seq = row.upto_seq, "a snapshot is damaged; an older one is used");
        below = row.upto_seq;
    }
}

pub(crate) async fn save_snapshot(
    db: &mut Connection,
    id: DocumentId,
    snapshot: &Snapshot,
) -> Result<()> {
    let sha256: [u8; 32] = Sha256::digest(&snapshot.bytes).into();
    let heads = to_heads(&snapshot.heads);
    let saved = sqlx::query!(
        "insert into snapshots (document_id, upto_seq, heads, bytes, sha256)
         select id, $2, $3, $4, $5 from documents where id = $1 and head_seq >= $2
         on conflict (document_id, upto_seq) do update
         set heads = excluded.heads, bytes = excluded.bytes, sha256 = excluded.sha256",
        &id.0[..],
        snapshot.upto_seq,
        heads,
        &snapshot.bytes[..],
        &sha256[..]
    )
    .execute(&mut *db)
    .await?;
    if saved.rows_affected() != 1 {
        return Err(StoreError::internal(format!(
            "a snapshot of document {id} up to {} is beyond its end",
            snapshot.upto_seq
        ))
        .into());
    }
    // The one before stays until this one has proved to be readable.
    sqlx::query!(
        "delete from snapshots where document_id = $1 and upto_seq <
           (select max(s.upto_seq) from snapshots s where s.document_id = $1 and s.upto_seq < $2)",
        &id.0[..],
        snapshot.upto_seq
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}

pub(crate) async fn prune_chunks(
    db: &mut Connection,
    id: DocumentId,
    upto_seq: i64,
) -> Result<u64> {
    let stands_for_them = sqlx::query!(
        "select bytes, sha256 from snapshots where document_id = $1 and upto_seq = $2",
        &id.0[..],
        upto_seq
    )
    .fetch_optional(&mut *db)
    .await?
    .is_some_and(|row| Sha256::digest(&row.bytes)[..] == row.sha256);
    if !stands_for_them {
        return Ok(0);
    }
    let pruned = sqlx::query!(
        "delete from change_chunks where document_id = $1 and seq <= $2",
        &id.0[..],
        upto_seq
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "delete from snapshots where document_id = $1 and upto_seq < $2",
        &id.0[..],
        upto_seq
    )
    .execute(&mut *db)
    .await?;
    Ok(pruned.rows_affected())
}

/// Makes a document with its first chunks.
pub(crate) async fn add_document(
    db: &mut Connection,
    of: &DocumentOf,
    new: &NewDocument,
    at: i64,
) -> Result<()> {
    let (kind, session, output) = match of {
        DocumentOf::Notes(_, session) => ("notes", Some(session.as_str()), None),
        DocumentOf::Output(_, output) => ("output", None, Some(output.as_str())),
    };
    let heads = to_heads(&new.heads);
    let head_seq = i64::try_from(new.chunks.len()).map_err(StoreError::internal)?;
    sqlx::query!(
        "insert into documents (id, kind, edition_id, session_id, output_document_id, head_seq, heads, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        &new.id.0[..],
        kind,
        of.edition().as_str(),
        session,
        output,
        head_seq,
        heads,
        at
    )
    .execute(&mut *db)
    .await?;
    for (chunk, seq) in new.chunks.iter().zip(1..) {
        if !add_chunk(db, new.id, seq, chunk).await? {
            return Err(StoreError::internal("a new document holds the same change twice").into());
        }
        own_actor(db, new.id, chunk).await?;
    }
    Ok(())
}

/// Adds one chunk; `false` where one of the same hash is there.
pub(crate) async fn add_chunk(
    db: &mut Connection,
    id: DocumentId,
    seq: i64,
    chunk: &NewChunk,
) -> Result<bool> {
    let person = to_person(chunk.person_id);
    let added = sqlx::query!(
        "insert into change_chunks (document_id, seq, hash, bytes, person_id, received_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (document_id, hash) do nothing",
        &id.0[..],
        seq,
        &chunk.hash.0[..],
        &chunk.bytes[..],
        person,
        chunk.received_at
    )
    .execute(&mut *db)
    .await?;
    Ok(added.rows_affected() == 1)
}

/// Notes whose an actor is, and refuses it where it is somebody else's, unless the person has shown that it is theirs.
pub(crate) async fn own_actor(db: &mut Connection, id: DocumentId, chunk: &NewChunk) -> Result<()> {
    let (actor, person) = (&chunk.actor, to_person(chunk.person_id));
    let known = sqlx::query_scalar!(
        "select person_id from actor_owners where document_id = $1 and actor = $2",
        &id.0[..],
        actor.0
    )
    .fetch_optional(&mut *db)
    .await?;
    match known {
        Some(owner) if owner == person => Ok(()),
        Some(_) if chunk.owns != Owns::Proved => Err(StoreError::ActorTaken {
            actor: actor.clone(),
        }
        .into()),
        _ => {
            sqlx::query!(
                "insert into actor_owners (document_id, actor, person_id) values ($1, $2, $3)
                 on conflict (document_id, actor) do update set person_id = excluded.person_id",
                &id.0[..],
                actor.0,
                person
            )
            .execute(&mut *db)
            .await?;
            Ok(())
        }
    }
}

pub(crate) async fn unprojected(db: &mut Connection) -> Result<Vec<DocumentId>> {
    sqlx::query_scalar!(
        "select d.id from documents d join sessions s on s.edition_id = d.edition_id and s.id = d.session_id
         where d.kind = 'notes' and d.successor is null and s.projected_seq < d.head_seq
         union all
         select d.id from documents d join output_documents o on o.edition_id = d.edition_id and o.id = d.output_document_id
         where d.kind = 'output' and d.successor is null and o.projected_seq < d.head_seq"
    )
    .fetch_all(&mut *db)
    .await?
    .iter()
    .map(|id| document_id(id))
    .collect()
}

pub(crate) async fn quarantine(
    db: &mut Connection,
    refused: &Quarantined,
    most: KeptOfOne,
) -> Result<bool> {
    let person = refused.person_id.to_string();
    let size = i64::try_from(refused.bytes.len()).map_err(StoreError::internal)?;
    let kept = sqlx::query!(
        r#"select count(*) as "pieces!: i64", cast(coalesce(sum(length(q.bytes)), 0) as bigint) as "bytes!: i64"
           from quarantine q where q.person_id = $1"#,
        person
    )
    .fetch_one(&mut *db)
    .await?;
    if kept.pieces >= most.pieces || kept.bytes.saturating_add(size) > most.bytes {
        sqlx::query!(
            "insert into refused_not_kept as n (document_id, person_id, pieces, bytes, last_at) values ($1, $2, 1, $3, $4)
             on conflict (document_id, person_id) do update set pieces = n.pieces + 1, bytes = n.bytes + excluded.bytes,
               last_at = excluded.last_at",
            &refused.document_id.0[..],
            person,
            size,
            refused.at
        )
        .execute(&mut *db)
        .await?;
        return Ok(false);
    }
    sqlx::query!(
        "insert into quarantine (document_id, number, bytes, person_id, reason, refused_at)
         values ($1, 1 + (select coalesce(max(q.number), 0) from quarantine q where q.document_id = $1), $2, $3, $4, $5)",
        &refused.document_id.0[..],
        &refused.bytes[..],
        person,
        refused.reason,
        refused.at
    )
    .execute(&mut *db)
    .await?;
    Ok(true)
}

pub(crate) async fn refused(db: &mut Connection, edition: &EditionId) -> Result<Refused> {
    Ok(Refused {
        kept: kept(db, edition).await?,
        not_kept: not_kept(db, edition).await?,
    })
}

async fn kept(db: &mut Connection, edition: &EditionId) -> Result<Vec<RefusedRecord>> {
    sqlx::query!(
        r#"select d.id, d.kind, d.edition_id, d.session_id, d.output_document_id, q.number, q.person_id, q.reason,
           q.refused_at, length(q.bytes) as "size!: i64", p.name as "name?"
           from quarantine q
           join documents d on d.id = q.document_id
           left join people p on p.id = q.person_id
           where d.edition_id = $1 order by d.id, q.number"#,
        edition.as_str()
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        let person = parsed_if(row.person_id.as_deref())?;
        Ok(RefusedRecord {
            document_id: document_id(&row.id)?,
            of: text_of(&row.edition_id, &row.kind, row.session_id, row.output_document_id)?,
            number: row.number,
            person: person.zip(row.name).map(|(id, name)| PersonName { id, name }),
            reason: row.reason,
            size: row.size,
            at: row.refused_at,
        })
    })
    .collect()
}

async fn not_kept(db: &mut Connection, edition: &EditionId) -> Result<Vec<NotKept>> {
    sqlx::query!(
        "select d.id, d.kind, d.edition_id, d.session_id, d.output_document_id, n.person_id, n.pieces, n.bytes, n.last_at, p.name
         from refused_not_kept n
         join documents d on d.id = n.document_id
         join people p on p.id = n.person_id
         where d.edition_id = $1 order by d.id, n.last_at",
        edition.as_str()
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(NotKept {
            document_id: document_id(&row.id)?,
            of: text_of(&row.edition_id, &row.kind, row.session_id, row.output_document_id)?,
            person: PersonName {
                id: parsed(&row.person_id)?,
                name: row.name,
            },
            pieces: row.pieces,
            size: row.bytes,
            last_at: row.last_at,
        })
    })
    .collect()
}

/// What a document is the text of, by its columns.
fn text_of(
    edition: &str,
    kind: &str,
    session: Option<String>,
    output: Option<String>,
) -> Result<DocumentOf> {
    let edition = parsed(edition)?;
    match (kind, session, output) {
        ("notes", Some(session), None) => Ok(DocumentOf::Notes(edition, parsed(&session)?)),
        ("output", None, Some(output)) => Ok(DocumentOf::Output(edition, parsed(&output)?)),
        (kind, ..) => Err(StoreError::internal(format!("a document of kind {kind:?}")).into()),
    }
}
