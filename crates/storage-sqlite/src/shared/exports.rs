//! Files that were made of output documents.

use bytes::Bytes;
use model::id::{EditionId, OutputDocumentId};
use sha2::{Digest, Sha256};
use storage::{
    audit::AuditEntry,
    error::StoreError,
    exports::{Export, ExportRecord, MostKept},
};

use super::{
    audit::add_audit,
    values::{bytes, heads, parsed, parsed_if, person as to_person, to_heads},
};
use crate::{Connection, error::Result};

/// Keeps a file, and in the same transaction the audit row that tells who made it.
pub(crate) async fn add_export(
    db: &mut Connection,
    export: &Export,
    file: &Bytes,
    most: MostKept,
) -> Result<Option<ExportRecord>> {
    let size = i64::try_from(file.len()).map_err(StoreError::internal)?;
    let sha256: [u8; 32] = Sha256::digest(file).into();
    let (made_by, heads) = (to_person(export.made_by), to_heads(&export.heads));
    let kept = sqlx::query!(
        r#"select cast(coalesce(sum(size), 0) as bigint) as "all!: i64",
             cast(coalesce(sum(size) filter (where made_by is not distinct from $1), 0) as bigint) as "own!: i64" from exports"#,
        made_by
    )
    .fetch_one(&mut *db)
    .await?;
    if kept.own + size > most.of_one || kept.all + size > most.of_all {
        return Ok(None);
    }
    sqlx::query!(
        "insert into exports (id, edition_id, output_document_id, format, language, file_name, size, sha256, made_by, made_at,
         heads, bytes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        export.id,
        export.edition_id.as_str(),
        export.output_document_id.as_str(),
        export.format,
        export.language.as_str(),
        export.file_name,
        size,
        &sha256[..],
        made_by,
        export.made_at,
        heads,
        &file[..]
    )
    .execute(&mut *db)
    .await?;
    let entry = AuditEntry {
        at: export.made_at,
        person_id: export.made_by,
        action: "output-document-exported".to_owned(),
        object: format!("export:{}", export.id),
        detail: serde_json::json!({ "format": export.format, "size": size }),
    };
    add_audit(db, &entry).await?;
    let export = export.clone();
    Ok(Some(ExportRecord {
        export,
        size,
        sha256,
    }))
}

pub(crate) async fn exports(
    db: &mut Connection,
    edition: &EditionId,
    output_document: &OutputDocumentId,
) -> Result<Vec<ExportRecord>> {
    sqlx::query_as!(
        ExportRow,
        "select id, edition_id, output_document_id, format, language, file_name, size, sha256, made_by, made_at, heads
         from exports where edition_id = $1 and output_document_id = $2 order by made_at desc, id",
        edition.as_str(),
        output_document.as_str()
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(ExportRow::read)
    .collect()
}

pub(crate) async fn export(db: &mut Connection, id: &str) -> Result<Option<(ExportRecord, Bytes)>> {
    let row = sqlx::query_as!(
        ExportRow,
        "select id, edition_id, output_document_id, format, language, file_name, size, sha256, made_by, made_at, heads
         from exports where id = $1",
        id
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let file = sqlx::query_scalar!("select bytes from exports where id = $1", id)
        .fetch_one(&mut *db)
        .await?;
    Ok(Some((row.read()?, Bytes::from(file))))
}

struct ExportRow {
    id: String,
    edition_id: String,
    output_document_id: String,
    format: String,
    language: String,
    file_name: String,
    size: i64,
    sha256: Vec<u8>,
    made_by: Option<String>,
    made_at: i64,
    heads: Vec<u8>,
}

impl ExportRow {
    fn read(self) -> Result<ExportRecord> {
        let export = Export {
            id: self.id,
            edition_id: parsed(&self.edition_id)?,
            output_document_id: parsed(&self.output_document_id)?,
            format: self.format,
            language: parsed(&self.language)?,
            file_name: self.file_name,
            made_by: parsed_if(self.made_by.as_deref())?,
            made_at: self.made_at,
            heads: heads(&self.heads)?,
        };
        Ok(ExportRecord {
            export,
            size: self.size,
            sha256: bytes(&self.sha256)?,
        })
    }
}
