//! Tables: every row is made to fill its columns, whatever its cells claim to span.

use serde_json::Value;

use super::{Attr, DEEPEST, Reader, Weight};
use crate::diagnostic::Severity;
use crate::sheet::{Block, Cell, Column, Inline, Node, Table};

/// More columns than this cannot be read on paper.
const MOST_COLUMNS: usize = 24;

/// A cell of more characters is split over pages: it might not fit on one.
const LONGEST_CELL: usize = 900;

impl Reader<'_> {
    pub(super) fn table(&mut self, content: &Value, out: &mut Vec<Block>) {
        if self.depth > DEEPEST {
            return;
        }
        let attr = Attr::of(&content[0]);
        let around = std::mem::replace(&mut self.without_ids, true);
        let wide = self.depth == 0;
        let table = self.at(attr.id, |reader| {
            reader.deeper(|reader| reader.read_table(content, &attr, wide))
        });
        self.without_ids = around;
        let Some(table) = table else { return };
        if let Some(id) = self.take_id(attr.id) {
            out.push(Block::Anchor { id });
        }
        out.push(Block::Table(table));
    }

    fn read_table(&mut self, content: &Value, attr: &Attr<'_>, wide: bool) -> Option<Table> {
        let mut head = rows_of(&content[3][1]);
        let mut body = Vec::new();
        for part in content[4].as_array().into_iter().flatten() {
            body.append(&mut rows_of(&part[2]));
            body.append(&mut rows_of(&part[3]));
        }
        body.append(&mut rows_of(&content[5][1]));
        let specs = content[2].as_array().map(Vec::as_slice).unwrap_or_default();
        let width_of = |row: &&Value| row[1].as_array().map_or(0, Vec::len);
        let widest = head.iter().chain(&body).map(width_of).max().unwrap_or(0);
        let count = specs.len().max(widest).min(MOST_COLUMNS);
        if count == 0 {
            return None;
        }
        // A head whose cells are all empty is no head.
        head.retain(|row| {
            row[1]
                .as_array()
                .is_some_and(|cells| cells.iter().any(has_content))
        });
        if head.is_empty() && body.is_empty() {
            return None;
        }
        if head.is_empty() {
            self.say(Severity::Error, "document-table-header-missing");
        }
        let class = ["programme", "participants", "sources"]
            .into_iter()
            .find(|class| attr.has(class));
        // A repeated head is an ornament on its later pages: it can hold no notes and no links.
        let around = (self.in_note, self.in_link);
        (self.in_note, self.in_link) = (true, true);
        let head = self.grid(&head, count, |_| false);
        (self.in_note, self.in_link) = around;
        let rows = self.grid(&body, count, |column| {
            class == Some("programme") && column + 1 == count
        });
        let columns = columns(specs, class, count, &head, &rows);
        let caption = self.inner_blocks(&content[1][1]);
        let head_weight: usize = head
            .iter()
            .flatten()
            .map(|cell| Weight::of_blocks(&cell.b).characters)
            .sum();
        let repeat_head = !head.is_empty() && head.len() < rows.len() && head_weight < 600;
        Some(Table {
            columns,
            head,
            rows,
            repeat_head,
            caption,
            wide,
            from_data: class.is_some() && wide,
        })
    }

    /// Reads rows into a grid without holes or overlaps.
    fn grid(
        &mut self,
        rows: &[&Value],
        count: usize,
        is_people: impl Fn(usize) -> bool,
    ) -> Vec<Vec<Cell>> {
        // For each column, in how many further rows it is taken by a cell from above.
        let mut taken = vec![0_usize; count];
        let mut grid: Vec<Vec<Cell>> = Vec::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            let mut line: Vec<Cell> = Vec::new();
            let mut cells = row[1].as_array().into_iter().flatten();
            let mut column = 0;
            while column < count {
                if taken[column] > 0 {
                    taken[column] -= 1;
                    column += 1;
                    continue;
                }
                let free = taken[column..]
                    .iter()
                    .take_while(|rows| **rows == 0)
                    .count();
                let mut cell = match cells.next() {
                    Some(cell) => self.cell(cell, is_people(column)),
                    None => Cell {
                        colspan: 1,
                        rowspan: 1,
                        splits: false,
                        people: false,
                        b: Vec::new(),
                    },
                };
                cell.colspan = cell.colspan.clamp(1, free);
                cell.rowspan = cell.rowspan.clamp(1, rows.len() - index);
                taken[column..column + cell.colspan].fill(cell.rowspan - 1);
                column += cell.colspan;
                line.push(cell);
            }
            // Cells beyond the last column are kept in the last cell.
            for cell in cells {
                let mut cell = self.cell(cell, false);
                if let Some(last) = line.last_mut() {
                    last.b.append(&mut cell.b);
                }
            }
            grid.push(line);
        }
        grid
    }

    fn cell(&mut self, cell: &Value, people: bool) -> Cell {
        let span = |value: &Value| value.as_u64().unwrap_or(1).min(1000) as usize;
        let mut b = self.inner_blocks(&cell[4]);
        if people {
            b = b.into_iter().flat_map(one_a_line).collect();
        }
        let splits = Weight::of_blocks(&b).characters > LONGEST_CELL;
        Cell {
            colspan: span(&cell[3]),
            rowspan: span(&cell[2]),
            splits,
            people,
            b,
        }
    }
}

fn rows_of(rows: &Value) -> Vec<&Value> {
    rows.as_array().into_iter().flatten().collect()
}

fn has_content(cell: &Value) -> bool {
    cell[4].as_array().is_some_and(|blocks| {
        blocks
            .iter()
            .any(|block| !block["c"].as_array().is_some_and(Vec::is_empty))
    })
}

/// Makes each line of a paragraph a paragraph of its own.
fn one_a_line(block: Block) -> Vec<Block> {
    let Block::Para { b, .. } = block else {
        return vec![block];
    };
    b.split(|inline| matches!(inline, Inline::Node(Node::Break)))
        .filter(|line| !line.is_empty())
        .map(|line| Block::Para {
            id: None,
            whole: false,
            b: line.to_vec(),
        })
        .collect()
}

/// The widths: as the AST gives them, else as the design has them for this kind of table, else by content.
fn columns(
    specs: &[Value],
    class: Option<&str>,
    count: usize,
    head: &[Vec<Cell>],
    rows: &[Vec<Cell>],
) -> Vec<Column> {
    let given: Vec<f64> = specs
        .iter()
        .filter(|spec| spec[1]["t"] == "ColWidth")
        .filter_map(|spec| spec[1]["c"].as_f64())
        .filter(|width| width.is_finite() && *width > 0.0)
        .map(|width| width.clamp(0.02, 1.0))
        .collect();
    if given.len() == count {
        return given.into_iter().map(Column::Fr).collect();
    }
    match (class, count) {
        (Some("programme"), 4) => {
            return vec![
                Column::Mm(29.0),
                Column::Fr(1.2),
                Column::Mm(24.0),
                Column::Fr(1.35),
            ];
        }
        (Some("sources"), 3) => return vec![Column::Mm(20.0), Column::Fr(1.0), Column::Mm(36.0)],
        _ => {}
    }
    let mut most = vec![6_usize; count];
    for row in head.iter().chain(rows) {
        // Rows with spans would shift the columns; they say little about widths.
        if row.len() != count {
            continue;
        }
        for (column, cell) in row.iter().enumerate() {
            most[column] = most[column].max(Weight::of_blocks(&cell.b).characters.min(200));
        }
    }
    most.into_iter()
        .map(|characters| Column::Fr((characters as f64).sqrt()))
        .collect()
}
