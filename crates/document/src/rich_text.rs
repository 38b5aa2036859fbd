//! Rich text: a flat list of blocks, each with marked text and a few inline objects.

mod read;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests;

use serde::Serialize;

use model::{id::ParagraphId, language::Lang};

pub(crate) use read::{Placed, read};

/// A paragraph, heading, list item and so on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// What is known about it besides its text.
    pub attrs: Attrs,
    /// Its text.
    pub content: Vec<Inline>,
}

impl Block {
    /// A block of plain text.
    pub fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        let text = text.into();
        let content = if text.is_empty() {
            Vec::new()
        } else {
            vec![Inline::text(text)]
        };
        Self {
            kind,
            attrs: Attrs::default(),
            content,
        }
    }

    /// The words without marks, footnotes and tables.
    pub fn text(&self) -> String {
        self.content
            .iter()
            .map(|inline| match inline {
                Inline::Text { text, .. } => text.as_str(),
                Inline::Footnote { .. } | Inline::Table { .. } => "",
            })
            .collect()
    }

    /// Whether there is nothing to be read in it.
    pub fn is_blank(&self) -> bool {
        self.content
            .iter()
            .all(|inline| matches!(inline, Inline::Text { text, .. } if text.trim().is_empty()))
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading; in output documents level 1 opens a group and level 2 a theme inside it.
    Heading,
    /// A quotation that stands apart.
    Blockquote,
    /// An item of a numbered list.
    OrderedListItem,
    /// An item of a bulleted list.
    UnorderedListItem,
    /// The title of an output document.
    Title,
    /// Its theme, below the title.
    Subtitle,
    /// A labelled fact of the title block, such as place and dates.
    Fact,
    /// Who speaks: "We, the parliamentarians ...", and the line that leads over to the paragraphs.
    Voice,
    /// A preambular paragraph.
    Preambular,
    /// An operative paragraph.
    Operative,
    /// The heading of an annex.
    Annex,
}

impl BlockKind {
    pub(crate) const ALL: [Self; 12] = [
        Self::Paragraph,
        Self::Heading,
        Self::Blockquote,
        Self::OrderedListItem,
        Self::UnorderedListItem,
        Self::Title,
        Self::Subtitle,
        Self::Fact,
        Self::Voice,
        Self::Preambular,
        Self::Operative,
        Self::Annex,
    ];

    /// The word in a block marker.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::Blockquote => "blockquote",
            Self::OrderedListItem => "ordered-list-item",
            Self::UnorderedListItem => "unordered-list-item",
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Fact => "fact",
            Self::Voice => "voice",
            Self::Preambular => "preambular",
            Self::Operative => "operative",
            Self::Annex => "annex",
        }
    }

    /// Reads the word that [`BlockKind::as_str`] writes.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// What is known about a block besides its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Attrs {
    /// Its id; blocks of an output document that was read always have one.
    pub id: Option<ParagraphId>,
    /// The block of the original that it translates.
    pub of: Option<ParagraphId>,
    /// The level of a heading, 1 to 3.
    pub level: Option<u8>,
    /// How far a list item is set in, 0 to 4.
    pub indent: u8,
    /// The number that an item of a numbered list has whatever stands before it, 1 to 9999.
    pub start: Option<u32>,
    /// The label of a fact: `place`, `organisers`, `status`, or words of its own.
    pub label: Option<String>,
    /// What an annex is filled with at export.
    pub fill: AnnexFill,
    /// Its language, where that is not the document's.
    pub lang: Option<Lang>,
}

/// What an annex is filled with at export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnnexFill {
    /// The programme of the edition.
    Programme,
    /// Those who took part.
    Participants,
    /// The key points behind each paragraph.
    Sources,
    /// Nothing: its text follows as ordinary blocks.
    #[default]
    None,
}

impl AnnexFill {
    /// The word in a block marker.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Participants => "participants",
            Self::Sources => "sources",
            Self::None => "none",
        }
    }

    /// Reads the word that [`AnnexFill::as_str`] writes; any other means none.
    pub fn parse(word: &str) -> Self {
        [Self::Programme, Self::Participants, Self::Sources]
            .into_iter()
            .find(|fill| fill.as_str() == word)
            .unwrap_or_default()
    }
}

/// A part of a block's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    /// Words that share their marks; never empty in a block that was read.
    Text {
        /// The words.
        text: String,
        /// Their marks.
        marks: Marks,
    },
    /// A reference to a footnote of the document.
    Footnote {
        /// Its key among the footnotes.
        id: String,
    },
    /// A table of the document.
    Table {
        /// Its key among the tables.
        id: String,
    },
}

impl Inline {
    /// Words without marks.
    pub fn text(text: impl Into<String>) -> Self {
        Self::marked(text, Marks::default())
    }

    /// Words with marks.
    pub fn marked(text: impl Into<String>, marks: Marks) -> Self {
        Self::Text {
            text: text.into(),
            marks,
        }
    }
}

/// How words are set off, and where they lead.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Marks {
    /// Strong.
    pub strong: bool,
    /// Emphasised.
    pub em: bool,
    /// The page or mail address that they link to.
    pub link: Option<String>,
}

impl Marks {
    /// Strong and nothing else.
    pub fn strong() -> Self {
        Self {
            strong: true,
            ..Self::default()
        }
    }

    /// Emphasised and nothing else.
    pub fn em() -> Self {
        Self {
            em: true,
            ..Self::default()
        }
    }
}
