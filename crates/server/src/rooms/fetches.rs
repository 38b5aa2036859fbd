//! When a room asks the store for chunks: one question at a time, however many there are who want it asked.

/// Where the asking stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Fetches {
    /// Nothing is asked.
    #[default]
    Resting,
    /// An answer is on its way.
    Asking {
        /// What to ask for after it, where that is wanted.
        then: Option<u64>,
    },
    /// The last question failed and is asked again soon.
    Waiting {
        /// The chunks after this one.
        after: u64,
    },
}

impl Fetches {
    /// Somebody wants the chunks after `after`. What to ask for now; `None` where the next question will tell that too.
    #[must_use]
    pub(super) fn wanted(&mut self, after: u64) -> Option<u64> {
        match self {
            Self::Resting => {
                *self = Self::Asking { then: None };
                return Some(after);
            }
            Self::Asking { then } => *then = Some(then.map_or(after, |then| then.min(after))),
            Self::Waiting { after: asked } => *asked = after.min(*asked),
        }
        None
    }

    /// The answer came. What to ask for next.
    #[must_use]
    pub(super) fn answered(&mut self) -> Option<u64> {
        let next = match self {
            Self::Asking { then } => *then,
            Self::Resting | Self::Waiting { .. } => None,
        };
        *self = match next {
            Some(_) => Self::Asking { then: None },
            None => Self::Resting,
        };
        next
    }

    /// The question for the chunks after `after` failed; it has to be asked [again](Self::again).
    pub(super) fn failed(&mut self, after: u64) {
        let then = match self {
            Self::Asking { then } => *then,
            Self::Resting | Self::Waiting { .. } => None,
        };
        let after = then.map_or(after, |then| then.min(after));
        *self = Self::Waiting { after };
    }

    /// It is time to ask again: what for.
    #[must_use]
    pub(super) fn again(&mut self) -> Option<u64> {
        let Self::Waiting { after } = *self else {
            return None;
        };
        *self = Self::Asking { then: None };
        Some(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_the_store_fails_one_question_is_asked_at_a_time() {
        let mut fetches = Fetches::default();
        assert_eq!(fetches.wanted(7), Some(7));
        for _ in 0..5 {
            // The sweep and the room itself want it meanwhile.
            assert_eq!(fetches.wanted(7), None);
            fetches.failed(7);
            assert_eq!(fetches.wanted(9), None);
            assert_eq!(fetches.again(), Some(7));
            assert_eq!(fetches.again(), None, "it is asked once");
        }
        assert_eq!(fetches.answered(), None);
        assert_eq!(fetches, Fetches::Resting);
    }

    #[test]
    fn what_is_wanted_during_a_question_is_asked_after_it_once_from_the_first_that_lacks() {
        let mut fetches = Fetches::default();
        assert_eq!(fetches.wanted(3), Some(3));
        assert_eq!(fetches.wanted(5), None);
        assert_eq!(fetches.wanted(4), None);
        assert_eq!(fetches.answered(), Some(4));
        assert_eq!(fetches.answered(), None);
        assert_eq!(fetches.wanted(8), Some(8));
        assert_eq!(fetches.wanted(6), None);
        fetches.failed(8);
        assert_eq!(fetches.again(), Some(6));
    }
}
