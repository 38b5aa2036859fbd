//! What was done, by whom and when: rows that are only ever added, each sealed with the hash of the one before.

use std::collections::BTreeMap;

use async_trait::async_trait;
use model::id::PersonId;
use serde_json::Value;

use crate::error::StoreError;

/// Something that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEntry {
    /// When.
    pub at: i64,
    /// By whom; `None` where a command or the server itself did it.
    pub person_id: Option<PersonId>,
    /// What, as a word such as `key-point-accepted`.
    pub action: String,
    /// To what, such as `key-point:` and its id.
    pub object: String,
    /// What else is worth knowing; never the text of notes.
    pub detail: Value,
}

/// A row of the audit.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditRow {
    /// Its place, counted from 1.
    pub seq: i64,
    /// What was done.
    pub entry: AuditEntry,
    /// The hash of the row before; zeros for the first.
    pub previous_hash: [u8; 32],
    /// The hash of this row, see [`seal_text`].
    pub hash: [u8; 32],
}

/// The text that a row's hash is the SHA-256 of, after the 32 bytes of the previous hash.
///
/// JSON without spaces and with sorted keys, so that anyone can verify an exported log.
pub fn seal_text(seq: i64, entry: &AuditEntry) -> String {
    let row = serde_json::json!({
        "seq": seq,
        "at": entry.at,
        "person": entry.person_id.map(|id| id.to_string()),
        "action": entry.action,
        "object": entry.object,
        "detail": entry.detail,
    });
    let mut text = String::new();
    write_sorted(&row, &mut text);
    text
}

// serde_json keeps the order of insertion when any crate of the build asks for it, so sorting is not left to it.
fn write_sorted(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let sorted: BTreeMap<_, _> = fields.iter().collect();
            out.push('{');
            for (place, (key, value)) in sorted.into_iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                write_sorted(value, out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_sorted(item, out);
            }
            out.push(']');
        }
        plain => out.push_str(&plain.to_string()),
    }
}

/// Reads and writes the audit.
#[async_trait]
pub trait Audit: Send + Sync {
    /// Adds a row; returns its place.
    async fn add_audit(&self, entry: AuditEntry) -> Result<i64, StoreError>;

    /// Up to `limit` rows after `seq`, in order.
    async fn audit_after(&self, seq: i64, limit: i64) -> Result<Vec<AuditRow>, StoreError>;
}
