//! The records of key points in the notes.

use std::{cell::OnceCell, ops::Range};

use automerge::{
    Automerge, MoveCursor, ObjId, ObjType, ReadDoc,
    hydrate::Value,
    transaction::{Transactable, Transaction},
};

use model::{id::KeyPointId, key_point::Source, language::Lang};
use serde::Serialize;

use super::{KeyPointDraft, MarkedKeyPoint, passage::Passages};
use crate::{
    cursor::{self, Side},
    field::{self, Fields},
    problem::{Problem, ProblemKind},
    write::{self, Written},
};

/// Most themes that one key point is read with.
const MOST_THEMES: usize = 32;

/// Reads every record, in the order of the passages; those without a passage last.
pub(super) fn read_all(doc: &Automerge, problems: &mut Vec<Problem>) -> Vec<MarkedKeyPoint> {
    let root = Fields::of_root(doc);
    let Some(records) = root.object("keyPoints", ObjType::Map) else {
        return Vec::new();
    };
    let reader = Reader {
        doc,
        text: root.object("text", ObjType::Text),
        lang: root.word("lang").unwrap_or_else(Lang::english),
        passages: OnceCell::new(),
    };
    let mut points = Vec::new();
    for (key, record) in field::maps(doc, &records) {
        match record.and_then(|record| reader.read(&key, &record)) {
            Some(point) => points.push(point),
            None => problems.push(Problem::new(ProblemKind::MisshapenKeyPoint, key)),
        }
    }
    points.sort_by_key(|point: &MarkedKeyPoint| {
        let range = point.range.clone().unwrap_or(usize::MAX..usize::MAX);
        (range.start, range.end, point.id)
    });
    points
}

struct Reader<'a> {
    doc: &'a Automerge,
    text: Option<ObjId>,
    lang: Lang,
    /// Made for the first key point whose cursors lead nowhere.
    passages: OnceCell<Passages>,
}

impl Reader<'_> {
    fn read(&self, key: &str, record: &ObjId) -> Option<MarkedKeyPoint> {
        let id: KeyPointId = key.parse().ok()?;
        let fields = Fields::of(self.doc, record);
        let quote = fields.string("quote").unwrap_or_default();
        let range = self.range(&fields, &quote);
        // Peers can write what no text holds, and no database takes.
        let quote = write::clean(&quote);
        let statement = fields.string("statement");
        Some(MarkedKeyPoint {
            id,
            statement: statement.map_or_else(|| quote.clone(), |words| write::clean(&words)),
            quote,
            passage_gone: range.is_none(),
            range,
            block: None,
            lang: fields.word("lang").unwrap_or_else(|| self.lang.clone()),
            themes: fields
                .strings("themes")
                .iter()
                .take(MOST_THEMES)
                .filter_map(|theme| theme.parse().ok())
                .collect(),
            addressee: fields.word("addressee"),
            kind: fields.word("kind"),
            stance: fields.word("stance"),
            basis: fields.word("basis").unwrap_or_default(),
            source: fields.map("source").and_then(|source| source_in(&source)),
            speaker: fields
                .string("speaker")
                .map(|speaker| write::clean(&speaker))
                .filter(|speaker| !speaker.is_empty()),
            marked_by: match record {
                ObjId::Id(_, actor, _) => Some(actor.to_bytes().to_vec()),
                ObjId::Root => None,
            },
        })
    }

    /// Where the passage is: by its cursors, or where its words are found when the cursors lead nowhere.
    ///
    /// Cursors that lead to no text say that the passage is gone, even if its words stand elsewhere: the page that
    /// brings words back sets the cursors anew.
    fn range(&self, fields: &Fields<'_>, quote: &str) -> Option<Range<usize>> {
        let text = self.text.as_ref()?;
        let end_of = |key, side| {
            let cursor = fields.string(key)?;
            cursor::resolve(self.doc, text, &cursor, side)
        };
        if let (Some(start), Some(end)) = (end_of("start", Side::Start), end_of("end", Side::End)) {
            let has_words = start < end && !self.is_only_objects(text, start..end);
            return has_words.then_some(start..end);
        }
        self.passages
            .get_or_init(|| Passages::new(self.doc, text))
            .find(quote, 0..usize::MAX)
    }

    /// Whether nothing but block ends is left of a passage.
    fn is_only_objects(&self, text: &ObjId, range: Range<usize>) -> bool {
        let is_object = |at| {
            matches!(
                self.doc.get(text, at),
                Ok(Some((automerge::Value::Object(_), _)))
            )
        };
        range.into_iter().all(is_object)
    }
}

fn source_in(source: &Fields<'_>) -> Option<Source> {
    if let Some(link) = source.string("link") {
        let is_page = link.starts_with("https://") || link.starts_with("http://");
        let is_page = is_page && !link.contains(char::is_control);
        return is_page.then_some(Source::Link { link });
    }
    let at = source.string("at")?;
    let is_time = at.len() <= 12 && at.chars().all(|c| c.is_ascii_digit() || c == ':');
    is_time.then_some(Source::Recording {
        recording: u32::try_from(source.number("recording", 1000)?).ok()?,
        at,
    })
}

/// What is kept of a word; nothing where it is unsaid.
fn word<T: Serialize>(word: Option<T>) -> Option<Value> {
    word.map(|word| write::plain(&field::as_word(&word)))
}

/// Writes the record of a key point; `passage` is its range in the text and the words in it.
pub(super) fn write(
    tx: &mut Transaction<'_>,
    records: &ObjId,
    text: &ObjId,
    draft: &KeyPointDraft,
    passage: Option<&(Range<usize>, String)>,
) -> Written {
    // The end cursor stands on the last character, so that what is typed right after is not taken in.
    let cursors = match passage {
        Some((range, _)) => Some((
            tx.get_cursor_moving(text, range.start, None, MoveCursor::After)?,
            tx.get_cursor_moving(text, range.end - 1, None, MoveCursor::Before)?,
        )),
        None => None,
    };
    let source = draft.source.as_ref().map(|source| match source {
        Source::Recording { recording, at } => write::map([
            ("recording", Some(Value::scalar(i64::from(*recording)))),
            ("at", Some(write::plain(at))),
        ]),
        Source::Link { link } => write::map([("link", Some(write::plain(link)))]),
    });
    let start = cursors
        .as_ref()
        .map(|(start, _)| write::plain(&start.to_string()));
    let end = cursors
        .as_ref()
        .map(|(_, end)| write::plain(&end.to_string()));
    let quote = passage.map_or(draft.quote.as_str(), |(_, words)| words);
    let record = write::map([
        ("start", start),
        ("end", end),
        ("quote", Some(write::plain(quote))),
        ("statement", Some(write::text(&draft.statement))),
        (
            "lang",
            draft.lang.as_ref().map(|lang| write::plain(lang.as_str())),
        ),
        (
            "themes",
            Some(write::list(draft.themes.iter().map(|id| id.as_str()))),
        ),
        (
            "addressee",
            draft.addressee.as_ref().map(|id| write::plain(id.as_str())),
        ),
        ("kind", word(draft.kind)),
        ("stance", word(draft.stance)),
        ("basis", word(Some(draft.basis))),
        ("source", source),
        ("speaker", draft.speaker.as_deref().map(write::plain)),
    ]);
    tx.batch_create_object(records, draft.id.to_string(), &record, false)?;
    Ok(())
}
