//! The clock and randomness of the program: the only place that asks the system for either.

use model::id::{DocumentId, KeyPointId};
use uuid::Uuid;

/// Now, in milliseconds since 1970 UTC.
#[expect(
    clippy::disallowed_methods,
    reason = "this module is where the clock is read"
)]
pub(crate) fn now() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

/// Random bytes from the system.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

/// A secret of 256 bits, as text that fits in an address.
pub(crate) fn secret() -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(random::<32>())
}

/// A fresh id, random in all 122 bits.
pub(crate) fn uuid() -> Uuid {
    uuid::Builder::from_random_bytes(random()).into_uuid()
}

/// A fresh id of a key point.
pub(crate) fn key_point_id() -> KeyPointId {
    KeyPointId(uuid())
}

/// A fresh id of somebody on the programme of a session, which says nothing about the person.
pub(crate) fn participant_id() -> String {
    format!("p{}", hex::encode(random::<6>()))
}

/// A fresh id of a document.
pub(crate) fn document_id() -> DocumentId {
    DocumentId(*uuid().as_bytes())
}
