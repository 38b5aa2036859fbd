//! Writes the AST as Markdown that reads well as it stands: CommonMark, with the footnotes and tables that Pandoc and
//! GitHub share. Numbers are written out, because Markdown counts each list anew.
//!
//! Never: reads anything beside the AST; lets a character of the text become markup.

mod inline;

use pandoc_ast::{Attr, Block, Cell, Inline, Pandoc, Row};

use crate::pandoc::{self, Meta, has_class, key};

/// Writes a document as Markdown. The same document gives the same text.
pub fn markdown(document: &Pandoc) -> String {
    let meta = Meta::of(document);
    let mut text = Text {
        annex: meta.word("annex", "Annex"),
        // French sets a narrow space before a colon.
        colon: if meta.lang().starts_with("fr") {
            "\u{202f}:"
        } else {
            ":"
        },
        notes: Vec::new(),
        in_note: false,
    };
    let mut parts = text.title_block(meta);
    parts.push(text.blocks(&document.blocks));
    text.in_note = true;
    for (i, blocks) in std::mem::take(&mut text.notes).into_iter().enumerate() {
        let note = text.blocks(blocks);
        parts.push(prefixed(&note, &format!("[^{}]: ", i + 1), "    "));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// A Markdown text under construction.
struct Text<'d> {
    annex: String,
    colon: &'static str,
    notes: Vec<&'d [Block]>,
    in_note: bool,
}

/// The lines of a text, the first behind `first` and the others behind `rest`; empty lines stay empty.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::with_capacity(text.len() + first.len());
    for (i, line) in text.lines().enumerate() {
        if i == 0 {
            out.push_str(first);
        } else {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(rest);
            }
        }
        out.push_str(line);
    }
    if text.is_empty() {
        out.push_str(first.trim_end());
    }
    out
}

/// How far the content of an item is set in behind its marker.
fn hang(marker: &str) -> String {
    " ".repeat(marker.chars().count())
}

impl<'d> Text<'d> {
    fn title_block(&mut self, meta: Meta<'_>) -> Vec<String> {
        let words = |key: &str| inline::escaped(&meta.string(key));
        let join = |keys: &[&str]| {
            let parts: Vec<_> = keys
                .iter()
                .map(|key| words(key))
                .filter(|w| !w.is_empty())
                .collect();
            parts.join(" · ")
        };
        let around = |mark: &str, words: String| {
            if words.is_empty() {
                words
            } else {
                format!("{mark}{words}{mark}")
            }
        };
        let version = [
            inline::escaped(&pandoc::plain(&meta.version())),
            words("date-text"),
        ];
        let version = version
            .into_iter()
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        let title = match words("title") {
            title if title.is_empty() => title,
            title => format!("# {title}"),
        };
        vec![
            join(&["track", "forum", "symbol", "original"]),
            title,
            around("*", words("subtitle")),
            around("**", version),
        ]
    }

    fn blocks(&mut self, blocks: &'d [Block]) -> String {
        let mut out = String::new();
        let mut before_list = None;
        for block in blocks {
            let text = self.block(block);
            if text.is_empty() {
                continue;
            }
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            // Two lists in a row would read as one.
            let list = matches!(block, Block::OrderedList(..) | Block::BulletList(_))
                .then(|| text.chars().next());
            if list.is_some() && list == before_list {
                out.push_str("<!-- -->\n\n");
            }
            before_list = list;
            out.push_str(&text);
        }
        out
    }

    fn block(&mut self, block: &'d Block) -> String {
        match block {
            Block::Para(inlines) | Block::Plain(inlines) => self.paragraph(inlines),
            Block::LineBlock(lines) => {
                let lines: Vec<_> = lines.iter().map(|line| self.paragraph(line)).collect();
                lines.join("\\\n")
            }
            Block::CodeBlock(_, words) => inline::paragraph_start(&inline::escaped(words)),
            Block::BlockQuote(inside) => {
                let text = self.blocks(inside);
                text.lines()
                    .map(|line| format!("> {line}").trim_end().to_owned())
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            Block::OrderedList((start, ..), items) => {
                let counts = (0_i64..).map(|i| start.saturating_add(i));
                let labels = items
                    .iter()
                    .zip(counts)
                    .map(|(item, n)| inline::escaped(&pandoc::item_label(item, n)));
                let labels: Vec<_> = labels.collect();
                self.items(items, &labels)
            }
            Block::BulletList(items) => self.items(items, &vec!["-".to_owned(); items.len()]),
            Block::DefinitionList(items) => {
                let facts: Vec<_> = items
                    .iter()
                    .map(|(term, definitions)| self.fact(term, definitions))
                    .collect();
                facts.join("\n\n")
            }
            Block::Figure(_, caption, inside) => {
                let parts = [self.blocks(inside), self.blocks(&caption.1)];
                parts.join("\n\n").trim().to_owned()
            }
            Block::Header(level, attributes, inlines) => self.heading(*level, attributes, inlines),
            Block::Table(_, _, _, head, bodies, foot) => {
                let body: Vec<_> = pandoc::body_rows(bodies, foot).collect();
                self.table(&head.1, &body)
            }
            Block::Div(attributes, inside) => self.div(attributes, inside),
            Block::RawBlock(..) | Block::HorizontalRule | Block::Null => String::new(),
        }
    }

    fn paragraph(&mut self, inlines: &'d [Inline]) -> String {
        inline::paragraph_start(inline::trimmed(&self.inlines(inlines)))
    }

    fn heading(&mut self, level: i64, attributes: &Attr, inlines: &'d [Inline]) -> String {
        let words = self.inlines(inlines).replace("\\\n", " ");
        let number = key(attributes, "number").map(inline::escaped);
        let number = match number {
            Some(number) if has_class(attributes, "annex") => {
                format!("{} {number}. ", inline::escaped(&self.annex))
            }
            Some(number) => format!("{number}. "),
            None => String::new(),
        };
        let marks = "#".repeat(level.clamp(1, 3) as usize + 1);
        format!("{marks} {number}{}", words.trim())
            .trim_end()
            .to_owned()
    }

    fn fact(&mut self, term: &'d [Inline], definitions: &'d [Vec<Block>]) -> String {
        let term = self.inlines(term);
        let values: Vec<_> = definitions
            .iter()
            .map(|definition| self.blocks(definition))
            .collect();
        format!("**{}{}** {}", term.trim(), self.colon, values.join("\n\n"))
            .trim_end()
            .to_owned()
    }

    fn div(&mut self, attributes: &Attr, inside: &'d [Block]) -> String {
        let number = key(attributes, "number").map(inline::escaped);
        let text = self.blocks(inside);
        match number {
            Some(number) if has_class(attributes, "operative") => {
                let is_count =
                    (1..=9).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
                if is_count {
                    let marker = format!("{number}. ");
                    prefixed(&text, &marker, &hang(&marker))
                } else {
                    format!("**{number}.** {text}")
                }
            }
            Some(number) if has_class(attributes, "preambular") => {
                format!("**{number}** {text}").trim_end().to_owned()
            }
            _ => match key(attributes, "label") {
                Some(label) if has_class(attributes, "imprint") => {
                    format!("**{}{}** {text}", inline::escaped(label), self.colon)
                }
                _ => text,
            },
        }
    }

    /// List items; labels that Markdown does not know stand as text before their paragraph.
    fn items(&mut self, items: &'d [Vec<Block>], labels: &[String]) -> String {
        let mut out = Vec::new();
        for (item, label) in items.iter().zip(labels) {
            let text = self.blocks(item);
            let known = label == "-"
                || label
                    .strip_suffix(['.', ')'])
                    .is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
            out.push(if known {
                let marker = format!("{label} ");
                prefixed(&text, &marker, &hang(&marker))
            } else {
                format!("{label} {text}")
            });
        }
        let tight =
            labels.first().is_some_and(|l| l == "-") && items.iter().all(|item| item.len() == 1);
        out.join(if tight { "\n" } else { "\n\n" })
    }

    fn table(&mut self, head: &'d [Row], body: &[&'d Row]) -> String {
        let columns = head
            .iter()
            .chain(body.iter().copied())
            .map(|row| row.1.len())
            .max()
            .unwrap_or(0);
        if columns == 0 {
            return String::new();
        }
        let mut lines = Vec::with_capacity(body.len() + 2);
        match head.first() {
            Some(row) => lines.push(self.row(row, columns)),
            None => lines.push(format!("|{}", "  |".repeat(columns))),
        }
        lines.push(format!("|{}", "---|".repeat(columns)));
        for row in head.iter().skip(1).chain(body.iter().copied()) {
            lines.push(self.row(row, columns));
        }
        lines.join("\n")
    }

    fn row(&mut self, row: &'d Row, columns: usize) -> String {
        let mut line = "|".to_owned();
        for cell in &row.1 {
            line.push(' ');
            line.push_str(&self.cell(cell));
            line.push_str(" |");
        }
        line.push_str(&"  |".repeat(columns.saturating_sub(row.1.len())));
        line
    }

    fn cell(&mut self, cell: &'d Cell) -> String {
        let lines = pandoc::lines(&cell.4).into_iter();
        let parts: Vec<_> = lines
            .map(|line| inline::trimmed(&self.inlines(line)).replace("\\\n", "<br>"))
            .collect();
        parts.join("<br>").replace('\n', " ")
    }
}
