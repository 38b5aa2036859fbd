//! The blocks of the document, and the meaning that rides on their classes.

use serde_json::Value;

use super::inlines::{paragraph, plain};
use super::{Attr, DEEPEST, Language, Reader, Weight};
use crate::sheet::{Block, Fact, Inline, Node, Operative};

impl Reader<'_> {
    /// Reads a list of blocks; operative paragraphs that follow each other become one list.
    pub(super) fn blocks(&mut self, blocks: &[Value]) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            self.block(block, &mut out);
        }
        for at in 1..out.len() {
            let introduces = matches!(out[at], Block::Preambular { .. });
            if let Block::Voice { sticky, .. } = &mut out[at - 1] {
                *sticky = introduces;
            }
            let is_under_table = matches!(&out[at - 1], Block::Table(table) if table.from_data);
            if let (true, Block::Para { id, b, .. }) = (is_under_table, &mut out[at]) {
                out[at] = Block::TableNote {
                    id: id.take(),
                    b: std::mem::take(b),
                };
            }
        }
        out
    }

    fn block(&mut self, block: &Value, out: &mut Vec<Block>) {
        let content = &block["c"];
        match block["t"].as_str().unwrap_or_default() {
            "Para" | "Plain" => self.paragraph(content, out),
            "Header" => self.header(content, out),
            "Div" => self.div(content, out),
            "BlockQuote" => self.quote(content, out),
            "BulletList" => self.bullet_list(content, out),
            "OrderedList" => self.ordered_list(content, out),
            "DefinitionList" => self.definitions(content, out),
            "Table" => self.table(content, out),
            "Figure" => {
                self.block_list(&content[2], out);
                self.block_list(&content[1][1], out);
            }
            "LineBlock" => {
                let lines = content.as_array().into_iter().flatten();
                let b: Vec<_> = lines.map(|line| self.line(line)).collect();
                if !b.is_empty() {
                    out.push(Block::Lines { b });
                }
            }
            "HorizontalRule" if self.depth == 0 => out.push(Block::Rule),
            "CodeBlock" | "RawBlock" => {
                let text = content[1].as_str().unwrap_or_default();
                let lines: Vec<_> = text.lines().map(|line| self.clean(line)).collect();
                if !lines.is_empty() {
                    out.push(Block::Code { lines });
                }
            }
            _ => {
                if let Some(text) = content.as_str() {
                    let text = self.clean(text);
                    out.push(paragraph(vec![Inline::Text(text)]));
                }
            }
        }
    }

    /// Reads blocks into the list being built.
    pub(super) fn block_list(&mut self, blocks: &Value, out: &mut Vec<Block>) {
        for block in blocks.as_array().into_iter().flatten() {
            self.block(block, out);
        }
    }

    /// Reads blocks that stand one container deeper.
    pub(super) fn inner_blocks(&mut self, blocks: &Value) -> Vec<Block> {
        self.deeper(|reader| {
            reader.blocks(blocks.as_array().map(Vec::as_slice).unwrap_or_default())
        })
    }

    fn paragraph(&mut self, content: &Value, out: &mut Vec<Block>) {
        let b = self.line(content);
        if b.is_empty() {
            return;
        }
        let weight = Weight::of_inlines(&b);
        // A footnote in a paragraph that may break slips to the next page.
        let whole = self.depth == 0 && weight.has_note && weight.is_light();
        out.push(Block::Para { id: None, whole, b });
    }

    fn header(&mut self, content: &Value, out: &mut Vec<Block>) {
        let attr = Attr::of(&content[1]);
        self.at(attr.id, |reader| {
            let b = reader.line(&content[2]);
            let number = reader.clean(attr.key("number").unwrap_or_default());
            if reader.depth > 0 {
                if !b.is_empty() {
                    out.push(paragraph(vec![Inline::Node(Node::Strong { b })]));
                }
                return;
            }
            if attr.has("annex") {
                let word = attr.key("label").map(|label| reader.clean(label));
                let label = word.unwrap_or_else(|| reader.annex_label(&number));
                if label.is_empty() && plain(&b).trim().is_empty() {
                    return;
                }
                reader.level = 1;
                reader.filled_annex = (!attr.id.is_empty()).then(|| attr.id.to_owned());
                let id = reader.take_id(attr.id);
                let new_page = !attr.has("follows");
                out.push(Block::Annex {
                    id,
                    label,
                    new_page,
                    b,
                });
                return;
            }
            if plain(&b).trim().is_empty() && number.is_empty() {
                return;
            }
            // PDF/UA allows no skipped level.
            let level = content[0].as_u64().unwrap_or(1).clamp(1, 6) as u8;
            reader.level = level.min(reader.level + 1);
            let id = reader.take_id(attr.id);
            out.push(Block::Heading {
                id,
                level: reader.level,
                number,
                b,
            });
        });
    }

    fn div(&mut self, content: &Value, out: &mut Vec<Block>) {
        let attr = Attr::of(&content[0]);
        let body = &content[1];
        self.at(attr.id, |reader| {
            let flat = reader.depth > DEEPEST;
            let mut inner = Vec::new();
            let ((), language) = reader.in_language(&attr, |reader| {
                if flat {
                    reader.block_list(body, &mut inner)
                } else {
                    reader.div_body(&attr, body, &mut inner)
                }
            });
            match language {
                Some(language) if !flat => {
                    inner
                        .into_iter()
                        .for_each(|block| push_block(out, in_language(block, &language)));
                }
                _ => inner.into_iter().for_each(|block| push_block(out, block)),
            }
        });
    }

    fn div_body(&mut self, attr: &Attr<'_>, body: &Value, out: &mut Vec<Block>) {
        let at_top = self.depth == 0;
        if at_top && attr.has("facts") {
            self.in_field("facts", |reader| reader.block_list(body, out));
        } else if at_top && attr.has("voice") {
            let id = self.take_id(attr.id);
            let b = self.inner_blocks(body);
            if !b.is_empty() {
                out.push(Block::Voice {
                    id,
                    sticky: false,
                    b,
                });
            }
        } else if at_top && attr.has("preambular") {
            let id = self.take_id(attr.id);
            let number = self.clean(attr.key("number").unwrap_or_default());
            let b = self.inner_blocks(body);
            let whole = Weight::of_blocks(&b).is_light();
            out.push(Block::Preambular {
                id,
                number,
                whole,
                b,
            });
        } else if at_top && attr.has("operative") {
            let item = self.operative(attr, body);
            let weight = Weight::of_blocks(&item.b);
            let whole = weight.has_note && weight.is_light();
            push_block(
                out,
                Block::Operatives {
                    whole,
                    items: vec![item],
                },
            );
        } else if at_top && attr.has("imprint") {
            let label = self.clean(attr.key("label").unwrap_or_default());
            let b = self.inner_blocks(body);
            if !b.is_empty() {
                out.push(Block::Imprint { label, b });
            }
        } else {
            if let Some(id) = self.take_id(attr.id) {
                out.push(Block::Anchor { id });
            }
            // A paragraph with its own id: the target goes inside, so that a page break cannot part them.
            let from = out.len();
            self.block_list(body, out);
            if from > 0
                && let (Some(Block::Anchor { id }), Some(Block::Para { id: own @ None, .. })) =
                    pair(out, from - 1)
            {
                *own = Some(std::mem::take(id));
                out.remove(from - 1);
            }
        }
    }

    fn operative(&mut self, attr: &Attr<'_>, body: &Value) -> Operative {
        let id = self.take_id(attr.id);
        let number = self.clean(attr.key("number").unwrap_or_default());
        let state = self.clean(attr.key("state").unwrap_or_default());
        let b = self.inner_blocks(body);
        Operative {
            id,
            number: with_period(number),
            state,
            b,
        }
    }

    fn quote(&mut self, content: &Value, out: &mut Vec<Block>) {
        if self.depth > DEEPEST {
            self.block_list(content, out);
            return;
        }
        let b = self.inner_blocks(content);
        if !b.is_empty() {
            out.push(Block::Quote { b });
        }
    }

    fn definitions(&mut self, content: &Value, out: &mut Vec<Block>) {
        let mut rows = Vec::new();
        for entry in content.as_array().into_iter().flatten() {
            let label = self.line(&entry[0]);
            let mut b = Vec::new();
            for definition in entry[1].as_array().into_iter().flatten() {
                b.append(&mut self.inner_blocks(definition));
            }
            if !label.is_empty() || !b.is_empty() {
                rows.push(Fact { label, b });
            }
        }
        if rows.is_empty() {
            return;
        }
        if self.depth == 0 {
            out.push(Block::Facts { rows });
            return;
        }
        for Fact { label, mut b } in rows {
            if !label.is_empty() {
                out.push(paragraph(vec![Inline::Node(Node::Strong { b: label })]));
            }
            out.append(&mut b);
        }
    }
}

/// "3" is printed "3."; "(a)" and "4 bis." as they are.
fn with_period(number: String) -> String {
    if number.ends_with(|c: char| c.is_alphanumeric()) {
        number + "."
    } else {
        number
    }
}

/// Adds a block; a light operative paragraph joins the list before it, one that stays whole is its own list.
fn push_block(out: &mut Vec<Block>, block: Block) {
    match (out.last_mut(), block) {
        (
            Some(Block::Operatives {
                whole: false,
                items,
            }),
            Block::Operatives {
                whole: false,
                items: mut more,
            },
        ) => {
            items.append(&mut more);
        }
        (_, block) => out.push(block),
    }
}

/// Sets a block in another language. What hangs in the margin stays where the document has it.
fn in_language(block: Block, language: &Language) -> Block {
    let foreign = |b: Vec<Block>| {
        vec![Block::Foreign {
            lang: language.lang.clone(),
            rtl: language.rtl,
            b,
        }]
    };
    match block {
        Block::Preambular {
            id,
            number,
            whole,
            b,
        } => Block::Preambular {
            id,
            number,
            whole,
            b: foreign(b),
        },
        Block::Operatives { whole, items } => {
            let item = |item: Operative| Operative {
                b: foreign(item.b),
                ..item
            };
            Block::Operatives {
                whole,
                items: items.into_iter().map(item).collect(),
            }
        }
        Block::Voice { id, sticky, b } => Block::Voice {
            id,
            sticky,
            b: foreign(b),
        },
        Block::Imprint { label, b } => Block::Imprint {
            label,
            b: foreign(b),
        },
        block @ (Block::Heading { .. }
        | Block::Annex { .. }
        | Block::Facts { .. }
        | Block::Anchor { .. }) => block,
        block => Block::Foreign {
            lang: language.lang.clone(),
            rtl: language.rtl,
            b: vec![block],
        },
    }
}

/// Two neighbours of a list, to be changed together.
fn pair(blocks: &mut [Block], at: usize) -> (Option<&mut Block>, Option<&mut Block>) {
    let (head, tail) = blocks.split_at_mut((at + 1).min(blocks.len()));
    (head.get_mut(at), tail.first_mut())
}
