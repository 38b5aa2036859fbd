//! The board: key points, and what is decided about them.

pub(crate) mod accept_confirmed;
pub(crate) mod correct;
pub(crate) mod decide;
pub(crate) mod list;
