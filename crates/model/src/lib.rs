//! The words of the field, the states of their objects, and who may do what: plain values and pure functions.
//!
//! Never: a clock, randomness, disk, network, SQL, JSON of an HTTP answer, or the text of a document.

pub mod edition;
pub mod id;
pub mod key_point;
pub mod language;
pub mod may;
pub mod output_document;
pub mod person;
pub mod role;
pub mod session;
