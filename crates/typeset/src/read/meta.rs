//! The title block, the running lines, and what the file says about itself.

use serde_json::Value;
use typst::foundations::Datetime;

use super::inlines::plain;
use super::{Reader, is_rtl, primary_subtag};
use crate::Diagnostic;
use crate::diagnostic::{Place, Severity};
use crate::sheet::{Date, Inline, Meta, Node, PagePart};
use crate::text::{has_rtl, shorten, space_french};

/// A title of more characters than this is set a size smaller.
const LONG_TITLE: usize = 60;

/// How many characters of the running line and of the footer fit on their lines, both sides together, when what is
/// too long has been set smaller.
const LINE: usize = 115;

impl Reader<'_> {
    pub(super) fn meta(&mut self, meta: &Value) -> Meta {
        let lang = meta_string(&meta["lang"]);
        match primary_subtag(&lang) {
            Some(lang) => self.lang = lang,
            None => self.complain(Severity::Warning, "lang", "document-language-missing"),
        }
        self.rtl = match meta_string(&meta["dir"]).as_str() {
            "rtl" => true,
            "ltr" => false,
            _ => is_rtl(&self.lang),
        };
        let draft = meta_bool(&meta["draft"]);
        let words = &meta["words"]["c"];
        self.annex = self.field(words, "annex");
        let draft_word = self.field(words, "draft");
        // What stands in the title is also a string of the file: no ids, no notes.
        (self.without_ids, self.in_note) = (true, true);
        let title = self.in_field("title", |reader| reader.meta_line(&meta["title"]));
        let subtitle = self.in_field("subtitle", |reader| reader.meta_line(&meta["subtitle"]));
        (self.without_ids, self.in_note) = (false, false);
        let version = self.version(meta, draft, &draft_word);
        let date_text = self.in_field("date-text", |reader| reader.meta_line(&meta["date-text"]));
        let hash = self.field(meta, "hash");
        let symbol = self.field(meta, "symbol");
        let beside_running = [plain(&version), plain(&date_text), hash.clone()];
        let used: usize = beside_running
            .iter()
            .map(|text| text.chars().count() + 3)
            .sum();
        let page = self.page(words);
        let title_text = plain(&title)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if title_text.is_empty() {
            self.complain(Severity::Error, "title", "document-title-missing");
        }
        let file_title = match (title_text.is_empty(), symbol.is_empty()) {
            (true, _) => symbol.clone(),
            (_, true) => title_text.clone(),
            _ => format!("{title_text} ({symbol})"),
        };
        Meta {
            paper: match meta_string(&meta["paper"]).as_str() {
                "us-letter" => "us-letter",
                _ => "a4",
            },
            lang: self.lang.clone(),
            rtl: self.rtl,
            draft,
            line_numbers: draft && meta_bool(&meta["line-numbers"]),
            long_title: title_text.chars().count() > LONG_TITLE,
            title,
            subtitle,
            file_title: shorten(&file_title, 500),
            authors: self.authors(&meta["author"]),
            date: Some(self.date(&meta["date"])),
            date_text,
            track: self.in_field("track", |reader| reader.meta_line(&meta["track"])),
            forum: self.in_field("forum", |reader| reader.meta_line(&meta["forum"])),
            original: self.field(meta, "original"),
            running: shorten(
                &self.field(meta, "running"),
                LINE.saturating_sub(used).max(24),
            ),
            footer: shorten(
                &self.field(meta, "footer"),
                (LINE - 20).saturating_sub(symbol.chars().count()).max(12),
            ),
            symbol: shorten(&symbol, 40),
            hash: shorten(&hash, 24),
            version,
            page,
        }
    }

    /// "Annex I", in the document's language.
    pub(super) fn annex_label(&self, number: &str) -> String {
        format!("{} {number}", self.annex).trim().to_owned()
    }

    /// A date that is missing is said; PDF/A asks for one, so the file then says 1 January 1970.
    fn date(&mut self, date: &Value) -> Date {
        let text = meta_string(date);
        parse_date(&text).unwrap_or_else(|| {
            self.complain(Severity::Error, "date", "document-date-missing");
            Date {
                year: 1970,
                month: 1,
                day: 1,
            }
        })
    }

    /// The version's label and the word "draft"; a label that says "draft" itself is not doubled.
    fn version(&mut self, meta: &Value, draft: bool, word: &str) -> Vec<Inline> {
        let label = shorten(&self.field(meta, "version"), 40);
        let mut out = Vec::new();
        if !label.is_empty() {
            let text = Inline::Text(label.clone());
            let foreign = self.rtl && !has_rtl(&label);
            out.push(if foreign {
                Inline::Node(Node::Ltr {
                    hash: false,
                    boxed: true,
                    b: vec![text],
                })
            } else {
                text
            });
        }
        let says_draft = label.to_lowercase().contains(&word.to_lowercase());
        if draft && !word.is_empty() && !says_draft {
            let joined = if label.is_empty() {
                word.to_owned()
            } else {
                format!(" — {word}")
            };
            out.push(Inline::Text(joined));
        }
        out
    }

    fn page(&mut self, words: &Value) -> Vec<PagePart> {
        let text = self.field(words, "page");
        let text = if text.contains("{n}") {
            text
        } else {
            "{n} / {total}".to_owned()
        };
        let mut parts = Vec::new();
        let mut rest = text.as_str();
        while let Some(open) = rest.find('{') {
            let (before, after) = rest.split_at(open);
            let part = if after.starts_with("{n}") {
                (PagePart::Number, 3)
            } else if after.starts_with("{total}") {
                (PagePart::Total, 7)
            } else {
                (PagePart::Text { s: "{".to_owned() }, 1)
            };
            if !before.is_empty() {
                parts.push(PagePart::Text {
                    s: before.to_owned(),
                });
            }
            parts.push(part.0);
            rest = &after[part.1..];
        }
        if !rest.is_empty() {
            parts.push(PagePart::Text { s: rest.to_owned() });
        }
        parts
    }

    fn authors(&mut self, author: &Value) -> Vec<String> {
        let list = match author["c"].as_array() {
            Some(list) if author["t"] == "MetaList" => list.iter().map(meta_string).collect(),
            _ => vec![meta_string(author)],
        };
        let clean = list.iter().map(|name| self.clean(name.trim()));
        clean
            .filter(|name| !name.is_empty())
            .map(|name| shorten(&name, 200))
            .take(50)
            .collect()
    }

    /// A field as plain, cleaned text.
    fn field(&mut self, map: &Value, name: &str) -> String {
        let text = meta_string(&map[name]);
        let text = self.in_field(name, |reader| reader.clean(text.trim()));
        if self.lang == "fr" {
            space_french(&text)
        } else {
            text
        }
    }

    fn meta_line(&mut self, value: &Value) -> Vec<Inline> {
        match value["t"].as_str().unwrap_or_default() {
            "MetaInlines" => self.line(&value["c"]),
            "MetaBlocks" => self.line(&value["c"][0]["c"]),
            _ => {
                let mut line = Vec::new();
                self.text(meta_string(value).trim(), &mut line);
                line
            }
        }
    }

    fn complain(&mut self, severity: Severity, field: &str, key: &'static str) {
        let found = Diagnostic::new(severity, Place::field(field), key);
        self.found.push(found);
    }
}

fn meta_bool(value: &Value) -> bool {
    value["c"]
        .as_bool()
        .unwrap_or_else(|| meta_string(value) == "true")
}

/// The text of a meta value, whichever of Pandoc's forms it has.
fn meta_string(value: &Value) -> String {
    let mut text = String::new();
    add_text(value, &mut text);
    text
}

fn add_text(value: &Value, text: &mut String) {
    match value {
        Value::String(piece) => text.push_str(piece),
        Value::Array(parts) => parts.iter().for_each(|part| add_text(part, text)),
        Value::Object(node) => match node.get("t").and_then(Value::as_str) {
            Some("Space" | "SoftBreak" | "LineBreak") => text.push(' '),
            Some("Note") => {}
            // Attributes or a kind come first, the text second.
            Some("Link" | "Span" | "Image" | "Cite" | "Quoted" | "Code" | "Math" | "RawInline") => {
                node.get("c")
                    .into_iter()
                    .for_each(|content| add_text(&content[1], text));
            }
            _ => {
                if let Some(content) = node.get("c") {
                    add_text(content, text);
                }
            }
        },
        _ => {}
    }
}

/// Reads `2023-10-09`; a time after it is ignored.
fn parse_date(text: &str) -> Option<Date> {
    let day = text.trim().get(..10)?;
    let mut parts = day.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day: u8 = parts.next()?.parse().ok()?;
    Datetime::from_ymd(year, month, day)?;
    let fits = (1..=9999).contains(&year) && parts.next().is_none();
    fits.then_some(Date { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_checked() {
        assert_eq!(
            parse_date("2023-10-09"),
            Some(Date {
                year: 2023,
                month: 10,
                day: 9
            })
        );
        assert_eq!(
            parse_date("2024-02-29T10:00").map(|date| date.day),
            Some(29)
        );
        for wrong in [
            "",
            "2023-02-29",
            "9 October",
            "2023-13-01",
            "éééééééééé",
            "2023-1-1-1-",
        ] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }
}
