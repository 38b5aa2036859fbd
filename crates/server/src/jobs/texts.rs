//! The texts of output documents as they were read last: one that nobody has changed since is not put together again.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use document::{
    output::{self, Output},
    rich_text::Inline,
    stored::heads,
};
use model::id::DocumentId;
use storage::{document_chunks::ChangeHash, store::Store};

use super::edit::{self, EditError};

/// How many texts are kept; one of sixty pages takes about a megabyte.
const KEPT: usize = 6;
/// How many bytes are kept in all, as [`size`] counts them; the text that was read last is kept however long it is.
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
    /// How many bytes it takes, about.
    size: usize,
}

/// The texts read last.
#[derive(Default)]
pub(crate) struct Texts(Mutex<VecDeque<Arc<Text>>>);

impl Texts {
    /// The text of an output document as it is stored now.
    pub(crate) async fn read(
        &self,
        store: &Arc<dyn Store>,
        id: DocumentId,
    ) -> Result<Arc<Text>, EditError> {
        let record = store.document(id).await?.ok_or(EditError::Unknown)?;
        if let Some(kept) = self.kept(id, record.head_seq) {
            return Ok(kept);
        }
        let loaded = edit::load(store, id).await?;
        let text = tokio::task::block_in_place(|| {
            let output = output::read(&loaded.document);
            Text {
                size: size(&output),
                output,
                heads: heads(&loaded.document)
                    .into_iter()
                    .map(ChangeHash)
                    .collect(),
                document: id,
                seq: loaded.seq,
            }
        });
        let text = Arc::new(text);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        keep(&mut kept, text.clone());
        Ok(text)
    }

    fn kept(&self, id: DocumentId, seq: i64) -> Option<Arc<Text>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept
            .iter()
            .position(|one| one.document == id && one.seq == seq)?;
        let text = kept.remove(at)?;
        kept.push_front(text.clone());
        Some(text)
    }
}

/// Puts a text before the others, and lets go of those that were asked for longest ago while there are too many.
fn keep(kept: &mut VecDeque<Arc<Text>>, text: Arc<Text>) {
    kept.retain(|one| one.document != text.document);
    kept.push_front(text);
    let mut bytes = 0_usize;
    let within = kept.iter().take(KEPT).take_while(|one| {
        bytes = bytes.saturating_add(one.size);
        bytes <= KEPT_BYTES
    });
    let within = within.count().max(1);
    kept.truncate(within);
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
    use document::rich_text::{Block, BlockKind};
    use model::{id::ParagraphId, language::Lang};

    use super::*;

    /// A text of so many bytes in the n-th document.
    fn text(n: u8, bytes: usize) -> Arc<Text> {
        let id = "main".parse().unwrap();
        let new = output::create(&id, &Lang::english(), true, [n; 16]).unwrap();
        let mut output = output::read(&new);
        let words = Block::new(BlockKind::Paragraph, "x".repeat(bytes));
        output.blocks[0].block.content = words.content;
        Arc::new(Text {
            size: size(&output),
            output,
            heads: Vec::new(),
            document: DocumentId([n; 16]),
            seq: 1,
        })
    }

    #[test]
    fn few_texts_and_few_bytes_are_kept_and_the_last_one_always() {
        let mut kept = VecDeque::new();
        let mut told = |n, bytes| {
            keep(&mut kept, text(n, bytes));
            let kept = kept.iter().map(|one| one.document.0[0]);
            kept.collect::<Vec<_>>()
        };
        for n in 1..=6 {
            told(n, 1 << 10);
        }
        assert_eq!(told(7, 1 << 10), [7, 6, 5, 4, 3, 2]);
        // Read anew, it stands for itself once.
        assert_eq!(told(5, 1 << 20), [5, 7, 6, 4, 3, 2]);
        let around = 5 * BESIDES_WORDS;
        assert_eq!(told(8, KEPT_BYTES - (1 << 20) - around), [8, 5]);
        assert_eq!(told(9, KEPT_BYTES + 1), [9]);
        assert_eq!(told(1, 1), [1]);
    }

    #[test]
    fn what_stands_around_the_words_of_a_text_counts_too() {
        let mut one = Arc::into_inner(text(1, 0)).unwrap();
        let blank = one.output.blocks[0].clone();
        let empty = size(&one.output);
        one.output.blocks = vec![blank; 1000];
        assert!(size(&one.output) >= empty + 999 * BESIDES_WORDS);
        let of_blocks = size(&one.output);
        for n in 0..1000 {
            let group = ParagraphId(format!("h{n}"));
            one.output.groups.insert(group, String::new());
        }
        assert!(size(&one.output) >= of_blocks + 1000 * BESIDES_WORDS);
    }
}
