//! What a file that is imported again holds beyond the notes that are there.

use std::collections::HashSet;

use document::{
    notes::{self, KeyPointDraft},
    rich_text::{Block, BlockKind},
    stored::{assemble, changes_since, edit},
};
use model::{key_point::KeyPoint, session::Participant};
use storage::{
    document_chunks::LoadedDocument,
    programme::{MoreKeyPoints, SessionImport, SessionRecord},
};

use super::records::append;
use crate::{effects::random, jobs::edit::assembled};

/// Whether a file gives other notes of a session than those that it began with.
pub(crate) fn has_other_notes(
    new: &SessionImport,
    loaded: &LoadedDocument,
) -> Result<bool, document::Error> {
    let people: HashSet<&[u8]> = loaded
        .actor_owners
        .iter()
        .filter(|(_, person)| person.is_some())
        .map(|(actor, _)| &actor.0[..])
        .collect();
    let mut begun = changes_since(&assembled(loaded, random())?, &[]);
    begun.retain(|change| !people.contains(&change.actor[..]));
    let begun = assemble(None, begun.iter().map(|change| &change.bytes[..]), random())?;
    let given = new.notes.chunks.iter().map(|chunk| &chunk.bytes[..]);
    let given = assemble(None, given, random())?;
    Ok(notes::read(&begun).blocks != notes::read(&given).blocks)
}

/// Marks key points of a file in notes in which nobody has written yet; those whose words do not stand there bring a paragraph.
pub(crate) fn more_key_points(
    missing: &[&KeyPoint],
    new: &SessionImport,
    known: &SessionRecord,
    loaded: &LoadedDocument,
    at: i64,
) -> Result<MoreKeyPoints, document::Error> {
    let mut notes = assembled(loaded, random())?;
    let there = notes::read(&notes).blocks;
    let mut blocks = Vec::new();
    let mut drafts = Vec::new();
    for point in missing {
        let stands_there = there
            .iter()
            .any(|block| block.text().contains(point.quote.as_str()));
        let block = (!stands_there).then_some(blocks.len());
        if !stands_there {
            let mut words = Block::new(BlockKind::Paragraph, point.quote.clone());
            words.attrs.lang = Some(point.lang.clone());
            blocks.push(words);
        }
        let speaker = point.speaker.as_ref();
        drafts.push(KeyPointDraft {
            id: point.id,
            block,
            quote: point.quote.clone(),
            statement: point.statement.clone(),
            lang: Some(point.lang.clone()),
            themes: point.themes.clone(),
            addressee: point.addressee.clone(),
            kind: point.kind,
            stance: point.stance,
            basis: point.basis,
            source: point.source.clone(),
            speaker: speaker.map(|id| kept_id(id, &new.session.people, &known.session.people)),
        });
    }
    let edited = edit(&mut notes, |notes| notes::add(notes, &blocks, &drafts))?;
    let marked = notes::read_key_points(&notes);
    let key_points = missing.iter().zip(&drafts).map(|(point, draft)| {
        let place = marked.iter().position(|one| one.id == point.id);
        let mut point = (*point).clone();
        point.speaker.clone_from(&draft.speaker);
        let place = place.and_then(|place| i64::try_from(place).ok());
        (point, place.unwrap_or_default())
    });
    let (document, changes) = (&loaded.document, (edited.changes, edited.heads));
    Ok(MoreKeyPoints {
        key_points: key_points.collect(),
        append: append(document.id, document.head_seq, changes, None, at),
        at,
    })
}

/// The id that somebody of the file has among the session's people; words that describe somebody stay as they are.
fn kept_id(said: &str, new: &[Participant], known: &[Participant]) -> String {
    let meant = new.iter().find(|one| one.id == said);
    let same = meant.and_then(|meant| {
        let mut known = known.iter();
        known.find(|one| one.name == meant.name && one.affiliation == meant.affiliation)
    });
    same.map_or(said, |one| &one.id).to_owned()
}
