//! From the store and back: loading strictly, and snapshots that have been read back.

use std::collections::BTreeMap;

use automerge::{ActorId, Automerge, Change, LoadOptions, ReadDoc, TextEncoding};
use model::id::DocumentId;

use super::{Hash, LoadError, Room, Snapshot, SnapshotDraft, Stored};
use crate::{
    batch::Collected,
    chunk::read_stored_change,
    door::Recall,
    guard::guarded,
    history::{History, Owner},
    limits::Limits,
    peer::News,
};

impl Room {
    /// Loads a document strictly: each chunk must read as what its hash says, and every one must find its place.
    pub fn load(id: DocumentId, stored: Stored, limits: Limits) -> Result<Self, LoadError> {
        let mut seq = 0;
        let mut document = Automerge::new_with_encoding(TextEncoding::Utf16CodeUnit);
        if let Some(snapshot) = &stored.snapshot {
            document = load(&snapshot.bytes)?;
            if heads(&document) != snapshot.heads {
                return Err(LoadError(
                    "the snapshot's heads are not those that were noted".to_owned(),
                ));
            }
            seq = snapshot.upto_seq;
        }
        let mut changes = Vec::with_capacity(stored.chunks.len());
        let mut owners: BTreeMap<ActorId, _> = BTreeMap::new();
        for chunk in &stored.chunks {
            if chunk.seq != seq + 1 {
                return Err(LoadError(format!("chunk {} is missing", seq + 1)));
            }
            seq = chunk.seq;
            let change = read_stored_change(&chunk.bytes)
                .map_err(|error| LoadError(format!("chunk {seq}: {error}")))?;
            if change.hash().0 != chunk.hash {
                return Err(LoadError(format!("chunk {seq} is not what its hash says")));
            }
            owners
                .entry(change.actor_id().clone())
                .or_insert(Owner::of_brought(chunk.person));
            changes.push(change);
        }
        for owner in &stored.owners {
            let person = owner.person.map_or(Owner::Server, Owner::Person);
            owners.insert(ActorId::from(owner.actor.as_slice()), person);
        }
        let bytes = stored.chunks.iter().map(|chunk| chunk.bytes.len()).sum();
        apply(&mut document, &changes)?;
        Ok(Self {
            id,
            limits,
            history: History::new(document, owners),
            recall: Recall::default(),
            seq,
            peers: BTreeMap::new(),
            news: News::default(),
            collected: Collected::default(),
            committing: None,
            stalled: false,
            fetched: Vec::new(),
            flush_wanted: false,
            settle_wanted: false,
            snapshot_asked_at: None,
            discarded: false,
            chunks_since_snapshot: changes.len(),
            bytes_since_snapshot: bytes,
        })
    }

    /// Takes a copy to save. Cheap; [`SnapshotDraft::verify`] is not.
    pub fn snapshot(&self) -> SnapshotDraft {
        SnapshotDraft {
            upto_seq: self.seq,
            document: self.history.document().clone(),
            unapplied: self.history.unapplied().to_vec(),
        }
    }
}

impl SnapshotDraft {
    /// Saves the copy and reads it back; heads and number of changes must be the same.
    pub fn verify(mut self) -> Result<Snapshot, LoadError> {
        apply(&mut self.document, &self.unapplied)?;
        let document = self.document;
        let bytes = guarded(|| document.save())
            .ok_or_else(|| LoadError("the document cannot be saved".to_owned()))?;
        let again = load(&bytes)?;
        if heads(&again) != heads(&document)
            || again.stats().num_changes != document.stats().num_changes
        {
            return Err(LoadError("the saved document is not the same".to_owned()));
        }
        Ok(Snapshot {
            upto_seq: self.upto_seq,
            heads: heads(&document),
            bytes: bytes.into(),
        })
    }
}

fn load(bytes: &[u8]) -> Result<Automerge, LoadError> {
    let options = || LoadOptions::new().text_encoding(TextEncoding::Utf16CodeUnit);
    match guarded(|| Automerge::load_with_options(bytes, options())) {
        Some(Ok(document)) => Ok(document),
        Some(Err(error)) => Err(LoadError(error.to_string())),
        None => Err(LoadError("automerge panicked".to_owned())),
    }
}

fn apply(document: &mut Automerge, changes: &[Change]) -> Result<(), LoadError> {
    if changes.is_empty() {
        return Ok(());
    }
    match guarded(|| document.apply_changes(changes.to_vec())) {
        Some(Ok(())) => {}
        Some(Err(error)) => return Err(LoadError(error.to_string())),
        None => return Err(LoadError("automerge panicked".to_owned())),
    }
    let found_place = changes
        .iter()
        .all(|change| document.get_change_meta_by_hash(&change.hash()).is_some());
    if !found_place || !document.get_missing_deps(&[]).is_empty() {
        return Err(LoadError("a change lacks what it builds on".to_owned()));
    }
    Ok(())
}

fn heads(document: &Automerge) -> Vec<Hash> {
    document.get_heads().iter().map(|head| head.0).collect()
}
