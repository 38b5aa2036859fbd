//! How much a client may ask of the server before it is refused.

/// Bounds on what comes in from clients, each with a safe default.
///
/// They protect memory and time; no honest client comes near them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of one frame (and of one sync message).
    pub frame: usize,
    /// The most bytes of one change, packed or unpacked.
    pub change: usize,
    /// The most bytes that one sync message's changes may unpack to.
    pub unpacked: usize,
    /// The most operations that one sync message may announce.
    pub rows: u64,
    /// The most bytes of presence data in one ephemeral message.
    pub ephemeral: usize,
    /// The most changes of a document that may wait for others that they build on.
    pub orphans: usize,
    /// The most bytes of such waiting changes.
    pub orphan_bytes: usize,
    /// The most bytes that may wait for the store; beyond it their senders are disconnected.
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
            change: 8 << 20,
            unpacked: 64 << 20,
            rows: 2_000_000,
            ephemeral: 64 << 10,
            orphans: 4_096,
            orphan_bytes: 8 << 20,
            waiting: 64 << 20,
            heard: 16 << 20,
            documents: 2_000,
        }
    }
}
