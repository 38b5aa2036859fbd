//! The annexes that are filled in at export.

use pandoc_ast::{Alignment, Block, ColWidth, Inline, Row};

use super::{Material, block::cell};
use crate::pandoc::{self, Attributes};

pub(super) use super::{participants::participants, programme::programme, sources::sources};

/// A table of the class and widths given, each cell a list of blocks.
pub(super) fn table(class: &str, widths: &[ColWidth], head: Option<Row>, rows: Vec<Row>) -> Block {
    let attributes = match class {
        "" => Default::default(),
        class => Attributes::class(class).build(),
    };
    let columns = widths
        .iter()
        .map(|width| (Alignment::AlignDefault, *width))
        .collect();
    let head = (Default::default(), head.into_iter().collect());
    let body = vec![(Default::default(), 0, Vec::new(), rows)];
    Block::Table(
        attributes,
        (None, Vec::new()),
        columns,
        head,
        body,
        (Default::default(), Vec::new()),
    )
}

/// The table of an annex: its columns, each with the last word of its head's key and its width in millimetres, and its rows.
pub(super) fn filled<const N: usize>(
    material: Material<'_>,
    class: &str,
    columns: [(&str, f64); N],
    rows: Vec<Row>,
) -> Block {
    let head = columns.map(|(key, _)| one(material.say(&format!("document-{class}-{key}"))));
    let widths = shares(columns.map(|(_, width)| width));
    table(class, &widths, Some(row(head.into())), rows)
}

/// A row of cells.
pub(super) fn row(cells: Vec<Vec<Block>>) -> Row {
    (Default::default(), cells.into_iter().map(cell).collect())
}

/// A cell of one paragraph.
pub(super) fn one(inlines: Vec<Inline>) -> Vec<Block> {
    vec![Block::Plain(inlines)]
}

/// A sentence below a table.
pub(super) fn note(words: &str) -> Block {
    Block::Div(
        Attributes::class("table-note").build(),
        vec![pandoc::para(words)],
    )
}

/// Widths as shares of the whole.
fn shares<const N: usize>(millimetres: [f64; N]) -> [ColWidth; N] {
    let total: f64 = millimetres.iter().sum();
    // Rounded, so that the file does not carry the noise of a division.
    millimetres.map(|mm| ColWidth::ColWidth((mm / total * 1000.0).round() / 1000.0))
}
