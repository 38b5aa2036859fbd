//! Lists, with the labels of their items worked out.

use serde_json::Value;

use super::{DEEPEST, Reader};
use crate::labels::{Around, Counting, label, sub_items};
use crate::sheet::Block;

impl Reader {
    pub(super) fn bullet_list(&mut self, content: &Value, out: &mut Vec<Block>) {
        self.list(content, out, true, |_, _| String::new());
    }

    pub(super) fn ordered_list(&mut self, content: &Value, out: &mut Vec<Block>) {
        let start = content[0][0].as_i64().unwrap_or(1).clamp(0, 99_999) as usize;
        let (counting, around) = match self.sub_items {
            Some(depth) => sub_items(depth, &self.lang),
            None => self.counting(&content[0]),
        };
        self.list(&content[1], out, false, move |index, rtl| {
            label(start.saturating_add(index), counting, around, rtl)
        });
    }

    /// What the attributes ask for; by default 1. then (a) then (i).
    fn counting(&self, attributes: &Value) -> (Counting, Around) {
        let by_depth = match self.depth % 3 {
            0 => (Counting::Decimal, Around::Period),
            1 => (Counting::Letters, Around::TwoParens),
            _ => (Counting::Roman, Around::TwoParens),
        };
        let counting = match attributes[1]["t"].as_str().unwrap_or_default() {
            "Decimal" | "Example" => Counting::Decimal,
            "LowerAlpha" => Counting::Letters,
            "UpperAlpha" => Counting::CapitalLetters,
            "LowerRoman" => Counting::Roman,
            "UpperRoman" => Counting::CapitalRoman,
            _ => by_depth.0,
        };
        let around = match attributes[2]["t"].as_str().unwrap_or_default() {
            "Period" => Around::Period,
            "OneParen" => Around::OneParen,
            "TwoParens" => Around::TwoParens,
            _ if counting == by_depth.0 => by_depth.1,
            _ => Around::Period,
        };
        (counting, around)
    }

    fn list(
        &mut self,
        items: &Value,
        out: &mut Vec<Block>,
        bullet: bool,
        label: impl Fn(usize, bool) -> String,
    ) {
        let items = items.as_array().map(Vec::as_slice).unwrap_or_default();
        if items.is_empty() {
            return;
        }
        if self.depth > DEEPEST {
            items.iter().for_each(|item| self.block_list(item, out));
            return;
        }
        let (around, lists) = (self.sub_items, self.lists);
        self.sub_items = around.map(|depth| depth + 1);
        self.lists = lists + 1;
        let bodies: Vec<_> = items.iter().map(|item| self.inner_blocks(item)).collect();
        (self.sub_items, self.lists) = (around, lists);
        let labels = (0..bodies.len())
            .map(|index| label(index, self.rtl))
            .collect();
        out.push(Block::List {
            loose: self.depth == 0,
            labels,
            bullet,
            dash: lists % 2 == 1,
            items: bodies,
        });
    }
}
