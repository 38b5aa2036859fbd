//! Lists, with the labels of their items.

use serde_json::Value;

use super::{Attr, DEEPEST, Reader};
use crate::sheet::Block;

impl Reader<'_> {
    pub(super) fn bullet_list(&mut self, content: &Value, out: &mut Vec<Block>) {
        self.list(content, out, None);
    }

    pub(super) fn ordered_list(&mut self, content: &Value, out: &mut Vec<Block>) {
        let start = content[0][0].as_i64().unwrap_or(1);
        self.list(&content[1], out, Some(start));
    }

    /// What stands before an item: its text says so; an item of another program's is counted.
    fn label(&mut self, item: &Value, count: i64) -> String {
        let text = &item[0]["c"][0];
        match Attr::of(&text["c"][0]).key("number") {
            Some(label) if text["t"] == "Span" => self.clean(label),
            _ => format!("{count}."),
        }
    }

    fn list(&mut self, items: &Value, out: &mut Vec<Block>, start: Option<i64>) {
        let items = items.as_array().map(Vec::as_slice).unwrap_or_default();
        if items.is_empty() {
            return;
        }
        if self.depth > DEEPEST {
            items.iter().for_each(|item| self.block_list(item, out));
            return;
        }
        let lists = self.lists;
        self.lists = lists + 1;
        let bodies: Vec<_> = items.iter().map(|item| self.inner_blocks(item)).collect();
        self.lists = lists;
        let counts = (0..).map(|index| start.unwrap_or(1).saturating_add(index));
        let labels = items
            .iter()
            .zip(counts)
            .map(|(item, count)| self.label(item, count));
        let labels = labels.collect();
        out.push(Block::List {
            loose: self.depth == lists,
            labels,
            bullet: start.is_none(),
            dash: lists % 2 == 1,
            items: bodies,
        });
    }
}
