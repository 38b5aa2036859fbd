//! What is wrong in the users' material, and what they can do about it.

use std::collections::BTreeMap;

use model::id::{KeyPointId, ParagraphId, SessionId};
use serde::Serialize;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Something must not stay as it is.
    Error,
    /// Something is missing or was left out.
    Warning,
    /// Worth knowing.
    Note,
}

/// Where a finding is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The paragraph.
    pub paragraph_id: Option<ParagraphId>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The key point.
    pub key_point_id: Option<KeyPointId>,
    /// The first words of it.
    pub text: Option<String>,
}

/// How many characters of the text at a place are shown.
const MOST_SHOWN: usize = 80;

/// Something wrong in the users' material.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The key of the sentence that tells it.
    pub key: &'static str,
    /// Where it is.
    pub place: Place,
    /// The key of a sentence that says what to do.
    pub hint: &'static str,
    /// The named values of both sentences.
    pub values: BTreeMap<&'static str, String>,
}

impl Diagnostic {
    pub(crate) fn error(key: &'static str, hint: &'static str) -> Self {
        Self::new(Severity::Error, key, hint)
    }

    pub(crate) fn warning(key: &'static str, hint: &'static str) -> Self {
        Self::new(Severity::Warning, key, hint)
    }

    pub(crate) fn note(key: &'static str, hint: &'static str) -> Self {
        Self::new(Severity::Note, key, hint)
    }

    fn new(severity: Severity, key: &'static str, hint: &'static str) -> Self {
        Self {
            severity,
            key,
            place: Place::default(),
            hint,
            values: BTreeMap::new(),
        }
    }

    pub(crate) fn at_key_point(mut self, point: &model::key_point::KeyPoint) -> Self {
        self.place.key_point_id = Some(point.id);
        self.place.session_id = Some(point.session_id.clone());
        self.with_text(point.decided_words())
    }

    pub(crate) fn at_session(mut self, session: &model::session::Session, name: &str) -> Self {
        self.place.session_id = Some(session.id.clone());
        self.with("session", name)
    }

    pub(crate) fn at_paragraph(mut self, id: &ParagraphId, text: &str) -> Self {
        self.place.paragraph_id = Some(id.clone());
        self.with_text(text)
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.insert(name, value.to_string());
        self
    }

    fn with_text(mut self, text: &str) -> Self {
        let text = text.trim();
        let words = match text.char_indices().nth(MOST_SHOWN) {
            Some((end, _)) => {
                let cut = text[..end].rfind(' ').unwrap_or(end);
                format!("{} …", &text[..cut])
            }
            None => text.to_owned(),
        };
        self.place.text = (!words.is_empty()).then_some(words);
        self
    }
}
