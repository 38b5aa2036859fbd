//! What was made last, kept for a while so that it need not be made again.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// How many things are kept.
const KEPT: usize = 6;

/// The things that were made or asked for last, each with its size in bytes.
pub(crate) struct Shelf<T> {
    kept: Mutex<VecDeque<(Arc<T>, usize)>>,
    most_bytes: usize,
}

impl<T> Shelf<T> {
    /// A shelf for so many bytes; what is put on it last is kept however long it is.
    pub(crate) fn new(most_bytes: usize) -> Self {
        Self {
            kept: Mutex::default(),
            most_bytes,
        }
    }

    /// The thing that is sought, if it is still kept.
    pub(crate) fn find(&self, is_sought: impl Fn(&T) -> bool) -> Option<Arc<T>> {
        let mut kept = self.kept();
        let at = kept.iter().position(|(one, _)| is_sought(one))?;
        let found = kept.remove(at)?;
        kept.push_front(found.clone());
        Some(found.0)
    }

    /// Puts a thing in the place of those that it replaces, and lets go of those that were asked for longest ago while there
    /// are too many.
    pub(crate) fn put(&self, new: Arc<T>, bytes: usize, is_replaced: impl Fn(&T) -> bool) {
        let mut kept = self.kept();
        kept.retain(|(one, _)| !is_replaced(one));
        kept.push_front((new, bytes));
        let mut all = 0_usize;
        let within = kept.iter().take(KEPT).take_while(|(_, bytes)| {
            all = all.saturating_add(*bytes);
            all <= self.most_bytes
        });
        let within = within.count().max(1);
        kept.truncate(within);
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<(Arc<T>, usize)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_things_and_few_bytes_are_kept_and_the_last_one_always() {
        let shelf = Shelf::new(1000);
        let told = |n, bytes| {
            shelf.put(Arc::new(n), bytes, |one| *one == n);
            let kept = shelf.kept();
            kept.iter().map(|(one, _)| **one).collect::<Vec<i32>>()
        };
        for n in 1..=6 {
            told(n, 10);
        }
        assert_eq!(told(7, 10), [7, 6, 5, 4, 3, 2]);
        // Put anew, it stands for itself once.
        assert_eq!(told(5, 10), [5, 7, 6, 4, 3, 2]);
        assert_eq!(shelf.find(|one| *one == 3).as_deref(), Some(&3));
        assert_eq!(told(8, 980), [8, 3, 5]);
        assert_eq!(told(9, 1001), [9]);
        assert_eq!(told(1, 1), [1]);
    }
}
