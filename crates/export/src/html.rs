//! Writes the AST as one HTML page that needs nothing else: no script, no font, no picture.
//!
//! Never: reads anything beside the AST; lets a character of the text become markup.

mod inline;
mod table;

use pandoc_ast::{Attr, Block, Inline, Pandoc};

use crate::{
    clean,
    pandoc::{self, Meta, has_class, key},
};

const STYLE: &str = include_str!("html/style.css");

/// Writes a document as HTML. The same document gives the same page.
pub fn html(document: &Pandoc) -> String {
    let meta = Meta::of(document);
    let mut page = Page {
        out: String::with_capacity(32 * 1024),
        rtl: meta.is_rtl(),
        annex: meta.word("annex", "Annex"),
        heading: String::new(),
        notes: Vec::new(),
        in_note: false,
    };
    page.head(meta);
    page.masthead(meta);
    page.out.push_str("<main>\n");
    page.title_block(meta);
    page.blocks(&document.blocks);
    page.notes(meta);
    page.out.push_str("</main>\n");
    page.foot(meta);
    page.out.push_str("</body>\n</html>\n");
    page.out
}

/// A page under construction.
struct Page<'d> {
    out: String,
    rtl: bool,
    annex: String,
    /// The heading above, which names a table.
    heading: String,
    notes: Vec<&'d [Block]>,
    in_note: bool,
}

impl<'d> Page<'d> {
    fn head(&mut self, meta: Meta<'_>) {
        let dir = if self.rtl { "rtl" } else { "ltr" };
        let paper = if meta.string("paper") == "us-letter" {
            " letter"
        } else {
            ""
        };
        self.out.push_str("<!doctype html>\n<html");
        self.attribute("lang", &meta.lang());
        self.attribute("dir", dir);
        self.out.push_str(">\n<head>\n<meta charset=\"utf-8\">\n");
        self.out.push_str(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        );
        let title = clean::line(&meta.file_title());
        self.text(if title.is_empty() { "–" } else { &title });
        self.out.push_str("</title>\n<style>\n");
        self.out.push_str(STYLE);
        self.out
            .push_str("</style>\n</head>\n<body class=\"document");
        self.out.push_str(paper);
        self.out.push_str("\">\n");
    }

    fn masthead(&mut self, meta: Meta<'d>) {
        let [track, forum, symbol, original, hash] =
            ["track", "forum", "symbol", "original", "hash"].map(|k| meta.string(k));
        if [&track, &forum, &symbol, &original]
            .iter()
            .all(|words| words.is_empty())
        {
            return;
        }
        self.out.push_str("<header class=\"masthead\">\n<p><b>");
        self.text(&track);
        self.out.push_str("</b><br>");
        self.text(&forum);
        self.out.push_str("</p>\n<p><b>");
        self.isolated(&symbol);
        self.out.push_str("</b><br>");
        self.text(&original);
        if !hash.is_empty() {
            self.out.push_str(" · ");
            self.isolated(&hash);
        }
        self.out.push_str("</p>\n</header>\n");
    }

    fn title_block(&mut self, meta: Meta<'_>) {
        // Notes of the title would have no place to stand, so only its words are taken.
        let mut line = |tag: &str, class: &str, words: &str, breaks: &[Inline]| {
            if words.is_empty() {
                return;
            }
            self.out.push_str(&format!("<{tag} class=\"{class}\">"));
            for inline in breaks {
                match inline {
                    Inline::LineBreak => self.out.push_str("<br>"),
                    other => self.text(&pandoc::plain(std::slice::from_ref(other))),
                }
            }
            self.out.push_str(&format!("</{tag}>\n"));
        };
        for (key, tag, class) in [("title", "h1", "title"), ("subtitle", "p", "theme")] {
            line(tag, class, &meta.string(key), &meta.inlines(key));
        }
        let mut version = meta.version();
        if !version.is_empty() {
            let date = meta.inlines("date-text");
            if !date.is_empty() {
                version.push(Inline::Str(" · ".to_owned()));
                version.extend(date);
            }
        }
        line("p", "version", &pandoc::plain(&version), &version);
    }

    fn foot(&mut self, meta: Meta<'_>) {
        let words: Vec<_> = ["running", "footer"]
            .map(|key| meta.string(key))
            .into_iter()
            .filter(|w| !w.is_empty())
            .collect();
        if !words.is_empty() {
            self.out.push_str("<footer class=\"foot\"><p>");
            self.text(&words.join(" · "));
            self.out.push_str("</p></footer>\n");
        }
    }

    fn notes(&mut self, meta: Meta<'_>) {
        if self.notes.is_empty() {
            return;
        }
        let word = meta.word("notes", "Notes");
        self.out
            .push_str("<section class=\"notes\" role=\"doc-endnotes\"");
        self.attribute("aria-label", &word);
        self.out.push_str(">\n<h2>");
        self.text(&word);
        self.out.push_str("</h2>\n<ol role=\"list\">\n");
        self.in_note = true;
        for (i, blocks) in std::mem::take(&mut self.notes).into_iter().enumerate() {
            let n = i + 1;
            self.out
                .push_str(&format!("<li id=\"fn{n}\" value=\"{n}\" data-n=\"{n}\">"));
            for (i, inlines) in pandoc::lines(blocks).into_iter().enumerate() {
                if i > 0 {
                    self.out.push_str("<br>");
                }
                self.inlines(inlines);
            }
            self.out.push_str(&format!(
                " <a href=\"#fnref{n}\" role=\"doc-backlink\" aria-label=\"{n}\">↩</a></li>\n"
            ));
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn blocks(&mut self, blocks: &'d [Block]) {
        let is_operative = |block: &Block| matches!(block, Block::Div(attributes, _) if has_class(attributes, "operative"));
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            if is_operative(block) {
                let run = rest.iter().take_while(|b| is_operative(b)).count();
                self.out.push_str("<ol role=\"list\">\n");
                for block in &rest[..run] {
                    if let Block::Div(attributes, inside) = block {
                        self.operative(attributes, inside);
                    }
                }
                self.out.push_str("</ol>\n");
                rest = &rest[run..];
            } else {
                self.block(block);
                rest = after;
            }
        }
    }

    fn block(&mut self, block: &'d Block) {
        match block {
            Block::Para(inlines) | Block::Plain(inlines) => self.paragraph("", inlines),
            Block::LineBlock(lines) => {
                self.out.push_str("<p>");
                for line in lines {
                    self.inlines(line);
                    self.out.push_str("<br>");
                }
                self.out.push_str("</p>\n");
            }
            Block::CodeBlock(_, words) => {
                self.out.push_str("<pre>");
                self.text(words);
                self.out.push_str("</pre>\n");
            }
            Block::BlockQuote(inside) => self.wrapped("blockquote", inside),
            Block::OrderedList(attributes, items) => self.ordered("plain", *attributes, items),
            Block::BulletList(items) => self.bullets(items),
            Block::DefinitionList(items) => {
                self.out.push_str("<dl class=\"facts\">\n");
                for (term, definitions) in items {
                    self.out.push_str("<div><dt>");
                    self.inlines(term);
                    self.out.push_str("</dt>");
                    for definition in definitions {
                        self.out.push_str("<dd>");
                        self.blocks(definition);
                        self.out.push_str("</dd>");
                    }
                    self.out.push_str("</div>\n");
                }
                self.out.push_str("</dl>\n");
            }
            Block::Figure(_, caption, inside) => {
                self.blocks(inside);
                self.blocks(&caption.1);
            }
            Block::Header(level, attributes, inlines) => self.heading(*level, attributes, inlines),
            Block::Table(attributes, caption, columns, head, bodies, foot) => {
                self.table(attributes, caption, columns, head, bodies, foot);
            }
            Block::Div(attributes, inside) => self.div(attributes, inside),
            Block::RawBlock(..) | Block::HorizontalRule | Block::Null => {}
        }
    }

    /// A paragraph; `attributes` are written already.
    fn paragraph(&mut self, attributes: &str, inlines: &'d [Inline]) {
        self.out.push_str("<p");
        self.out.push_str(attributes);
        self.out.push('>');
        self.inlines(inlines);
        self.out.push_str("</p>\n");
    }

    fn wrapped(&mut self, tag: &str, inside: &'d [Block]) {
        self.out.push_str(&format!("<{tag}>\n"));
        self.blocks(inside);
        self.out.push_str(&format!("</{tag}>\n"));
    }

    fn heading(&mut self, level: i64, attributes: &Attr, inlines: &'d [Inline]) {
        self.heading = pandoc::plain(inlines);
        let number = key(attributes, "number");
        let annex = has_class(attributes, "annex");
        let tag = format!("h{}", level.clamp(1, 3) + 1);
        self.out.push_str(&format!("<{tag}"));
        self.id(attributes);
        if annex {
            self.out.push_str(" class=\"annex\"><small>");
            let annex = self.annex.clone();
            self.text(&annex);
            self.text(&number.map(|n| format!(" {n}")).unwrap_or_default());
            self.out.push_str("</small> ");
        } else {
            if let Some(number) = number {
                self.attribute("data-n", number);
            }
            self.out.push('>');
        }
        self.inlines(inlines);
        self.out.push_str(&format!("</{tag}>\n"));
    }

    fn div(&mut self, attributes: &'d Attr, inside: &'d [Block]) {
        let class = |name: &str| has_class(attributes, name);
        if class("facts") {
            self.blocks(inside);
        } else if class("preambular") {
            self.preambular(attributes, inside);
        } else if class("imprint") {
            self.out
                .push_str("<div class=\"imprint\"><div class=\"label\">");
            self.text(key(attributes, "label").unwrap_or_default());
            self.out.push_str("</div><div>\n");
            self.blocks(inside);
            self.out.push_str("</div></div>\n");
        } else {
            let kept = ["voice", "table-note"].into_iter().find(|name| class(name));
            self.out.push_str("<div");
            self.id(attributes);
            self.language(attributes);
            if let Some(class) = kept {
                self.attribute("class", class);
            }
            self.out.push_str(">\n");
            self.blocks(inside);
            self.out.push_str("</div>\n");
        }
    }

    fn preambular(&mut self, attributes: &Attr, inside: &'d [Block]) {
        let mut start = std::mem::take(&mut self.out);
        self.out.push_str(" class=\"preambular\"");
        self.id(attributes);
        self.language(attributes);
        if let Some(number) = key(attributes, "number") {
            self.attribute("data-n", number);
        }
        std::mem::swap(&mut self.out, &mut start);
        let mut attributes = start;
        for block in inside {
            match block {
                Block::Para(inlines) | Block::Plain(inlines) => {
                    self.paragraph(&attributes, inlines);
                    " class=\"preambular\"".clone_into(&mut attributes);
                }
                other => self.block(other),
            }
        }
    }

    fn operative(&mut self, attributes: &Attr, inside: &'d [Block]) {
        self.out.push_str("<li");
        self.id(attributes);
        self.language(attributes);
        if let Some(number) = key(attributes, "number") {
            if let Ok(value) = number.parse::<i32>() {
                self.attribute("value", &value.to_string());
            }
            self.attribute("data-n", &format!("{number}."));
        }
        self.out.push_str(">\n");
        for block in inside {
            match block {
                Block::OrderedList(attributes, items) => self.ordered("sub", *attributes, items),
                other => self.block(other),
            }
        }
        self.out.push_str("</li>\n");
    }

    fn ordered(
        &mut self,
        class: &str,
        (start, ..): pandoc_ast::ListAttributes,
        items: &'d [Vec<Block>],
    ) {
        self.out
            .push_str(&format!("<ol class=\"{class}\" role=\"list\">\n"));
        for (i, item) in items.iter().enumerate() {
            let n = start.saturating_add(i64::try_from(i).unwrap_or(i64::MAX));
            self.out.push_str("<li");
            self.attribute("value", &n.clamp(-1_000_000_000, 1_000_000_000).to_string());
            self.attribute("data-n", &pandoc::item_label(item, n));
            self.out.push('>');
            self.item(item);
        }
        self.out.push_str("</ol>\n");
    }

    fn bullets(&mut self, items: &'d [Vec<Block>]) {
        self.out.push_str("<ul>\n");
        for item in items {
            self.out.push_str("<li>");
            self.item(item);
        }
        self.out.push_str("</ul>\n");
    }

    fn item(&mut self, blocks: &'d [Block]) {
        match blocks {
            [Block::Para(inlines) | Block::Plain(inlines), rest @ ..] => {
                self.inlines(inlines);
                self.blocks(rest);
            }
            other => self.blocks(other),
        }
        self.out.push_str("</li>\n");
    }
}
