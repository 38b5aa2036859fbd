//! How many sockets are open, of one person and in all.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use model::id::PersonId;

/// The most sockets of one person: each tab has one, and for a while a second one when it comes back.
pub(crate) const MOST_OF_ONE: usize = 50;
/// The most sockets in all.
const MOST: usize = 5_000;

/// Who has sockets open, and how many.
#[derive(Clone, Default)]
pub(super) struct Seats(Arc<Mutex<HashMap<PersonId, usize>>>);

/// A socket's place; it is free again when this is dropped.
pub(crate) struct Seat {
    seats: Seats,
    person: PersonId,
}

impl Seats {
    /// A place for one more socket of this person, unless there are too many.
    pub(super) fn take(&self, person: PersonId) -> Option<Seat> {
        let mut taken = self.taken();
        let all: usize = taken.values().sum();
        let own = taken.entry(person).or_default();
        if all >= MOST || *own >= MOST_OF_ONE {
            return None;
        }
        *own += 1;
        let seats = self.clone();
        Some(Seat { seats, person })
    }

    fn taken(&self) -> MutexGuard<'_, HashMap<PersonId, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.taken();
        if let Some(own) = taken.get_mut(&self.person) {
            *own -= 1;
            if *own == 0 {
                taken.remove(&self.person);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_together_have_a_bound_too_and_who_goes_makes_room() {
        let seats = Seats::default();
        let person = |number: usize| PersonId(uuid::Uuid::from_u128(number as u128));
        let mut taken: Vec<_> = (0..MOST)
            .map(|number| seats.take(person(number / 10)))
            .collect();
        assert!(taken.iter().all(Option::is_some), "ten tabs each");
        assert!(seats.take(person(MOST)).is_none());
        taken.pop();
        assert!(seats.take(person(MOST)).is_some());
        drop(taken);
        assert!(seats.taken().is_empty());
    }
}
