//! Turns at what takes a processor and much memory for a second or more: pages, files, checks, drafts.
//!
//! Few have a turn at once, and one person never more than one of them. The others wait, and who has too many waiting is told so.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use model::id::PersonId;
use tokio::sync::Semaphore;

use super::JobError;

/// How much is worked on at once.
const AT_ONCE: usize = 2;
/// How much of one person may be under way or wait.
const MOST_OF_ONE: usize = 24;
/// How much may be under way or wait.
const MOST: usize = 256;

/// Who works and who waits.
pub(crate) struct Queue {
    turns: Arc<Semaphore>,
    people: People,
}

/// How many places each person has, and who of them works.
type People = Arc<Mutex<HashMap<PersonId, (usize, Arc<Semaphore>)>>>;

/// A place among those who work or wait, given back when it is dropped.
struct Place {
    of: PersonId,
    people: People,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            people: Arc::default(),
        }
    }
}

impl Queue {
    /// Does a person's work when its turn has come. Whoever stops waiting leaves the queue; what has begun is done to its end,
    /// and keeps its turn until then.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        person: PersonId,
        work: impl Future<Output = Result<T, JobError>> + Send + 'static,
    ) -> Result<T, JobError> {
        let (place, own) = Place::take(person, &self.people).ok_or(JobError::Busy)?;
        let own = own.acquire_owned().await;
        let turn = self.turns.clone().acquire_owned().await;
        let work = async move {
            let _turn = (turn, own, place);
            work.await
        };
        tokio::spawn(work).await?
    }
}

impl Place {
    fn take(of: PersonId, people: &People) -> Option<(Self, Arc<Semaphore>)> {
        let mut waiting = lock(people);
        let all: usize = waiting.values().map(|(places, _)| places).sum();
        if all >= MOST {
            return None;
        }
        let new = || (0, Arc::new(Semaphore::new(1)));
        let (places, own) = waiting.entry(of).or_insert_with(new);
        if *places >= MOST_OF_ONE {
            return None;
        }
        *places += 1;
        let people = people.clone();
        Some((Self { of, people }, own.clone()))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut waiting = lock(&self.people);
        if let Some((places, _)) = waiting.get_mut(&self.of) {
            *places -= 1;
        }
        waiting.retain(|_, (places, _)| *places > 0);
    }
}

fn lock<T>(people: &Mutex<T>) -> MutexGuard<'_, T> {
    people.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use futures_util::{FutureExt, future::BoxFuture};
    use tokio::sync::oneshot;

    use super::*;

    type Work<'a> = (oneshot::Sender<()>, BoxFuture<'a, Result<(), JobError>>);

    /// Work of the n-th person that lasts until it is told to end.
    fn work(queue: &Queue, n: u128) -> Work<'_> {
        let (end, ended) = oneshot::channel();
        let person = PersonId(uuid::Uuid::from_u128(n));
        let ended = ended.map(|ended| ended.map_err(|_| JobError::Overtaken));
        (end, queue.run(person, ended).boxed())
    }

    #[tokio::test]
    async fn one_person_has_one_turn_so_that_there_is_one_for_others() {
        let queue = Queue::default();
        let mut of_ann: Vec<_> = (0..MOST_OF_ONE).map(|_| work(&queue, 1)).collect();
        for (_, one) in &mut of_ann {
            assert!(one.now_or_never().is_none(), "works or waits");
        }
        let (_, too_many) = work(&queue, 1);
        assert!(matches!(too_many.await, Err(JobError::Busy)));
        let (end, of_ben) = work(&queue, 2);
        end.send(()).unwrap();
        of_ben.await.unwrap();
        // Who goes away leaves a place.
        of_ann.pop();
        let (_end, another) = work(&queue, 1);
        assert!(another.now_or_never().is_none(), "waits");
        for (end, one) in of_ann {
            end.send(()).unwrap();
            one.await.unwrap();
        }
        assert!(lock(&queue.people).is_empty());
    }
}
