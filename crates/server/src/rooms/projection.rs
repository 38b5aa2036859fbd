//! What SQL knows of a document's text: the key points of notes, the uses in an output document.

use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

use document::{notes, output};
use model::{
    id::{PersonId, SessionId},
    key_point::KeyPoint,
    output_document::Use,
};
use storage::{
    document_chunks::DocumentOf, error::StoreError, key_points::NotesProjection, store::Store,
};
use sync::room::Room;
use tokio::sync::broadcast;

use crate::{
    app::{Changed, What},
    effects::now,
};

/// How many key points of one session stand on the board; what comes after them in the notes is told, and left out.
pub(crate) const MOST_KEY_POINTS: usize = 500;
/// How often the count of characters alone is worth a write.
const COUNT: Duration = Duration::from_secs(4);

/// Keeps SQL in step with one document.
pub(super) struct Projection {
    store: Arc<dyn Store>,
    of: DocumentOf,
    changes: broadcast::Sender<Changed>,
    key_points: Option<Vec<KeyPoint>>,
    left_out: usize,
    uses: Option<Vec<Use>>,
    written: Option<Instant>,
    upto_seq: u64,
}

impl Projection {
    /// How long after a change to look.
    pub(super) const DELAY: Duration = Duration::from_millis(250);

    /// Nothing has been written yet.
    pub(super) fn new(
        store: Arc<dyn Store>,
        of: DocumentOf,
        changes: broadcast::Sender<Changed>,
    ) -> Self {
        Self {
            store,
            of,
            changes,
            key_points: None,
            left_out: 0,
            uses: None,
            written: None,
            upto_seq: 0,
        }
    }

    /// Writes what has changed; returns after how long to look again, where something waits or failed.
    pub(super) async fn write(
        &mut self,
        room: &Room,
        owners: &HashMap<Vec<u8>, Option<PersonId>>,
    ) -> Option<Duration> {
        self.write_now(room, owners, false).await
    }

    /// Writes all that has changed before the room ends.
    pub(super) async fn finish(
        &mut self,
        room: &Room,
        owners: &HashMap<Vec<u8>, Option<PersonId>>,
    ) {
        if self.written.is_some() || self.upto_seq != room.seq() {
            self.write_now(room, owners, true).await;
        }
    }

    async fn write_now(
        &mut self,
        room: &Room,
        owners: &HashMap<Vec<u8>, Option<PersonId>>,
        all: bool,
    ) -> Option<Duration> {
        let written = match &self.of {
            DocumentOf::Notes(..) => self.notes(room, owners, all).await,
            DocumentOf::Output(..) => self.output(room).await,
        };
        written.unwrap_or_else(|error| {
            tracing::warn!(%error, "the board could not be brought up to date; trying again");
            Some(Duration::from_secs(1))
        })
    }

    async fn notes(
        &mut self,
        room: &Room,
        owners: &HashMap<Vec<u8>, Option<PersonId>>,
        all: bool,
    ) -> Result<Option<Duration>, StoreError> {
        let DocumentOf::Notes(edition, session) = &self.of else {
            return Ok(None);
        };
        let mut key_points =
            tokio::task::block_in_place(|| marked(room.document(), session, owners));
        let left_out = key_points.len().saturating_sub(MOST_KEY_POINTS);
        if left_out != self.left_out {
            self.left_out = left_out;
            tracing::warn!(session.id = %session, left_out, "notes hold more key points than the board takes from one session");
        }
        key_points.truncate(MOST_KEY_POINTS);
        let same = self.key_points.as_ref() == Some(&key_points);
        if same
            && !all
            && let Some(written) = self.written
            && written.elapsed() < COUNT
        {
            return Ok(Some(COUNT.saturating_sub(written.elapsed())));
        }
        let characters = tokio::task::block_in_place(|| notes::count_characters(room.document()));
        let projection = NotesProjection {
            upto_seq: i64::try_from(room.seq()).unwrap_or(i64::MAX),
            characters: i64::try_from(characters).unwrap_or(i64::MAX),
            key_points: key_points.clone(),
        };
        let projected = self
            .store
            .project_notes(edition, session, projection, now())
            .await?;
        self.written = Some(Instant::now());
        self.upto_seq = room.seq();
        self.key_points = Some(key_points);
        if projected.changed {
            // Nobody listening is fine.
            let edition = Some(edition.clone());
            let _ = self.changes.send(Changed {
                edition: edition.clone(),
                what: What::KeyPoints,
            });
            let _ = self.changes.send(Changed {
                edition,
                what: What::Sessions,
            });
        }
        Ok(None)
    }

    async fn output(&mut self, room: &Room) -> Result<Option<Duration>, StoreError> {
        let DocumentOf::Output(edition, id) = &self.of else {
            return Ok(None);
        };
        let uses = tokio::task::block_in_place(|| output::read(room.document()).uses());
        self.upto_seq = room.seq();
        if self.uses.as_ref() == Some(&uses) {
            return Ok(None);
        }
        let upto_seq = i64::try_from(room.seq()).unwrap_or(i64::MAX);
        let changed = self
            .store
            .replace_uses(edition, id, upto_seq, uses.clone())
            .await?;
        self.written = Some(Instant::now());
        self.uses = Some(uses);
        if changed {
            let _ = self.changes.send(Changed {
                edition: Some(edition.clone()),
                what: What::KeyPoints,
            });
        }
        Ok(None)
    }
}

/// The key points of notes, with who marked each.
fn marked(
    document: &document::Automerge,
    session: &SessionId,
    owners: &HashMap<Vec<u8>, Option<PersonId>>,
) -> Vec<KeyPoint> {
    let marked = notes::read_key_points(document).into_iter();
    let with_marker = marked.map(|point| {
        let owner = point.marked_by.as_ref().and_then(|actor| owners.get(actor));
        KeyPoint {
            marked_by: owner.copied().flatten(),
            ..point.into_key_point(session)
        }
    });
    with_marker.collect()
}
