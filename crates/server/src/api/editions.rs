//! Editions, and what they lack.

pub(crate) mod check;
pub(crate) mod coverage;
pub(crate) mod list;
pub(crate) mod show;
