//! The blocks of the document, each written in its style.

use pandoc_ast::{Attr, Block, Inline};

use super::{
    measures::STEP,
    numbering::{BULLETS, Form, Number, Series},
    paragraph::{Paragraph, Writer},
    run::Look,
};
use crate::pandoc::{self, has_class, key};

/// What a block stands in.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    style: &'static str,
    id: &'a str,
    lang: Option<&'a str>,
    rtl: Option<bool>,
    /// The heading above, which names a table to those who cannot see it.
    heading: Option<&'a [Inline]>,
}

/// One paragraph of a list that was laid flat.
struct Line<'a> {
    inlines: &'a [Inline],
    number: Option<Number>,
    style: &'static str,
    indent: i32,
}

/// Writes the blocks of the body.
pub(super) fn write(writer: &mut Writer<'_>, blocks: &[Block]) {
    let place = Place {
        style: "Normal",
        id: "",
        lang: None,
        rtl: None,
        heading: None,
    };
    writer.blocks(blocks, place);
    writer.space_after_table();
}

impl Writer<'_> {
    fn blocks<'a>(&mut self, blocks: &'a [Block], mut place: Place<'a>) {
        for block in blocks {
            self.block(block, place);
            // The bookmark stands at the first paragraph only.
            place.id = "";
            if let Block::Header(_, _, inlines) = block {
                place.heading = Some(inlines);
            }
        }
    }

    fn block<'a>(&mut self, block: &'a Block, place: Place<'a>) {
        match block {
            Block::Para(inlines) | Block::Plain(inlines) => {
                self.paragraph(&place.paragraph(), inlines)
            }
            Block::LineBlock(lines) => {
                let inlines = lines.join(&Inline::LineBreak);
                self.paragraph(&place.paragraph(), &inlines);
            }
            Block::CodeBlock(_, words) => self.paragraph(&place.paragraph(), &pandoc::text(words)),
            Block::BlockQuote(inside) => self.blocks(inside, place.styled("Quote")),
            Block::OrderedList(..) | Block::BulletList(_) => {
                let mut lines = Vec::new();
                self.flatten(block, 0, None, &mut lines);
                self.lines(&lines, place);
            }
            Block::DefinitionList(items) => {
                for (term, definitions) in items {
                    let strong = [Inline::Strong(term.clone())];
                    let term = Paragraph {
                        opens: true,
                        ..place.paragraph()
                    };
                    self.paragraph(&term, &strong);
                    for definition in definitions {
                        self.blocks(definition, place.styled("Quote"));
                    }
                }
            }
            Block::Figure(_, caption, inside) => {
                self.blocks(inside, place);
                self.blocks(&caption.1, place);
            }
            Block::Header(level, attributes, inlines) => {
                self.heading(*level, attributes, inlines, place)
            }
            Block::Table(attributes, caption, columns, head, bodies, foot) => {
                let heading = place.heading.map(pandoc::plain).unwrap_or_default();
                let name = pandoc::plain_blocks(&caption.1);
                let name = if name.is_empty() { heading } else { name };
                self.table(attributes, &name, columns, head, bodies, foot);
            }
            Block::Div(attributes, inside) => self.div(attributes, inside, place),
            Block::RawBlock(..) | Block::HorizontalRule | Block::Null => {}
        }
    }

    fn heading(&mut self, level: i64, attributes: &Attr, inlines: &[Inline], place: Place<'_>) {
        let number = key(attributes, "number");
        let mut heading = Paragraph {
            id: &attributes.0,
            ..place.paragraph()
        };
        if has_class(attributes, "annex") {
            let label = match number {
                Some(number) => format!("{} {number}", self.parts.words.annex),
                None => self.parts.words.annex.clone(),
            };
            self.paragraph(&Paragraph::of("RAnnexLabel"), &pandoc::text(&label));
            heading.style = "RAnnex";
        } else {
            heading.style = match level {
                1 => "Heading1",
                2 => "Heading2",
                _ => "Heading3",
            };
            heading.number = number
                .filter(|_| level == 1)
                .map(|n| self.parts.numbering.hang(Series::Groups, n));
        }
        self.paragraph(&heading, inlines);
    }

    fn div<'a>(&mut self, attributes: &'a Attr, inside: &'a [Block], place: Place<'a>) {
        let place = Place {
            id: if attributes.0.is_empty() {
                place.id
            } else {
                &attributes.0
            },
            lang: key(attributes, "lang").or(place.lang),
            rtl: key(attributes, "dir").map(|dir| dir == "rtl").or(place.rtl),
            ..place
        };
        let class = |name: &str| has_class(attributes, name);
        if class("facts") {
            self.facts(inside);
        } else if class("voice") {
            self.blocks(inside, place.styled("RVoice"));
        } else if class("preambular") {
            self.numbered(
                attributes,
                inside,
                place.styled("RPreambular"),
                Series::Preambular,
            );
        } else if class("operative") {
            self.numbered(
                attributes,
                inside,
                place.styled("ROperative"),
                Series::Operative,
            );
        } else if class("imprint") {
            self.imprint(attributes, inside, place);
        } else if class("table-note") {
            self.blocks(inside, place.styled("RTableNote"));
        } else {
            self.blocks(inside, place);
        }
    }

    /// A preambular or operative paragraph: its first paragraph has the number, lists below it are its sub-items.
    fn numbered<'a>(
        &mut self,
        attributes: &Attr,
        inside: &'a [Block],
        place: Place<'a>,
        series: Series,
    ) {
        let number = key(attributes, "number").map(|n| self.parts.numbering.hang(series, n));
        let is_list =
            |block: &Block| matches!(block, Block::OrderedList(..) | Block::BulletList(_));
        // A number needs a paragraph to hang on, also where the text begins with something else.
        if !matches!(inside.first(), Some(Block::Para(_) | Block::Plain(_))) {
            let opens = inside.first().is_some_and(is_list);
            let paragraph = Paragraph {
                number,
                opens,
                ..place.paragraph()
            };
            self.paragraph(&paragraph, &[]);
        }
        // Only the series of operative paragraphs begins the lists below it anew.
        let mut first_list = series == Series::Operative;
        for (i, block) in inside.iter().enumerate() {
            let first = i == 0;
            let here = if first {
                place
            } else {
                Place { id: "", ..place }
            };
            match block {
                Block::Para(inlines) | Block::Plain(inlines) => {
                    let paragraph = Paragraph {
                        number: number.filter(|_| first),
                        indent: (!first || number.is_none()).then_some(0),
                        opens: inside.get(i + 1).is_some_and(is_list),
                        lead_in: first && series == Series::Preambular,
                        ..here.paragraph()
                    };
                    self.paragraph(&paragraph, inlines);
                }
                Block::OrderedList(..) | Block::BulletList(_) => {
                    let mut lines = Vec::new();
                    self.flatten(block, 0, Some(first_list), &mut lines);
                    self.lines(&lines, Place { id: "", ..place });
                    first_list = false;
                }
                other => self.block(other, Place { id: "", ..here }.styled("Normal")),
            }
        }
    }

    /// Lays a list flat, with each item's number and level. `sub` is set for sub-items of a numbered paragraph: whether the
    /// series of operative paragraphs begins this list anew, as it does with the first below a paragraph or an item of it.
    fn flatten<'a>(
        &mut self,
        list: &'a Block,
        depth: usize,
        sub: Option<bool>,
        lines: &mut Vec<Line<'a>>,
    ) {
        let depth = depth.min(7);
        let (items, place, counted) = match list {
            Block::OrderedList((start, style, delim), items) => {
                let form = (*style, *delim);
                let place = self.ordered(form, *start, depth, sub);
                (items, place, Some((form, *start)))
            }
            Block::BulletList(items) => {
                // Bullets of sub-items begin one step nearer to the margin, where "(a)" would stand.
                (
                    items,
                    Number {
                        list: BULLETS,
                        level: depth,
                    },
                    None,
                )
            }
            _ => return,
        };
        let style = if sub.is_some() {
            "RSub"
        } else {
            "ListParagraph"
        };
        let line = |inlines, number| Line {
            inlines,
            number,
            style,
            indent: STEP * (depth as i32 + 1),
        };
        let in_series = sub.map(|_| self.parts.numbering.is_series(place.list));
        for (at, item) in (0..).zip(items) {
            let mut number = Some(match counted {
                Some((form, start)) => {
                    let count = start.saturating_add(at);
                    let label = pandoc::item_label(item, count);
                    self.parts.numbering.item(place, form, count, &label, depth)
                }
                None => place,
            });
            let mut sub = in_series;
            for block in item {
                match block {
                    Block::Para(inlines) | Block::Plain(inlines) => {
                        lines.push(line(inlines, number.take()));
                    }
                    Block::OrderedList(..) | Block::BulletList(_) => {
                        if number.is_some() {
                            lines.push(line(&[], number.take()));
                        }
                        self.flatten(block, depth + 1, sub, lines);
                        sub = sub.map(|_| false);
                    }
                    other => {
                        let inside = pandoc::lines(std::slice::from_ref(other));
                        lines.extend(inside.into_iter().map(|one| line(one, number.take())));
                    }
                }
            }
        }
    }

    fn ordered(&mut self, form: Form, start: i64, depth: usize, sub: Option<bool>) -> Number {
        let numbering = &mut self.parts.numbering;
        // Sub-items of a first list belong to the list of the operative paragraphs, so that Word restarts them by itself.
        let below = sub
            .filter(|first| *first)
            .and_then(|_| numbering.below_operative(form, start, depth + 1));
        below.unwrap_or_else(|| numbering.ordered(form, start, depth))
    }

    fn lines(&mut self, lines: &[Line<'_>], place: Place<'_>) {
        let half = self.measures.half();
        for (i, line) in lines.iter().enumerate() {
            let paragraph = Paragraph {
                style: line.style,
                number: line.number,
                after: (i + 1 == lines.len()).then_some(half),
                indent: line.number.is_none().then_some(line.indent),
                ..place.paragraph()
            };
            self.paragraph(&paragraph, line.inlines);
        }
    }

    /// Labels in the margin column, values in the text column.
    fn facts(&mut self, inside: &[Block]) {
        let items: Vec<_> = inside
            .iter()
            .filter_map(|block| match block {
                Block::DefinitionList(items) => Some(items),
                _ => None,
            })
            .flatten()
            .collect();
        for (i, (term, definitions)) in items.iter().enumerate() {
            let style = if i + 1 == items.len() {
                "RFactLast"
            } else {
                "RFact"
            };
            let mut value = Vec::new();
            for block in definitions.iter().flatten() {
                if let Block::Para(inlines) | Block::Plain(inlines) = block {
                    if !value.is_empty() {
                        value.push(Inline::LineBreak);
                    }
                    value.extend(inlines.iter().cloned());
                }
            }
            self.labelled(style, "", term, &value);
        }
    }

    fn labelled(&mut self, style: &'static str, id: &str, label: &[Inline], value: &[Inline]) {
        let paragraph = Paragraph {
            id,
            ..Paragraph::of(style)
        };
        self.paragraph_with(&paragraph, |writer, runs| {
            let look = Look::default();
            runs.push(&mut writer.xml, "\t", &look);
            writer.inlines(runs, label, &Look::of("RLabel"));
            runs.push(&mut writer.xml, "\t", &look);
            writer.inlines(runs, value, &look);
        });
    }

    fn imprint(&mut self, attributes: &Attr, inside: &[Block], place: Place<'_>) {
        let label = key(attributes, "label")
            .map(pandoc::text)
            .unwrap_or_default();
        for (i, block) in inside.iter().enumerate() {
            if let Block::Para(inlines) | Block::Plain(inlines) = block {
                if i == 0 {
                    self.labelled("RImprint", place.id, &label, inlines);
                } else {
                    self.paragraph(&Paragraph::of("Normal"), inlines);
                }
            }
        }
    }
}

impl<'a> Place<'a> {
    /// The same place, in another style.
    fn styled(self, style: &'static str) -> Self {
        Self { style, ..self }
    }

    fn paragraph(self) -> Paragraph<'a> {
        Paragraph {
            style: self.style,
            id: self.id,
            lang: self.lang,
            rtl: self.rtl,
            ..Paragraph::default()
        }
    }
}
