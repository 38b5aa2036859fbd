//! Signing in and out, and the person who is signed in.

pub mod language;
pub mod me;
pub mod redeem;
pub mod request;
pub mod sign_out;
