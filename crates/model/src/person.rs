//! People.

use crate::{id::PersonId, language::Lang};

/// Somebody who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Names the person.
    pub id: PersonId,
    /// The name shown to others.
    pub name: String,
    /// The address that sign-in links are sent to.
    pub email: String,
    /// The language of the person's interface.
    pub language: Lang,
}
