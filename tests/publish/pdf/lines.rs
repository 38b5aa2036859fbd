//! Text in the order in which it is read: pieces to lines, lines to columns, and right to left where it runs so.

use std::fmt::Write;

use super::{
    Page,
    content::{Run, is_rtl_letter},
    millimetres,
};

/// How far base lines of one line may lie apart: a raised number is not a line of its own.
const SAME_LINE: f64 = 7.0;
/// The gap from which two pieces stand in two columns.
const COLUMN: f64 = 4.0;
/// The gap from which it looks like a space.
const SPACE: f64 = 1.0;

/// Writes the lines of a page, from above, the columns of each in the order of reading.
pub(super) fn write(page: &Page, is_rtl: bool, out: &mut String) {
    let runs: Vec<&Run> = page.runs.iter().collect();
    for line in lines(&runs) {
        let mut columns: Vec<Vec<&Run>> = Vec::new();
        for run in &line {
            let right = |column: &Vec<&Run>| column.iter().map(|r| r.right).fold(0.0, f64::max);
            match columns.last_mut() {
                Some(column)
                    if run.left - right(column) < COLUMN
                        && column[0].mark.is_some() == run.mark.is_some() =>
                {
                    column.push(run);
                }
                _ => columns.push(vec![run]),
            }
        }
        if is_rtl {
            columns.reverse();
        }
        let mut written = String::new();
        for column in columns {
            let text = read(&column, is_rtl);
            let text = text.trim();
            if !text.is_empty() {
                let left = column.iter().map(|run| run.left).fold(f64::MAX, f64::min);
                let skipped = if column[0].mark.is_none() { "*" } else { "" };
                write!(written, "  [{}{skipped}] {text}", millimetres(left)).unwrap();
            }
        }
        if !written.is_empty() {
            let base = line.iter().map(|run| run.base).fold(f64::MAX, f64::min);
            writeln!(out, "{:>3}{written}", millimetres(page.size.1 - base)).unwrap();
        }
    }
}

/// The text of some pieces of one page that follow each other in the reading.
pub(super) fn joined(runs: &[&Run], is_rtl: bool) -> String {
    let mut text = String::new();
    for line in lines(runs) {
        // A line may end with a break and no space, which nobody sees in one line.
        if !text.is_empty() && !text.ends_with([' ', '-', '/']) {
            text.push('↵');
        }
        text.push_str(&read(&line, is_rtl));
    }
    text
}

/// Gathers pieces to lines, from above, each from left to right.
fn lines<'a>(runs: &[&'a Run]) -> Vec<Vec<&'a Run>> {
    let mut runs = runs.to_vec();
    runs.sort_by(|a, b| b.base.total_cmp(&a.base));
    let mut lines: Vec<Vec<&Run>> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if line[0].base - run.base < SAME_LINE => line.push(run),
            _ => lines.push(vec![run]),
        }
    }
    // A vowel mark has no width, and the place of its letter; a space at the end of a line has none either, and the place
    // of the last word where lines run from right to left.
    let place = |run: &Run| {
        (
            (run.left * 100.0).round() as i64,
            !run.text.trim().is_empty(),
        )
    };
    for line in &mut lines {
        line.sort_by_key(|run| place(run));
    }
    lines
}

/// A piece of a line that is read from right to left, or pieces that are read from left to right.
struct Unit<'a>(&'a [&'a Run]);

impl Unit<'_> {
    fn has(&self, is: fn(char) -> bool) -> bool {
        self.0.iter().any(|run| run.text.contains(is))
    }

    fn is_rtl(&self) -> bool {
        self.0[0].is_rtl
    }

    fn is_word(&self) -> bool {
        self.has(char::is_alphanumeric)
    }

    fn is_ltr(&self) -> bool {
        !self.is_rtl() && self.has(char::is_alphabetic)
    }
}

/// Reads pieces of a line that stand from left to right in the order of reading.
fn read(line: &[&Run], document_is_rtl: bool) -> String {
    let units: Vec<Unit<'_>> = line
        .chunk_by(|a, b| a.object == b.object && !a.is_rtl)
        .map(Unit)
        .collect();
    let has_ltr = units.iter().any(Unit::is_ltr);
    let has_rtl = units.iter().any(|unit| unit.has(is_rtl_letter));
    let mut text = String::new();
    let mut add = |units: &[Unit<'_>]| {
        let mut right = f64::MAX;
        for run in units.iter().flat_map(|unit| unit.0) {
            let blank = [' ', '\u{a0}', '\u{202f}'];
            let is_apart = run.left - right > SPACE && !run.is_rtl;
            if is_apart && !text.ends_with(blank) && !run.text.starts_with(blank) {
                text.push(' ');
            }
            text.push_str(&run.text);
            right = run.right;
        }
    };
    if document_is_rtl && !has_rtl && has_ltr {
        // Only what ends the passage stands before it, such as a space.
        let first = units.iter().position(Unit::is_word).unwrap_or(0);
        add(&units[first..]);
        (0..first).rev().for_each(|i| add(&units[i..=i]));
    } else if document_is_rtl || has_rtl && !has_ltr {
        let mut end = units.len();
        while end > 0 {
            let from = start(&units[..end]);
            add(&units[from..end]);
            end = from;
        }
    } else {
        add(&units);
    }
    // Marks that keep signs in their place cannot be seen.
    text.retain(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{200b}'));
    text
}

/// Where the passage begins that ends a line that runs from right to left, and itself runs from left to right; or where
/// its last unit begins.
fn start(line: &[Unit<'_>]) -> usize {
    let mut begin = line.len() - 1;
    let mut from = begin;
    while !line[from].is_rtl() && line[from].is_word() {
        if line[from].is_ltr() {
            begin = from;
        }
        // A sign between two passages from left to right belongs to them, and a number after one of them too.
        let is_sign = |i: usize| !line[i].is_rtl() && !line[i].is_word();
        match from {
            0 => break,
            1 => from = 0,
            _ if is_sign(from - 1) => from -= 2,
            _ => from -= 1,
        }
    }
    begin
}
