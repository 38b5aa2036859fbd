//! Presence: carets and names that pass through the server without being kept or understood.
//!
//! Only what decides whether a message may be passed on is looked at: in whose name it comes, and how large it is;
//! the room passes on nothing of those who only read.
//! The clients drop repeated messages by `count` and `session`.

use crate::{
    limits::Limits,
    message::{Ephemeral, PeerId},
};

/// Says whether presence that came from `connected` in the name of `claimed` is passed on.
///
/// Nobody speaks for another. That is no reason to close a connection: automerge-repo's clients send back to the
/// server what they hear of others, in the others' names.
pub fn is_passed_on(
    connected: &PeerId,
    claimed: &PeerId,
    ephemeral: &Ephemeral,
    limits: &Limits,
) -> bool {
    connected == claimed && ephemeral.data.len() <= limits.ephemeral
}
