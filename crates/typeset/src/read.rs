//! Pandoc AST → sheet: reads what it knows, prints what it does not know as plain text, and notes what is wrong.
//!
//! The reader never fails on the shape of a node. It keeps nesting shallow, because Typst gives up at a fixed depth,
//! and it gives out each id once, because a doubled label ends a compilation.

mod anchors;
mod blocks;
mod ends;
mod inlines;
mod lists;
mod meta;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::Error;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::fonts::{EMBEDDED, Fonts, Shelf};
use crate::sheet::{Block, Inline, Node, Sheet};
use crate::text::clean;

/// How deep quotes, lists and foreign passages may stand in each other before they are set flat.
const DEEPEST: usize = 8;

/// How deep marks may stand in each other, and in those.
const DEEPEST_INLINE: usize = 14;

/// A block of more characters than this is split over pages, even where its kind never is.
const LONGEST_WHOLE: usize = 1500;

/// Reads a Pandoc AST into a sheet, says what it found and which faces the sheet is set in.
pub(crate) fn read<'f>(
    ast: &[u8],
    fonts: &'f Fonts,
) -> Result<(Sheet, Vec<Diagnostic>, &'f Shelf), Error> {
    let ast: Value =
        serde_json::from_slice(ast).map_err(|error| Error::NotPandoc(error.to_string()))?;
    let Some(blocks) = ast["blocks"].as_array() else {
        return Err(Error::NotPandoc("there is no list of blocks".to_owned()));
    };
    let mut reader = Reader::new(fonts);
    let mut meta = reader.meta(&ast["meta"]);
    let blocks = ends::kept(reader.blocks(blocks));
    if meta.file_title.is_empty() {
        meta.file_title = meta.running.clone();
    }
    if meta.file_title.is_empty() {
        meta.file_title = "—".to_owned();
    }
    // Given out is not yet printed: an empty paragraph takes its id away with it.
    let anchors = anchors::printed(&blocks);
    let shelf = if reader.beyond {
        fonts.all()
    } else {
        &EMBEDDED
    };
    let sheet = Sheet {
        meta,
        blocks,
        anchors,
    };
    Ok((sheet, reader.found.finish(), shelf))
}

/// What the reader carries along.
struct Reader<'f> {
    fonts: &'f Fonts,
    /// Whether something was read that no embedded face shows, and another does.
    beyond: bool,
    /// The language and direction of the passage being read.
    lang: String,
    rtl: bool,
    found: Findings,
    /// The ids given out so far.
    ids: BTreeSet<String>,
    place: Place,
    /// The annex under whose heading the reader is: what has no id of its own there was filled in at export.
    filled_annex: Option<String>,
    /// How many containers (list, quote, cell, note) stand around this block.
    depth: usize,
    /// How many lists stand around what is read.
    lists: usize,
    /// The level of the heading before.
    level: u8,
    /// Inside a note, a cell or the title no id is given out: what stands there may be printed twice.
    without_ids: bool,
    in_note: bool,
    in_link: bool,
    /// The word "Annex" in the document's language.
    annex: String,
}

impl<'f> Reader<'f> {
    fn new(fonts: &'f Fonts) -> Self {
        Self {
            fonts,
            beyond: false,
            lang: "en".to_owned(),
            rtl: false,
            found: Findings::default(),
            ids: BTreeSet::new(),
            place: Place::default(),
            filled_annex: None,
            depth: 0,
            lists: 0,
            level: 0,
            without_ids: false,
            in_note: false,
            in_link: false,
            annex: String::new(),
        }
    }

    /// Gives out an id, once.
    fn take_id(&mut self, id: &str) -> Option<String> {
        let fits = !id.is_empty() && id.len() <= 200 && !id.contains(char::is_control);
        if self.without_ids || !fits {
            return None;
        }
        if !self.ids.insert(id.to_owned()) {
            let place = Place::paragraph(id);
            self.found.push(Diagnostic::new(
                Severity::Warning,
                place,
                "document-id-doubled",
            ));
            return None;
        }
        Some(id.to_owned())
    }

    /// Reads with the place set to a paragraph, where the id names one.
    fn at<T>(&mut self, id: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        if id.is_empty() {
            return read(self);
        }
        let before = std::mem::replace(&mut self.place, Place::paragraph(id));
        let result = read(self);
        self.place = before;
        result
    }

    /// Reads with the place set to a field of the title block.
    fn in_field<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.place, Place::field(name));
        let result = read(self);
        self.place = before;
        result
    }

    /// Reads one container deeper.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Reads in another language, and says whether it differs from the one around.
    fn in_language<T>(
        &mut self,
        attr: &Attr<'_>,
        read: impl FnOnce(&mut Self) -> T,
    ) -> (T, Option<Language>) {
        let Some(language) = attr.language(&self.lang) else {
            return (read(self), None);
        };
        if language.lang == self.lang && language.rtl == self.rtl {
            return (read(self), None);
        }
        let before = (
            std::mem::replace(&mut self.lang, language.lang.clone()),
            self.rtl,
        );
        self.rtl = language.rtl;
        let result = read(self);
        (self.lang, self.rtl) = before;
        (result, Some(language))
    }

    /// Cleans a text and notes what had to be replaced.
    fn clean(&mut self, text: &str) -> String {
        let mut replaced = Vec::new();
        let text = clean(text, self.fonts, &mut replaced);
        self.beyond |= !text.chars().all(|c| c.is_ascii() || EMBEDDED.shows(c));
        if !replaced.is_empty() {
            let (place, is_filled) = self.here();
            self.found.replaced(place, is_filled, replaced);
        }
        text
    }

    fn say(&mut self, severity: Severity, key: &'static str) {
        let (place, _) = self.here();
        self.found.push(Diagnostic::new(severity, place, key));
    }

    /// The place being read, and whether what stands there was filled in at export.
    fn here(&self) -> (Place, bool) {
        match &self.filled_annex {
            Some(annex) if self.place == Place::default() => (Place::paragraph(annex), true),
            _ => (self.place.clone(), false),
        }
    }
}

/// A language and the direction it is written in.
struct Language {
    lang: String,
    rtl: bool,
}

/// The primary subtag, if it is one that Typst accepts.
fn primary_subtag(tag: &str) -> Option<String> {
    let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
    let fits = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
    fits.then_some(primary)
}

fn is_rtl(lang: &str) -> bool {
    matches!(
        lang,
        "ar" | "he" | "fa" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb" | "arc"
    )
}

/// The attributes of a node: `[id, [class], [[key, value]]]`.
struct Attr<'a> {
    id: &'a str,
    value: &'a Value,
}

impl<'a> Attr<'a> {
    fn of(value: &'a Value) -> Self {
        Self {
            id: value[0].as_str().unwrap_or_default(),
            value,
        }
    }

    fn has(&self, class: &str) -> bool {
        self.value[1]
            .as_array()
            .is_some_and(|classes| classes.iter().any(|c| c == class))
    }

    fn key(&self, name: &str) -> Option<&'a str> {
        let pairs = self.value[2].as_array()?;
        pairs
            .iter()
            .find(|pair| pair[0] == name)
            .and_then(|pair| pair[1].as_str())
    }

    /// The language that is named, and the direction; a direction alone leaves the language as it is around.
    fn language(&self, around: &str) -> Option<Language> {
        let lang = self.key("lang").and_then(primary_subtag);
        let rtl = match self.key("dir") {
            Some("rtl") => true,
            Some("ltr") => false,
            _ => is_rtl(lang.as_deref()?),
        };
        let lang = lang.unwrap_or_else(|| around.to_owned());
        Some(Language { lang, rtl })
    }
}

/// How many characters without a glyph are named in one finding.
const MOST_NAMED: usize = 12;

/// The findings so far; replaced characters are gathered by place.
#[derive(Default)]
struct Findings {
    list: Vec<Diagnostic>,
    replaced: Vec<Replaced>,
}

/// Characters that were replaced at a place, and by what; by nothing where they were left out.
struct Replaced {
    place: Place,
    /// Whether the place was filled in at export.
    is_filled: bool,
    characters: BTreeMap<char, String>,
}

impl Findings {
    fn push(&mut self, diagnostic: Diagnostic) {
        if !self.list.contains(&diagnostic) {
            self.list.push(diagnostic);
        }
    }

    fn replaced(&mut self, place: Place, is_filled: bool, characters: Vec<(char, String)>) {
        let known = self
            .replaced
            .iter_mut()
            .rfind(|known| known.place == place && known.is_filled == is_filled);
        match known {
            Some(known) => known.characters.extend(characters),
            None => self.replaced.push(Replaced {
                place,
                is_filled,
                characters: characters.into_iter().collect(),
            }),
        }
    }

    fn finish(mut self) -> Vec<Diagnostic> {
        let written: BTreeSet<char> = self
            .replaced
            .iter()
            .filter(|one| !one.is_filled)
            .flat_map(|one| one.characters.keys().copied())
            .collect();
        for mut one in self.replaced {
            // What an annex only repeats is said of the paragraph itself.
            if one.is_filled {
                one.characters.retain(|c, _| !written.contains(c));
            }
            let (left_out, replaced): (Vec<_>, Vec<_>) = one
                .characters
                .into_iter()
                .partition(|(_, instead)| instead.is_empty());
            if !replaced.is_empty() {
                let first = &replaced[0].1;
                let instead = if replaced.iter().all(|(_, instead)| instead == first) {
                    first.clone()
                } else {
                    named(&replaced, |_, instead| instead.to_owned())
                };
                self.list.push(
                    Diagnostic::new(
                        Severity::Warning,
                        one.place.clone(),
                        "document-glyph-missing",
                    )
                    .with("characters", named(&replaced, |c, _| c.to_string()))
                    .with("codes", named(&replaced, code))
                    .with("instead", instead),
                );
            }
            if !left_out.is_empty() {
                self.list.push(
                    Diagnostic::new(Severity::Warning, one.place, "document-glyph-left-out")
                        // A mark is shown on a circle in the place of its letter.
                        .with("characters", named(&left_out, |c, _| format!("◌{c}")))
                        .with("codes", named(&left_out, code)),
                );
            }
        }
        self.list
    }
}

/// Something about each of the first characters, in a line.
fn named(characters: &[(char, String)], told: impl Fn(char, &str) -> String) -> String {
    let mut all: Vec<String> = characters
        .iter()
        .take(MOST_NAMED)
        .map(|(c, instead)| told(*c, instead))
        .collect();
    if characters.len() > MOST_NAMED {
        all.push("…".to_owned());
    }
    all.join(" ")
}

fn code(c: char, _: &str) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// How many characters some blocks hold, and whether there is a footnote among them.
#[derive(Default, Clone, Copy)]
struct Weight {
    characters: usize,
    has_note: bool,
}

impl Weight {
    fn of_blocks(blocks: &[Block]) -> Self {
        let mut weight = Self::default();
        blocks.iter().for_each(|block| weight.add_block(block));
        weight
    }

    fn of_inlines(inlines: &[Inline]) -> Self {
        let mut weight = Self::default();
        weight.add_inlines(inlines);
        weight
    }

    /// Whether it fits a page with room to spare.
    fn is_light(self) -> bool {
        self.characters <= LONGEST_WHOLE
    }

    fn add_block(&mut self, block: &Block) {
        // What is short still takes a line.
        self.characters += 60
            * match block {
                Block::List { items, .. } => items.len(),
                Block::Table(table) => table.rows.len(),
                Block::Code { lines } => lines.len(),
                Block::Lines { b } => b.len(),
                _ => 0,
            };
        let (lines, blocks) = block.inside();
        lines.into_iter().for_each(|line| self.add_inlines(line));
        blocks.into_iter().for_each(|block| self.add_block(block));
    }

    fn add_inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Node(Node::Code { s: text }) => {
                    self.characters += text.chars().count();
                }
                Inline::Node(Node::Break) => self.characters += 60,
                Inline::Node(Node::Note { b }) => {
                    self.has_note = true;
                    b.iter().for_each(|block| self.add_block(block));
                }
                Inline::Node(node) => self.add_inlines(node.inside()),
            }
        }
    }
}
