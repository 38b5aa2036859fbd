//! Reads single fields of Automerge maps, whatever a client put there.

use automerge::{Automerge, ObjId, ObjType, ReadDoc, ScalarValue, ScalarValueRef, Value, ValueRef};
use serde::{Serialize, de::DeserializeOwned};

/// The object of a kind under a key.
pub(crate) fn object(doc: &Automerge, of: &ObjId, key: &str, kind: ObjType) -> Option<ObjId> {
    match doc.get(of, key) {
        Ok(Some((Value::Object(found), id))) if found == kind => Some(id),
        _ => None,
    }
}

/// The text under a key, be it a plain string or a text object.
pub(crate) fn string(doc: &Automerge, of: &ObjId, key: &str) -> Option<String> {
    as_string(doc, doc.get(of, key).ok().flatten()?)
}

/// The whole number under a key, held to `0..=most`.
pub(crate) fn number(doc: &Automerge, of: &ObjId, key: &str, most: i64) -> Option<i64> {
    let Ok(Some((Value::Scalar(value), _))) = doc.get(of, key) else {
        return None;
    };
    // JavaScript writes a number as an integer or a float as it likes.
    let number = match value.as_ref() {
        ScalarValue::Int(n) => *n,
        ScalarValue::Uint(n) => i64::try_from(*n).ok()?,
        ScalarValue::F64(n) if n.is_finite() => *n as i64,
        _ => return None,
    };
    Some(number.clamp(0, most))
}

/// Whether there is a `true` under a key.
pub(crate) fn is_true(doc: &Automerge, of: &ObjId, key: &str) -> bool {
    matches!(doc.get(of, key), Ok(Some((Value::Scalar(value), _))) if *value == ScalarValue::Boolean(true))
}

/// The texts of a list under a key; what is no text is left out.
pub(crate) fn strings(doc: &Automerge, of: &ObjId, key: &str) -> Vec<String> {
    object(doc, of, key, ObjType::List)
        .map(|list| list_of_strings(doc, &list))
        .unwrap_or_default()
}

/// The texts of a list.
pub(crate) fn list_of_strings(doc: &Automerge, list: &ObjId) -> Vec<String> {
    doc.list_range(list, ..)
        .filter_map(|item| match &item.value {
            ValueRef::Scalar(ScalarValueRef::Str(text)) => Some(text.to_string()),
            ValueRef::Object(ObjType::Text) => doc.text(item.id()).ok(),
            _ => None,
        })
        .collect()
}

/// A value that is written as one word, such as an id, a state or a language.
pub(crate) fn word<T: DeserializeOwned>(doc: &Automerge, of: &ObjId, key: &str) -> Option<T> {
    parse_word(&string(doc, of, key)?)
}

/// Reads a value that is written as one word.
pub(crate) fn parse_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

/// The word that [`parse_word`] reads.
pub(crate) fn as_word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn as_string(doc: &Automerge, (value, id): (Value<'_>, ObjId)) -> Option<String> {
    match value {
        Value::Scalar(scalar) => match scalar.as_ref() {
            ScalarValue::Str(text) => Some(text.to_string()),
            _ => None,
        },
        Value::Object(ObjType::Text) => doc.text(&id).ok(),
        Value::Object(_) => None,
    }
}
