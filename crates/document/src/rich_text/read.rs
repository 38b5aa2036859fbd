//! Reads the text object of a document into blocks.
//!
//! Block markers are looked up field by field: automerge's own spans would hydrate whatever a client nested into a marker,
//! to any depth, on the stack.

use automerge::{Automerge, ObjId, ObjType, ReadDoc, ScalarValue, Value, marks::Mark};

use super::{AnnexFill, Attrs, Block, BlockKind, Inline, Marks};
use model::id::ParagraphId;

use crate::{
    field::Fields,
    problem::{Problem, ProblemKind},
};

/// What automerge gives for an object inside a text.
const OBJECT: char = '\u{fffc}';

/// A block and where it stands, in UTF-16 code units.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Placed {
    pub block: Block,
    /// Where its marker is, or where its text begins when it has none.
    pub from: usize,
    /// Where its text begins.
    pub start: usize,
    /// Where it ends.
    pub to: usize,
    /// The object that is its marker: the same on each replica, as long as the block lives.
    pub marker: Option<ObjId>,
}

/// Reads a text object; what is not understood is read as the nearest thing that is, and told as a problem.
pub(crate) fn read(doc: &Automerge, text: &ObjId, problems: &mut Vec<Problem>) -> Vec<Placed> {
    let mut reader = Reader {
        doc,
        text,
        marks: ActiveMarks::new(doc.marks(text).unwrap_or_default()),
        blocks: Vec::new(),
        run: String::new(),
        problems,
    };
    let mut at = 0;
    for character in doc.text(text).unwrap_or_default().chars() {
        reader.take(character, at);
        at += character.len_utf16();
    }
    reader.end_run();
    reader.close(at);
    reader.blocks
}

struct Reader<'a> {
    doc: &'a Automerge,
    text: &'a ObjId,
    marks: ActiveMarks,
    blocks: Vec<Placed>,
    /// Text that shares its marks and does not yet stand in its block.
    run: String,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn take(&mut self, character: char, at: usize) {
        if self.marks.change_at(at) {
            self.end_run();
            self.marks.advance(at);
        }
        if character != OBJECT {
            self.run.push(character);
            return;
        }
        // A client may as well have typed the character itself; that, and an object that is no map, is dropped.
        let Ok(Some((Value::Object(ObjType::Map), marker))) = self.doc.get(self.text, at) else {
            return;
        };
        self.end_run();
        self.object(marker, at);
    }

    fn object(&mut self, marker: ObjId, at: usize) {
        let fields = Fields::of(self.doc, &marker);
        let attrs = fields.map("attrs");
        let word = fields.string("type").unwrap_or_default();
        let id = attrs.as_ref().and_then(id_in);
        let inline = match word.as_str() {
            "footnote" => id.map(|id| Inline::Footnote { id }),
            "table" => id.map(|id| Inline::Table { id }),
            _ if !fields.is_true("isEmbed") => {
                let attrs = attrs.as_ref().map(attrs_in).unwrap_or_default();
                return self.open(&word, attrs, marker, at);
            }
            _ => None,
        };
        if let Some(inline) = inline {
            self.current(at).block.content.push(inline);
        } else {
            self.tell(ProblemKind::UnknownEmbed, &word);
        }
    }

    fn open(&mut self, word: &str, attrs: Attrs, marker: ObjId, at: usize) {
        self.close(at);
        let known = BlockKind::parse(word);
        self.blocks.push(Placed {
            block: Block {
                kind: known.unwrap_or(BlockKind::Paragraph),
                attrs,
                content: Vec::new(),
            },
            from: at,
            start: at + 1,
            to: at + 1,
            marker: Some(marker),
        });
        if known.is_none() {
            self.tell(ProblemKind::UnknownBlock, word);
        }
    }

    /// The block that text goes into; text before the first marker makes a paragraph.
    fn current(&mut self, at: usize) -> &mut Placed {
        if self.blocks.is_empty() {
            self.blocks.push(Placed {
                block: Block::new(BlockKind::Paragraph, ""),
                from: 0,
                start: 0,
                to: at,
                marker: None,
            });
        }
        let last = self.blocks.len() - 1;
        &mut self.blocks[last]
    }

    fn end_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.run);
        let marks = self.marks.now();
        if self.marks.link_is_unsafe() {
            self.tell(ProblemKind::UnsafeLink, &text);
        }
        let content = &mut self.current(0).block.content;
        match content.last_mut() {
            Some(Inline::Text {
                text: before,
                marks: same,
            }) if *same == marks => {
                before.push_str(&text);
            }
            _ => content.push(Inline::Text { text, marks }),
        }
    }

    fn close(&mut self, at: usize) {
        if let Some(last) = self.blocks.last_mut() {
            last.to = at;
        }
    }

    fn tell(&mut self, kind: ProblemKind, detail: &str) {
        let block = self.blocks.len().saturating_sub(1);
        self.problems.push(Problem::new(kind, detail).at(block));
    }
}

fn attrs_in(attrs: &Fields<'_>) -> Attrs {
    let small = |key, most| {
        let number = attrs.number(key, most)?;
        u8::try_from(number).ok()
    };
    Attrs {
        id: id_in(attrs).map(ParagraphId),
        of: attrs.string("of").map(ParagraphId),
        level: small("level", 3).map(|level| level.max(1)),
        indent: small("indent", 4).unwrap_or(0),
        start: attrs
            .number("start", 9999)
            .and_then(|start| u32::try_from(start).ok())
            .filter(|start| *start > 0),
        label: attrs.string("label"),
        fill: attrs
            .string("fill")
            .map_or(AnnexFill::None, |word| AnnexFill::parse(&word)),
        lang: attrs.word("lang"),
    }
}

/// The id in a marker's attributes. An id of unreasonable length is none.
fn id_in(attrs: &Fields<'_>) -> Option<String> {
    attrs.string("id").filter(|id| (1..=64).contains(&id.len()))
}

/// The marks of the whole text, and those that hold at the place being read.
struct ActiveMarks {
    /// Place, mark and value; sorted by place, ends before beginnings.
    edges: Vec<(usize, bool, Mark)>,
    next: usize,
    strong: bool,
    em: bool,
    link: Option<String>,
}

impl ActiveMarks {
    fn new(marks: Vec<Mark>) -> Self {
        let mut edges: Vec<_> = marks
            .into_iter()
            .filter(|mark| mark.start < mark.end)
            .flat_map(|mark| [(mark.start, true, mark.clone()), (mark.end, false, mark)])
            .collect();
        edges.sort_by_key(|(at, begins, _)| (*at, *begins));
        Self {
            edges,
            next: 0,
            strong: false,
            em: false,
            link: None,
        }
    }

    fn change_at(&self, at: usize) -> bool {
        self.edges.get(self.next).is_some_and(|edge| edge.0 <= at)
    }

    fn advance(&mut self, at: usize) {
        while let Some((_, begins, mark)) = self.edges.get(self.next).filter(|edge| edge.0 <= at) {
            match (mark.name.as_str(), &mark.value) {
                ("strong", ScalarValue::Boolean(true)) => self.strong = *begins,
                ("em", ScalarValue::Boolean(true)) => self.em = *begins,
                ("link", ScalarValue::Str(to)) => self.link = begins.then(|| to.to_string()),
                _ => {}
            }
            self.next += 1;
        }
    }

    fn now(&self) -> Marks {
        Marks {
            strong: self.strong,
            em: self.em,
            link: self.link.clone().filter(|link| is_safe(link)),
        }
    }

    fn link_is_unsafe(&self) -> bool {
        self.link.as_deref().is_some_and(|link| !is_safe(link))
    }
}

/// Whether a link leads to a page or a mail address, so that no script stands in an export. The editor has the same rule
/// for what it shows as a link: both are held to `tests/cases/safe-links.json`.
fn is_safe(link: &str) -> bool {
    let scheme = link
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
        && !link.chars().any(|c| c.is_control() || c.is_whitespace())
}
