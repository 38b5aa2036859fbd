//! Values as columns hold them. A column that cannot be read is a damaged database, not bad input.

use std::{fmt, str::FromStr};

use model::id::{DocumentId, PersonId};
use serde::{Serialize, de::DeserializeOwned};
use storage::{document_chunks::ChangeHash, error::StoreError};

use crate::error::Result;

fn damaged(what: impl fmt::Display) -> StoreError {
    StoreError::internal(format!("a stored value cannot be read: {what}"))
}

/// Reads an id, a language, or a number.
pub(super) fn parsed<T>(text: &str) -> Result<T>
where
    T: FromStr,
    T::Err: fmt::Display,
{
    Ok(text.parse().map_err(damaged)?)
}

/// Reads an id, a language or a number that may be missing.
pub(super) fn parsed_if<T>(text: Option<&str>) -> Result<Option<T>>
where
    T: FromStr,
    T::Err: fmt::Display,
{
    text.map(parsed).transpose()
}

/// Reads a column of JSON.
pub(super) fn json<T: DeserializeOwned>(text: &str) -> Result<T> {
    Ok(serde_json::from_str(text).map_err(damaged)?)
}

/// Writes a column of JSON.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(StoreError::internal)?)
}

/// Reads the word of a state or kind.
pub(super) fn word<T: DeserializeOwned>(word: String) -> Result<T> {
    Ok(serde_json::from_value(serde_json::Value::String(word)).map_err(damaged)?)
}

/// Reads a word that may be unsaid.
pub(super) fn word_if<T: DeserializeOwned>(text: Option<String>) -> Result<Option<T>> {
    text.map(word).transpose()
}

/// Writes a word that may be unsaid.
pub(super) fn to_word_if<T: Serialize>(value: Option<T>) -> Result<Option<String>> {
    value.map(to_word).transpose()
}

/// Writes the word of a state or kind.
pub(super) fn to_word<T: Serialize>(value: T) -> Result<String> {
    match serde_json::to_value(value).map_err(StoreError::internal)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(damaged(other).into()),
    }
}

/// Reads 16 or 32 bytes.
pub(super) fn bytes<const N: usize>(bytes: &[u8]) -> Result<[u8; N]> {
    Ok(bytes
        .try_into()
        .map_err(|_| damaged(format!("{} bytes instead of {N}", bytes.len())))?)
}

/// Reads the id of a document.
pub(super) fn document_id(id: &[u8]) -> Result<DocumentId> {
    Ok(DocumentId(bytes(id)?))
}

/// Reads heads: hashes one after the other.
pub(super) fn heads(column: &[u8]) -> Result<Vec<ChangeHash>> {
    column
        .chunks(32)
        .map(|hash| Ok(ChangeHash(bytes(hash)?)))
        .collect()
}

/// Writes heads, sorted, so that equal heads are equal bytes.
pub(crate) fn to_heads(heads: &[ChangeHash]) -> Vec<u8> {
    let mut sorted = heads.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.iter().flat_map(|hash| hash.0).collect()
}

/// Writes the id of somebody who may be missing.
pub(crate) fn person(id: Option<PersonId>) -> Option<String> {
    id.map(|id| id.to_string())
}
