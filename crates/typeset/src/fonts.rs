//! The embedded faces, and which characters they can show.

use std::collections::HashSet;
use std::sync::LazyLock;

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

/// The faces, parsed once, and the book that Typst looks them up in.
pub(crate) struct Fonts {
    pub(crate) faces: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

/// The fonts of every print.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let faces: Vec<Font> = FACES
        .iter()
        .filter_map(|face| Font::new(Bytes::new(*face), 0))
        .collect();
    let book = LazyHash::new(FontBook::from_fonts(&faces));
    Fonts { faces, book }
});

/// Every character that some face shows. A face's own coverage is a list of runs, slow to ask for each character.
static SHOWN: LazyLock<HashSet<u32>> = LazyLock::new(|| {
    let fonts = &*FONTS;
    let faces = (0..fonts.faces.len()).filter_map(|index| fonts.book.info(index));
    faces.flat_map(|face| face.coverage.iter()).collect()
});

/// Whether some embedded face has a glyph for the character.
pub(crate) fn can_show(c: char) -> bool {
    SHOWN.contains(&u32::from(c))
}

/// Whether a single face has glyphs for all these characters: a mark and its letter must come from one face.
pub(crate) fn can_show_together(characters: &str) -> bool {
    let fonts = &*FONTS;
    (0..fonts.faces.len())
        .filter_map(|index| fonts.book.info(index))
        .any(|face| {
            characters
                .chars()
                .all(|c| face.coverage.contains(u32::from(c)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_readable_and_no_other_family_is_there() {
        let families: Vec<&str> = FONTS.book.families().map(|(name, _)| name).collect();
        assert_eq!(FONTS.faces.len(), FACES.len());
        assert_eq!(families, ["Noto Naskh Arabic", "Noto Sans", "Noto Serif"]);
    }

    #[test]
    fn latin_greek_cyrillic_and_arabic_are_covered_and_chinese_is_not() {
        assert!("aéŁαЖش٣—…«»\u{202f}\u{fffd}".chars().all(can_show));
        assert!(!"中😀→".chars().any(can_show));
    }
}
