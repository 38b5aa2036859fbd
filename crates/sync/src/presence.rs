//! Presence: carets and names that pass through the server without being kept or understood.
//!
//! Only what decides whether a message may be passed on is looked at: who sends it, and how large it is. A sender
//! may speak for itself only; the clients drop repeated messages by `count` and `session`.

use crate::{
    limits::Limits,
    message::{Ephemeral, PeerId},
};

/// Says why a piece of presence is not passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PresenceError {
    /// The sender names somebody else.
    #[error("presence was sent in somebody else's name")]
    Forged,
    /// The data are larger than the limit.
    #[error("presence is too large")]
    TooLarge,
}

/// Says whether presence that came from `connected` in the name of `claimed` may be passed on.
pub fn check(
    connected: &PeerId,
    claimed: &PeerId,
    ephemeral: &Ephemeral,
    limits: &Limits,
) -> Result<(), PresenceError> {
    if connected != claimed {
        return Err(PresenceError::Forged);
    }
    if ephemeral.data.len() > limits.ephemeral {
        return Err(PresenceError::TooLarge);
    }
    Ok(())
}
