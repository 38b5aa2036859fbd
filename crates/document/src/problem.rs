//! Things in a document that reading could not take as they stand.

/// Something in a document that was not as it should be, and that reading went around.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What was wrong.
    pub kind: ProblemKind,
    /// Index of the block it was found in, where it was found in one.
    pub block: Option<usize>,
    /// The word or id that was not understood; may be empty.
    pub detail: String,
}

impl Problem {
    pub(crate) fn new(kind: ProblemKind, detail: impl Into<String>) -> Self {
        // What was not understood may be of any length; a diagnostic shows its beginning.
        let detail = detail.into().chars().take(80).collect();
        Self {
            kind,
            block: None,
            detail,
        }
    }

    pub(crate) fn at(self, block: usize) -> Self {
        Self {
            block: Some(block),
            ..self
        }
    }
}

/// What was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// The document has no text, or automerge failed on it; nothing was read.
    Unreadable,
    /// A block of an unknown type; it was read as a paragraph.
    UnknownBlock,
    /// An inline object of an unknown type; it was left out.
    UnknownEmbed,
    /// A reference to a footnote that is not there; it was left out.
    MissingFootnote,
    /// A reference to a table that is not there; it was left out.
    MissingTable,
    /// A link to something other than a page or a mail address; its text was kept.
    UnsafeLink,
    /// A block without an id of its own; one was given to it.
    SettledId,
    /// A record of a key point that lacks what makes it one; it was left out.
    MisshapenKeyPoint,
    /// A source that names no key point; it was left out.
    MisshapenSource,
}
