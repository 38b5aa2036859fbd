//! Measures of the page and the line, in twentieths of a point as Word counts them.

use pandoc_ast::Pandoc;

use crate::{clean, pandoc::Meta};

/// Width of the text column: 120 mm, on either paper.
pub(super) const TEXT: i32 = 6804;
/// Width of the margin column and its gutter: 26 + 4 mm.
pub(super) const HANG: i32 = 1701;
/// The gutter: 4 mm.
pub(super) const GUTTER: i32 = 227;
/// One step of indent: 7.5 mm.
pub(super) const STEP: i32 = 425;

/// What the look of a document depends on.
#[derive(Debug, Clone)]
pub(super) struct Measures {
    /// Whether the document runs from right to left.
    pub(super) rtl: bool,
    /// Whether the paper is US Letter rather than A4.
    pub(super) letter: bool,
    /// Whether lines are numbered.
    pub(super) line_numbers: bool,
    /// The language of the document as Word names it, such as `en-GB`.
    pub(super) lang: String,
    /// One line: 15 pt, in Arabic 19 pt.
    pub(super) line: i32,
}

impl Measures {
    /// Reads them from the metadata of a document.
    pub(super) fn of(document: &Pandoc) -> Self {
        let meta = Meta::of(document);
        let rtl = meta.is_rtl();
        Self {
            rtl,
            letter: meta.string("paper") == "us-letter",
            line_numbers: meta.is("line-numbers"),
            lang: language_tag(&meta.lang()),
            line: if rtl { 380 } else { 300 },
        }
    }

    /// How far the text column stands from the edge that indents are counted from.
    ///
    /// From left to right that is the text's own edge, and what hangs in the margin column has a negative indent. Of a table
    /// from right to left Word counts the indent from the right (ISO/IEC 29500-1, 17.4.1 and 17.4.50), LibreOffice from the
    /// left: there the margin column is within the margins, so that a wide table needs no indent, and text has one.
    pub(super) fn lead(&self) -> i32 {
        if self.rtl { HANG } else { 0 }
    }

    /// Half a line, the unit of every space.
    pub(super) fn half(&self) -> i32 {
        self.line / 2
    }

    /// Width and height of the paper.
    pub(super) fn paper(&self) -> (i32, i32) {
        if self.letter {
            (12240, 15840)
        } else {
            (11906, 16838)
        }
    }

    /// Distance of the margin column from the edge of the paper: 27 mm, on Letter 30 mm.
    pub(super) fn outer(&self) -> i32 {
        if self.letter { 1701 } else { 1531 }
    }

    /// Top margin: 30 mm.
    pub(super) fn top(&self) -> i32 {
        1701
    }

    /// Bottom margin: what whole lines leave of the paper, at least 26 mm.
    pub(super) fn bottom(&self) -> i32 {
        let room = self.paper().1 - self.top() - 1474;
        1474 + room % self.line
    }

    /// The size of type in half-points: in documents that run from right to left, Naskh is drawn larger.
    pub(super) fn size(&self, roman: i32, naskh: i32) -> i32 {
        if self.rtl { naskh } else { roman }
    }
}

/// The tag that Word knows a language by. A tag that names a region stays as it is.
pub(super) fn language_tag(lang: &str) -> String {
    let known = match lang {
        "ar" => "ar-SA",
        "en" => "en-GB",
        "es" => "es-ES",
        "fr" => "fr-FR",
        "zh" => "zh-CN",
        "ja" => "ja-JP",
        "ko" => "ko-KR",
        "th" => "th-TH",
        "ru" => "ru-RU",
        "pt" => "pt-BR",
        "de" => "de-DE",
        "it" => "it-IT",
        "fa" => "fa-IR",
        "he" => "he-IL",
        "ur" => "ur-PK",
        other => other,
    };
    clean::line(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_holds_whole_lines() {
        for (rtl, letter, lines) in [(false, false, 45), (false, true, 42), (true, false, 35)] {
            let measures = Measures {
                rtl,
                letter,
                line_numbers: false,
                lang: "en-GB".into(),
                line: if rtl { 380 } else { 300 },
            };
            let text_height = measures.paper().1 - measures.top() - measures.bottom();
            assert_eq!(text_height % measures.line, 0);
            assert_eq!(text_height / measures.line, lines);
        }
    }
}
