//! Looks into a PDF: what it says of itself, its bookmarks, its tags as a screen reader walks them, its pages as they look.
//!
//! qpdf opens the file. Text is read by the program's own characters and by nobody's guesses, so that the golden files
//! do not depend on the version of a tool.

mod content;
mod lines;
mod objects;
mod structure;

use std::{collections::BTreeMap, fmt::Write};

use serde_json::Value;

use content::{Fonts, Run};
use objects::Objects;

/// A page: its size in points, and its text.
pub(super) struct Page {
    size: (f64, f64),
    runs: Vec<Run>,
}

/// What the parts of the golden file are written from.
pub(super) struct Pdf {
    objects: Objects,
    /// By the reference of the page's object, in the order of the pages.
    pages: Vec<(String, Page)>,
    is_rtl: bool,
    lang: String,
}

impl Pdf {
    fn read(bytes: &[u8]) -> Self {
        let objects = Objects::read(bytes);
        let catalog = objects.catalog();
        let is_rtl = objects.at(&catalog["/ViewerPreferences"])["/Direction"] == "/R2L";
        let lang = objects.text(&catalog["/Lang"]);
        let mut found = Vec::new();
        find_pages(&objects, &catalog["/Pages"], &mut found);
        let mut fonts = Fonts::default();
        let pages = found
            .into_iter()
            .map(|reference| {
                let page = objects.at(&Value::from(reference.clone())).clone();
                let side = |i: usize| page["/MediaBox"][i].as_f64().unwrap();
                let size = (side(2) - side(0), side(3) - side(1));
                let runs = content::runs(&objects, &page, &mut fonts);
                (reference, Page { size, runs })
            })
            .collect();
        Self {
            objects,
            pages,
            is_rtl,
            lang,
        }
    }

    /// The number of a page as people count it.
    fn page_number(&self, reference: &Value) -> usize {
        let found = self.pages.iter().position(|(known, _)| reference == known);
        1 + found.expect("a link leads to a page of the file")
    }

    /// Where a destination leads, by its name or its array.
    fn page_of(&self, to: &Value) -> usize {
        let mut to = self.objects.at(to);
        let names = self.names();
        if let Value::String(name) = to {
            to = names[&self.objects.text(&Value::from(name.as_str()))];
        }
        if to.is_object() {
            to = self.objects.at(&to["/D"]);
        }
        self.page_number(&to[0])
    }

    fn names(&self) -> BTreeMap<String, &Value> {
        let catalog = self.objects.catalog();
        let names = self.objects.at(&catalog["/Names"]);
        let dests = self.objects.at(&self.objects.at(names)["/Dests"]);
        let list = self.objects.at(&dests["/Names"]);
        let pairs = list.as_array().into_iter().flatten().collect::<Vec<_>>();
        pairs
            .chunks(2)
            .map(|pair| (self.objects.text(pair[0]), self.objects.at(pair[1])))
            .collect()
    }
}

fn find_pages(objects: &Objects, node: &Value, found: &mut Vec<String>) {
    match &objects.at(node)["/Kids"] {
        Value::Null => found.push(node.as_str().unwrap().to_owned()),
        kids => {
            let kids = objects.at(kids).as_array().unwrap();
            kids.iter().for_each(|kid| find_pages(objects, kid, found));
        }
    }
}

/// A PDF as text that people can read and compare.
pub(crate) fn readable(bytes: &[u8]) -> String {
    let pdf = Pdf::read(bytes);
    let mut out = String::new();
    about(&pdf, &mut out);
    out.push_str("\n==== bookmarks\n");
    bookmarks(&pdf, &pdf.objects.catalog()["/Outlines"], 0, &mut out);
    out.push_str("\n==== tags\n");
    structure::write(&pdf, &mut out);
    for (number, (_, page)) in pdf.pages.iter().enumerate() {
        let (width, height) = (millimetres(page.size.0), millimetres(page.size.1));
        let total = pdf.pages.len();
        writeln!(
            out,
            "\n==== page {} of {total}, {width} x {height} mm: mm from the top, [mm from the left], * not tagged",
            number + 1
        )
        .unwrap();
        lines::write(page, pdf.is_rtl, &mut out);
    }
    out
}

/// What the file says of itself.
fn about(pdf: &Pdf, out: &mut String) {
    let objects = &pdf.objects;
    let catalog = objects.catalog();
    let info = objects.at(&objects.trailer()["/Info"]);
    for (name, key) in [
        ("title", "/Title"),
        ("author", "/Author"),
        ("creator", "/Creator"),
        ("date", "/CreationDate"),
    ] {
        if !info[key].is_null() {
            writeln!(out, "{name}: {}", objects.text(&info[key])).unwrap();
        }
    }
    writeln!(out, "language: {}", pdf.lang).unwrap();
    let direction = if pdf.is_rtl {
        "right to left"
    } else {
        "left to right"
    };
    writeln!(out, "direction: {direction}").unwrap();
    let shown = &objects.at(&catalog["/ViewerPreferences"])["/DisplayDocTitle"];
    let marked = &objects.at(&catalog["/MarkInfo"])["/Marked"];
    writeln!(out, "shows its title: {shown}, tagged: {marked}").unwrap();
    let metadata = objects.stream(&catalog["/Metadata"]);
    let metadata = String::from_utf8(metadata).unwrap();
    let standard = |of: &str| {
        let after = metadata.split(&format!("<{of}>")).nth(1);
        after
            .and_then(|after| after.split('<').next())
            .unwrap_or("none")
    };
    writeln!(
        out,
        "conforms to: PDF/A-{}{}, PDF/UA-{}",
        standard("pdfaid:part"),
        standard("pdfaid:conformance").to_lowercase(),
        standard("pdfuaid:part"),
    )
    .unwrap();
}

fn bookmarks(pdf: &Pdf, parent: &Value, depth: usize, out: &mut String) {
    let parent = pdf.objects.at(parent);
    let mut next = &parent["/First"];
    while !next.is_null() {
        let mark = pdf.objects.at(next);
        let title = pdf.objects.text(&mark["/Title"]);
        let page = pdf.page_of(&mark["/Dest"]);
        writeln!(out, "{}{title} -> page {page}", "  ".repeat(depth)).unwrap();
        bookmarks(pdf, next, depth + 1, out);
        next = &mark["/Next"];
    }
}

fn millimetres(points: f64) -> i64 {
    (points / 72.0 * 25.4).round() as i64
}
