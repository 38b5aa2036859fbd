//! Masthead, running header and footer.

use pandoc_ast::Inline;

use super::{
    Parts,
    measures::Measures,
    package::{R, W},
    paragraph::{Paragraph, Writer},
    run::{Look, Runs, properties},
    xml::Xml,
};
use crate::pandoc::{self, Meta};

/// The masthead: track and forum, symbol and original language.
pub(super) fn masthead(meta: Meta<'_>, measures: &Measures, parts: &mut Parts) -> Vec<u8> {
    let mut original = meta.inlines("original");
    push_after_dot(&mut original, isolated(&meta.string("hash")));
    let symbol = isolated(&meta.string("symbol"));
    let (track, forum) = (meta.inlines("track"), meta.inlines("forum"));
    part("w:hdr", measures, parts, |writer| {
        writer.ends(
            "RMast",
            (&track, Some("RTrack")),
            (&symbol, Some("RSymbol")),
        );
        writer.ends("RMast", (&forum, None), (&original, None));
    })
}

/// The running header: what the document is, which version, of which day.
pub(super) fn running(meta: Meta<'_>, measures: &Measures, parts: &mut Parts) -> Vec<u8> {
    let mut right = Vec::new();
    let version = meta.version();
    if !version.is_empty() {
        let ink = (String::new(), vec!["version".to_owned()], Vec::new());
        right.push(Inline::Span(ink, version));
    }
    push_after_dot(&mut right, meta.inlines("date-text"));
    push_after_dot(&mut right, isolated(&meta.string("hash")));
    let left = meta.inlines("running");
    part("w:hdr", measures, parts, |writer| {
        writer.ends("Header", (&left, None), (&right, None))
    })
}

/// The footer: symbol, status and page.
pub(super) fn footer(meta: Meta<'_>, measures: &Measures, parts: &mut Parts) -> Vec<u8> {
    let mut left = isolated(&meta.string("symbol"));
    push_after_dot(&mut left, meta.inlines("footer"));
    let page = meta.word("page", "{n} / {total}");
    part("w:ftr", measures, parts, |writer| {
        writer.paragraph_with(&Paragraph::of("Footer"), |writer, runs| {
            writer.inlines(runs, &left, &Look::default());
            runs.push(&mut writer.xml, "\t", &Look::default());
            writer.page(runs, &page);
        });
    })
}

fn part(
    root: &str,
    measures: &Measures,
    parts: &mut Parts,
    inside: impl FnOnce(&mut Writer<'_>),
) -> Vec<u8> {
    let mut writer = Writer {
        xml: Xml::fragment(),
        measures,
        parts,
        notes: false,
        after_table: false,
    };
    inside(&mut writer);
    let content = writer.xml;
    Xml::part(root, &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
        xml.append(content)
    })
}

fn isolated(words: &str) -> Vec<Inline> {
    if words.is_empty() {
        return Vec::new();
    }
    vec![Inline::Span(
        (String::new(), vec!["ltr".to_owned()], Vec::new()),
        pandoc::text(words),
    )]
}

fn push_after_dot(inlines: &mut Vec<Inline>, more: Vec<Inline>) {
    if !inlines.is_empty() && !more.is_empty() {
        inlines.push(Inline::Str("\u{a0}· ".to_owned()));
    }
    inlines.extend(more);
}

/// Words and the character style they have.
type Styled<'a> = (&'a [Inline], Option<&'static str>);

impl Writer<'_> {
    /// One line with words at both ends.
    fn ends(&mut self, style: &'static str, start: Styled<'_>, end: Styled<'_>) {
        let look = |style: Option<_>| style.map_or_else(Look::default, Look::of);
        self.paragraph_with(&Paragraph::of(style), |writer, runs| {
            writer.inlines(runs, start.0, &look(start.1));
            if !end.0.is_empty() {
                runs.push(&mut writer.xml, "\t", &Look::default());
                writer.inlines(runs, end.0, &look(end.1));
            }
        });
    }

    /// "Page 1 / 6", with fields in the places of the numbers.
    fn page(&mut self, runs: &mut Runs, words: &str) {
        let look = Look::of("RPageNumber");
        let mut rest = words;
        while let Some(start) = rest.find('{') {
            let Some(end) = rest[start..].find('}').map(|end| start + end) else {
                break;
            };
            runs.push(&mut self.xml, &rest[..start], &look);
            let field = match &rest[start + 1..end] {
                "n" => Some("PAGE"),
                "total" => Some("NUMPAGES"),
                _ => None,
            };
            if let Some(field) = field {
                runs.flush(&mut self.xml);
                self.field(field, &look);
            }
            rest = &rest[end + 1..];
        }
        runs.push(&mut self.xml, rest, &look);
    }

    fn field(&mut self, name: &str, look: &Look) {
        let rtl = self.measures.rtl;
        let mut run = |inside: &mut dyn FnMut(&mut Xml)| {
            self.xml.element("w:r", &[], |xml| {
                properties(xml, look, rtl);
                inside(xml);
            });
        };
        run(&mut |xml| xml.empty("w:fldChar", &[("w:fldCharType", "begin")]));
        run(&mut |xml| {
            xml.element("w:instrText", &[("xml:space", "preserve")], |xml| {
                xml.text(&format!(" {name} "))
            });
        });
        run(&mut |xml| xml.empty("w:fldChar", &[("w:fldCharType", "separate")]));
        run(&mut |xml| xml.element("w:t", &[], |xml| xml.text("1")));
        run(&mut |xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
    }
}
