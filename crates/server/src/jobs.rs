//! Work that is the same whether a page or a command asks for it.

pub mod check;
pub mod compile;
pub mod edit;
pub mod export;
pub mod overview;
pub mod preview;
pub mod watch;
