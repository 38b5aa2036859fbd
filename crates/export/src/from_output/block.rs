//! The text, block by block.

use document::{
    output::OutputBlock,
    rich_text::{AnnexFill, Block as TextBlock, BlockKind},
};
use outline::number::{Number, Numbered, number};
use pandoc_ast::{Alignment, Attr, Block, Cell, ColWidth, Inline, Row};

use super::{
    Material, annex, facts,
    inline::{self, Piece},
    list::{self, Item},
};
use crate::pandoc::{self, Attributes};

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
    numbers: Vec<Option<Number>>,
    out: Vec<Block>,
    labelled: Vec<Labelled>,
    annexes: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(material: Material<'a>) -> Self {
        let numbers = number(
            material
                .output
                .blocks
                .iter()
                .map(|block| match block.block.kind {
                    BlockKind::Preambular => Numbered::Preambular,
                    BlockKind::Operative => Numbered::Operative,
                    BlockKind::Heading if block.block.attrs.level.unwrap_or(1) <= 1 => {
                        Numbered::Group
                    }
                    BlockKind::Annex => Numbered::Annex,
                    _ => Numbered::Nothing,
                }),
        );
        Self {
            material,
            numbers,
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
            BlockKind::Operative => return self.operative(at, block),
            BlockKind::OrderedListItem | BlockKind::UnorderedListItem => {
                let (items, count) = self.items(at);
                let lists = list::nest(items, self.style(false));
                self.out.extend(lists);
                return count;
            }
            BlockKind::Voice => {
                let attributes = self.attributes(block, Attributes::class("voice"));
                let body = self.body(text);
                self.out.push(Block::Div(attributes, body));
            }
            BlockKind::Preambular => {
                let mut attributes = Attributes::class("preambular");
                if self.material.options.draft {
                    attributes = attributes.key("number", &self.shown(at));
                }
                let attributes = self.attributes(block, attributes);
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
            attributes = attributes.key("number", &self.shown(at));
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
            .key("number", &self.shown(at));
        self.out.push(Block::Header(1, attributes.build(), words));
        let filled = match block.block.attrs.fill {
            AnnexFill::Programme => annex::programme(self.material),
            AnnexFill::Participants => annex::participants(self.material),
            AnnexFill::Sources => annex::sources(self.material, &self.labelled),
            AnnexFill::None => Vec::new(),
        };
        self.out.extend(filled);
    }

    fn operative(&mut self, at: usize, block: &OutputBlock) -> usize {
        let attributes = self.attributes(
            block,
            Attributes::class("operative").key("number", &self.shown(at)),
        );
        let mut body = self.body(&block.block);
        let (items, count) = self.items(at + 1);
        body.extend(list::nest(items, self.style(true)));
        self.out.push(Block::Div(attributes, body));
        1 + count
    }

    fn style(&self, is_sub: bool) -> list::Style {
        let one_parenthesis = matches!(self.material.output.lang.as_str(), "fr" | "es");
        list::Style {
            is_sub,
            one_parenthesis,
        }
    }

    /// The list items from an index on, and how many blocks they are.
    fn items(&self, from: usize) -> (Vec<Item>, usize) {
        let is_item = |block: &&OutputBlock| {
            matches!(
                block.block.kind,
                BlockKind::OrderedListItem | BlockKind::UnorderedListItem
            )
        };
        let run: Vec<&OutputBlock> = self
            .material
            .output
            .blocks
            .get(from..)
            .into_iter()
            .flatten()
            .take_while(is_item)
            .collect();
        let items = run.iter().map(|block| Item {
            kind: block.block.kind,
            indent: block.block.attrs.indent,
            blocks: self.item_body(block),
        });
        (items.collect(), run.len())
    }

    /// An item's text carries its id on a span, because list items have no attributes of their own.
    fn item_body(&self, block: &OutputBlock) -> Vec<Block> {
        let mut body = self.body(&block.block);
        if let Some(Block::Para(inlines)) = body.first_mut() {
            let attributes = self.attributes(block, Attributes::default());
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

    /// The number of a block in the document's script.
    fn shown(&self, at: usize) -> String {
        let rtl = self.material.output.lang.as_str() == "ar";
        match self.numbers[at] {
            Some(Number::Preambular(n)) => self.material.words.get(
                "document-preambular-number",
                &[("n", (&n.to_string()).into())],
            ),
            Some(Number::Group(n)) if rtl => arabic(&LETTERS, n),
            Some(Number::Annex(n)) if rtl => arabic(&ORDINALS, n),
            Some(number) => number.to_string(),
            None => String::new(),
        }
    }

    /// Finds what each paragraph is called.
    fn label_all(&mut self) {
        let blocks = &self.material.output.blocks;
        let rtl = self.material.output.lang.is_rtl();
        let style = self.style(true);
        let mut above: Option<(String, String)> = None;
        let mut counts = [0_i64; 5];
        let mut messages = 0;
        for (at, block) in blocks.iter().enumerate() {
            let id = block.id.as_str().to_owned();
            let (label, wants_source, below) = match block.block.kind {
                BlockKind::Operative => {
                    let shown = self.shown(at);
                    above = Some((id.clone(), shown.clone()));
                    counts = [0; 5];
                    (shown, !block.block.is_blank(), None)
                }
                BlockKind::OrderedListItem | BlockKind::UnorderedListItem => {
                    let indent = usize::from(block.block.attrs.indent).min(4);
                    counts[indent] += 1;
                    counts[indent + 1..].fill(0);
                    match &above {
                        Some((operative, shown)) => {
                            let ordered = block.block.kind == BlockKind::OrderedListItem;
                            let items = (0..=indent)
                                .map(|i| list::label(style, i, counts[i].max(1), ordered, rtl));
                            (
                                format!("{shown} {}", items.collect::<String>()),
                                false,
                                Some(operative.clone()),
                            )
                        }
                        None => {
                            messages += 1;
                            (messages.to_string(), self.material.is_messages(), None)
                        }
                    }
                }
                kind => {
                    above = None;
                    counts = [0; 5];
                    let label = match kind {
                        BlockKind::Preambular => self.shown(at),
                        _ => String::new(),
                    };
                    (label, false, None)
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

/// Letters as headings in Arabic have them, in words.
const LETTERS: [&str; 12] = [
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام",
];
/// Ordinals as annexes in Arabic have them.
const ORDINALS: [&str; 10] = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
];

fn arabic(words: &[&str], n: u32) -> String {
    let index = usize::try_from(n).unwrap_or(usize::MAX).wrapping_sub(1);
    words
        .get(index)
        .map_or_else(|| n.to_string(), |word| (*word).to_owned())
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
