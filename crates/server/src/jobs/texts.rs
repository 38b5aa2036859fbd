//! The texts of output documents as they were read last: one that nobody has changed since is not put together again.

use std::sync::Arc;

use document::{
    output::{self, Output},
    rich_text::Inline,
    stored::heads,
};
use model::id::DocumentId;
use storage::{document_chunks::ChangeHash, store::Store};
use typeset::Fonts;

use super::{JobError, edit, shelf::Shelf};
use crate::{fonts, settings::Settings};

/// How many bytes of texts are kept in all, as [`size`] counts them; one of sixty pages takes about a megabyte.
const KEPT_BYTES: usize = 4 << 20;
/// What a block, a source, a footnote, a cell or a problem takes besides its words.
const BESIDES_WORDS: usize = 256;

/// A text as of one moment.
pub(crate) struct Text {
    /// What it says.
    pub output: Output,
    /// The heads of its document.
    pub heads: Vec<ChangeHash>,
    document: DocumentId,
    seq: i64,
}

/// Where texts are stored, those read last, and what they are set in.
pub(crate) struct Texts {
    pub(super) store: Arc<dyn Store>,
    kept: Shelf<Text>,
    pub(super) fonts: Arc<Fonts>,
}

impl Texts {
    /// None read yet, to be set in the fonts of an installation.
    pub(crate) fn new(store: Arc<dyn Store>, settings: &Settings) -> Self {
        Self {
            store,
            kept: Shelf::new(KEPT_BYTES),
            fonts: Arc::new(fonts::of(settings)),
        }
    }

    /// The text of an output document as it is stored now.
    pub(crate) async fn read(&self, id: DocumentId) -> Result<Arc<Text>, JobError> {
        let record = self.store.document(id).await?;
        let record = record.ok_or(JobError::Unknown("document"))?;
        let is_it = |one: &Text| one.document == id && one.seq == record.head_seq;
        if let Some(kept) = self.kept.find(is_it) {
            return Ok(kept);
        }
        let loaded = edit::load(&self.store, id).await?;
        let heads = heads(&loaded.document).into_iter().map(ChangeHash);
        let text = Arc::new(Text {
            output: tokio::task::block_in_place(|| output::read(&loaded.document)),
            heads: heads.collect(),
            document: id,
            seq: loaded.seq,
        });
        let bytes = size(&text.output);
        self.kept.put(text.clone(), bytes, |one| one.document == id);
        Ok(text)
    }
}

/// How many bytes a text takes, about: its words, with those of its sources, footnotes and tables, and what stands around them.
fn size(output: &Output) -> usize {
    let inlines = output.blocks.iter().flat_map(|one| &one.block.content);
    let words = inlines.map(|inline| match inline {
        Inline::Text { text, marks } => text.len() + marks.link.as_ref().map_or(0, String::len),
        Inline::Footnote { id } | Inline::Table { id } => id.len(),
    });
    let blocks = output.blocks.iter().map(|one| {
        let attrs = &one.block.attrs;
        let label = attrs.label.as_ref().map_or(0, String::len);
        let of = attrs.of.as_ref().map_or(0, |of| of.as_str().len());
        one.id.as_str().len() + label + of
    });
    let sources = output.sources.values().flat_map(|points| points.values());
    let sources = sources.map(|source| source.quote.len() + source.statement.len());
    let footnotes = output.footnotes.values().map(String::len);
    let cells = output.tables.values().flatten().flatten().map(String::len);
    let groups = output.groups.values().map(String::len);
    let problems = output.problems.iter().map(|problem| problem.detail.len());
    let parts = words
        .chain(blocks)
        .chain(sources)
        .chain(footnotes)
        .chain(cells)
        .chain(groups)
        .chain(problems);
    parts.map(|bytes| bytes + BESIDES_WORDS).sum()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use model::{id::ParagraphId, language::Lang};

    use super::*;

    #[test]
    fn what_stands_around_the_words_of_a_text_counts_too() {
        let id = "main".parse().unwrap();
        let new = output::create(&id, &Lang::english(), true, [1; 16]).unwrap();
        let mut one = output::read(&new);
        let blank = one.blocks[0].clone();
        let empty = size(&one);
        one.blocks = vec![blank; 1000];
        assert!(size(&one) >= empty + 999 * BESIDES_WORDS);
        let of_blocks = size(&one);
        for n in 0..1000 {
            one.groups
                .insert(ParagraphId(format!("h{n}")), String::new());
        }
        assert!(size(&one) >= of_blocks + 1000 * BESIDES_WORDS);
    }
}
