//! Tables.

use pandoc_ast::{
    Attr, Block, Caption, Cell, ColSpec, ColWidth, Row, TableBody, TableFoot, TableHead,
};

use super::Page;
use crate::pandoc::{self, has_class};

impl<'d> Page<'d> {
    pub(super) fn table(
        &mut self,
        attributes: &Attr,
        caption: &'d Caption,
        columns: &[ColSpec],
        head: &'d TableHead,
        bodies: &'d [TableBody],
        foot: &'d TableFoot,
    ) {
        let name = pandoc::plain_blocks(&caption.1);
        let name = if name.is_empty() {
            self.heading.clone()
        } else {
            name
        };
        // A wide table scrolls by itself, so it has to be reached by the keyboard, and so it needs a name.
        self.out
            .push_str("<div class=\"table\" role=\"region\" tabindex=\"0\"");
        self.attribute("aria-label", if name.is_empty() { "–" } else { &name });
        self.out.push_str(">\n<table");
        let class = ["programme", "participants", "sources"]
            .into_iter()
            .find(|c| has_class(attributes, c));
        if let Some(class) = class {
            self.attribute("class", class);
        }
        self.out.push_str(">\n");
        self.widths(columns);
        if !head.1.is_empty() {
            self.rows("thead", head.1.iter(), true);
        }
        self.rows("tbody", pandoc::body_rows(bodies, foot), false);
        self.out.push_str("</table>\n</div>\n");
    }

    fn widths(&mut self, columns: &[ColSpec]) {
        let share = |column: &ColSpec| match column.1 {
            ColWidth::ColWidth(share) if share.is_finite() && (0.0..=1.0).contains(&share) => {
                Some(share * 100.0)
            }
            _ => None,
        };
        if columns.iter().any(|column| share(column).is_some()) {
            self.out.push_str("<colgroup>");
            for column in columns {
                match share(column) {
                    Some(percent) => self
                        .out
                        .push_str(&format!("<col style=\"inline-size:{percent:.1}%\">")),
                    None => self.out.push_str("<col>"),
                }
            }
            self.out.push_str("</colgroup>\n");
        }
    }

    fn rows(&mut self, tag: &str, rows: impl Iterator<Item = &'d Row>, head: bool) {
        self.out.push_str(&format!("<{tag}>\n"));
        for row in rows {
            self.out.push_str("<tr>");
            row.1.iter().for_each(|cell| self.cell(cell, head));
            self.out.push_str("</tr>\n");
        }
        self.out.push_str(&format!("</{tag}>\n"));
    }

    fn cell(&mut self, cell: &'d Cell, head: bool) {
        let tag = if head { "th" } else { "td" };
        self.out.push_str(&format!("<{tag}"));
        if head {
            self.attribute("scope", "col");
        }
        for (name, span) in [("rowspan", cell.2), ("colspan", cell.3)] {
            if span > 1 {
                self.attribute(name, &span.min(1000).to_string());
            }
        }
        self.out.push('>');
        match cell.4.as_slice() {
            [Block::Plain(inlines) | Block::Para(inlines)] => self.inlines(inlines),
            blocks => self.blocks(blocks),
        }
        self.out.push_str(&format!("</{tag}>"));
    }
}
