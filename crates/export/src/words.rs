//! The words of a document that no person wrote, in the document's language.
//!
//! They come from the same catalogs as the interface. A language without a catalog speaks English.

mod dates;
mod sentences;

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use model::language::Lang;
use unic_langid::LanguageIdentifier;

pub use dates::{Days, date, days};

/// Catalogs by language; English is the source of the keys and must be first.
const CATALOGS: [(&str, &str); 4] = [
    ("en", include_str!("../../../locales/en.ftl")),
    ("fr", include_str!("../../../locales/fr.ftl")),
    ("es", include_str!("../../../locales/es.ftl")),
    ("ar", include_str!("../../../locales/ar.ftl")),
];

type Bundle = FluentBundle<FluentResource>;

/// Speaks the language of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
}

/// A value in a sentence.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// A number that decides between singular and plural.
    Count(usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(words: &'a str) -> Self {
        Self::Text(words)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(words: &'a String) -> Self {
        Self::Text(words)
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl Words {
    /// The words of a language.
    pub fn new(lang: &Lang) -> Self {
        Self { lang: lang.clone() }
    }

    /// The language.
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// The message of a key, with its values; the key itself where no catalog has it.
    pub fn get(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let found = [self.lang.as_str(), "en"]
            .into_iter()
            .filter_map(bundle_of)
            .find_map(|bundle| format(bundle, key, values));
        found.unwrap_or_else(|| key.to_owned())
    }

    /// A message without values.
    pub fn word(&self, key: &str) -> String {
        self.get(key, &[])
    }

    /// The name of a language, as it stands after "Original:".
    pub fn language(&self, lang: &Lang) -> String {
        let key = format!("document-language-{lang}");
        let name = self.word(&key);
        if name == key { lang.to_string() } else { name }
    }
}

fn format(bundle: &Bundle, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let args: FluentArgs<'_> = values
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Value::Text(words) => FluentValue::from(*words),
                Value::Count(count) => FluentValue::from(*count),
            };
            (*name, value)
        })
        .collect();
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned(),
    )
}

/// The catalog of a language, read when it is first asked for.
fn bundle_of(lang: &str) -> Option<&'static Bundle> {
    static BUNDLES: [OnceLock<Bundle>; CATALOGS.len()] =
        [const { OnceLock::new() }; CATALOGS.len()];
    CATALOGS
        .iter()
        .zip(&BUNDLES)
        .find(|((of, _), _)| *of == lang)
        .map(|((of, text), kept)| kept.get_or_init(|| bundle(of, text)))
}

fn bundle(lang: &str, text: &str) -> Bundle {
    let id = lang.parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Isolating marks are for the interface; files write direction as markup.
    bundle.set_use_isolating(false);
    // Only the document's part of the catalog is read: the rest is the interface's, and takes time to parse.
    let own = text
        .lines()
        .skip_while(|line| !line.starts_with("### Output document"))
        .fold(String::with_capacity(text.len() / 2), |mut own, line| {
            own.push_str(line);
            own.push('\n');
            own
        });
    // A message that cannot be read is left out, and English speaks in its place.
    let resource = FluentResource::try_new(own).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalog_is_whole_and_well_formed() {
        let keys = |text: &str| -> Vec<String> {
            let own = text
                .lines()
                .skip_while(|line| !line.starts_with("### Output document"));
            own.filter_map(|line| {
                line.split_once(" = ")
                    .filter(|(key, _)| key.starts_with("document-"))
            })
            .map(|(key, _)| key.to_owned())
            .collect()
        };
        let english = keys(CATALOGS[0].1);
        assert!(english.len() > 100);
        for (lang, text) in CATALOGS {
            assert_eq!(keys(text), english, "{lang}");
            let broken = FluentResource::try_new(text.to_owned())
                .err()
                .map(|(_, errors)| errors);
            assert!(broken.is_none(), "{lang}: {broken:?}");
            for key in &english {
                let message = bundle_of(lang).and_then(|bundle| bundle.get_message(key));
                assert!(message.and_then(|m| m.value()).is_some(), "{lang}: {key}");
            }
        }
    }

    #[test]
    fn an_unknown_language_speaks_english_and_an_unknown_key_shows_itself() {
        let words = Words {
            lang: "sw".parse().unwrap_or_else(|_| Lang::english()),
        };
        assert_eq!(words.word("document-not-recorded"), "Not recorded");
        assert_eq!(words.word("document-nothing"), "document-nothing");
    }

    #[test]
    fn no_isolating_mark_enters_a_file() {
        let words = Words::new(&Lang::english());
        assert_eq!(
            words.get("document-original", &[("language", "English".into())]),
            "Original: English"
        );
    }
}
