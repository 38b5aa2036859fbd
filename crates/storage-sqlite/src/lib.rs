//! The store on SQLite: the embedded default.
//!
//! One task owns the connection that writes and commits together what waits together; a few connections read. What other
//! processes write to the same file is noticed by polling.
//!
//! Never: a rule about who may do what, a clock that ends up in a record, or SQL outside of checked macros, save for pragmas and
//! transactions.

mod append;
mod error;
mod open;
mod shared;
mod store;
mod wake;
mod writer;

pub use open::{SqliteStore, file, open};

/// The connection that the shared statements run on.
type Connection = sqlx::SqliteConnection;
