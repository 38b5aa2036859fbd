//! The records of key points in the notes.

use std::{cell::OnceCell, ops::Range};

use automerge::{
    Automerge, ObjId, ObjType, ROOT, ReadDoc,
    transaction::{Transactable, Transaction},
};

use model::{id::KeyPointId, key_point::Source, language::Lang};

use super::{KeyPointDraft, MarkedKeyPoint, passage::Passages};
use crate::{
    cursor::{self, Side},
    field,
    problem::{Problem, ProblemKind},
    write::{self, Written},
};

/// Most themes that one key point is read with.
const MOST_THEMES: usize = 32;

/// Reads every record, in the order of the passages; those without a passage last.
pub(super) fn read_all(doc: &Automerge, problems: &mut Vec<Problem>) -> Vec<MarkedKeyPoint> {
    let Some(records) = field::object(doc, &ROOT, "keyPoints", ObjType::Map) else {
        return Vec::new();
    };
    let reader = Reader {
        doc,
        text: field::object(doc, &ROOT, "text", ObjType::Text),
        lang: field::word(doc, &ROOT, "lang").unwrap_or_else(Lang::english),
        passages: OnceCell::new(),
    };
    let mut points = Vec::new();
    for key in doc.keys(&records) {
        let record = field::object(doc, &records, &key, ObjType::Map);
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
        let doc = self.doc;
        let id: KeyPointId = key.parse().ok()?;
        let quote = field::string(doc, record, "quote").unwrap_or_default();
        let statement = field::string(doc, record, "statement").unwrap_or_else(|| quote.clone());
        let range = self.range(record, &quote);
        Some(MarkedKeyPoint {
            id,
            statement,
            quote,
            passage_gone: range.is_none(),
            range,
            block: None,
            lang: field::word(doc, record, "lang").unwrap_or_else(|| self.lang.clone()),
            themes: field::strings(doc, record, "themes")
                .iter()
                .take(MOST_THEMES)
                .filter_map(|theme| theme.parse().ok())
                .collect(),
            addressee: field::word(doc, record, "addressee"),
            kind: field::word(doc, record, "kind").unwrap_or_default(),
            stance: field::word(doc, record, "stance").unwrap_or_default(),
            basis: field::word(doc, record, "basis").unwrap_or_default(),
            source: self.source(record),
            speaker: field::string(doc, record, "speaker").filter(|speaker| !speaker.is_empty()),
            marked_by: match record {
                ObjId::Id(_, actor, _) => Some(actor.to_bytes().to_vec()),
                ObjId::Root => None,
            },
        })
    }

    /// Where the passage is: by its cursors, or else where its words are found.
    fn range(&self, record: &ObjId, quote: &str) -> Option<Range<usize>> {
        let text = self.text.as_ref()?;
        let end_of = |key, side| {
            let cursor = field::string(self.doc, record, key)?;
            cursor::resolve(self.doc, text, &cursor, side)
        };
        if let (Some(start), Some(end)) = (end_of("start", Side::Start), end_of("end", Side::End))
            && start < end
        {
            return Some(start..end);
        }
        self.passages
            .get_or_init(|| Passages::new(self.doc, text))
            .find(quote, 0..usize::MAX)
    }

    fn source(&self, record: &ObjId) -> Option<Source> {
        let source = field::object(self.doc, record, "source", ObjType::Map)?;
        if let Some(link) = field::string(self.doc, &source, "link") {
            let is_page = link.starts_with("https://") || link.starts_with("http://");
            return is_page.then_some(Source::Link { link });
        }
        let at = field::string(self.doc, &source, "at")?;
        let is_time = at.len() <= 12 && at.chars().all(|c| c.is_ascii_digit() || c == ':');
        let recording = field::number(self.doc, &source, "recording", 1000)?;
        is_time.then_some(Source::Recording {
            recording: u32::try_from(recording).ok()?,
            at,
        })
    }
}

/// Writes the record of a key point; `passage` is its range in the text and the words in it.
pub(super) fn write(
    tx: &mut Transaction<'_>,
    records: &ObjId,
    text: &ObjId,
    draft: &KeyPointDraft,
    passage: Option<&(Range<usize>, String)>,
) -> Written {
    let record = tx.put_object(records, draft.id.to_string(), ObjType::Map)?;
    if let Some((range, _)) = passage {
        // The end cursor stands on the last character, so that what is typed right after is not taken in.
        let start = tx.get_cursor(text, range.start, None)?;
        let end = tx.get_cursor(text, range.end - 1, None)?;
        tx.put(&record, "start", start.to_string())?;
        tx.put(&record, "end", end.to_string())?;
    }
    let quote = passage.map_or(draft.quote.as_str(), |(_, words)| words);
    tx.put(&record, "quote", quote)?;
    write::put_text(tx, &record, "statement", &draft.statement)?;
    if let Some(lang) = &draft.lang {
        tx.put(&record, "lang", lang.as_str())?;
    }
    write::put_strings(
        tx,
        &record,
        "themes",
        &draft
            .themes
            .iter()
            .map(|id| id.as_str())
            .collect::<Vec<_>>(),
    )?;
    if let Some(addressee) = &draft.addressee {
        tx.put(&record, "addressee", addressee.as_str())?;
    }
    tx.put(&record, "kind", field::as_word(&draft.kind))?;
    tx.put(&record, "stance", field::as_word(&draft.stance))?;
    tx.put(&record, "basis", field::as_word(&draft.basis))?;
    match &draft.source {
        Some(Source::Recording { recording, at }) => {
            let source = tx.put_object(&record, "source", ObjType::Map)?;
            tx.put(&source, "recording", i64::from(*recording))?;
            tx.put(&source, "at", at.as_str())?;
        }
        Some(Source::Link { link }) => {
            let source = tx.put_object(&record, "source", ObjType::Map)?;
            tx.put(&source, "link", link.as_str())?;
        }
        None => {}
    }
    if let Some(speaker) = &draft.speaker {
        tx.put(&record, "speaker", speaker.as_str())?;
    }
    Ok(())
}
