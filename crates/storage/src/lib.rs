//! What can be stored: plain records, the [`store::Store`] contract, and the ways in which storing fails.
//!
//! Never: SQL, a type of a database library, a rule about who may do what, a clock, or randomness. Ids and times come in
//! as arguments; times are milliseconds since 1970 UTC.

pub mod audit;
pub mod document_chunks;
pub mod error;
pub mod exports;
pub mod key_points;
pub mod output_documents;
pub mod people;
pub mod programme;
pub mod settings;
pub mod sign_ins;
pub mod store;
pub mod wake;
