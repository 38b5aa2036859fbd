//! The text, block by block.

use document::{
    output::OutputBlock,
    rich_text::{AnnexFill, Block as TextBlock, BlockKind},
};
use pandoc_ast::{Alignment, Attr, Block, Cell, ColWidth, Inline, Row};

use super::{
    Material, annex, facts,
    inline::{self, Piece},
    list::{self, Item},
};
use crate::{
    labels::{Label, labels},
    pandoc::{self, Attributes},
};

/// What a paragraph is called in the annex of sources.
pub(super) struct Labelled {
    /// Its id.
    pub(super) id: String,
    /// Its number: "1", "2 (a)", "PP3".
    pub(super) label: String,
    /// For operative paragraphs and messages: whether a source is expected.
    pub(super) wants_source: bool,
    /// The operative paragraph that it is an item of.
    pub(super) below: Option<String>,
}

/// Builds the blocks of the AST.
pub(super) struct Builder<'a> {
    material: Material<'a>,
    labels: Vec<Option<Label>>,
    out: Vec<Block>,
    labelled: Vec<Labelled>,
    annexes: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(material: Material<'a>) -> Self {
        Self {
            material,
            labels: labels(material.output),
            out: Vec::new(),
            labelled: Vec::new(),
            annexes: false,
        }
    }

    pub(super) fn build(mut self) -> Vec<Block> {
        self.out.extend(facts::facts(self.material));
        // The labels must be known before the annex that lists them, wherever that stands.
        self.label_all();
        let blocks = &self.material.output.blocks;
        let mut at = 0;
        while at < blocks.len() {
            at += self.block(at, &blocks[at]);
        }
        self.out
    }

    /// Writes the block at an index with the list items that belong to it, and says how many blocks that were.
    fn block(&mut self, at: usize, block: &OutputBlock) -> usize {
        let text = &block.block;
        match text.kind {
            BlockKind::Title | BlockKind::Subtitle | BlockKind::Fact => {}
            BlockKind::Heading => self.heading(at, block),
            BlockKind::Annex => self.annex(at, block),
            BlockKind::Operative => return self.numbered(at, block, "operative", true),
            BlockKind::Preambular => {
                return self.numbered(at, block, "preambular", self.material.options.draft);
            }
            BlockKind::OrderedListItem | BlockKind::UnorderedListItem => {
                let (lists, count) = self.lists(at);
                self.out.extend(lists);
                return count;
            }
            BlockKind::Voice => {
                let attributes = self.attributes(block, Attributes::class("voice"));
                let body = self.body(text);
                self.out.push(Block::Div(attributes, body));
            }
            BlockKind::Blockquote => {
                let quote = Block::BlockQuote(self.body(text));
                let attributes = self.attributes(block, Attributes::default());
                self.out.push(Block::Div(attributes, vec![quote]));
            }
            BlockKind::Paragraph => {
                // An empty paragraph is what a new document begins with; it says nothing.
                if !text.is_blank() {
                    let attributes = self.attributes(block, Attributes::default());
                    let body = self.body(text);
                    self.out.push(Block::Div(attributes, body));
                }
            }
        }
        1
    }

    fn heading(&mut self, at: usize, block: &OutputBlock) {
        let level = i64::from(block.block.attrs.level.unwrap_or(1).clamp(1, 3));
        let words = self.heading_words(&block.block);
        let mut attributes = Attributes::default().id(self.material.ids.get(block.id.as_str()));
        // Inside an annex, headings are below the annex's own and have no letter.
        let level = if self.annexes {
            (level + 1).min(3)
        } else {
            level
        };
        if level == 1 {
            attributes = attributes.key("number", self.shown(at));
        }
        self.out
            .push(Block::Header(level, attributes.build(), words));
    }

    fn heading_words(&self, block: &TextBlock) -> Vec<Inline> {
        let words = inline::text_of(self.material.output, block);
        match &block.attrs.lang {
            Some(lang) if *lang != self.material.output.lang => {
                vec![Inline::Span(
                    Attributes::default().lang(lang).build(),
                    words,
                )]
            }
            _ => words,
        }
    }

    fn annex(&mut self, at: usize, block: &OutputBlock) {
        self.annexes = true;
        let words = self.heading_words(&block.block);
        let attributes = Attributes::class("annex")
            .id(self.material.ids.get(block.id.as_str()))
            .key("number", self.shown(at));
        self.out.push(Block::Header(1, attributes.build(), words));
        let filled = match block.block.attrs.fill {
            AnnexFill::Programme => annex::programme(self.material),
            AnnexFill::Participants => annex::participants(self.material),
            AnnexFill::Sources => annex::sources(self.material, &self.labelled),
            AnnexFill::None => Vec::new(),
        };
        self.out.extend(filled);
    }

    /// Writes a numbered paragraph with the lists below it, and says how many blocks that were.
    fn numbered(&mut self, at: usize, block: &OutputBlock, class: &str, shows: bool) -> usize {
        let mut attributes = Attributes::class(class);
        if shows {
            attributes = attributes.key("number", self.shown(at));
        }
        let attributes = self.attributes(block, attributes);
        let mut body = self.body(&block.block);
        let (lists, count) = self.lists(at + 1);
        body.extend(lists);
        self.out.push(Block::Div(attributes, body));
        1 + count
    }

    /// The lists that begin at an index, and how many blocks their items are.
    fn lists(&self, from: usize) -> (Vec<Block>, usize) {
        let rest = self.material.output.blocks.get(from..);
        let items = rest
            .into_iter()
            .flatten()
            .zip(from..)
            .map_while(|(block, at)| {
                let label = self.labels[at].as_ref()?;
                let (place, blocks) = (label.item?, self.item_body(block, &label.text));
                Some(Item { place, blocks })
            });
        let items: Vec<Item> = items.collect();
        let count = items.len();
        (list::nest(items), count)
    }

    /// An item's text carries its id and label on a span, because list items have no attributes of their own.
    fn item_body(&self, block: &OutputBlock, label: &str) -> Vec<Block> {
        let mut body = self.body(&block.block);
        if !matches!(body.first(), Some(Block::Para(_))) {
            body.insert(0, Block::Para(Vec::new()));
        }
        if let Some(Block::Para(inlines)) = body.first_mut() {
            let attributes = self.attributes(block, Attributes::default().key("number", label));
            *inlines = vec![Inline::Span(attributes, std::mem::take(inlines))];
        }
        body
    }

    /// Names a block, and says what in it is not as in the document. Where no other language is noted its first letter tells
    /// the direction, as on the page.
    fn attributes(&self, block: &OutputBlock, attributes: Attributes) -> Attr {
        let attributes = attributes.id(self.material.ids.get(block.id.as_str()));
        let document = &self.material.output.lang;
        let attributes = match &block.block.attrs.lang {
            Some(lang) if lang != document => attributes.lang(lang),
            _ => match inline::runs_rtl(&block.block.text()) {
                Some(true) if !document.is_rtl() => attributes.key("dir", "rtl"),
                Some(false) if document.is_rtl() => attributes.key("dir", "ltr"),
                _ => attributes,
            },
        };
        attributes.build()
    }

    fn body(&self, block: &TextBlock) -> Vec<Block> {
        inline::pieces(self.material.output, block)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(inlines) => Block::Para(inlines),
                Piece::Table(rows) => table(rows),
            })
            .collect()
    }

    /// What stands before a block.
    fn shown(&self, at: usize) -> &str {
        self.labels[at].as_ref().map_or("", |label| &label.text)
    }

    /// Finds what each paragraph is called.
    fn label_all(&mut self) {
        let mut above: Option<(String, String)> = None;
        // What stands before the items around an item.
        let mut around: Vec<String> = Vec::new();
        let mut messages = 0;
        for (block, label) in self.material.output.blocks.iter().zip(&self.labels) {
            let id = block.id.as_str().to_owned();
            let kind = block.block.kind;
            let shown = label.as_ref().map_or("", |label| &label.text);
            let (label, wants_source, below) = match label.as_ref().and_then(|label| label.item) {
                Some(item) => {
                    around.truncate(item.depth);
                    around.push(match item.form {
                        Some(_) => shown.to_owned(),
                        None => format!("{shown}{}", item.count),
                    });
                    match &above {
                        Some((paragraph, number)) => {
                            let label = format!("{number} {}", around.concat());
                            (label, false, Some(paragraph.clone()))
                        }
                        None if item.form.is_some() => (around.join(" "), false, None),
                        None => {
                            messages += 1;
                            (messages.to_string(), self.material.is_messages(), None)
                        }
                    }
                }
                None => {
                    let is_operative = kind == BlockKind::Operative;
                    let is_body = is_operative || kind == BlockKind::Preambular;
                    above = is_body.then(|| (id.clone(), shown.to_owned()));
                    let label = if is_body { shown } else { "" };
                    let wants_source = is_operative && !block.block.is_blank();
                    (label.to_owned(), wants_source, None)
                }
            };
            self.labelled.push(Labelled {
                id,
                label,
                wants_source,
                below,
            });
        }
    }
}

/// A table of people's; its first row is the head.
fn table(rows: &[Vec<String>]) -> Block {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let row = |cells: &Vec<String>| -> Row {
        let cells = (0..columns).map(|i| {
            let words = cells.get(i).map_or("", String::as_str);
            cell(vec![Block::Plain(pandoc::text(words))])
        });
        (Default::default(), cells.collect())
    };
    annex::table(
        "",
        &vec![ColWidth::ColWidthDefault; columns],
        rows.first().map(&row),
        rows.iter().skip(1).map(&row).collect(),
    )
}

/// A cell of one row and column.
pub(super) fn cell(blocks: Vec<Block>) -> Cell {
    (Default::default(), Alignment::AlignDefault, 1, 1, blocks)
}
