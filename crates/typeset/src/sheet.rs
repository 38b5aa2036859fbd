//! The sheet: what the template prints, already checked, cleaned and labelled.
//!
//! Every string in it is printed as it stands; none is markup. The template relies on what is promised here: ids
//! are unique and not empty, table rows fill their columns, heading levels never skip, nesting is shallow.

use std::collections::BTreeMap;

use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Sheet {
    pub(crate) meta: Meta,
    pub(crate) blocks: Vec<Block>,
    /// The ids that are printed somewhere, and can be linked to.
    pub(crate) anchors: BTreeMap<String, bool>,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Meta {
    /// `a4` or `us-letter`.
    pub(crate) paper: &'static str,
    pub(crate) lang: String,
    pub(crate) rtl: bool,
    pub(crate) draft: bool,
    pub(crate) line_numbers: bool,
    pub(crate) title: Vec<Inline>,
    pub(crate) long_title: bool,
    pub(crate) subtitle: Vec<Inline>,
    /// The title in the file's metadata.
    pub(crate) file_title: String,
    pub(crate) authors: Vec<String>,
    pub(crate) date: Option<Date>,
    pub(crate) date_text: Vec<Inline>,
    pub(crate) track: Vec<Inline>,
    pub(crate) forum: Vec<Inline>,
    pub(crate) symbol: String,
    pub(crate) original: String,
    pub(crate) hash: String,
    pub(crate) running: String,
    pub(crate) footer: String,
    /// The label of the version and the word "draft", in pieces that keep their own direction.
    pub(crate) version: Vec<Inline>,
    /// "Page {n} / {total}", cut at its two places.
    pub(crate) page: Vec<PagePart>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Date {
    pub(crate) year: i32,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

#[derive(Debug, Serialize)]
#[serde(tag = "t", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(crate) enum PagePart {
    Text { s: String },
    Number,
    Total,
}

/// A piece of text: a plain string, or a node.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(crate) enum Inline {
    Text(String),
    Node(Node),
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "t", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(crate) enum Node {
    /// Emphasis: italic, or bold where the script has no italic.
    Em {
        bold: bool,
        b: Vec<Inline>,
    },
    Strong {
        b: Vec<Inline>,
    },
    Underline {
        b: Vec<Inline>,
    },
    Strike {
        b: Vec<Inline>,
    },
    Super {
        b: Vec<Inline>,
    },
    Sub {
        b: Vec<Inline>,
    },
    SmallCaps {
        b: Vec<Inline>,
    },
    Code {
        s: String,
    },
    Break,
    /// A place where an over-long word may be broken.
    MayBreak,
    /// A link to an address outside, or (with `inside`) to an id.
    Link {
        to: String,
        inside: bool,
        b: Vec<Inline>,
    },
    Note {
        b: Vec<Block>,
    },
    /// Text of another language. `boxed` keeps a short piece of the other direction together.
    Foreign {
        lang: String,
        rtl: bool,
        boxed: bool,
        b: Vec<Inline>,
    },
    /// Symbols, hashes, Latin names: left to right inside any text.
    Ltr {
        hash: bool,
        boxed: bool,
        b: Vec<Inline>,
    },
    /// The target of a link inside a line.
    Anchor {
        id: String,
    },
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "t", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(crate) enum Block {
    Facts {
        rows: Vec<Fact>,
    },
    /// The speaking voice; `sticky` keeps it with what it introduces.
    Voice {
        id: Option<String>,
        sticky: bool,
        b: Vec<Block>,
    },
    /// A preambular paragraph. `whole`: short enough never to be split.
    Preambular {
        id: Option<String>,
        number: String,
        whole: bool,
        b: Vec<Block>,
    },
    /// A group (level 1) or a theme inside it (deeper).
    Heading {
        id: Option<String>,
        level: u8,
        number: String,
        b: Vec<Inline>,
    },
    Annex {
        id: Option<String>,
        label: String,
        new_page: bool,
        b: Vec<Inline>,
    },
    /// A run of operative paragraphs. `whole`: one with a footnote, short enough never to be split.
    Operatives {
        whole: bool,
        items: Vec<Operative>,
    },
    Para {
        id: Option<String>,
        whole: bool,
        b: Vec<Inline>,
    },
    /// A paragraph about the table above it.
    TableNote {
        id: Option<String>,
        b: Vec<Inline>,
    },
    Quote {
        b: Vec<Block>,
    },
    /// `loose`: a list on its own or in such a one, whose items stand apart like paragraphs. `dash`: what its bullets are, by how many lists
    /// of whichever kind stand around it.
    List {
        loose: bool,
        labels: Vec<String>,
        bullet: bool,
        dash: bool,
        items: Vec<Vec<Block>>,
    },
    Table(Table),
    Code {
        lines: Vec<String>,
    },
    Lines {
        b: Vec<Vec<Inline>>,
    },
    Rule,
    /// Blocks that stand on one page.
    Together {
        b: Vec<Block>,
    },
    Foreign {
        lang: String,
        rtl: bool,
        b: Vec<Block>,
    },
    Imprint {
        label: String,
        b: Vec<Block>,
    },
    Anchor {
        id: String,
    },
}

impl Node {
    /// The inlines that a node is put around. A note holds none: its text is blocks.
    pub(crate) fn inside(&self) -> &[Inline] {
        match self {
            Self::Em { b, .. }
            | Self::Strong { b }
            | Self::Underline { b }
            | Self::Strike { b }
            | Self::Super { b }
            | Self::Sub { b }
            | Self::SmallCaps { b }
            | Self::Link { b, .. }
            | Self::Foreign { b, .. }
            | Self::Ltr { b, .. } => b,
            Self::Code { .. }
            | Self::Break
            | Self::MayBreak
            | Self::Note { .. }
            | Self::Anchor { .. } => &[],
        }
    }
}

impl Block {
    /// The lines and the blocks that stand in a block.
    pub(crate) fn inside(&self) -> (Vec<&[Inline]>, Vec<&Self>) {
        match self {
            Self::Para { b, .. }
            | Self::TableNote { b, .. }
            | Self::Heading { b, .. }
            | Self::Annex { b, .. } => (vec![b], Vec::new()),
            Self::Lines { b } => (b.iter().map(Vec::as_slice).collect(), Vec::new()),
            Self::Facts { rows } => (
                rows.iter().map(|row| row.label.as_slice()).collect(),
                rows.iter().flat_map(|row| &row.b).collect(),
            ),
            Self::Voice { b, .. }
            | Self::Preambular { b, .. }
            | Self::Quote { b }
            | Self::Together { b }
            | Self::Foreign { b, .. }
            | Self::Imprint { b, .. } => (Vec::new(), b.iter().collect()),
            Self::Operatives { items, .. } => {
                (Vec::new(), items.iter().flat_map(|item| &item.b).collect())
            }
            Self::List { items, .. } => (Vec::new(), items.iter().flatten().collect()),
            Self::Table(table) => {
                let cells = table.head.iter().chain(&table.rows).flatten();
                (Vec::new(), cells.flat_map(|cell| &cell.b).collect())
            }
            Self::Code { .. } | Self::Rule | Self::Anchor { .. } => (Vec::new(), Vec::new()),
        }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Fact {
    pub(crate) label: Vec<Inline>,
    pub(crate) b: Vec<Block>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Operative {
    pub(crate) id: Option<String>,
    pub(crate) number: String,
    /// The word of the paragraph's state, printed in drafts.
    pub(crate) state: String,
    pub(crate) b: Vec<Block>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    /// Rows of the head, each a list of cells that fill it.
    pub(crate) head: Vec<Vec<Cell>>,
    pub(crate) rows: Vec<Vec<Cell>>,
    pub(crate) repeat_head: bool,
    pub(crate) caption: Vec<Block>,
    /// Whether the table stands in the whole width, margin column included.
    pub(crate) wide: bool,
    /// Whether it was filled from the programme or the sources: what follows it is about it.
    #[serde(skip)]
    pub(crate) from_data: bool,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(tag = "u", content = "n", rename_all = "kebab-case")]
pub(crate) enum Column {
    Mm(f64),
    Fr(f64),
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Cell {
    pub(crate) colspan: usize,
    pub(crate) rowspan: usize,
    /// Whether the cell may run over a page's end, because it could not fit on one.
    pub(crate) splits: bool,
    /// Whether each paragraph is one person, indented where it turns over.
    pub(crate) people: bool,
    pub(crate) b: Vec<Block>,
}
