//! Documents as the store keeps them: a snapshot, the changes after it, and what an edit adds.

use automerge::{ActorId, Automerge, Change, LoadOptions, ReadDoc, TextEncoding};

use crate::{Error, guarded};

/// The hash of a change.
pub type Hash = [u8; 32];

/// A change on its way to the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChange {
    /// Its hash.
    pub hash: Hash,
    /// Its bytes: one chunk of Automerge's format, not deflated.
    pub bytes: Vec<u8>,
    /// The actor that made it.
    pub actor: Vec<u8>,
}

/// Puts a document together from what is stored, ready to be edited by `actor`.
///
/// # Errors
/// Where the bytes are no Automerge document, or a change builds on one that is missing.
pub fn assemble<'a>(
    snapshot: Option<&[u8]>,
    changes: impl IntoIterator<Item = &'a [u8]>,
    actor: [u8; 16],
) -> Result<Automerge, Error> {
    let mut bytes = snapshot.map(<[u8]>::to_vec).unwrap_or_default();
    for change in changes {
        bytes.extend_from_slice(change);
    }
    if bytes.is_empty() {
        return Ok(crate::empty(actor));
    }
    let options = LoadOptions::new().text_encoding(TextEncoding::Utf16CodeUnit);
    let document =
        guarded(|| Automerge::load_with_options(&bytes, options)).ok_or(Error::Unreadable)??;
    Ok(document.with_actor(ActorId::from(actor.as_slice())))
}

/// Adds changes that were stored since to a document.
///
/// # Errors
/// Where the bytes are no changes, or one builds on a change that is missing.
pub fn extend<'a>(
    document: &mut Automerge,
    changes: impl IntoIterator<Item = &'a [u8]>,
) -> Result<(), Error> {
    let changes = changes
        .into_iter()
        .map(|bytes| guarded(|| Change::try_from(bytes)).and_then(Result::ok))
        .collect::<Option<Vec<Change>>>()
        .ok_or(Error::Unreadable)?;
    guarded(|| document.apply_changes(changes)).ok_or(Error::Unreadable)??;
    if document.get_missing_deps(&[]).is_empty() {
        Ok(())
    } else {
        Err(Error::Unreadable)
    }
}

/// An edit that was made in a document, ready to be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited<T> {
    /// What the edit came to.
    pub value: T,
    /// What it added, in an order in which it can be applied.
    pub changes: Vec<NewChange>,
    /// The heads of the document with it.
    pub heads: Vec<Hash>,
}

/// Makes an edit in a document and collects what it added.
///
/// # Errors
/// What the edit failed with.
pub fn edit<T, E>(
    document: &mut Automerge,
    edit: impl FnOnce(&mut Automerge) -> Result<T, E>,
) -> Result<Edited<T>, E> {
    let before = heads(document);
    let value = edit(document)?;
    Ok(Edited {
        value,
        changes: changes_since(document, &before),
        heads: heads(document),
    })
}

impl From<&Change> for NewChange {
    fn from(change: &Change) -> Self {
        Self {
            hash: change.hash().0,
            bytes: change.raw_bytes().to_vec(),
            actor: change.actor_id().to_bytes().to_vec(),
        }
    }
}

/// Everything that was added since the document had these heads, in an order in which it can be applied.
pub fn changes_since(document: &Automerge, heads: &[Hash]) -> Vec<NewChange> {
    let heads: Vec<_> = heads
        .iter()
        .map(|hash| automerge::ChangeHash(*hash))
        .collect();
    let changes = document.get_changes(&heads);
    changes.iter().map(NewChange::from).collect()
}

/// The heads of a document.
pub fn heads(document: &Automerge) -> Vec<Hash> {
    document.get_heads().iter().map(|hash| hash.0).collect()
}
