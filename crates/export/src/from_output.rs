//! Output document and programme → AST: numbers, letters and annexes are filled in, in the document's language.
//!
//! Never: drops a paragraph; tells who said something under the Chatham House Rule.

mod annex;
mod block;
mod facts;
mod ids;
mod inline;
mod list;
mod meta;
mod participants;
mod people;
mod programme;
mod sources;

use document::{output::Output, rich_text::BlockKind};
use model::{
    id::{OutputDocumentId, ParagraphId},
    key_point::KeyPoint,
    language::Lang,
};
use outline::programme::Programme;
use pandoc_ast::{Inline, Pandoc};

use crate::{Diagnostic, pandoc::API_VERSION, words::Words};
use block::Builder;
use ids::Ids;

/// What an export is asked for, beyond the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The day of the document, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The label of the version, such as "Zero draft" or "Rev.1"; none in a final document.
    pub version: Option<String>,
    /// The symbol of the document, where it has one.
    pub symbol: Option<String>,
    /// The beginning of the version's hash, where it is frozen.
    pub hash: Option<String>,
    /// The language of the original, where this is a translation.
    pub original: Option<Lang>,
    /// The paper.
    pub paper: Paper,
    /// Whether every fifth line is numbered. Drafts only.
    pub line_numbers: bool,
    /// Whether it is a draft: then preambular paragraphs are numbered and the header says so.
    pub draft: bool,
}

/// The paper that a document is printed on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    UsLetter,
}

impl Paper {
    /// The word used in addresses and in the AST.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::UsLetter => "us-letter",
        }
    }

    /// Reads the word that [`Paper::as_str`] writes, in small letters or capitals.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::A4, Self::UsLetter]
            .into_iter()
            .find(|paper| paper.as_str().eq_ignore_ascii_case(word))
    }
}

/// What the parts of a document are made from.
#[derive(Clone, Copy)]
struct Material<'a> {
    output: &'a Output,
    programme: &'a Programme,
    key_points: &'a [KeyPoint],
    options: &'a Options,
    words: &'a Words,
    ids: &'a Ids,
}

/// Makes the AST of an output document. The same arguments give the same AST.
///
/// `key_points` are those of the edition: the annex of sources tells from them where a statement was made.
pub fn from_output(
    output: &Output,
    programme: &Programme,
    key_points: &[KeyPoint],
    options: &Options,
) -> Pandoc {
    let words = Words::new(&output.lang);
    let ids = Ids::of(output.blocks.iter().map(|block| block.id.as_str()));
    let material = Material {
        output,
        programme,
        key_points,
        options,
        words: &words,
        ids: &ids,
    };
    let mut blocks = Builder::new(material).build();
    blocks.extend(meta::imprint(material));
    Pandoc {
        meta: meta::meta(material),
        blocks,
        pandoc_api_version: API_VERSION.to_vec(),
    }
}

/// The paragraph that a bookmark of the AST (`_p…`) stands for: where a diagnostic leads.
pub fn paragraph_of(output: &Output, bookmark: &str) -> Option<ParagraphId> {
    let ids = Ids::of(output.blocks.iter().map(|block| block.id.as_str()));
    let found = output
        .blocks
        .iter()
        .find(|block| ids.get(block.id.as_str()) == bookmark);
    found.map(|block| block.id.clone())
}

/// The paragraph that a finding of a writer is about, also where that names only the field of the title block.
pub fn paragraph_with(output: &Output, found: &Diagnostic) -> Option<ParagraphId> {
    if let Some(bookmark) = &found.place.paragraph_id {
        return paragraph_of(output, bookmark);
    }
    let kind = match found.place.field.as_deref()? {
        "title" => BlockKind::Title,
        "subtitle" => BlockKind::Subtitle,
        "facts" => BlockKind::Fact,
        _ => return None,
    };
    let mut blocks = output.blocks.iter().filter(|one| one.block.kind == kind);
    let block = match found.first_character() {
        Some(sought) => blocks.find(|one| one.block.text().contains(sought)),
        None => blocks.next(),
    };
    block.map(|block| block.id.clone())
}

/// Words that say something.
fn worded(words: &Option<String>) -> Option<&str> {
    words.as_deref().filter(|words| !words.trim().is_empty())
}

impl Material<'_> {
    fn is_messages(&self) -> bool {
        let id = self.output.id.as_ref();
        id.is_some_and(OutputDocumentId::is_of_messages)
    }

    /// A fixed word, as text.
    fn say(&self, key: &str) -> Vec<Inline> {
        crate::pandoc::text(&self.words.word(key))
    }

    fn not_recorded(&self) -> Vec<Inline> {
        self.say("document-not-recorded")
    }

    /// Words of the edition, marked with its language where the document has another.
    fn of_edition(&self, words: &str) -> Vec<Inline> {
        let from = &self.programme.track.original_language;
        inline::foreign(words, from, &self.output.lang)
    }

    fn blocks_of(&self, kind: BlockKind) -> impl Iterator<Item = &document::rich_text::Block> {
        self.output
            .blocks
            .iter()
            .map(|block| &block.block)
            .filter(move |block| block.kind == kind)
    }
}
