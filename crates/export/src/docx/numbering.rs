//! Word lists: definitions that are always there, and those that a document asks for.

use std::collections::HashMap;

use pandoc_ast::{ListNumberDelim, ListNumberStyle};

use super::{
    measures::{GUTTER, Measures, STEP},
    styles::{BLUE, GREY},
    xml::Xml,
};
use crate::clean;

/// The list that runs through the operative paragraphs of all groups.
pub(super) const OPERATIVE: u32 = 1;
/// The list of preambular paragraphs.
const PREAMBULAR: u32 = 2;
/// The list of the groups' letters.
const GROUPS: u32 = 3;
/// Bullets.
pub(super) const BULLETS: u32 = 4;

/// How far numbers hang where text runs from right to left.
///
/// Word takes the alignment of a number from the text's start, other programs from the paper's left. A number that
/// begins far enough outside of the text stands well in both.
const HANG_RTL: i32 = 510;

/// A paragraph's place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// The list.
    pub(super) list: u32,
    /// The level in it, from 0.
    pub(super) level: usize,
}

/// What hangs in the margin column beside a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Series {
    /// Preambular paragraphs: PP1.
    Preambular,
    /// Groups: A.
    Groups,
    /// Operative paragraphs: 1.
    Operative,
}

/// A definition that the document asked for.
enum Definition {
    /// Fixed words in place of a count: "4 bis.", "ألف".
    Words(Series, String),
    /// A list with its own form of numbers on every level.
    Ordered(ListNumberStyle, ListNumberDelim),
}

/// The lists of a document.
pub(super) struct Numbering {
    definitions: Vec<Definition>,
    ordered: HashMap<(ListNumberStyle, ListNumberDelim), u32>,
    /// Lists beyond the fixed ones: definition, and where one level starts.
    lists: Vec<(u32, Option<(usize, i64)>)>,
    prefix: Option<String>,
    counts: [i64; 3],
    operative: u32,
    rtl: bool,
    /// See [`Measures::lead`].
    lead: i32,
    one_parenthesis: bool,
}

/// Fixed definitions: operative, preambular, groups, bullets.
const FIXED: u32 = 4;

impl Numbering {
    /// The lists of an empty document.
    pub(super) fn new(measures: &Measures) -> Self {
        Self {
            definitions: Vec::new(),
            ordered: HashMap::new(),
            lists: Vec::new(),
            prefix: None,
            counts: [0; 3],
            operative: OPERATIVE,
            rtl: measures.rtl,
            lead: measures.lead(),
            one_parenthesis: ["fr", "es"].contains(&measures.lang.split('-').next().unwrap_or("")),
        }
    }

    /// The place in its series of a paragraph that shall show `shown`.
    ///
    /// Where that is what Word counts to by itself, the paragraph joins the series; where the count jumps, it starts
    /// the series anew; anything else is shown as words.
    pub(super) fn hang(&mut self, series: Series, shown: &str) -> Number {
        let shown = clean::line(shown);
        let count = &mut self.counts[series as usize];
        let counted = match series {
            Series::Operative => shown.parse::<i64>().ok(),
            Series::Groups => letter(&shown),
            Series::Preambular => {
                let digits = shown.trim_start_matches(|c: char| !c.is_ascii_digit());
                let prefix = &shown[..shown.len() - digits.len()];
                let prefix = self.prefix.get_or_insert_with(|| prefix.to_owned());
                shown
                    .strip_prefix(prefix.as_str())
                    .and_then(|n| n.parse().ok())
            }
        };
        let list = match series {
            Series::Operative => self.operative,
            Series::Preambular => PREAMBULAR,
            Series::Groups => GROUPS,
        };
        match counted {
            Some(n) if n == *count + 1 => {
                *count = n;
                Number { list, level: 0 }
            }
            Some(n) if series == Series::Operative && (1..1_000_000).contains(&n) => {
                *count = n;
                self.operative = self.list(0, Some((0, n)));
                Number {
                    list: self.operative,
                    level: 0,
                }
            }
            _ => {
                self.definitions.push(Definition::Words(series, shown));
                let definition = FIXED + self.definitions.len() as u32 - 1;
                Number {
                    list: self.list(definition, None),
                    level: 0,
                }
            }
        }
    }

    /// A level of the series of operative paragraphs, for the first list below one.
    pub(super) fn below_operative(
        &self,
        style: ListNumberStyle,
        start: i64,
        level: usize,
    ) -> Option<Number> {
        let expected = if level == 1 {
            ListNumberStyle::LowerAlpha
        } else {
            ListNumberStyle::LowerRoman
        };
        let fits = matches!(level, 1 | 2)
            && start == 1
            && (style == expected || style == ListNumberStyle::DefaultStyle);
        fits.then_some(Number {
            list: self.operative,
            level,
        })
    }

    /// A list of its own, counting from `start` on `level`.
    pub(super) fn ordered(
        &mut self,
        style: ListNumberStyle,
        delim: ListNumberDelim,
        start: i64,
        level: usize,
    ) -> Number {
        let fixed = FIXED + self.definitions.len() as u32;
        let definition = *self.ordered.entry((style, delim)).or_insert_with(|| {
            self.definitions.push(Definition::Ordered(style, delim));
            fixed
        });
        Number {
            list: self.list(definition, Some((level, start.clamp(0, 32_000)))),
            level,
        }
    }

    fn list(&mut self, definition: u32, start: Option<(usize, i64)>) -> u32 {
        self.lists.push((definition, start));
        FIXED + self.lists.len() as u32
    }

    /// The part `word/numbering.xml`.
    pub(super) fn part(&self, namespace: &str) -> Vec<u8> {
        Xml::part("w:numbering", &[("xmlns:w", namespace)], |xml| {
            self.abstract_list(xml, 0, |n, xml| n.operative_levels(xml));
            self.abstract_list(xml, 1, |n, xml| {
                let prefix = n.prefix.as_deref().unwrap_or("PP").replace('%', "");
                n.margin_level(xml, Series::Preambular, &format!("{prefix}%1"));
            });
            self.abstract_list(xml, 2, |n, xml| n.margin_level(xml, Series::Groups, "%1"));
            self.abstract_list(xml, 3, |n, xml| bullet_levels(xml, n.lead));
            for (i, definition) in self.definitions.iter().enumerate() {
                self.abstract_list(xml, FIXED + i as u32, |n, xml| match definition {
                    Definition::Words(series, words) => {
                        let dot = if *series == Series::Operative {
                            "."
                        } else {
                            ""
                        };
                        n.margin_level(xml, *series, &(words.replace('%', "") + dot));
                    }
                    Definition::Ordered(style, delim) => n.ordered_levels(xml, *style, *delim),
                });
            }
            for list in 0..FIXED {
                num(xml, list + 1, list, None);
            }
            for (i, (definition, start)) in self.lists.iter().enumerate() {
                num(xml, FIXED + 1 + i as u32, *definition, *start);
            }
        })
    }

    fn abstract_list(&self, xml: &mut Xml, id: u32, levels: impl FnOnce(&Self, &mut Xml)) {
        xml.element(
            "w:abstractNum",
            &[("w:abstractNumId", &id.to_string())],
            |xml| {
                // Word joins lists with equal identifiers when text is pasted, so each definition has its own.
                xml.val("w:nsid", &format!("{:08X}", 0x5241_5000 + id));
                xml.val("w:multiLevelType", "multilevel");
                levels(self, xml);
            },
        );
    }

    /// A number that hangs in the margin column, flush with the gutter.
    fn margin_level(&self, xml: &mut Xml, series: Series, text: &str) {
        let label = |size: &str| {
            format!(
                "<w:rFonts w:ascii=\"Noto Sans\" w:eastAsia=\"Noto Sans\" w:hAnsi=\"Noto Sans\" w:cs=\"Noto Naskh Arabic\"/><w:b/><w:bCs/><w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>{size}"
            )
        };
        let (format, face) = match series {
            Series::Operative => ("decimal", label(&format!("<w:color w:val=\"{BLUE}\"/>"))),
            Series::Groups => (
                "upperLetter",
                label(&format!("<w:color w:val=\"{BLUE}\"/>")),
            ),
            Series::Preambular if self.rtl => (
                "decimal",
                label(&format!(
                    "<w:color w:val=\"{GREY}\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"19\"/>"
                )),
            ),
            Series::Preambular => (
                "decimal",
                label(&format!(
                    "<w:color w:val=\"{GREY}\"/><w:spacing w:val=\"10\"/><w:sz w:val=\"14\"/><w:szCs w:val=\"19\"/>"
                )),
            ),
        };
        Level {
            format,
            text,
            align: if self.rtl { "left" } else { "right" },
            left: 0,
            hanging: if self.rtl { HANG_RTL } else { GUTTER },
            face: &face,
        }
        .write(xml, self.lead, 0);
    }

    fn operative_levels(&self, xml: &mut Xml) {
        self.margin_level(xml, Series::Operative, "%1.");
        let letters = if self.rtl {
            "arabicAbjad"
        } else {
            "lowerLetter"
        };
        let roman = if self.rtl { "decimal" } else { "lowerRoman" };
        for level in 1..9_i32 {
            let format = if level == 1 { letters } else { roman };
            let open = if self.one_parenthesis { "" } else { "(" };
            let text = format!("{open}%{})", level + 1);
            Level {
                format,
                text: &text,
                align: "left",
                left: STEP * level,
                hanging: STEP,
                face: "",
            }
            .write(xml, self.lead, level);
        }
    }

    fn ordered_levels(&self, xml: &mut Xml, style: ListNumberStyle, delim: ListNumberDelim) {
        let format = match style {
            ListNumberStyle::LowerAlpha if self.rtl => "arabicAbjad",
            ListNumberStyle::LowerAlpha => "lowerLetter",
            ListNumberStyle::UpperAlpha => "upperLetter",
            ListNumberStyle::LowerRoman => "lowerRoman",
            ListNumberStyle::UpperRoman => "upperRoman",
            ListNumberStyle::Decimal | ListNumberStyle::DefaultStyle | ListNumberStyle::Example => {
                "decimal"
            }
        };
        for level in 0..9_i32 {
            let n = level + 1;
            let text = match delim {
                ListNumberDelim::TwoParens => format!("(%{n})"),
                ListNumberDelim::OneParen => format!("%{n})"),
                ListNumberDelim::Period | ListNumberDelim::DefaultDelim => format!("%{n}."),
            };
            Level {
                format,
                text: &text,
                align: "left",
                left: STEP * n,
                hanging: STEP,
                face: "",
            }
            .write(xml, self.lead, level);
        }
    }
}

/// The place of a letter in the alphabet, from 1.
fn letter(shown: &str) -> Option<i64> {
    match shown.as_bytes() {
        [b @ b'A'..=b'Z'] => Some(i64::from(b - b'A') + 1),
        _ => None,
    }
}

struct Level<'a> {
    format: &'a str,
    text: &'a str,
    align: &'a str,
    left: i32,
    hanging: i32,
    face: &'a str,
}

impl Level<'_> {
    fn write(&self, xml: &mut Xml, lead: i32, level: i32) {
        xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
            xml.val("w:start", "1");
            xml.val("w:numFmt", self.format);
            xml.val("w:lvlText", self.text);
            xml.val("w:lvlJc", self.align);
            xml.element("w:pPr", &[], |xml| {
                let (left, hanging) = ((lead + self.left).to_string(), self.hanging.to_string());
                xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
            });
            if !self.face.is_empty() {
                xml.element("w:rPr", &[], |xml| xml.raw(self.face));
            }
        });
    }
}

fn bullet_levels(xml: &mut Xml, lead: i32) {
    for level in 0..9_i32 {
        let text = if level % 2 == 0 { "•" } else { "–" };
        let face = "<w:rFonts w:ascii=\"Noto Serif\" w:hAnsi=\"Noto Serif\" w:cs=\"Noto Serif\"/>";
        Level {
            format: "bullet",
            text,
            align: "left",
            left: STEP * (level + 1),
            hanging: STEP,
            face,
        }
        .write(xml, lead, level);
    }
}

fn num(xml: &mut Xml, id: u32, definition: u32, start: Option<(usize, i64)>) {
    xml.element("w:num", &[("w:numId", &id.to_string())], |xml| {
        xml.val("w:abstractNumId", &definition.to_string());
        if let Some((level, start)) = start {
            xml.element("w:lvlOverride", &[("w:ilvl", &level.to_string())], |xml| {
                xml.val("w:startOverride", &start.to_string());
            });
        }
    });
}
