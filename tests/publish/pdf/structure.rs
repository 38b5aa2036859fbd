//! The tags of a PDF, an element a line, with the text that they hold.

use std::fmt::Write;

use serde_json::Value;

use super::{Pdf, content::Run, lines};

/// Writes the tree of the tags.
pub(super) fn write(pdf: &Pdf, out: &mut String) {
    let root = pdf.objects.at(&pdf.objects.catalog()["/StructTreeRoot"]);
    let mut writer = Writer {
        pdf,
        out,
        text: Vec::new(),
    };
    writer.kids(&root["/K"], &Value::Null, 0, &pdf.lang);
}

struct Writer<'a> {
    pdf: &'a Pdf,
    out: &'a mut String,
    /// The text since the last element: its page, its language, its pieces.
    text: Vec<(usize, String, Vec<&'a Run>)>,
}

impl<'a> Writer<'a> {
    fn kids(&mut self, kids: &'a Value, page: &'a Value, depth: usize, lang: &str) {
        let kids = self.pdf.objects.at(kids);
        let one = std::slice::from_ref(kids);
        let kids = kids.as_array().map_or(one, Vec::as_slice);
        for kid in kids {
            match self.pdf.objects.at(kid) {
                Value::Number(mark) => self.marked(mark.as_i64().unwrap(), page, lang),
                Value::Null => {}
                kid => {
                    let page = if kid["/Pg"].is_null() {
                        page
                    } else {
                        &kid["/Pg"]
                    };
                    if kid["/Type"] == "/MCR" {
                        self.marked(kid["/MCID"].as_i64().unwrap(), page, lang);
                    } else if kid["/Type"] == "/OBJR" {
                        self.flush(depth, lang);
                        self.object(&kid["/Obj"], depth);
                    } else {
                        self.flush(depth, lang);
                        self.element(kid, page, depth, lang);
                    }
                }
            }
        }
        self.flush(depth, lang);
    }

    fn element(&mut self, element: &'a Value, page: &'a Value, depth: usize, lang: &str) {
        let objects = &self.pdf.objects;
        let name = element["/S"].as_str().unwrap().trim_start_matches('/');
        write!(self.out, "{}{name}", "  ".repeat(depth)).unwrap();
        for (key, says) in [
            ("/Lang", "lang"),
            ("/Alt", "alt"),
            ("/ActualText", "text"),
            ("/E", "full"),
            ("/T", "title"),
        ] {
            if !element[key].is_null() {
                write!(self.out, " {says}={:?}", objects.text(&element[key])).unwrap();
            }
        }
        let attributes = objects.at(&element["/A"]);
        let one = std::slice::from_ref(attributes);
        for set in attributes.as_array().map_or(one, Vec::as_slice) {
            for key in [
                "/ListNumbering",
                "/Scope",
                "/ColSpan",
                "/RowSpan",
                "/Summary",
            ] {
                match objects.at(&objects.at(set)[key]) {
                    Value::Null => {}
                    Value::String(value) => {
                        let value = value.trim_start_matches(['/', 'u', ':']);
                        write!(self.out, " {}={value}", key[1..].to_lowercase()).unwrap();
                    }
                    value => write!(self.out, " {}={value}", key[1..].to_lowercase()).unwrap(),
                }
            }
        }
        self.out.push('\n');
        let own = objects.text(&element["/Lang"]);
        let lang = if own.is_empty() { lang.to_owned() } else { own };
        self.kids(&element["/K"], page, depth + 1, &lang);
    }

    /// Something that is no text: a link's address or where it leads.
    fn object(&mut self, reference: &Value, depth: usize) {
        let objects = &self.pdf.objects;
        let object = objects.at(reference);
        let indent = "  ".repeat(depth);
        let action = objects.at(&object["/A"]);
        let to = if action["/URI"].is_null() {
            let to = if object["/Dest"].is_null() {
                &action["/D"]
            } else {
                &object["/Dest"]
            };
            format!("page {}", self.pdf.page_of(to))
        } else {
            objects.text(&action["/URI"])
        };
        write!(self.out, "{indent}-> {to}").unwrap();
        if !object["/Contents"].is_null() {
            write!(self.out, " alt={:?}", objects.text(&object["/Contents"])).unwrap();
        }
        self.out.push('\n');
    }

    fn marked(&mut self, mark: i64, page: &Value, lang: &str) {
        let number = self.pdf.page_number(page);
        let runs = &self.pdf.pages[number - 1].1.runs;
        for run in runs.iter().filter(|run| run.mark == Some(mark)) {
            let lang = run.lang.as_deref().unwrap_or(lang);
            match self.text.last_mut() {
                Some((page, known, runs)) if *page == number && known == lang => runs.push(run),
                _ => self.text.push((number, lang.to_owned(), vec![run])),
            }
        }
    }

    /// Writes the text since the last element; a language that is not the element's stands after it.
    fn flush(&mut self, depth: usize, lang: &str) {
        for (_, own, runs) in std::mem::take(&mut self.text) {
            let text = lines::joined(&runs, self.pdf.is_rtl);
            let indent = "  ".repeat(depth);
            write!(self.out, "{indent}\u{201c}{text}\u{201d}").unwrap();
            if own != lang {
                write!(self.out, " lang={own:?}").unwrap();
            }
            self.out.push('\n');
        }
    }
}
