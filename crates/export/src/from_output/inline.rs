//! Marked text as inlines, and text in another language than the document's.

use document::{
    output::Output,
    rich_text::{Block as TextBlock, Inline as Part, Marks},
};
use model::language::Lang;
use pandoc_ast::Inline;

use crate::{
    clean::{self, is_rtl_char},
    pandoc::{self, Attributes},
};

/// What a block's content holds: text, and the tables that stand in it.
pub(super) enum Piece<'a> {
    Text(Vec<Inline>),
    Table(&'a [Vec<String>]),
}

/// The content of a block, cut at its tables; never empty.
pub(super) fn pieces<'a>(output: &'a Output, block: &TextBlock) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut run: Vec<&Part> = Vec::new();
    for part in &block.content {
        if let Part::Table { id } = part {
            if let Some(rows) = output.tables.get(id) {
                if !run.is_empty() {
                    pieces.push(Piece::Text(inlines(output, &std::mem::take(&mut run))));
                }
                pieces.push(Piece::Table(rows));
            }
        } else {
            run.push(part);
        }
    }
    if !run.is_empty() || pieces.is_empty() {
        pieces.push(Piece::Text(inlines(output, &run)));
    }
    pieces
}

/// The text of a block, without its tables.
pub(super) fn text_of(output: &Output, block: &TextBlock) -> Vec<Inline> {
    let parts: Vec<&Part> = block.content.iter().collect();
    inlines(output, &parts)
}

/// Parts with their marks nested: link outside, then strong, then emphasis, so that neighbours with one mark share it.
fn inlines(output: &Output, parts: &[&Part]) -> Vec<Inline> {
    nest(output, parts, 0)
}

fn nest(output: &Output, parts: &[&Part], depth: u8) -> Vec<Inline> {
    let marked = |part: &Part| -> Option<Marks> {
        let Part::Text { marks, .. } = part else {
            return None;
        };
        let mut here = Marks::default();
        match depth {
            0 => here.link.clone_from(&marks.link),
            1 => here.strong = marks.strong,
            _ => here.em = marks.em,
        }
        (here != Marks::default()).then_some(here)
    };
    if depth == 3 {
        return parts.iter().flat_map(|part| plain(output, part)).collect();
    }
    let mut out = Vec::new();
    let mut rest = parts;
    while let Some(first) = rest.first() {
        let mark = marked(first);
        let run = rest.iter().take_while(|part| marked(part) == mark).count();
        let inside = nest(output, &rest[..run], depth + 1);
        rest = &rest[run..];
        match mark {
            None => out.extend(inside),
            Some(Marks {
                link: Some(url), ..
            }) => {
                // As every program reads it; what leads nowhere stays as it is, so that a diagnostic can show it.
                let address = clean::address(&url).unwrap_or(url);
                let target = (address, String::new());
                out.push(Inline::Link(Default::default(), inside, target));
            }
            Some(Marks { strong: true, .. }) => out.push(Inline::Strong(inside)),
            Some(_) => out.push(Inline::Emph(inside)),
        }
    }
    out
}

fn plain(output: &Output, part: &Part) -> Vec<Inline> {
    match part {
        Part::Text { text, .. } => pandoc::text(text),
        Part::Footnote { id } => {
            let text = output.footnotes.get(id).map_or("", String::as_str);
            let paragraphs = clean::text(text).split('\n').map(pandoc::para).collect();
            vec![Inline::Note(paragraphs)]
        }
        Part::Table { .. } => Vec::new(),
    }
}

/// Whether a text is written from right to left: its first letter decides.
pub(super) fn runs_rtl(text: &str) -> Option<bool> {
    text.chars().find(|c| c.is_alphabetic()).map(is_rtl_char)
}

/// Facts that are in another language than the document: marked as that, so that they are read and set aright.
///
/// `from` is the language that the facts of an edition are written in. A text in the script of the document that is no
/// Latin is taken for the document's own language.
pub(super) fn foreign(text: &str, from: &Lang, document: &Lang) -> Vec<Inline> {
    let inlines = pandoc::text(text);
    let is_rtl = runs_rtl(text);
    let fits = is_rtl == Some(from.is_rtl());
    if inlines.is_empty() || is_rtl.is_none() || from == document || !fits {
        return isolated_if_other(inlines, is_rtl, document);
    }
    let attributes = Attributes::default().lang(from).build();
    vec![Inline::Span(attributes, inlines)]
}

/// A name, which has no language but may run the other way.
pub(super) fn name(text: &str, document: &Lang) -> Vec<Inline> {
    let inlines = pandoc::text(text);
    isolated_if_other(inlines, runs_rtl(text), document)
}

fn isolated_if_other(inlines: Vec<Inline>, is_rtl: Option<bool>, document: &Lang) -> Vec<Inline> {
    match is_rtl {
        Some(rtl) if rtl != document.is_rtl() => {
            let dir = if rtl { "rtl" } else { "ltr" };
            vec![Inline::Span(
                Attributes::default().key("dir", dir).build(),
                inlines,
            )]
        }
        _ => inlines,
    }
}

/// Symbols, hashes and hosts, which run from left to right inside any text.
pub(super) fn isolated(text: &str) -> Vec<Inline> {
    vec![Inline::Span(
        Attributes::class("ltr").build(),
        pandoc::text(text),
    )]
}

/// A sentence with what stands in it where it holds U+0001, kept in its own language and direction.
pub(super) fn around(sentence: &str, inside: Vec<Inline>) -> Vec<Inline> {
    let Some((before, after)) = sentence.split_once('\u{1}') else {
        return pandoc::text(sentence);
    };
    let mut inlines = pandoc::text(before);
    for inline in inside.into_iter().chain(pandoc::text(after)) {
        match (inlines.last_mut(), inline) {
            (Some(Inline::Str(word)), Inline::Str(more)) => word.push_str(&more),
            (_, inline) => inlines.push(inline),
        }
    }
    inlines
}

/// A paragraph whose parts are joined by hard breaks.
pub(super) fn lines(lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    let mut out = Vec::new();
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        if !out.is_empty() {
            out.push(Inline::LineBreak);
        }
        out.extend(line);
    }
    out
}
