//! What was found wrong in the text, and what the print does about it.

use std::collections::BTreeMap;

use serde::Serialize;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The file says less than it should, or is not what its standard asks for.
    Error,
    /// Something was replaced or left out.
    Warning,
    /// Worth knowing.
    Note,
}

/// Something wrong in the users' text. The print is made all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The message key, such as `document-glyph-missing`; with `-hint` behind it, that of a sentence that says what to do.
    pub key: &'static str,
    /// Where it is.
    pub place: Place,
    /// The named values of both sentences.
    pub values: BTreeMap<&'static str, String>,
}

/// The place of a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The id of the paragraph, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph_id: Option<String>,
    /// The name of a field of the title block, such as `title`, when it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Place {
    /// A paragraph.
    pub(crate) fn paragraph(id: &str) -> Self {
        Self {
            paragraph_id: Some(id.to_owned()),
            field: None,
        }
    }

    /// A field of the title block.
    pub(crate) fn field(name: &str) -> Self {
        Self {
            paragraph_id: None,
            field: Some(name.to_owned()),
        }
    }
}

impl Diagnostic {
    pub(crate) fn new(severity: Severity, place: Place, key: &'static str) -> Self {
        Self {
            severity,
            key,
            place,
            values: BTreeMap::new(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.insert(name, value.into());
        self
    }
}
