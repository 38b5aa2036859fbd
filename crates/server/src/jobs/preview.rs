//! Pages of output documents for the screen, kept for a while so that turning a page costs nothing.
//!
//! Drawing takes a processor and much memory for a second or more: few are drawn at once, the others wait for their turn,
//! and who has too many waiting is told so. Pages that are kept or being drawn already take nobody's turn.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use futures_util::{
    FutureExt,
    future::{BoxFuture, Shared, WeakShared},
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
/// How many drawings of one person may be under way or wait.
const MOST_OF_ONE: usize = 4;
/// How many drawings may be under way or wait.
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
    shelf: Arc<Mutex<Shelf>>,
    drawing: Arc<Semaphore>,
    queue: Arc<Mutex<HashMap<PersonId, usize>>>,
}

/// Pages that are there, or will be.
#[derive(Default)]
struct Shelf {
    kept: VecDeque<Arc<Preview>>,
    /// What somebody waits for, by document and revision.
    under_way: HashMap<(DocumentId, String), WeakShared<Drawing>>,
}

/// The making of pages. It ends early when nobody waits for it any longer.
type Drawing = BoxFuture<'static, Result<Arc<Preview>, Arc<ExportError>>>;

/// Why there are no pages.
pub(crate) enum NoPages {
    /// Too many wait already.
    Busy,
    /// They could not be drawn.
    Failed(Arc<ExportError>),
}

/// The right to draw one document, given back when it is dropped.
struct Turn {
    _permit: OwnedSemaphorePermit,
    _place: Place,
}

/// A place among those who draw or wait.
struct Place {
    of: PersonId,
    queue: Arc<Mutex<HashMap<PersonId, usize>>>,
}

impl Default for Previews {
    fn default() -> Self {
        Self {
            shelf: Arc::default(),
            drawing: Arc::new(Semaphore::new(AT_ONCE)),
            queue: Arc::default(),
        }
    }
}

impl Previews {
    /// The pages of a revision of a document, if they are still kept.
    pub(crate) fn get(&self, document: DocumentId, revision: &str) -> Option<Arc<Preview>> {
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.get(document, revision)
    }

    /// The pages of a document: those that are kept, those that are being drawn already, else new ones for a person in turn.
    pub(crate) async fn pages(
        &self,
        person: PersonId,
        document: DocumentId,
        prepared: Prepared,
    ) -> Result<Arc<Preview>, NoPages> {
        let ast = export::render::json(&prepared.ast);
        let ast = ast.map_err(|error| NoPages::Failed(Arc::new(error.into())))?;
        // It takes more memory than the JSON, and would take it until the turn comes.
        drop(prepared);
        let revision = hex::encode(&Sha256::digest(&ast)[..12]);
        let drawing = {
            let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(known) = shelf.get(document, &revision) {
                return Ok(known);
            }
            if let Some(drawing) = shelf.under_way(document, &revision) {
                drawing
            } else {
                let turn = self.turn(person).ok_or(NoPages::Busy)?;
                let drawing = draw(self.shelf.clone(), turn, document, revision.clone(), ast);
                shelf.begin(document, revision, drawing.boxed())
            }
        };
        drawing.await.map_err(NoPages::Failed)
    }

    /// A place in the queue, which ends in a turn; `None` where too many wait already.
    fn turn(&self, person: PersonId) -> Option<impl Future<Output = Turn> + use<>> {
        let place = Place::take(person, &self.queue)?;
        let permit = self.drawing.clone().acquire_owned();
        Some(permit.map(|permit| Turn {
            _permit: permit.expect("the semaphore is never closed"),
            _place: place,
        }))
    }
}

/// Draws the pages of a document when its turn has come, and keeps them.
async fn draw(
    shelf: Arc<Mutex<Shelf>>,
    turn: impl Future<Output = Turn>,
    document: DocumentId,
    revision: String,
    ast: Vec<u8>,
) -> Result<Arc<Preview>, Arc<ExportError>> {
    let turn = turn.await;
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
    let drawn = tokio::task::spawn_blocking(work).await;
    let drawn = drawn.map_err(|error| Arc::new(error.into()))?;
    let preview = Arc::new(drawn.map_err(|error| Arc::new(error.into()))?);
    let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
    keep(&mut shelf.kept, preview.clone());
    Ok(preview)
}

impl Shelf {
    fn get(&self, document: DocumentId, revision: &str) -> Option<Arc<Preview>> {
        let mut kept = self.kept.iter();
        kept.find(|preview| preview.document == document && preview.revision == revision)
            .cloned()
    }

    fn under_way(&self, document: DocumentId, revision: &str) -> Option<Shared<Drawing>> {
        let key = (document, revision.to_owned());
        self.under_way.get(&key).and_then(WeakShared::upgrade)
    }

    /// Takes up a drawing, and forgets those that nobody waits for any longer.
    fn begin(
        &mut self,
        document: DocumentId,
        revision: String,
        drawing: Drawing,
    ) -> Shared<Drawing> {
        let drawing = drawing.shared();
        self.under_way.retain(|_, one| one.upgrade().is_some());
        if let Some(weak) = drawing.downgrade() {
            self.under_way.insert((document, revision), weak);
        }
        drawing
    }
}

impl Place {
    fn take(of: PersonId, queue: &Arc<Mutex<HashMap<PersonId, usize>>>) -> Option<Self> {
        let mut waiting = queue.lock().unwrap_or_else(PoisonError::into_inner);
        let own = waiting.get(&of).copied().unwrap_or_default();
        if own >= MOST_OF_ONE || waiting.values().sum::<usize>() >= MOST {
            return None;
        }
        waiting.insert(of, own + 1);
        Some(Self {
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

    use super::*;

    #[tokio::test]
    async fn few_are_drawn_at_once_and_who_has_too_many_waiting_is_told_so() {
        let previews = Previews::default();
        let [ann, ben] = [1, 2].map(|n| PersonId(uuid::Uuid::from_u128(n)));
        let first = previews.turn(ann).unwrap().await;
        let _second = previews.turn(ann).unwrap().await;
        let mut third = pin!(previews.turn(ann).unwrap());
        let mut fourth = Box::pin(previews.turn(ann).unwrap());
        let mut other = pin!(previews.turn(ben).unwrap());
        assert!(third.as_mut().now_or_never().is_none(), "waits");
        assert!(fourth.as_mut().now_or_never().is_none(), "waits");
        assert!(other.as_mut().now_or_never().is_none(), "waits");
        assert!(previews.turn(ann).is_none(), "has enough");
        // Who goes away leaves a place.
        drop(fourth);
        let mut fifth = pin!(previews.turn(ann).unwrap());
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
