//! Pages of output documents for the screen, kept for a while so that turning a page costs nothing.
//!
//! Drawing takes a processor and much memory for a second or more: few are drawn at once, the others wait for their turn,
//! and who has too many waiting is told so.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use model::id::{DocumentId, PersonId};
use sha2::{Digest, Sha256};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::export::{ExportError, Prepared};

/// How many documents' pages are kept.
const KEPT: usize = 6;
/// How many bytes of pages are kept in all; those drawn last are kept however many they are.
const KEPT_BYTES: usize = 48 << 20;
/// How many documents are drawn at once.
const AT_ONCE: usize = 2;
/// How many requests of one person may be drawn or wait.
const MOST_OF_ONE: usize = 4;
/// How many requests may be drawn or wait.
const MOST: usize = 64;

/// Pages that were drawn.
pub(crate) struct Preview {
    /// Names exactly these pages, among those of their document.
    pub revision: String,
    /// One SVG file a page.
    pub pages: Vec<String>,
    document: DocumentId,
}

/// The pages drawn last, and who has a turn at drawing.
pub(crate) struct Previews {
    kept: Mutex<VecDeque<Arc<Preview>>>,
    drawing: Arc<Semaphore>,
    queue: Arc<Mutex<HashMap<PersonId, usize>>>,
}

/// The right to draw one document, given back when it is dropped.
pub(crate) struct Turn {
    _permit: OwnedSemaphorePermit,
    _place: Place,
}

/// A place among those who draw or wait.
struct Place {
    of: PersonId,
    queue: Arc<Mutex<HashMap<PersonId, usize>>>,
}

/// Too many wait already.
#[derive(Debug)]
pub(crate) struct Busy;

impl Default for Previews {
    fn default() -> Self {
        Self {
            kept: Mutex::default(),
            drawing: Arc::new(Semaphore::new(AT_ONCE)),
            queue: Arc::default(),
        }
    }
}

impl Previews {
    /// The pages of a revision of a document, if they are still kept.
    pub(crate) fn get(&self, document: DocumentId, revision: &str) -> Option<Arc<Preview>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter()
            .find(|preview| preview.document == document && preview.revision == revision)
            .cloned()
    }

    /// Waits until a document may be drawn for a person.
    pub(crate) async fn turn(&self, person: PersonId) -> Result<Turn, Busy> {
        let place = Place::take(person, &self.queue)?;
        let permit = self.drawing.clone().acquire_owned().await;
        Ok(Turn {
            // It is never closed.
            _permit: permit.map_err(|_| Busy)?,
            _place: place,
        })
    }

    /// Draws a document, unless its pages are kept.
    pub(crate) async fn draw(
        &self,
        document: DocumentId,
        prepared: &Prepared,
        turn: Turn,
    ) -> Result<Arc<Preview>, ExportError> {
        let ast = export::render::json(&prepared.ast)?;
        let revision = hex::encode(&Sha256::digest(&ast)[..12]);
        if let Some(known) = self.get(document, &revision) {
            return Ok(known);
        }
        let work = move || -> Result<Preview, export::Error> {
            // Held to the end of the work, also when nobody waits for it any longer.
            let _turn = turn;
            let pages = typeset::pages_svg(&ast, &typeset::Options::default())
                .map_err(|error| export::Error::Internal(error.to_string()))?;
            Ok(Preview {
                revision,
                pages: pages.svgs,
                document,
            })
        };
        let preview = Arc::new(tokio::task::spawn_blocking(work).await??);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        keep(&mut kept, preview.clone());
        Ok(preview)
    }
}

impl Place {
    fn take(of: PersonId, queue: &Arc<Mutex<HashMap<PersonId, usize>>>) -> Result<Self, Busy> {
        let mut waiting = queue.lock().unwrap_or_else(PoisonError::into_inner);
        let own = waiting.get(&of).copied().unwrap_or_default();
        if own >= MOST_OF_ONE || waiting.values().sum::<usize>() >= MOST {
            return Err(Busy);
        }
        waiting.insert(of, own + 1);
        Ok(Self {
            of,
            queue: queue.clone(),
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut waiting = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let own = waiting.remove(&self.of).unwrap_or_default();
        if own > 1 {
            waiting.insert(self.of, own - 1);
        }
    }
}

/// Puts pages before the others, and lets go of those drawn longest ago while there are too many.
fn keep(kept: &mut VecDeque<Arc<Preview>>, preview: Arc<Preview>) {
    kept.retain(|one| one.document != preview.document || one.revision != preview.revision);
    kept.push_front(preview);
    let mut bytes = 0_usize;
    let within = kept.iter().take(KEPT).take_while(|one| {
        bytes = bytes.saturating_add(one.pages.iter().map(String::len).sum());
        bytes <= KEPT_BYTES
    });
    let within = within.count().max(1);
    kept.truncate(within);
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use std::pin::pin;

    use futures_util::FutureExt;

    use super::*;

    #[tokio::test]
    async fn few_are_drawn_at_once_and_who_has_too_many_waiting_is_told_so() {
        let previews = Previews::default();
        let [ann, ben] = [1, 2].map(|n| PersonId(uuid::Uuid::from_u128(n)));
        let first = previews.turn(ann).await.unwrap();
        let _second = previews.turn(ann).await.unwrap();
        let mut third = pin!(previews.turn(ann));
        let mut fourth = Box::pin(previews.turn(ann));
        let mut other = pin!(previews.turn(ben));
        assert!(third.as_mut().now_or_never().is_none(), "waits");
        assert!(fourth.as_mut().now_or_never().is_none(), "waits");
        assert!(other.as_mut().now_or_never().is_none(), "waits");
        assert!(previews.turn(ann).await.is_err(), "has enough");
        // Who goes away leaves a place.
        drop(fourth);
        let mut fifth = pin!(previews.turn(ann));
        assert!(fifth.as_mut().now_or_never().is_none(), "waits");
        drop(first);
        assert!(third.as_mut().now_or_never().is_some(), "has its turn");
        assert!(other.as_mut().now_or_never().is_some(), "has its turn");
    }

    #[test]
    fn few_pages_and_few_bytes_are_kept_and_the_last_ones_always() {
        let mut kept = VecDeque::new();
        let mut told = |n: u8, bytes| {
            let preview = Preview {
                revision: "r".to_owned(),
                pages: vec!["x".repeat(bytes)],
                document: DocumentId([n; 16]),
            };
            keep(&mut kept, Arc::new(preview));
            let kept = kept.iter().map(|one| one.document.0[0]);
            kept.collect::<Vec<_>>()
        };
        for n in 1..=6 {
            told(n, 1 << 10);
        }
        assert_eq!(told(7, 1 << 10), [7, 6, 5, 4, 3, 2]);
        assert_eq!(told(8, KEPT_BYTES - (2 << 10)), [8, 7, 6]);
        assert_eq!(told(9, KEPT_BYTES + 1), [9]);
        assert_eq!(told(1, 1), [1]);
    }
}
