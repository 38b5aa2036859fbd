//! Word lists: definitions that are always there, and those that a document asks for.

use std::collections::{BTreeMap, HashMap};

use pandoc_ast::{ListNumberDelim, ListNumberStyle};

use super::{
    faces::faces,
    measures::{GUTTER, Measures, STEP},
    styles::{BLUE, BOLD, GREY, color, size},
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
    /// The label of an item, that many steps of indent from the text.
    Label(String, i32),
    /// A list with its own form of numbers on every level.
    Ordered(Form),
}

/// What the items of a list are counted in, and what stands around the numbers.
pub(super) type Form = (ListNumberStyle, ListNumberDelim);

/// The lists of a document.
pub(super) struct Numbering {
    definitions: Vec<Definition>,
    ordered: HashMap<Form, u32>,
    /// How the lists below operative paragraphs are counted, by level.
    below: BTreeMap<usize, Form>,
    /// Lists beyond the fixed ones: definition, and where one level starts.
    lists: Vec<(u32, Option<(usize, i64)>)>,
    prefix: Option<String>,
    counts: [i64; 3],
    operative: u32,
    rtl: bool,
    /// Whether letters are those of the abjad.
    abjad: bool,
    /// See [`Measures::lead`].
    lead: i32,
}

/// Fixed definitions: operative, preambular, groups, bullets.
const FIXED: u32 = 4;

impl Numbering {
    /// The lists of an empty document.
    pub(super) fn new(measures: &Measures) -> Self {
        Self {
            definitions: Vec::new(),
            ordered: HashMap::new(),
            below: BTreeMap::new(),
            lists: Vec::new(),
            prefix: None,
            counts: [0; 3],
            operative: OPERATIVE,
            rtl: measures.rtl,
            abjad: measures.lang.starts_with("ar"),
            lead: measures.lead(),
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
            _ => self.defined(Definition::Words(series, shown)),
        }
    }

    /// A level of the series of operative paragraphs, for the first list below one. How a level is counted its first list
    /// says; one that is counted otherwise has to be a list of its own.
    pub(super) fn below_operative(
        &mut self,
        form: Form,
        start: i64,
        level: usize,
    ) -> Option<Number> {
        if start != 1 {
            return None;
        }
        let known = self.below.entry(level).or_insert(form);
        (*known == form).then_some(Number {
            list: self.operative,
            level,
        })
    }

    /// Whether a list is the series that operative paragraphs are in.
    pub(super) fn is_series(&self, list: u32) -> bool {
        list == self.operative
    }

    /// A list of its own, counting from `start` on `level`.
    pub(super) fn ordered(&mut self, form: Form, start: i64, level: usize) -> Number {
        let definition = self.ordered.get(&form).copied();
        let definition = definition.unwrap_or_else(|| self.define(Definition::Ordered(form)));
        self.ordered.insert(form, definition);
        Number {
            list: self.list(definition, Some((level, start.clamp(0, 32_000)))),
            level,
        }
    }

    /// The place of an item: that of its list, but beyond the letters of the abjad, where programs count on in different
    /// ways, one of its own that shows the label as words.
    pub(super) fn item(
        &mut self,
        place: Number,
        (style, _): Form,
        count: i64,
        label: &str,
        depth: usize,
    ) -> Number {
        if !(self.abjad && style == ListNumberStyle::LowerAlpha && count > 28) {
            return place;
        }
        let steps = i32::try_from(depth).map_or(0, |depth| depth + 1);
        self.defined(Definition::Label(label.to_owned(), steps))
    }

    /// The place of the only paragraph of a definition.
    fn defined(&mut self, definition: Definition) -> Number {
        let definition = self.define(definition);
        Number {
            list: self.list(definition, None),
            level: 0,
        }
    }

    fn define(&mut self, definition: Definition) -> u32 {
        self.definitions.push(definition);
        FIXED + self.definitions.len() as u32 - 1
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
                        let is_operative = *series == Series::Operative;
                        let dot = if is_operative { "." } else { "" };
                        n.margin_level(xml, *series, &(words.replace('%', "") + dot));
                    }
                    Definition::Label(label, steps) => {
                        let text = label.replace('%', "");
                        Level::in_text("decimal", &text, *steps).write(xml, n.lead, 0);
                    }
                    Definition::Ordered(form) => {
                        (0..9).for_each(|level| n.level(xml, *form, level, level + 1))
                    }
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
        let (format, look) = match series {
            Series::Operative => ("decimal", color(BLUE)),
            Series::Groups => ("upperLetter", color(BLUE)),
            Series::Preambular if self.rtl => ("decimal", color(GREY) + &size(17, 19)),
            Series::Preambular => (
                "decimal",
                color(GREY) + "<w:spacing w:val=\"10\"/>" + &size(14, 19),
            ),
        };
        let face = faces("Noto Sans") + BOLD + "<w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>" + &look;
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
        for (level, form) in &self.below {
            self.level(xml, *form, *level as i32, *level as i32);
        }
    }

    /// A level whose numbers stand `steps` of indent from the text.
    fn level(&self, xml: &mut Xml, (style, delim): Form, level: i32, steps: i32) {
        let format = match style {
            ListNumberStyle::LowerAlpha if self.abjad => "arabicAbjad",
            ListNumberStyle::LowerAlpha => "lowerLetter",
            ListNumberStyle::UpperAlpha => "upperLetter",
            ListNumberStyle::LowerRoman => "lowerRoman",
            ListNumberStyle::UpperRoman => "upperRoman",
            ListNumberStyle::Decimal | ListNumberStyle::DefaultStyle | ListNumberStyle::Example => {
                "decimal"
            }
        };
        let n = level + 1;
        let text = match delim {
            ListNumberDelim::TwoParens => format!("(%{n})"),
            ListNumberDelim::OneParen => format!("%{n})"),
            ListNumberDelim::Period | ListNumberDelim::DefaultDelim => format!("%{n}."),
        };
        Level::in_text(format, &text, steps).write(xml, self.lead, level);
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

impl<'a> Level<'a> {
    /// A label that stands before its text, in the text column.
    fn in_text(format: &'a str, text: &'a str, steps: i32) -> Self {
        Self {
            format,
            text,
            align: "left",
            left: STEP * steps,
            hanging: STEP,
            face: "",
        }
    }

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
