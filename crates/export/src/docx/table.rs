//! Tables: as wide as margin column and text together, the head repeated on each page, rows kept whole.

use pandoc_ast::{Attr, Cell, ColSpec, ColWidth, Row, TableBody, TableFoot, TableHead};

use super::{
    measures::{HANG, Measures, TEXT},
    paragraph::{Paragraph, Writer},
    styles::{BLUE, HAIRLINE},
};
use crate::{
    clean,
    pandoc::{self, has_class},
};

const WIDTH: i32 = TEXT + HANG;
/// More columns than fit the page at a letter each.
const MAX_COLUMNS: usize = 60;

/// A cell that reaches down from an earlier row.
#[derive(Clone, Copy, Default)]
struct Reaching {
    rows: i64,
    columns: usize,
}

/// The style of cells in the head.
const HEAD: &str = "RCellHead";

impl Writer<'_> {
    /// Writes a table; `name` says what it holds to those who cannot see it.
    pub(super) fn table(
        &mut self,
        attributes: &Attr,
        name: &str,
        columns: &[ColSpec],
        head: &TableHead,
        bodies: &[TableBody],
        foot: &TableFoot,
    ) {
        let body_rows = pandoc::body_rows(bodies, foot);
        let rows = head.1.iter().chain(body_rows.clone());
        let Some(longest) = rows.map(|row| row.1.len()).max() else {
            return;
        };
        let count = columns.len().max(longest).min(MAX_COLUMNS);
        if count == 0 {
            return;
        }
        let widths = widths(columns, count);
        let last = if has_class(attributes, "programme") {
            "RPerson"
        } else {
            "RCell"
        };
        self.space_after_table();
        self.xml.open("w:tbl", &[]);
        self.table_properties(name, !head.1.is_empty());
        self.xml.element("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        let mut reaching = vec![Reaching::default(); count];
        for row in &head.1 {
            self.row(row, &widths, &mut reaching, [HEAD, HEAD]);
        }
        reaching.fill(Reaching::default());
        for row in body_rows {
            self.row(row, &widths, &mut reaching, ["RCell", last]);
        }
        self.xml.close("w:tbl");
        self.after_table = true;
    }

    fn table_properties(&mut self, name: &str, has_head: bool) {
        let rtl = self.measures.rtl;
        let indent = self.measures.lead() - HANG;
        self.xml.element("w:tblPr", &[], |xml| {
            xml.val("w:tblStyle", "RTable");
            if rtl {
                xml.empty("w:bidiVisual", &[]);
            }
            xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
            xml.empty(
                "w:tblInd",
                &[("w:w", &indent.to_string()), ("w:type", "dxa")],
            );
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let (value, first_row) = if has_head {
                ("0020", "1")
            } else {
                ("0000", "0")
            };
            xml.empty(
                "w:tblLook",
                &[
                    ("w:val", value),
                    ("w:firstRow", first_row),
                    ("w:lastRow", "0"),
                    ("w:firstColumn", "0"),
                    ("w:lastColumn", "0"),
                    ("w:noHBand", "1"),
                    ("w:noVBand", "1"),
                ],
            );
            let name = clean::line(name);
            if !name.is_empty() {
                xml.val("w:tblCaption", &name);
            }
        });
    }

    /// Writes a row; `styles` are those of its cells, and of the one at its end.
    fn row(
        &mut self,
        row: &Row,
        widths: &[i32],
        reaching: &mut [Reaching],
        [style, last]: [&'static str; 2],
    ) {
        self.xml.open("w:tr", &[]);
        self.xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if style == HEAD {
                xml.empty("w:tblHeader", &[]);
            }
        });
        let mut cells = row.1.iter();
        let mut column = 0;
        while column < widths.len() {
            if reaching[column].rows > 0 {
                reaching[column].rows -= 1;
                let span = reaching[column].columns.min(widths.len() - column);
                let widths = &widths[column..column + span];
                self.cell(None, widths, Some("continue"), style);
                column += span;
                continue;
            }
            let cell = cells.next();
            let wanted = cell.map_or(1, |c| usize::try_from(c.3).unwrap_or(1).max(1));
            let free = reaching[column..]
                .iter()
                .take_while(|r| r.rows == 0)
                .count();
            let span = wanted.min(free).max(1);
            let rows = cell.map_or(1, |c| c.2).clamp(1, 10_000);
            reaching[column] = Reaching {
                rows: rows - 1,
                columns: span,
            };
            let merge = (rows > 1).then_some("restart");
            let end = column + span;
            let style = if end == widths.len() { last } else { style };
            self.cell(cell, &widths[column..end], merge, style);
            column = end;
        }
        self.xml.close("w:tr");
    }

    fn cell(
        &mut self,
        cell: Option<&Cell>,
        widths: &[i32],
        merge: Option<&str>,
        style: &'static str,
    ) {
        self.xml.open("w:tc", &[]);
        self.xml.element("w:tcPr", &[], |xml| {
            let width: i32 = widths.iter().sum();
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if widths.len() > 1 {
                xml.val("w:gridSpan", &widths.len().to_string());
            }
            if let Some(merge) = merge {
                xml.val("w:vMerge", merge);
            }
        });
        let mut lines = cell.map_or_else(Vec::new, |cell| pandoc::lines(&cell.4));
        if lines.is_empty() {
            // Word wants a paragraph in each cell.
            lines.push(&[]);
        }
        for line in lines {
            self.paragraph(&Paragraph::of(style), line);
        }
        self.xml.close("w:tc");
    }
}

/// The width of each column; those without one share what is left.
fn widths(columns: &[ColSpec], count: usize) -> Vec<i32> {
    let share = |i: usize| match columns.get(i) {
        Some((_, ColWidth::ColWidth(share))) if share.is_finite() && *share > 0.0 => {
            Some(share.min(1.0))
        }
        _ => None,
    };
    let given: f64 = (0..count).filter_map(share).sum();
    let missing = (0..count).filter(|i| share(*i).is_none()).count();
    let rest = if missing == 0 {
        0.0
    } else {
        (1.0 - given).max(0.1 * missing as f64) / missing as f64
    };
    let total = given + rest * missing as f64;
    let mut widths: Vec<i32> = (0..count)
        .map(|i| (share(i).unwrap_or(rest) / total * f64::from(WIDTH)).round() as i32)
        .collect();
    let sum: i32 = widths.iter().sum();
    if let Some(widest) = widths.iter_mut().max() {
        *widest += WIDTH - sum;
    }
    widths
}

/// The styles of tables: rules across only, blue around the head and below the last row.
pub(super) fn styles(measures: &Measures) -> String {
    let edge = |side: &str, eighths: i32, hex: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{eighths}\" w:space=\"0\" w:color=\"{hex}\"/>")
    };
    format!(
        concat!(
            "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>",
            "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>",
            "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>",
            "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
            "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"RTable\"><w:name w:val=\"Rap Table\"/>",
            "<w:basedOn w:val=\"TableNormal\"/><w:qFormat/>",
            "<w:tblPr><w:tblInd w:w=\"{indent}\" w:type=\"dxa\"/><w:tblBorders>{top}{bottom}{inside}</w:tblBorders>",
            "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/>",
            "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"200\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>",
            "<w:tblStylePr w:type=\"firstRow\"><w:tblPr/><w:tcPr><w:tcBorders>{top}{under_head}</w:tcBorders></w:tcPr></w:tblStylePr>",
            "</w:style>"
        ),
        indent = measures.lead() - HANG,
        top = edge("top", 10, BLUE),
        bottom = edge("bottom", 5, BLUE),
        inside = edge("insideH", 4, HAIRLINE),
        under_head = edge("bottom", 5, BLUE),
    )
}
