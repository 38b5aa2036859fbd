//! The board: key points, and what is decided about them.

pub mod accept_confirmed;
pub mod decide;
pub mod list;
