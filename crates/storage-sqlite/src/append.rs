//! Adding chunks: the one hot write, and one of the few that each database does in its own way.

use model::id::DocumentId;
use storage::{
    document_chunks::{Append, Appended, ChangeHash, Owns},
    error::StoreError,
};

use crate::{
    Connection,
    error::Result,
    shared::{
        documents::{add_chunk, own_actor},
        heads_column, person_column,
    },
};

/// What became of an append, and where the document was before it.
pub(crate) struct Done {
    pub(crate) appended: Appended,
    pub(crate) before: i64,
}

pub(crate) async fn append_chunks(db: &mut Connection, append: &Append) -> Result<Done> {
    let id = append.document_id;
    // Most batches are one person's typing, the same actor again and again: its owner comes with the first question.
    let first = append.chunks.first();
    let first_actor = first.map(|chunk| &chunk.actor.0[..]).unwrap_or_default();
    // The transaction has the one write lock there is, so nobody else takes numbers between this and the end.
    let row = sqlx::query!(
        r#"select d.head_seq, a.actor is not null as "is_owned!: bool", a.person_id from documents d
         left join actor_owners a on a.document_id = d.id and a.actor = $2
         where d.id = $1 and d.successor is null"#,
        &id.0[..],
        first_actor
    )
    .fetch_optional(&mut *db)
    .await?
    .ok_or(StoreError::DocumentClosed)?;
    let before = row.head_seq;
    if append.expected.is_some_and(|expected| expected != before) {
        return Err(StoreError::HeadMoved { head_seq: before }.into());
    }
    let mut head_seq = before;
    let mut seqs = Vec::with_capacity(append.chunks.len());
    let first_owner = person_column(first.and_then(|chunk| chunk.person_id));
    let mut owned = first
        .filter(|_| row.is_owned && row.person_id == first_owner)
        .map(|chunk| (&chunk.actor, chunk.person_id));
    for chunk in &append.chunks {
        let is_new = add_chunk(db, id, head_seq + 1, chunk).await?;
        if is_new {
            head_seq += 1;
            let owner = (&chunk.actor, chunk.person_id);
            if chunk.owns != Owns::No && owned != Some(owner) {
                own_actor(db, id, chunk).await?;
                owned = Some(owner);
            }
        }
        seqs.push(is_new.then_some(head_seq));
    }
    if head_seq > before {
        move_head(db, id, head_seq - before, head_seq, &append.heads).await?;
    }
    Ok(Done {
        appended: Appended { head_seq, seqs },
        before,
    })
}

async fn move_head(
    db: &mut Connection,
    id: DocumentId,
    by: i64,
    to: i64,
    heads: &[ChangeHash],
) -> Result<()> {
    let heads = heads_column(heads);
    let moved = sqlx::query_scalar!(
        "update documents set head_seq = head_seq + $2, heads = $3 where id = $1 returning head_seq",
        &id.0[..],
        by,
        heads
    )
    .fetch_one(&mut *db)
    .await?;
    if moved != to {
        return Err(
            StoreError::internal(format!("chunks of document {id} were numbered twice")).into(),
        );
    }
    Ok(())
}
