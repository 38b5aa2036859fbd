//! The one place where cursors out of a document are resolved.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{Automerge, Cursor, ObjId, ReadDoc, ScalarValue, Value};

use crate::utf16_len;

/// Which end of a range a cursor stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The cursor stands on the first character of the range.
    Start,
    /// The cursor stands on the last character of the range; the position asked for is the one after it.
    End,
}

/// The position that a cursor stands for now, or `None` where it stands for none in this text.
///
/// A start whose character is gone moves forwards and an end whose character is gone moves backwards, whatever direction
/// the cursor was written with: so a range shrinks when its edge is deleted and is empty when all of it is.
pub(crate) fn resolve(doc: &Automerge, text: &ObjId, written: &str, side: Side) -> Option<usize> {
    let op = written.strip_prefix('-').unwrap_or(written);
    match (op, side) {
        ("s", _) => return Some(0),
        ("e", _) => return Some(doc.length(text)),
        _ => {}
    }
    if !is_op_cursor(op) {
        return None;
    }
    let directed = match side {
        Side::Start => op.to_owned(),
        Side::End => format!("-{op}"),
    };
    // automerge 0.12 panics on a cursor of another text object. Nothing is changed by the look-up, so nothing is left
    // half done when it unwinds.
    let position = catch_unwind(AssertUnwindSafe(|| {
        let cursor = Cursor::try_from(directed).ok()?;
        doc.get_cursor_position(text, &cursor, None).ok()
    }))
    .ok()
    .flatten()?;
    match side {
        Side::Start => Some(position),
        Side::End => Some(position + width_at(doc, text, position)),
    }
}

/// How many code units the character at a position takes: two for an emoji, none at the end.
fn width_at(doc: &Automerge, text: &ObjId, position: usize) -> usize {
    match doc.get(text, position) {
        Ok(Some((Value::Scalar(value), _))) => match value.as_ref() {
            ScalarValue::Str(character) => utf16_len(character),
            _ => 1,
        },
        Ok(Some((Value::Object(_), _))) => 1,
        Ok(None) | Err(_) => 0,
    }
}

/// Whether the text is `counter@actor`: anything else could cut a character in two inside automerge.
fn is_op_cursor(text: &str) -> bool {
    text.split_once('@').is_some_and(|(counter, actor)| {
        counter.parse::<u32>().is_ok()
            && (2..=128).contains(&actor.len())
            && actor.len() % 2 == 0
            && actor.bytes().all(|b| b.is_ascii_hexdigit())
    })
}
