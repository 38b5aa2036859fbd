//! Work that is the same whether a page or a command asks for it.

pub(crate) mod check;
pub(crate) mod compile;
pub(crate) mod edit;
pub(crate) mod export;
pub(crate) mod overview;
pub(crate) mod preview;
pub(crate) mod queue;
pub(crate) mod shelf;
pub(crate) mod texts;
pub(crate) mod watch;
