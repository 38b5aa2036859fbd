//! Languages of people, documents and passages.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language by its BCP 47 primary subtag: `en`, `ar`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(String);

impl Lang {
    /// English, the language of the interface when nothing else is known.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The subtag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the language is written from right to left.
    pub fn is_rtl(&self) -> bool {
        matches!(
            self.0.as_str(),
            "ar" | "fa" | "he" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb"
        )
    }

    /// The value of an HTML `dir` attribute for a text in this language.
    pub fn dir(&self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says that a text is no primary language subtag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a language: use two or three small letters, such as en or ar")]
pub struct LangError(String);

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(text: &str) -> Result<Self, LangError> {
        let well_formed =
            (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase());
        well_formed
            .then(|| Self(text.to_owned()))
            .ok_or_else(|| LangError(text.to_owned()))
    }
}

impl TryFrom<String> for Lang {
    type Error = LangError;

    fn try_from(text: String) -> Result<Self, LangError> {
        text.parse()
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> String {
        lang.0
    }
}

/// The same words in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Label(pub BTreeMap<Lang, String>);

impl Label {
    /// The words in `lang`; where they are missing, in English; where that is missing too, in any language.
    pub fn words(&self, lang: &Lang) -> &str {
        self.0
            .get(lang)
            .or_else(|| self.0.get(&Lang::english()))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }
}
