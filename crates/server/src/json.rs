//! Reads JSON that somebody wrote, and says in plain words where it is wrong and why.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Value, error::Category};

/// A thing that is wrong in JSON: where, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// JSON pointer (RFC 6901) to the value that is wrong.
    pub place: String,
    /// Why it is wrong, and what would be right.
    pub reason: String,
}

impl Fault {
    /// Names a place and what is wrong there.
    pub(crate) fn new(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            reason: reason.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The pointer to the whole is empty; "/" would name a field whose name is empty.
        let place = if self.place.is_empty() {
            "the file"
        } else {
            &self.place
        };
        write!(f, "{place}: {}", self.reason)
    }
}

/// What bytes hold, if they are JSON at all.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, Fault> {
    serde_json::from_slice(bytes).map_err(|error| Fault::new("", plain(&error)))
}

/// Reads bytes as a value of this shape; `parsed` is what they hold.
///
/// No text may hold control characters: no document keeps them, and PostgreSQL refuses one of them.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8], parsed: &Value) -> Result<T, Fault> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| Fault::new(pointer(error.path()), plain(error.inner())))?;
    // What is wrong with the shape says more.
    match control(parsed) {
        Some(fault) => Err(fault),
        None => Ok(value),
    }
}

/// The first text, or name of a field, with a control character that is no white space.
fn control(value: &Value) -> Option<Fault> {
    let in_text = |text: &str| {
        let mut letters = text.chars();
        let found = letters.find(|c| c.is_control() && !c.is_whitespace())?;
        let code = u32::from(found);
        let reason = format!("holds the control character U+{code:04X}; take it out");
        Some(Fault::new("", reason))
    };
    let (step, fault) = match value {
        Value::String(text) => return in_text(text),
        Value::Array(items) => (0..)
            .zip(items)
            .find_map(|(index, item)| Some((step(&index.to_string()), control(item)?)))?,
        Value::Object(fields) => fields.iter().find_map(|(name, item)| {
            let fault = in_text(name).or_else(|| control(item))?;
            Some((step(name), fault))
        })?,
        _ => return None,
    };
    Some(Fault::new(step + &fault.place, fault.reason))
}

/// A step of a JSON pointer.
fn step(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// Writes a path as a JSON pointer (RFC 6901).
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let steps = path.iter().map(|segment| match segment {
        Segment::Seq { index } => step(&index.to_string()),
        Segment::Map { key: name } | Segment::Enum { variant: name } => step(name),
        Segment::Unknown => String::new(),
    });
    steps.collect()
}

/// The reason in words of the file, not of the program that reads it; with line and column.
fn plain(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said
        .rsplit_once(" at line ")
        .map_or(said.as_str(), |(said, _)| said);
    let reason = match error.classify() {
        Category::Data => reworded(said).unwrap_or_else(|| said.to_owned()),
        _ => format!("is no JSON: {said}"),
    };
    match (error.line(), error.column()) {
        (0, _) => reason,
        (line, column) => format!("{reason} (line {line}, column {column})"),
    }
}

/// What serde says, said again. It names types of the program and words of other formats.
fn reworded(said: &str) -> Option<String> {
    let quoted = |text: &str| text.replace('`', "\"");
    if let Some(field) = said.strip_prefix("missing field ") {
        return Some(format!("the field {} is missing", quoted(field)));
    }
    if let Some(field) = said.strip_prefix("duplicate field ") {
        return Some(format!("the field {} stands here twice", quoted(field)));
    }
    if let Some(rest) = said.strip_prefix("unknown field ") {
        let (field, known) = rest.split_once(", ")?;
        let (field, known) = (quoted(field), quoted(&choices(known)));
        return Some(format!("no field {field} is known here; {known}"));
    }
    if let Some(rest) = said.strip_prefix("unknown variant ") {
        let (word, known) = rest.split_once(", ")?;
        let (word, known) = (quoted(word), quoted(&choices(known)));
        return Some(format!("{word} is not known here; {known}"));
    }
    // A list can stand for an object, if it has as many items as that has fields.
    if said.starts_with("invalid length ") && said.contains(", expected struct ") {
        return Some("must be an object, but is a list".to_owned());
    }
    let rest = ["invalid type: ", "invalid value: "]
        .iter()
        .find_map(|prefix| said.strip_prefix(prefix))?;
    let (found, wanted) = rest.rsplit_once(", expected ")?;
    Some(format!("must be {}, but is {}", a(wanted), the(found)))
}

fn choices(known: &str) -> String {
    let known = known
        .strip_prefix("expected one of ")
        .or_else(|| known.strip_prefix("expected "));
    match known.map(|known| known.replace(" or ", ", ")) {
        Some(known) if known.contains(", ") => format!("there are {known}"),
        Some(known) => format!("there is only {known}"),
        None => "there are none".to_owned(),
    }
}

/// What was wanted.
fn a(wanted: &str) -> String {
    let first = wanted.split(' ').next().unwrap_or_default();
    match (first, wanted) {
        (_, "a sequence") => "a list",
        (_, "a map") | ("struct", _) => "an object",
        (_, "a string" | "a borrowed string" | "string or map") | ("enum" | "variant", _) => {
            "a text"
        }
        (_, "a boolean") => "true or false",
        (_, "u8") => "a whole number from 0 to 255",
        (_, "u32" | "u64" | "usize") => "a whole number that is not negative",
        (_, "i32" | "i64") => "a whole number",
        (_, other) => other,
    }
    .to_owned()
}

/// What was found.
fn the(found: &str) -> String {
    match found.split_once(' ') {
        Some(("string", text)) => format!("the text {text}"),
        Some(("integer", number)) | Some(("floating", number)) => {
            let number = number.trim_start_matches("point ").trim_matches('`');
            format!("the number {number}")
        }
        Some(("boolean", value)) => value.trim_matches('`').to_owned(),
        _ => match found {
            "map" => "an object".to_owned(),
            "sequence" => "a list".to_owned(),
            "unit value" => "null".to_owned(),
            other => other.to_owned(),
        },
    }
}
