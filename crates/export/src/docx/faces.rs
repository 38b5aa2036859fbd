//! The faces of a Word file, and what stands in for them where they are not installed.

use super::{package::W, xml::Xml};

/// A face, and what Word and others choose another by: the nearest of Word's own, its class by PANOSE, its character set.
struct Face {
    name: &'static str,
    instead: &'static str,
    panose: &'static str,
    charset: &'static str,
}

const SERIF: &str = "02020502060505020204";
const SANS: &str = "020B0502040504020204";
const SERIF_CJK: &str = "02020400000000000000";
const SANS_CJK: &str = "020B0500000000000000";

const FACES: [Face; 9] = [
    face("Noto Serif", "Cambria", SERIF, "00"),
    face("Noto Sans", "Segoe UI", SANS, "00"),
    face("Noto Naskh Arabic", "Traditional Arabic", SERIF, "B2"),
    face("Noto Serif Hebrew", "David", SERIF, "B1"),
    face("Noto Serif Thai", "Angsana New", SERIF, "DE"),
    face("Noto Serif CJK SC", "SimSun", SERIF_CJK, "86"),
    face("Noto Serif CJK JP", "MS Mincho", SERIF_CJK, "80"),
    face("Noto Serif CJK KR", "Batang", SERIF_CJK, "81"),
    face("Noto Sans CJK SC", "Microsoft YaHei", SANS_CJK, "86"),
];

const fn face(
    name: &'static str,
    instead: &'static str,
    panose: &'static str,
    charset: &'static str,
) -> Face {
    Face {
        name,
        instead,
        panose,
        charset,
    }
}

/// The part `word/fontTable.xml`.
pub(super) fn table() -> Vec<u8> {
    Xml::part("w:fonts", &[("xmlns:w", W)], |xml| {
        for face in &FACES {
            let family = if face.panose.starts_with("020B") {
                "swiss"
            } else {
                "roman"
            };
            xml.element("w:font", &[("w:name", face.name)], |xml| {
                xml.val("w:altName", face.instead);
                xml.val("w:panose1", face.panose);
                xml.val("w:charset", face.charset);
                xml.val("w:family", family);
                xml.val("w:pitch", "variable");
            });
        }
    })
}

/// The faces of a style, for each kind of script that Word tells apart. Arabic stands for all that run from right to left.
pub(super) fn faces(latin: &str) -> String {
    format!(
        "<w:rFonts w:ascii=\"{latin}\" w:eastAsia=\"{latin} CJK SC\" w:hAnsi=\"{latin}\" w:cs=\"Noto Naskh Arabic\"/>"
    )
}

/// The faces of words in a script that those of the styles lack, or that is drawn in a manner of its own.
pub(super) fn own_faces(words: &str, lang: Option<&str>) -> Option<&'static str> {
    words.chars().find_map(|c| match c {
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => {
            Some("<w:rFonts w:cs=\"Noto Serif Hebrew\"/>")
        }
        '\u{e00}'..='\u{e7f}' => {
            Some("<w:rFonts w:hAnsi=\"Noto Serif Thai\" w:cs=\"Noto Serif Thai\"/>")
        }
        '\u{3040}'..='\u{30ff}' => Some("<w:rFonts w:eastAsia=\"Noto Serif CJK JP\"/>"),
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => {
            Some("<w:rFonts w:eastAsia=\"Noto Serif CJK KR\"/>")
        }
        '\u{4e00}'..='\u{9fff}' if lang == Some("ja") => {
            Some("<w:rFonts w:eastAsia=\"Noto Serif CJK JP\"/>")
        }
        '\u{4e00}'..='\u{9fff}' if lang == Some("ko") => {
            Some("<w:rFonts w:eastAsia=\"Noto Serif CJK KR\"/>")
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_face_that_a_file_names_is_in_its_table() {
        let table = String::from_utf8(table()).unwrap_or_default();
        let named = [faces("Noto Serif"), faces("Noto Sans")].into_iter();
        let own = ["שלום", "ไทย", "かな", "한국"].map(|words| own_faces(words, None));
        let named: String = named
            .chain(own.into_iter().flatten().map(str::to_owned))
            .collect();
        let mut names = named.split('"').skip(1).step_by(2).collect::<Vec<_>>();
        names.dedup();
        assert!(names.len() > 8, "{names:?}");
        for name in names {
            assert!(table.contains(&format!("w:name=\"{name}\"")), "{name}");
        }
    }

    #[test]
    fn only_scripts_that_the_styles_lack_have_faces_of_their_own() {
        let of = |words, lang| own_faces(words, lang).unwrap_or_default();
        for words in ["plain “words”", "Ελλάδα, Україна", "سلام", "会议"] {
            assert_eq!(of(words, None), "", "{words}");
        }
        assert!(of("the word שלום", None).contains("w:cs=\"Noto Serif Hebrew\""));
        assert!(of("会議", Some("ja")).contains("w:eastAsia=\"Noto Serif CJK JP\""));
    }
}
