//! Signing in and out, and the person who is signed in.

pub(crate) mod language;
pub(crate) mod me;
pub(crate) mod redeem;
pub(crate) mod request;
pub(crate) mod sign_out;
