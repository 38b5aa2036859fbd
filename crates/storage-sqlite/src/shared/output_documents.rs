//! Output documents, without their text.

use model::{
    id::{EditionId, OutputDocumentId, SessionId},
    output_document::{OutputDocument, OutputDocumentState, Use},
};
use sqlx::QueryBuilder;
use storage::{
    audit::AuditEntry,
    document_chunks::DocumentOf,
    error::StoreError::{self, Taken},
    output_documents::{NewOutputDocument, TextEdit},
};

use super::{
    audit::add_audit,
    documents::add_document,
    values::{document_id, parsed, parsed_if, word},
};
use crate::{Connection, error::Result};

/// How many rows one statement adds: each statement is a way to the database and back.
const ROWS: usize = 100;

pub(crate) async fn add_output_document(
    db: &mut Connection,
    edition: &EditionId,
    new: &NewOutputDocument,
    at: i64,
) -> Result<()> {
    if add_if_new(db, edition, new, at).await? {
        Ok(())
    } else {
        Err(Taken("id").into())
    }
}

/// Adds an output document with its text; `false` where the edition has one of that id.
pub(crate) async fn add_if_new(
    db: &mut Connection,
    edition: &EditionId,
    new: &NewOutputDocument,
    at: i64,
) -> Result<bool> {
    let output = &new.output_document;
    if output.document_id != new.document.id {
        return Err(StoreError::internal("an output document names another text").into());
    }
    let messages_of = output.messages_of.as_ref().map(|session| session.as_str());
    let added = sqlx::query!(
        "insert into output_documents (edition_id, id, messages_of, language, title, state, created_at, compiled_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (edition_id, id) do nothing",
        edition.as_str(),
        output.id.as_str(),
        messages_of,
        output.language.as_str(),
        output.title,
        output.state.as_str(),
        at,
        output.compiled_at
    )
    .execute(&mut *db)
    .await?;
    if added.rows_affected() != 1 {
        return Ok(false);
    }
    let of = DocumentOf::Output(edition.clone(), output.id.clone());
    add_document(db, &of, &new.document, at).await?;
    Ok(true)
}

pub(crate) async fn output_documents(
    db: &mut Connection,
    edition: &EditionId,
    only: Option<&OutputDocumentId>,
) -> Result<Vec<OutputDocument>> {
    let only = only.map(OutputDocumentId::as_str);
    sqlx::query!(
        r#"select o.id, o.messages_of, o.language, o.title, o.state, o.compiled_at, d.id as "document_id!"
           from output_documents o
           join documents d on d.edition_id = o.edition_id and d.output_document_id = o.id
             and d.kind = 'output' and d.successor is null
           where o.edition_id = $1 and (o.id = $2 or cast($2 as text) is null)
           order by case when o.messages_of is null then 0 else 1 end, o.created_at, o.id"#,
        edition.as_str(),
        only
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(OutputDocument {
            id: parsed(&row.id)?,
            messages_of: parsed_if(row.messages_of.as_deref())?,
            language: parsed(&row.language)?,
            title: row.title,
            state: word(row.state)?,
            document_id: document_id(&row.document_id)?,
            compiled_at: row.compiled_at,
        })
    })
    .collect()
}

/// Writes what is known about an output document with an edit whose chunks were just added, the last one being `upto_seq`.
pub(crate) async fn note_edit(
    db: &mut Connection,
    edition: &EditionId,
    edit: &TextEdit,
    upto_seq: i64,
) -> Result<()> {
    let id = &edit.output_document_id;
    let known = output_documents(db, edition, Some(id)).await?;
    let text = known.first().map(|known| known.document_id);
    if text != Some(edit.append.document_id) {
        return Err(StoreError::DocumentClosed.into());
    }
    if let Some(compilation) = &edit.compilation {
        let set = sqlx::query!(
            "update output_documents set title = $3, state = $4, compiled_at = $5 where edition_id = $1 and id = $2",
            edition.as_str(),
            id.as_str(),
            compilation.title,
            OutputDocumentState::ZeroDraft.as_str(),
            compilation.at
        )
        .execute(&mut *db)
        .await?;
        if set.rows_affected() != 1 {
            return Err(StoreError::DocumentClosed.into());
        }
        add_audit(db, &AuditEntry::compiled(edition, id, compilation)).await?;
    }
    replace_uses(db, edition, id, upto_seq, &edit.uses).await?;
    Ok(())
}

pub(crate) async fn replace_uses(
    db: &mut Connection,
    edition: &EditionId,
    id: &OutputDocumentId,
    upto_seq: i64,
    uses: &[Use],
) -> Result<bool> {
    let newer = sqlx::query!(
        "update output_documents set projected_seq = $3 where edition_id = $1 and id = $2 and projected_seq <= $3",
        edition.as_str(),
        id.as_str(),
        upto_seq
    )
    .execute(&mut *db)
    .await?;
    if newer.rows_affected() != 1 {
        return Ok(false);
    }
    let known = sqlx::query!(
        "select paragraph_id, key_point_id, session_id from key_point_uses
         where edition_id = $1 and output_document_id = $2 order by position",
        edition.as_str(),
        id.as_str()
    )
    .fetch_all(&mut *db)
    .await?;
    let is_same = known.len() == uses.len()
        && known.iter().zip(uses).all(|(row, used)| {
            row.paragraph_id == used.paragraph_id.as_str()
                && row.key_point_id == used.key_point_id.to_string()
                && row.session_id.as_deref() == used.session_id.as_ref().map(SessionId::as_str)
        });
    if is_same {
        return Ok(false);
    }
    sqlx::query!(
        "delete from key_point_uses where edition_id = $1 and output_document_id = $2",
        edition.as_str(),
        id.as_str()
    )
    .execute(&mut *db)
    .await?;
    let numbered: Vec<(i64, &Use)> = (0_i64..).zip(uses).collect();
    for rows in numbered.chunks(ROWS) {
        let mut insert = QueryBuilder::<<Connection as sqlx::Connection>::Database>::new(
            "insert into key_point_uses (edition_id, output_document_id, position, paragraph_id, key_point_id, session_id) ",
        );
        insert.push_values(rows, |mut row, (position, used)| {
            row.push_bind(edition.as_str())
                .push_bind(id.as_str())
                .push_bind(position)
                .push_bind(used.paragraph_id.as_str())
                .push_bind(used.key_point_id.to_string())
                .push_bind(used.session_id.as_ref().map(SessionId::as_str));
        });
        insert.build().execute(&mut *db).await?;
    }
    Ok(true)
}
