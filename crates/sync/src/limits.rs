//! How much a client may ask of the server before it is refused.

/// Bounds on what comes in from clients, each with a safe default.
///
/// They protect memory and time, and count what something costs rather than how long it is; no honest client comes
/// near them. All of one connection together must stay below 64 MiB.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of one frame (and of one sync message).
    pub frame: usize,
    /// The most bytes of one change, unpacked.
    pub change: usize,
    /// The most bytes that one sync message's changes may unpack to, over all batches.
    pub unpacked: usize,
    /// The most operations of one change: four long chapters put in at once.
    pub operations: u64,
    /// The most bytes that one change's operations may take while they are decoded.
    pub decoded: u64,
    /// The most marks that one change may set.
    pub marks: usize,
    /// The most changes that one change may build on, and heads of a document.
    pub deps: usize,
    /// The most bytes of an actor.
    pub actor: usize,
    /// The most actors that one change may refer to, or that a document that is brought may have.
    pub actors: usize,
    /// The most changes that a batch takes of one message; the rest waits for the next batch.
    pub batch_changes: usize,
    /// The most rows of a document that is brought in one piece.
    pub rows: u64,
    /// The most bytes that such a document may unpack to.
    pub document: usize,
    /// The most bytes of presence data in one ephemeral message.
    pub ephemeral: usize,
    /// The most changes of a document that may wait for others that they build on.
    pub orphans: usize,
    /// The most bytes of such waiting changes.
    pub orphan_bytes: usize,
    /// The most bytes of one connection's changes that may wait for the store; beyond it, it is closed.
    pub waiting: usize,
    /// The most bytes of one connection's messages, without their changes, that may wait for the store. An honest client
    /// says anew what it said before, of which only the last is kept.
    pub heard: usize,
    /// The most documents that one connection may have open.
    pub documents: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            frame: 16 << 20,
            change: 4 << 20,
            unpacked: 64 << 20,
            operations: 200_000,
            decoded: 40 << 20,
            marks: 4_096,
            deps: 1_024,
            actor: 64,
            actors: 16_384,
            batch_changes: 4_096,
            rows: 600_000,
            document: 16 << 20,
            ephemeral: 8 << 10,
            orphans: 4_096,
            orphan_bytes: 8 << 20,
            waiting: 16 << 20,
            heard: 4 << 20,
            documents: 2_000,
        }
    }
}
