//! Finds marked words in a text again, by what they say.

use std::{cell::OnceCell, ops::Range};

use automerge::{Automerge, ObjId, ReadDoc};

/// The words of a text, searched by quote. Spaces and block ends count alike, however many there are.
pub(super) struct Passages {
    text: OnceCell<Folded>,
    words: String,
}

struct Folded {
    words: String,
    /// For each byte of `words`, the UTF-16 range that its character came from.
    from: Vec<Range<usize>>,
}

impl Passages {
    pub(super) fn new(doc: &Automerge, text: &ObjId) -> Self {
        Self {
            text: OnceCell::new(),
            words: doc.text(text).unwrap_or_default(),
        }
    }

    /// Where the quote stands first within a range; `None` where it doesn't, or says nothing.
    pub(super) fn find(&self, quote: &str, within: Range<usize>) -> Option<Range<usize>> {
        let text = self.text.get_or_init(|| fold(&self.words));
        let sought = fold(quote);
        let sought = sought.words.trim();
        if sought.is_empty() {
            return None;
        }
        text.words.match_indices(sought).find_map(|(at, found)| {
            let first = text.from.get(at)?;
            let last = text.from.get(at + found.len() - 1)?;
            (within.start <= first.start && last.end <= within.end).then_some(first.start..last.end)
        })
    }
}

fn fold(text: &str) -> Folded {
    let mut folded = Folded {
        words: String::with_capacity(text.len()),
        from: Vec::with_capacity(text.len()),
    };
    let mut at = 0;
    for character in text.chars() {
        let range = at..at + character.len_utf16();
        at = range.end;
        let is_space = character.is_whitespace() || character == '\u{fffc}';
        if is_space && folded.words.ends_with(' ') {
            continue;
        }
        folded.words.push(if is_space { ' ' } else { character });
        folded.from.resize(folded.words.len(), range);
    }
    folded
}
