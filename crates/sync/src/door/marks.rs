//! Marks must begin before they end: a document with one the other way round can be saved but not loaded.
//!
//! Where the two ends stand is known only when they have been applied, because others may have typed there.

use std::collections::HashMap;

use automerge::{
    Automerge, Change, ChangeHash, Cursor, LoadOptions, ObjId, ReadDoc, TextEncoding, legacy::OpId,
};

use crate::guard::guarded;

/// The marks that changes of a batch set: in which object, and the numbers of their two ends.
#[derive(Debug, Default)]
pub(crate) struct Marks(HashMap<ChangeHash, Vec<Mark>>);

#[derive(Debug)]
struct Mark {
    object: OpId,
    begin: OpId,
    end: OpId,
}

impl Marks {
    pub(super) fn note(&mut self, change: ChangeHash, object: OpId, begin: OpId) {
        let end = begin.increment_by(1);
        self.0
            .entry(change)
            .or_default()
            .push(Mark { object, begin, end });
    }

    /// Says whether the marks of these changes, which the document holds, begin before they end.
    pub(crate) fn are_in_order(&self, changes: &[Change], document: &Automerge) -> bool {
        let mut marks = changes
            .iter()
            .filter_map(|change| self.0.get(&change.hash()))
            .flatten();
        marks.all(|mark| mark.clearly_begins_first(document)) || reads_back(document)
    }
}

impl Mark {
    /// `false` also where there is nothing visible between the two ends.
    fn clearly_begins_first(&self, document: &Automerge) -> bool {
        let object = ObjId::Id(self.object.counter(), self.object.actor().clone(), 0);
        let place = |id: &OpId| {
            let cursor =
                Cursor::try_from(format!("{}@{}", id.counter(), id.actor().to_hex_string()))
                    .ok()?;
            guarded(|| document.get_cursor_position(&object, &cursor, None))
                .ok()?
                .ok()
        };
        match (place(&self.begin), place(&self.end)) {
            (Some(begin), Some(end)) => begin < end,
            _ => false,
        }
    }
}

fn reads_back(document: &Automerge) -> bool {
    let read = guarded(|| {
        let options = LoadOptions::new().text_encoding(TextEncoding::Utf16CodeUnit);
        Automerge::load_with_options(&document.save_nocompress(), options).is_ok()
    });
    read == Ok(true)
}
