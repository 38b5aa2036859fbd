//! Editions, and what they lack.

pub mod check;
pub mod coverage;
pub mod list;
pub mod show;
