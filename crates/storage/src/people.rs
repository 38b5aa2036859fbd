//! People, and the roles they hold.

use async_trait::async_trait;
use model::{id::PersonId, language::Lang, person::Person, role::Grant};

use crate::error::StoreError;

/// Reads and writes people and the roles they hold.
#[async_trait]
pub trait People: Send + Sync {
    /// Adds a person. [`StoreError::Taken`] where the address (in any case) or the id is there already.
    async fn add_person(&self, person: Person, at: i64) -> Result<(), StoreError>;

    /// The person of this id.
    async fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError>;

    /// The person of this address, whatever the case of its letters.
    async fn person_by_email(&self, email: &str) -> Result<Option<Person>, StoreError>;

    /// Changes the language of somebody's interface; `false` where there is no such person.
    async fn set_language(&self, id: PersonId, language: Lang) -> Result<bool, StoreError>;

    /// The roles that somebody holds, in a stable order.
    async fn grants_of(&self, id: PersonId) -> Result<Vec<Grant>, StoreError>;

    /// Gives somebody a role and notes it in the audit; `false`, and nothing written, where it is held already. The person and
    /// the scope must exist.
    async fn give_grant(
        &self,
        person: PersonId,
        grant: Grant,
        given_by: Option<PersonId>,
        at: i64,
    ) -> Result<bool, StoreError>;
}
