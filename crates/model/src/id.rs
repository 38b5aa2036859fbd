//! Ids, each with its own type, so that one is never passed for another.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Says why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text breaks the rule for slugs.
    #[error("{0:?} is not an id: use 1 to 64 of a-z, 0-9 and -, beginning with a letter or digit")]
    Slug(String),
    /// The text is not a UUID.
    #[error("{0:?} is not a UUID")]
    Uuid(String),
    /// The text is not the Base58Check form of 16 bytes.
    #[error("{0:?} is not the id of a document")]
    Document(String),
}

macro_rules! slug {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id as it is written in files, addresses and SQL.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                is_slug(text).then(|| Self(text.to_owned())).ok_or_else(|| IdError::Slug(text.to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

slug!(
    /// Names a track: `igf-parliamentary-track`.
    TrackId
);
slug!(
    /// Names an edition of a track: `igf-2023`.
    EditionId
);
slug!(
    /// Names a session within its edition: `pt23-rt`.
    SessionId
);
slug!(
    /// Names a theme within its edition.
    ThemeId
);
slug!(
    /// Names an addressee within its edition.
    AddresseeId
);
slug!(
    /// Names a deadline within its edition.
    DeadlineId
);
slug!(
    /// Names an output document within its edition: `main`, or `messages-` and a session.
    OutputDocumentId
);

impl OutputDocumentId {
    /// Whether it is that of a session's messages, and not of the track's output document.
    pub fn is_of_messages(&self) -> bool {
        self.0.starts_with("messages-")
    }
}

fn is_slug(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| plain(b) || b == b'-')
        && text.bytes().next().is_some_and(plain)
}

macro_rules! uuid_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::parse_str(text).map(Self).map_err(|_| IdError::Uuid(text.to_owned()))
            }
        }
    };
}

uuid_id!(
    /// Names a key point. Made on the device that marked it, so that marking works offline.
    KeyPointId
);
uuid_id!(
    /// Names a person.
    PersonId
);

/// Names a block of an output document, for as long as the block lives.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParagraphId(pub String);

impl ParagraphId {
    /// The id as it is written in the document.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ParagraphId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Names an Automerge document: 16 bytes, written in Base58Check as automerge-repo does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub [u8; 16]);

impl DocumentId {
    /// The address that automerge-repo clients open: `automerge:` and the id.
    pub fn url(&self) -> String {
        format!("automerge:{self}")
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&bs58::encode(self.0).with_check().into_string())
    }
}

impl FromStr for DocumentId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        // 16 bytes and a checksum of 4 take at most 28 characters; longer text is not worth decoding.
        let wrong = || IdError::Document(text.chars().take(64).collect());
        if text.len() > 32 {
            return Err(wrong());
        }
        let bytes = bs58::decode(text)
            .with_check(None)
            .into_vec()
            .map_err(|_| wrong())?;
        bytes.try_into().map(Self).map_err(|_| wrong())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_plain_and_short() {
        assert!("igf-2023".parse::<EditionId>().is_ok());
        for wrong in ["", "-a", "A", "a b", "a/b", "é", &"a".repeat(65)] {
            assert!(wrong.parse::<EditionId>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_document_id_survives_its_written_form() {
        let id = DocumentId([7; 16]);
        assert_eq!(id.to_string().parse::<DocumentId>().unwrap(), id);
        assert!(id.url().starts_with("automerge:"));
        assert!(
            "4NMNnkMhL8jXrdJ9jamS58PAVdXv"
                .parse::<DocumentId>()
                .is_err()
        );
    }
}
