//! The Pandoc AST as this crate writes and reads it: short constructors, and what the metadata of a document says.

use pandoc_ast::{
    Attr, Block, Inline, Map, MetaValue, Pandoc, QuoteType, Row, TableBody, TableFoot,
};

use crate::clean;

/// The version of Pandoc's types that the AST follows.
pub const API_VERSION: [u32; 3] = [1, 23, 1];

/// Attributes of a Div or Span, made step by step.
#[derive(Debug, Clone, Default)]
pub struct Attributes(Attr);

impl Attributes {
    /// Attributes with one class.
    pub fn class(class: &str) -> Self {
        Self((String::new(), vec![class.to_owned()], Vec::new()))
    }

    /// Attributes with an id.
    #[must_use]
    pub fn id(mut self, id: &str) -> Self {
        self.0.0 = id.to_owned();
        self
    }

    /// Attributes with one more key.
    #[must_use]
    pub fn key(mut self, key: &str, value: &str) -> Self {
        self.0.2.push((key.to_owned(), value.to_owned()));
        self
    }

    /// Attributes with the language and direction of a passage.
    #[must_use]
    pub fn lang(self, lang: &model::language::Lang) -> Self {
        self.key("lang", lang.as_str()).key("dir", lang.dir())
    }

    /// The attributes as the AST holds them.
    pub fn build(self) -> Attr {
        self.0
    }
}

/// Text as Pandoc splits it: words, the spaces between them, and hard breaks where the text has line feeds.
///
/// No-break spaces stay inside their word; characters that would break a file are left out.
pub fn text(words: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut word = String::new();
    let end_word = |word: &mut String, inlines: &mut Vec<Inline>| {
        if !word.is_empty() {
            inlines.push(Inline::Str(std::mem::take(word)));
        }
    };
    for c in clean::text(words).chars() {
        match c {
            ' ' | '\t' => {
                end_word(&mut word, &mut inlines);
                if !matches!(inlines.last(), Some(Inline::Space | Inline::LineBreak)) {
                    inlines.push(Inline::Space);
                }
            }
            '\n' | '\u{2028}' | '\u{2029}' => {
                end_word(&mut word, &mut inlines);
                inlines.push(Inline::LineBreak);
            }
            '\r' => {}
            _ => word.push(c),
        }
    }
    end_word(&mut word, &mut inlines);
    inlines
}

/// A paragraph of plain text.
pub fn para(words: &str) -> Block {
    Block::Para(text(words))
}

/// The value of a key, if the attributes have it.
pub fn key<'a>(attributes: &'a Attr, key: &str) -> Option<&'a str> {
    let found = attributes.2.iter().find(|(name, _)| name == key);
    found.map(|(_, value)| value.as_str())
}

/// Whether the attributes have a class.
pub fn has_class(attributes: &Attr, class: &str) -> bool {
    attributes.1.iter().any(|c| c == class)
}

/// What stands before an item of a numbered list: its text says so; an item of another program's is counted.
pub fn item_label(item: &[Block], count: i64) -> String {
    let text = match item.first() {
        Some(Block::Para(inlines) | Block::Plain(inlines)) => inlines.first(),
        _ => None,
    };
    let label = match text {
        Some(Inline::Span(attributes, _)) => key(attributes, "number"),
        _ => None,
    };
    label.map_or_else(|| format!("{count}."), clean::line)
}

/// The words of inlines, without notes.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(inlines, &mut out);
    out
}

fn push_plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Str(words) | Inline::Code(_, words) | Inline::Math(_, words) => {
                out.push_str(words);
            }
            Inline::Space | Inline::SoftBreak | Inline::LineBreak => out.push(' '),
            _ => push_plain(inside(inline), out),
        }
    }
}

/// The inlines that an inline is put around. A note holds none: its text is blocks.
pub fn inside(inline: &Inline) -> &[Inline] {
    match inline {
        Inline::Emph(inside)
        | Inline::Underline(inside)
        | Inline::Strong(inside)
        | Inline::Strikeout(inside)
        | Inline::Superscript(inside)
        | Inline::Subscript(inside)
        | Inline::SmallCaps(inside)
        | Inline::Quoted(_, inside)
        | Inline::Cite(_, inside)
        | Inline::Link(_, inside, _)
        | Inline::Image(_, inside, _)
        | Inline::Span(_, inside) => inside,
        Inline::Str(_)
        | Inline::Code(..)
        | Inline::Space
        | Inline::SoftBreak
        | Inline::LineBreak
        | Inline::Math(..)
        | Inline::RawInline(..)
        | Inline::Note(_) => &[],
    }
}

/// The signs around a quotation.
pub fn quotes(kind: &QuoteType) -> [&'static str; 2] {
    match kind {
        QuoteType::SingleQuote => ["‘", "’"],
        QuoteType::DoubleQuote => ["“", "”"],
    }
}

/// The rows of a table below its head.
pub fn body_rows<'a>(
    bodies: &'a [TableBody],
    foot: &'a TableFoot,
) -> impl Iterator<Item = &'a Row> + Clone {
    let rows = bodies.iter().flat_map(|body| body.2.iter().chain(&body.3));
    rows.chain(&foot.1)
}

/// The words of blocks, a space between blocks.
pub fn plain_blocks(blocks: &[Block]) -> String {
    let mut out = String::new();
    for line in lines(blocks) {
        if !out.is_empty() {
            out.push(' ');
        }
        push_plain(line, &mut out);
    }
    out
}

/// The lines of blocks: each run of inlines that a block holds directly, in reading order.
pub fn lines(blocks: &[Block]) -> Vec<&[Inline]> {
    let mut lines = Vec::new();
    push_lines(blocks, &mut lines);
    lines
}

fn push_lines<'a>(blocks: &'a [Block], out: &mut Vec<&'a [Inline]>) {
    for block in blocks {
        match block {
            Block::Plain(inlines) | Block::Para(inlines) | Block::Header(_, _, inlines) => {
                out.push(inlines);
            }
            Block::LineBlock(lines) => out.extend(lines.iter().map(Vec::as_slice)),
            Block::BlockQuote(inside) | Block::Div(_, inside) => push_lines(inside, out),
            Block::Figure(_, caption, inside) => {
                push_lines(inside, out);
                push_lines(&caption.1, out);
            }
            Block::OrderedList(_, items) | Block::BulletList(items) => {
                items.iter().for_each(|item| push_lines(item, out));
            }
            Block::DefinitionList(items) => {
                for (term, definitions) in items {
                    out.push(term);
                    definitions.iter().for_each(|d| push_lines(d, out));
                }
            }
            Block::Table(_, caption, _, head, bodies, foot) => {
                push_lines(&caption.1, out);
                let rows = head.1.iter().chain(body_rows(bodies, foot));
                rows.flat_map(|row| &row.1)
                    .for_each(|cell| push_lines(&cell.4, out));
            }
            Block::CodeBlock(..) | Block::RawBlock(..) | Block::HorizontalRule | Block::Null => {}
        }
    }
}

/// What the metadata of a document says, with the defaults of the contract.
#[derive(Debug, Clone, Copy)]
pub struct Meta<'a>(&'a Map<String, MetaValue>);

impl<'a> Meta<'a> {
    /// Reads the metadata of a document.
    pub fn of(document: &'a Pandoc) -> Self {
        Self(&document.meta)
    }

    /// The formatted value of a key, empty where there is none.
    pub fn inlines(&self, key: &str) -> Vec<Inline> {
        match self.0.get(key) {
            Some(MetaValue::MetaInlines(inlines)) => inlines.clone(),
            Some(MetaValue::MetaString(words)) => text(words),
            Some(MetaValue::MetaBlocks(blocks)) => text(&plain_blocks(blocks)),
            _ => Vec::new(),
        }
    }

    /// The words of a key, empty where there are none.
    pub fn string(&self, key: &str) -> String {
        self.0.get(key).map(words_of).unwrap_or_default()
    }

    /// The title that the file bears in its properties: where the document has none, its running line (edition and kind).
    pub fn file_title(&self) -> String {
        let title = plain(&self.inlines("title"));
        if title.trim().is_empty() {
            return plain(&self.inlines("running"));
        }
        title
    }

    /// Whether a key is true.
    pub fn is(&self, key: &str) -> bool {
        matches!(self.0.get(key), Some(MetaValue::MetaBool(true)))
    }

    /// A fixed word in the document's language; `otherwise` where the metadata lacks it.
    pub fn word(&self, key: &str, otherwise: &str) -> String {
        let words = match self.0.get("words") {
            Some(MetaValue::MetaMap(map)) => map.get(key).map(|value| words_of(value)),
            _ => None,
        };
        words
            .filter(|w| !w.is_empty())
            .unwrap_or_else(|| otherwise.to_owned())
    }

    /// The label of the version, "Zero draft" or "Rev.1 — draft"; nothing in a final document.
    pub fn version(&self) -> Vec<Inline> {
        let mut version = self.inlines("version");
        let label = plain(&version);
        let draft = self.word("draft", "");
        // "Zero draft" has said already that it is one.
        let said = label.to_lowercase().contains(&draft.to_lowercase());
        if self.is("draft") && !draft.is_empty() && !said {
            if !version.is_empty() {
                version.extend(text(" — "));
            }
            version.extend(text(&draft));
        }
        version
    }

    /// The language of the document, `en` where none is given.
    pub fn lang(&self) -> String {
        let lang = self.string("lang");
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        if (2..=35).contains(&lang.len()) && lang.bytes().all(plain) {
            lang
        } else {
            "en".to_owned()
        }
    }

    /// Whether the document runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.string("dir") == "rtl"
    }
}

fn words_of(value: &MetaValue) -> String {
    match value {
        MetaValue::MetaString(words) => words.clone(),
        MetaValue::MetaInlines(inlines) => plain(inlines),
        MetaValue::MetaBlocks(blocks) => plain_blocks(blocks),
        MetaValue::MetaBool(_) | MetaValue::MetaMap(_) | MetaValue::MetaList(_) => String::new(),
    }
}
