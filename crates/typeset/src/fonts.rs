//! The faces that a text is set in, and which characters they can show.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The faces in the program. Weight 600 of Noto Sans is a face of its own; Noto Naskh has no italic.
static FACES: [&[u8]; 10] = [
    include_bytes!("../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../fonts/NotoSerif-Italic.ttf"),
    include_bytes!("../fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../fonts/NotoSerif-BoldItalic.ttf"),
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../fonts/NotoSans-SemiBold.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
];

/// The faces in the program, and nothing else.
pub(crate) static EMBEDDED: LazyLock<Shelf> = LazyLock::new(|| Shelf::with(&[]));

/// Gives the bytes of a file of faces: once to see what they show, again when a letter is first set in one of them.
pub type FontFile = Arc<dyn Fn() -> Option<Vec<u8>> + Send + Sync>;

type Lazy<T> = LazyLock<T, Box<dyn FnOnce() -> T + Send>>;

/// The faces in the program, and others for what these cannot show.
///
/// The others are looked at when a text first needs them, and of their files only those stay in memory in which
/// something was set. A text that needs none of them is set as though they were not there.
pub struct Fonts {
    all: Lazy<Shelf>,
}

impl Default for Fonts {
    fn default() -> Self {
        Self::with(Vec::new())
    }
}

impl Fonts {
    /// The faces in the program and those of some files; of alike ones the earlier is taken.
    pub fn with(files: Vec<FontFile>) -> Self {
        Self {
            all: LazyLock::new(Box::new(move || Shelf::with(&files))),
        }
    }

    /// All faces.
    pub(crate) fn all(&self) -> &Shelf {
        &self.all
    }

    /// Whether some face has a glyph for the character.
    pub(crate) fn show(&self, c: char) -> bool {
        EMBEDDED.shows(c) || self.all.shows(c)
    }

    /// Whether the face that has the letter has its marks too.
    pub(crate) fn show_together(&self, letter_and_marks: &str) -> bool {
        let letter = letter_and_marks.chars().next();
        // Where the program has the letter, no other face is asked for it.
        let shelf = if letter.is_some_and(|letter| EMBEDDED.shows(letter)) {
            &EMBEDDED
        } else {
            self.all()
        };
        let mut faces = (0..shelf.faces.len()).filter_map(|index| shelf.book.info(index));
        faces.any(|face| {
            let mut characters = letter_and_marks.chars();
            characters.all(|c| face.coverage.contains(u32::from(c)))
        })
    }
}

/// Faces, and the book that Typst looks them up in.
pub(crate) struct Shelf {
    faces: Vec<Lazy<Option<Font>>>,
    pub(crate) book: LazyHash<FontBook>,
    /// Every character that some face shows. A face's own coverage is a list of runs, slow to ask for each character.
    shown: HashSet<u32>,
}

// What is in the book decides how a text is set.
impl Hash for Shelf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.book.hash(state);
    }
}

impl Shelf {
    fn with(files: &[FontFile]) -> Self {
        let mut book = FontBook::new();
        let mut faces: Vec<Lazy<Option<Font>>> = Vec::new();
        for font in FACES
            .iter()
            .filter_map(|face| Font::new(Bytes::new(*face), 0))
        {
            book.push(font.info().clone());
            faces.push(LazyLock::new(Box::new(move || Some(font))));
        }
        let embedded = book.clone();
        for file in files {
            let Some(bytes) = file() else { continue };
            let file = file.clone();
            let kept: Arc<Lazy<Option<Bytes>>> =
                Arc::new(LazyLock::new(Box::new(move || file().map(Bytes::new))));
            for font in Font::iter(Bytes::new(bytes)) {
                let (info, index) = (font.info(), font.index());
                // Another version of an embedded face would set other lines.
                if embedded.contains_family(&info.family.to_lowercase()) {
                    continue;
                }
                book.push(info.clone());
                let kept = kept.clone();
                faces.push(LazyLock::new(Box::new(move || {
                    Font::new((**kept).clone()?, index)
                })));
            }
        }
        let infos = (0..faces.len()).filter_map(|index| book.info(index));
        let shown = infos.flat_map(|face| face.coverage.iter()).collect();
        Self {
            faces,
            book: LazyHash::new(book),
            shown,
        }
    }

    /// The face of that place in the book.
    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.faces.get(index).and_then(|face| (**face).clone())
    }

    /// Whether some face has a glyph for the character.
    pub(crate) fn shows(&self, c: char) -> bool {
        self.shown.contains(&u32::from(c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_readable_and_no_other_family_is_there() {
        let families: Vec<&str> = EMBEDDED.book.families().map(|(name, _)| name).collect();
        assert!((0..FACES.len()).all(|index| EMBEDDED.font(index).is_some()));
        assert_eq!(families, ["Noto Naskh Arabic", "Noto Sans", "Noto Serif"]);
    }

    #[test]
    fn latin_greek_cyrillic_and_arabic_are_covered_and_chinese_is_not() {
        let shows = |c| EMBEDDED.shows(c);
        assert!("aéŁαЖش٣—…«»\u{202f}\u{fffd}".chars().all(shows));
        assert!(!"中😀→".chars().any(shows));
    }
}
