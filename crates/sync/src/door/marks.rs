//! Marks must begin before they end: a document with one the other way round can be saved but not loaded.

use std::{cmp::Ordering, collections::HashMap};

use automerge::{Automerge, Change, ChangeHash, Cursor, LoadOptions, ObjId, ReadDoc, TextEncoding};

use super::recall::Id;
use crate::guard::guarded;

/// The marks of a batch of which it is known only when they have been applied where their ends are, because they were
/// put between letters that the document does not have or show.
#[derive(Debug, Default)]
pub(crate) struct Marks(HashMap<ChangeHash, Vec<Mark>>);

#[derive(Debug)]
struct Mark {
    object: ObjId,
    begin: Option<Cursor>,
    end: Option<Cursor>,
}

impl Marks {
    /// Takes note of a mark that begins behind one letter and ends behind another. `false` where it is clear already
    /// that the letters stand the other way round.
    pub(super) fn note(
        &mut self,
        document: &Automerge,
        change: ChangeHash,
        object: Id<'_>,
        (counter, actor): Id<'_>,
        (behind, until): (Id<'_>, Id<'_>),
    ) -> bool {
        match Mark::between(object, behind, until).order(document) {
            // Whatever others put in: what follows the second letter follows the first.
            Some(Ordering::Less) => true,
            Some(Ordering::Greater) => false,
            Some(Ordering::Equal) | None => {
                let mark = Mark::between(object, (counter, actor), (counter + 1, actor));
                self.0.entry(change).or_default().push(mark);
                true
            }
        }
    }

    /// Says whether the marks of these changes, which the document holds, begin before they end.
    pub(crate) fn are_in_order<'c>(
        &self,
        changes: impl Iterator<Item = &'c Change>,
        document: &Automerge,
    ) -> bool {
        let marks = changes.filter_map(|change| self.0.get(&change.hash()));
        let mut order = Some(Ordering::Less);
        for mark in marks.flatten() {
            match mark.order(document) {
                Some(Ordering::Less) => {}
                Some(Ordering::Greater) => return false,
                unclear => order = unclear,
            }
        }
        order == Some(Ordering::Less) || reads_back(document)
    }
}

impl Mark {
    fn between((counter, actor): Id<'_>, begin: Id<'_>, end: Id<'_>) -> Self {
        let cursor = |(counter, actor): Id<'_>| {
            Cursor::try_from(format!("{counter}@{}", actor.to_hex_string())).ok()
        };
        Self {
            object: ObjId::Id(counter, actor.clone(), 0),
            begin: cursor(begin),
            end: cursor(end),
        }
    }

    /// How its ends stand to each other; equal also where there is nothing visible between the two.
    fn order(&self, document: &Automerge) -> Option<Ordering> {
        let place = |cursor: &Option<Cursor>| {
            let cursor = cursor.as_ref()?;
            let place = guarded(|| document.get_cursor_position(&self.object, cursor, None));
            place?.ok()
        };
        Some(place(&self.begin)?.cmp(&place(&self.end)?))
    }
}

fn reads_back(document: &Automerge) -> bool {
    let read = guarded(|| {
        let options = LoadOptions::new().text_encoding(TextEncoding::Utf16CodeUnit);
        Automerge::load_with_options(&document.save_nocompress(), options).is_ok()
    });
    read == Some(true)
}
