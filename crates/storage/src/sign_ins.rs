//! Ways of signing in, and browsers that are signed in. Secrets are kept as hashes only.

use std::fmt;

use async_trait::async_trait;
use model::id::PersonId;

use crate::error::StoreError;

/// The SHA-256 of a secret that somebody outside holds: a link's token, a cookie, an API token.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(..)")
    }
}

/// A link by which one person can sign in once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInLink {
    /// Hash of the token in the link.
    pub token_hash: TokenHash,
    /// Who is signed in by it.
    pub person_id: PersonId,
    /// When it was made.
    pub created_at: i64,
    /// When it stops working.
    pub expires_at: i64,
}

/// What becomes of a link that somebody tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redeemed {
    /// It works, once.
    By(PersonId),
    /// It was used before.
    Used,
    /// Its time is over.
    Expired,
    /// There is no such link.
    Unknown,
}

/// A browser that is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Hash of its cookie.
    pub token_hash: TokenHash,
    /// Who is signed in.
    pub person_id: PersonId,
    /// Since when.
    pub created_at: i64,
    /// When it was last heard of.
    pub last_seen_at: i64,
    /// When it ends.
    pub expires_at: i64,
}

/// A token by which a program acts for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Hash of the token.
    pub token_hash: TokenHash,
    /// For whom it acts.
    pub person_id: PersonId,
    /// What it is for, in the words of who made it.
    pub label: String,
    /// When it was made.
    pub created_at: i64,
    /// When it stops working.
    pub expires_at: i64,
}

/// Reads and writes ways of signing in.
#[async_trait]
pub trait SignIns: Send + Sync {
    /// Keeps a new link.
    async fn add_sign_in_link(&self, link: SignInLink) -> Result<(), StoreError>;

    /// What would become of a link that somebody tried now.
    async fn sign_in_link(&self, token: TokenHash, now: i64) -> Result<Redeemed, StoreError>;

    /// Uses a link up. Of any number of callers at once, one gets [`Redeemed::By`].
    async fn redeem_sign_in_link(&self, token: TokenHash, now: i64)
    -> Result<Redeemed, StoreError>;

    /// Keeps a browser that has signed in.
    async fn add_sign_in(&self, sign_in: SignIn) -> Result<(), StoreError>;

    /// The browser of this cookie, unless its time is over.
    async fn sign_in(&self, token: TokenHash, now: i64) -> Result<Option<SignIn>, StoreError>;

    /// Notes that a browser was heard of, and until when it stays signed in; `false` where it is not.
    async fn touch_sign_in(
        &self,
        token: TokenHash,
        now: i64,
        expires_at: i64,
    ) -> Result<bool, StoreError>;

    /// Signs a browser out; `false` where it was not signed in.
    async fn end_sign_in(&self, token: TokenHash) -> Result<bool, StoreError>;

    /// Keeps a new API token.
    async fn add_api_token(&self, token: ApiToken) -> Result<(), StoreError>;

    /// The API token of this hash, unless its time is over.
    async fn api_token(&self, token: TokenHash, now: i64) -> Result<Option<ApiToken>, StoreError>;

    /// Removes links, sign-ins and tokens whose time was over before `now`; returns how many.
    async fn remove_expired(&self, now: i64) -> Result<u64, StoreError>;
}
