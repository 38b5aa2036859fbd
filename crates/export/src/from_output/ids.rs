//! The ids of paragraphs as bookmarks, which Word allows only forty plain characters.

use std::collections::{HashMap, HashSet};

/// Bookmarks by paragraph id.
pub(super) struct Ids(HashMap<String, String>);

/// A bookmark has at most 40 characters, two of which are the prefix.
const LONGEST: usize = 38;

impl Ids {
    /// Gives each id a bookmark of its own. Most are `_p` and the id; what does not fit is shortened.
    pub(super) fn of<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut taken = HashSet::new();
        let mut bookmarks = HashMap::new();
        for id in ids {
            let plain: String = id
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
                .collect();
            let mut bookmark = if plain.len() <= LONGEST {
                plain.clone()
            } else {
                shortened(&plain, id, 0)
            };
            let mut attempt = 1;
            // Word does not tell small letters from capitals in bookmarks.
            while !taken.insert(bookmark.to_ascii_lowercase()) {
                bookmark = shortened(&plain, id, attempt);
                attempt += 1;
            }
            bookmarks.insert(id.to_owned(), format!("_p{bookmark}"));
        }
        Self(bookmarks)
    }

    /// The bookmark of a paragraph.
    pub(super) fn get(&self, id: &str) -> &str {
        self.0.get(id).map_or("", String::as_str)
    }
}

/// The beginning of an id, and a hash that tells it from others with the same beginning.
fn shortened(plain: &str, id: &str, attempt: u64) -> String {
    // FNV-1a: it only has to be the same each time.
    let hash = id
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64 ^ attempt, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    let start: String = plain.chars().take(LONGEST - 17).collect();
    format!("{start}_{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bookmarks_are_short_plain_and_unique() {
        let long = "x".repeat(60);
        let longer = "x".repeat(61);
        let uuid = "6e3b1c1e-7a37-4f2e-9a51-2d3f4b5c6d7e";
        let all = ["kp1", "KP1", "a-b", "a_b", uuid, &long, &longer];
        let ids = Ids::of(all.into_iter());
        assert_eq!(ids.get("kp1"), "_pkp1");
        assert_eq!(ids.get(uuid), "_p6e3b1c1e_7a37_4f2e_9a51_2d3f4b5c6d7e");
        let bookmarks: HashSet<_> = all
            .iter()
            .map(|id| ids.get(id).to_ascii_lowercase())
            .collect();
        assert_eq!(bookmarks.len(), all.len());
        assert!(
            all.iter()
                .all(|id| crate::clean::bookmark(ids.get(id)).is_some())
        );
    }
}
