//! Turns a checked file into what the store takes: records, and the documents of notes with their key points marked.

use bytes::Bytes;
use document::{
    notes::{self, KeyPointDraft, NewNotes},
    output,
    rich_text::{Block, BlockKind},
    stored::{Hash, NewChange, changes_since, heads},
};
use jiff::tz::TimeZone;
use model::{
    edition::Deadline,
    id::{DocumentId, OutputDocumentId, PersonId, SessionId},
    key_point::{KeyPoint, Source},
    output_document::{OutputDocument, OutputDocumentState},
    session::{Participant, Session, SessionState},
};
use sha2::{Digest, Sha256};
use storage::{
    document_chunks::{Actor, Append, ChangeHash, NewChunk, NewDocument, Owns},
    output_documents::NewOutputDocument,
    programme::{EditionImport, SessionImport},
};

use super::file::{
    BlockEntry, BlockType, DeadlineEntry, File, KeyPointEntry, SessionEntry, SourceEntry,
};
use crate::effects::{document_id, key_point_id, participant_id, random};

/// The id of the one output document that every edition has.
pub(crate) const MAIN: &str = "main";

/// Makes the records of a file whose bytes are `bytes`, as imported at `at`; tells before each session which it is.
pub(crate) fn records(
    file: File,
    bytes: &[u8],
    at: i64,
    mut tell: impl FnMut(usize),
) -> Result<EditionImport, document::Error> {
    let lang = file.track.original_language.clone();
    let mut sessions = Vec::with_capacity(file.sessions.len());
    for (number, entry) in (1..).zip(&file.sessions) {
        tell(number);
        sessions.push(session(entry, &lang, at)?);
    }
    let title = file.edition.title.clone();
    let zone = zone(file.edition.timezone.as_deref());
    let output_documents = match MAIN.parse() {
        Ok(id) => vec![output_document(id, None, &lang, title, at)?],
        Err(_) => Vec::new(),
    };
    Ok(EditionImport {
        file_sha256: Sha256::digest(bytes).into(),
        at,
        track: file.track,
        edition: file.edition,
        themes: file.themes,
        addressees: file.addressees,
        deadlines: file
            .deadlines
            .into_iter()
            .filter_map(|entry| deadline(entry, &zone))
            .collect(),
        sessions,
        output_documents,
    })
}

/// The time zone of an edition; UTC where it has none.
pub(crate) fn zone(name: Option<&str>) -> TimeZone {
    name.and_then(|name| TimeZone::get(name).ok())
        .unwrap_or(TimeZone::UTC)
}

/// A local time in milliseconds since 1970 UTC; `None` where it is none.
pub(crate) fn moment(time: &str, zone: &TimeZone) -> Option<i64> {
    let local: jiff::civil::DateTime = time.parse().ok()?;
    let moment = local.to_zoned(zone.clone()).ok()?;
    Some(moment.timestamp().as_millisecond())
}

/// A deadline, if its times are times, as the check has seen to.
fn deadline(entry: DeadlineEntry, zone: &TimeZone) -> Option<Deadline> {
    Some(Deadline {
        id: entry.id,
        label: entry.label,
        session_id: entry.session,
        opens_at: entry.opens.and_then(|opens| moment(&opens, zone)),
        due_at: moment(&entry.due, zone)?,
    })
}

/// An empty output document that is about to be stored.
pub(crate) fn output_document(
    id: OutputDocumentId,
    messages_of: Option<SessionId>,
    lang: &model::language::Lang,
    title: String,
    at: i64,
) -> Result<NewOutputDocument, document::Error> {
    let text = output::create(&id, lang, true, random())?;
    let document = new_document(document_id(), &text, at);
    Ok(NewOutputDocument {
        output_document: OutputDocument {
            id,
            messages_of,
            language: lang.clone(),
            title,
            state: OutputDocumentState::Outline,
            document_id: document.id,
            compiled_at: None,
        },
        document,
    })
}

/// A change as it is stored.
fn chunk(change: NewChange, by: Option<PersonId>, at: i64) -> NewChunk {
    NewChunk {
        hash: ChangeHash(change.hash),
        bytes: Bytes::from(change.bytes),
        actor: Actor(change.actor),
        person_id: by,
        owns: Owns::First,
        received_at: at,
    }
}

/// Changes on their way into a document whose last chunk is `expected`.
pub(crate) fn append(
    document_id: DocumentId,
    expected: i64,
    (changes, heads): (Vec<NewChange>, Vec<Hash>),
    by: Option<PersonId>,
    at: i64,
) -> Append {
    let chunks = changes.into_iter().map(|new| chunk(new, by, at));
    Append {
        document_id,
        expected: Some(expected),
        chunks: chunks.collect(),
        heads: heads.into_iter().map(ChangeHash).collect(),
    }
}

fn new_document(id: DocumentId, text: &document::Automerge, at: i64) -> NewDocument {
    let chunks = changes_since(text, &[])
        .into_iter()
        .map(|change| chunk(change, None, at))
        .collect();
    NewDocument {
        id,
        chunks,
        heads: heads(text).into_iter().map(ChangeHash).collect(),
    }
}

fn session(
    entry: &SessionEntry,
    lang: &model::language::Lang,
    at: i64,
) -> Result<SessionImport, document::Error> {
    let programme = programme(entry);
    let blocks = match &entry.notes {
        Some(blocks) => blocks.iter().map(block).collect(),
        // Each key point needs words to stand on.
        None => entry
            .key_points
            .iter()
            .map(paragraph_for)
            .collect::<Vec<_>>(),
    };
    let drafts: Vec<KeyPointDraft> = entry
        .key_points
        .iter()
        .enumerate()
        .map(|(index, key_point)| {
            let block = entry.notes.is_none().then_some(index);
            draft(key_point, block, &programme.people)
        })
        .collect();
    let new = NewNotes {
        session_id: &entry.id,
        lang,
        blocks: &blocks,
        key_points: &drafts,
    };
    let text = notes::create(&new, random())?;
    let key_points = notes::read_key_points(&text)
        .into_iter()
        .filter_map(|marked| {
            let index = drafts.iter().position(|draft| draft.id == marked.id)?;
            let given = entry.key_points.get(index)?;
            Some(KeyPoint {
                attributed_to: given.attributed_to.clone(),
                state: given.state,
                reason: given.reason.clone(),
                marked_at: at,
                ..marked.into_key_point(&entry.id)
            })
        })
        .collect();
    let characters = i64::try_from(notes::count_characters(&text)).unwrap_or(i64::MAX);
    Ok(SessionImport {
        session: programme,
        state: SessionState::Planned,
        notes: new_document(document_id(), &text, at),
        characters,
        key_points,
    })
}

fn programme(entry: &SessionEntry) -> Session {
    // Somebody new. The place in the list is no name: the next file may list somebody else there.
    let people = entry.people.iter().map(|person| Participant {
        id: participant_id(),
        ..person.clone()
    });
    Session {
        id: entry.id.clone(),
        title: entry.title.clone(),
        kind: entry.kind,
        event: entry.event.clone(),
        place: entry.place.clone(),
        timezone: entry.timezone.clone(),
        start: entry.start.clone(),
        end: entry.end.clone(),
        region: entry.region.clone(),
        attribution: entry.attribution,
        policy_questions: entry.policy_questions.clone(),
        people: people.collect(),
        links: entry.links.clone(),
        remark: entry.remark.clone(),
        recordings: entry.recordings.clone(),
    }
}

/// The id of the participant who is meant; words that describe somebody stay as they are. The check has seen to it that they
/// do not mean several.
fn speaker(said: &str, people: &[Participant]) -> String {
    let names = people.iter().map(|person| person.name.as_str());
    match meant(said, names)[..] {
        [place] => people.get(place).map(|person| person.id.clone()),
        _ => None,
    }
    .unwrap_or_else(|| said.to_owned())
}

/// The places of the people whom a speaker may mean: those of that whole name, and whoever stands there in the list where it is
/// a place.
pub(super) fn meant<'a>(said: &str, names: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let place = place(said);
    (0..)
        .zip(names)
        .filter(|(index, name)| name.trim() == said.trim() || place == Some(index + 1))
        .map(|(index, _)| index)
        .collect()
}

/// The place in the list that a speaker is given by: `p1` is the first.
pub(super) fn place(said: &str) -> Option<usize> {
    let digits = said.trim().strip_prefix('p')?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

fn block(entry: &BlockEntry) -> Block {
    let kind = match entry.kind {
        BlockType::Paragraph => BlockKind::Paragraph,
        BlockType::Heading => BlockKind::Heading,
        BlockType::Blockquote => BlockKind::Blockquote,
        BlockType::OrderedListItem => BlockKind::OrderedListItem,
        BlockType::UnorderedListItem => BlockKind::UnorderedListItem,
    };
    let mut block = Block::new(kind, entry.text.clone());
    if kind == BlockKind::Heading {
        block.attrs.level = Some(entry.level.unwrap_or(1));
    }
    block.attrs.indent = entry.indent.unwrap_or(0);
    block.attrs.lang = entry.lang.clone();
    block
}

fn paragraph_for(key_point: &KeyPointEntry) -> Block {
    let words = key_point.quote.as_ref().unwrap_or(&key_point.statement);
    let mut block = Block::new(BlockKind::Paragraph, words.clone());
    block.attrs.lang = key_point.lang.clone();
    block
}

fn draft(entry: &KeyPointEntry, block: Option<usize>, people: &[Participant]) -> KeyPointDraft {
    KeyPointDraft {
        id: key_point_id(),
        block,
        quote: entry
            .quote
            .clone()
            .unwrap_or_else(|| entry.statement.clone()),
        statement: entry.statement.clone(),
        lang: entry.lang.clone(),
        themes: entry.themes.clone(),
        addressee: entry.addressee.clone(),
        kind: entry.kind,
        stance: entry.stance,
        basis: entry.basis,
        source: entry.source.as_ref().map(|source| match source {
            SourceEntry::Link(link) => Source::Link { link: link.clone() },
            SourceEntry::Recording { recording, at } => Source::Recording {
                recording: *recording,
                at: at.clone(),
            },
        }),
        speaker: entry.speaker.as_ref().map(|said| speaker(said, people)),
    }
}
