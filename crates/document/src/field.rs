//! Reads the fields of Automerge maps, whatever a client put there.

use std::borrow::Cow;

use automerge::{Automerge, ObjId, ObjType, ROOT, ReadDoc, ScalarValueRef, ValueRef};
use serde::{Serialize, de::DeserializeOwned};

/// The fields of a map. Looking them up one by one in the document would cost ten times as much.
pub(crate) struct Fields<'a> {
    doc: &'a Automerge,
    fields: Vec<Field<'a>>,
}

struct Field<'a> {
    key: Cow<'a, str>,
    value: ValueRef<'a>,
    id: Option<ObjId>,
}

impl<'a> Fields<'a> {
    /// The fields of the root.
    pub(crate) fn of_root(doc: &'a Automerge) -> Self {
        Self::of(doc, &ROOT)
    }

    /// The fields of a map; none where the object is no map.
    pub(crate) fn of(doc: &'a Automerge, map: &ObjId) -> Self {
        let fields = doc.map_range(map, ..).map(|item| Field {
            id: matches!(item.value, ValueRef::Object(_)).then(|| item.id()),
            key: item.key,
            value: item.value,
        });
        Self {
            doc,
            fields: fields.collect(),
        }
    }

    /// The fields of a map that is a field.
    pub(crate) fn map(&self, key: &str) -> Option<Self> {
        let id = self.object(key, ObjType::Map)?;
        Some(Self::of(self.doc, &id))
    }

    /// The object of a kind under a key.
    pub(crate) fn object(&self, key: &str, kind: ObjType) -> Option<ObjId> {
        let field = self.get(key)?;
        match field.value {
            ValueRef::Object(found) if found == kind => field.id.clone(),
            _ => None,
        }
    }

    /// The text under a key, be it a plain string or a text object.
    pub(crate) fn string(&self, key: &str) -> Option<String> {
        let field = self.get(key)?;
        match (&field.value, &field.id) {
            (ValueRef::Scalar(ScalarValueRef::Str(text)), _) => Some(text.to_string()),
            (ValueRef::Object(ObjType::Text), Some(id)) => self.doc.text(id).ok(),
            _ => None,
        }
    }

    /// The whole number under a key, held to `0..=most`.
    pub(crate) fn number(&self, key: &str, most: i64) -> Option<i64> {
        // JavaScript writes a number as an integer or a float as it likes.
        let number = match &self.get(key)?.value {
            ValueRef::Scalar(ScalarValueRef::Int(n)) => *n,
            ValueRef::Scalar(ScalarValueRef::Uint(n)) => i64::try_from(*n).ok()?,
            ValueRef::Scalar(ScalarValueRef::F64(n)) if n.is_finite() => *n as i64,
            _ => return None,
        };
        Some(number.clamp(0, most))
    }

    /// Whether there is a `true` under a key.
    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.get(key).is_some_and(|field| {
            matches!(field.value, ValueRef::Scalar(ScalarValueRef::Boolean(true)))
        })
    }

    /// The texts of a list under a key; what is no text is left out.
    pub(crate) fn strings(&self, key: &str) -> Vec<String> {
        self.object(key, ObjType::List)
            .map(|list| list_of_strings(self.doc, &list))
            .unwrap_or_default()
    }

    /// A value that is written as one word, such as an id, a state or a language.
    pub(crate) fn word<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        serde_json::from_value(serde_json::Value::String(self.string(key)?)).ok()
    }

    fn get(&self, key: &str) -> Option<&Field<'a>> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// The maps that are the values of a map, with their keys; a value that is no map is none.
pub(crate) fn maps<'a>(
    doc: &'a Automerge,
    of: &ObjId,
) -> impl Iterator<Item = (String, Option<ObjId>)> + 'a {
    doc.map_range(of, ..).map(|item| {
        let is_map = matches!(item.value, ValueRef::Object(ObjType::Map));
        (item.key.to_string(), is_map.then(|| item.id()))
    })
}

/// The texts of a list; what is no text is left out.
pub(crate) fn list_of_strings(doc: &Automerge, list: &ObjId) -> Vec<String> {
    doc.list_range(list, ..)
        .filter_map(|item| match &item.value {
            ValueRef::Scalar(ScalarValueRef::Str(text)) => Some(text.to_string()),
            ValueRef::Object(ObjType::Text) => doc.text(item.id()).ok(),
            _ => None,
        })
        .collect()
}

/// The word that [`Fields::word`] reads.
pub(crate) fn as_word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
