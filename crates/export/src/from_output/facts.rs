//! The title block: labelled facts.

use document::rich_text::{Block as TextBlock, BlockKind};
use pandoc_ast::{Block, Inline};

use super::{Material, inline};
use crate::pandoc::{self, Attributes};

/// The facts as one list; those with one label share it, a line each. `None` where there are none.
pub(super) fn facts(material: Material<'_>) -> Option<Block> {
    let mut items: Vec<(String, Vec<Vec<Inline>>)> = Vec::new();
    for block in material
        .blocks_of(BlockKind::Fact)
        .filter(|block| !block.is_blank())
    {
        let label = label(material, block);
        let value = value(material, block);
        match items.last_mut() {
            Some((last, values)) if *last == label => values.push(value),
            _ => items.push((label, vec![value])),
        }
    }
    if items.is_empty() {
        return None;
    }
    let items = items
        .into_iter()
        .map(|(label, values)| {
            (
                pandoc::text(&label),
                vec![vec![Block::Para(inline::lines(values))]],
            )
        })
        .collect();
    Some(Block::Div(
        Attributes::class("facts").build(),
        vec![Block::DefinitionList(items)],
    ))
}

fn label(material: Material<'_>, block: &TextBlock) -> String {
    let label = block.attrs.label.as_deref().unwrap_or_default();
    match label {
        "place" | "organisers" | "status" => material.words.word(&format!("document-fact-{label}")),
        other => other.to_owned(),
    }
}

/// The value; one that the edition gave in another language is marked as such.
fn value(material: Material<'_>, block: &TextBlock) -> Vec<Inline> {
    let words = block.text();
    if material.programme.edition.organisers.contains(&words) {
        return material.of_edition(&words);
    }
    inline::text_of(material.output, block)
}
