//! Who is behind a request: by cookie, by API token; and how one gets there.
//!
//! Secrets are stored as SHA-256 hashes; the cookie has the `__Host-` prefix, so that only this host can have set it.

pub(crate) mod limit;

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};
use model::{
    id::PersonId,
    may::{Action, Object, may},
    person::Person,
    role::Grant,
};
use sha2::{Digest, Sha256};
use storage::{
    error::StoreError,
    sign_ins::{Redeemed, SignIn, SignInLink, TokenHash},
    store::Store,
};

use crate::{
    api::error::ApiError,
    app::App,
    effects::{now, secret},
};

const COOKIE: &str = "__Host-rapporteur";
const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The person behind a request, and the roles held at this moment.
pub(crate) struct SignedIn {
    /// Who.
    pub person: Person,
    /// The roles held.
    pub grants: Vec<Grant>,
}

impl SignedIn {
    /// Whether the person may do it.
    pub(crate) fn may(&self, action: Action, object: Object<'_>) -> bool {
        may(&self.grants, action, object)
    }
}

impl FromRequestParts<Arc<App>> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let who = who(app, &parts.headers).await?;
        who.ok_or_else(ApiError::signed_out)
    }
}

/// Who is behind a request with these headers.
pub(crate) async fn who(app: &App, headers: &HeaderMap) -> Result<Option<SignedIn>, StoreError> {
    match person_of(app, headers).await? {
        Some(person) => load(app, person).await,
        None => Ok(None),
    }
}

/// The person of this id with the roles held now.
pub(crate) async fn load(app: &App, person: PersonId) -> Result<Option<SignedIn>, StoreError> {
    let Some(person) = app.store.person(person).await? else {
        return Ok(None);
    };
    let grants = app.store.grants_of(person.id).await?;
    Ok(Some(SignedIn { person, grants }))
}

/// Finds out who is behind a request from its headers. That somebody is asked about prolongs no sign-in: see [`prolong`].
pub(crate) async fn person_of(
    app: &App,
    headers: &HeaderMap,
) -> Result<Option<PersonId>, StoreError> {
    if let Some(token) = bearer(headers) {
        return person_of_token(app, token).await;
    }
    let Some(secret) = cookie(headers) else {
        return Ok(None);
    };
    let sign_in = app.store.sign_in(hash(secret), now()).await?;
    Ok(sign_in.map(|sign_in| sign_in.person_id))
}

/// Lets a sign-in last longer when its person does something: opens the page, or changes anything.
///
/// What an open page asks for by itself prolongs nothing, or a tab that was forgotten would stay signed in for ever.
pub(crate) async fn prolong(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let secret = cookie(request.headers())
        .filter(|_| is_of_a_person(&request))
        .map(str::to_owned);
    let mut response = next.run(request).await;
    let Some(secret) = secret else {
        return response;
    };
    // Signing in and out have set the cookie themselves.
    let sets_none = !response.headers().contains_key(header::SET_COOKIE);
    // An error is in the log already, and the answer is good all the same.
    if response.status().is_success()
        && sets_none
        && let Ok(Some(cookie)) = prolonged(&app, &secret).await
    {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Whether somebody's hand is behind a request: it changes something, or the page says that it was just opened.
fn is_of_a_person(request: &Request) -> bool {
    let path = request.uri().path();
    let opens_page = path == "/api/me" && request.headers().contains_key("x-opens");
    // The dialog of the zero draft counts anew by itself.
    let counts = path.ends_with("/outline");
    opens_page || !request.method().is_safe() && !counts
}

/// Prolongs a sign-in, at most once an hour: the cookie to set.
async fn prolonged(app: &App, secret: &str) -> Result<Option<HeaderValue>, ApiError> {
    let (hash, now) = (hash(secret), now());
    let Some(sign_in) = app.store.sign_in(hash, now).await? else {
        return Ok(None);
    };
    if now - sign_in.last_seen_at <= 60 * MINUTE {
        return Ok(None);
    }
    let days = i64::from(app.settings.session_days);
    let is_prolonged = app.store.touch_sign_in(hash, now, now + days * DAY).await?;
    is_prolonged
        .then(|| set_cookie(secret, days * 24 * 60 * 60))
        .transpose()
}

/// Finds out for whom an API token acts.
pub(crate) async fn person_of_token(
    app: &App,
    token: &str,
) -> Result<Option<PersonId>, StoreError> {
    Ok(app
        .store
        .api_token(hash(token), now())
        .await?
        .map(|token| token.person_id))
}

/// Makes a link by which a person can sign in once.
pub(crate) async fn make_link(
    store: &dyn Store,
    public_url: &str,
    person: PersonId,
    minutes: i64,
) -> Result<String, StoreError> {
    let (secret, now) = (secret(), now());
    let link = SignInLink {
        token_hash: hash(&secret),
        person_id: person,
        created_at: now,
        expires_at: now + minutes * MINUTE,
    };
    store.add_sign_in_link(link).await?;
    Ok(format!("{public_url}/sign-in#{secret}"))
}

/// Whom a link would sign in; it stays as it is.
pub(crate) async fn account(app: &App, token: &str) -> Result<Person, ApiError> {
    let person = of_link(app.store.sign_in_link(hash(token), now()).await?)?;
    let person = app.store.person(person).await?;
    person.ok_or_else(|| ApiError::invalid("sign-in-link-unknown"))
}

fn of_link(link: Redeemed) -> Result<PersonId, ApiError> {
    match link {
        Redeemed::By(person) => Ok(person),
        Redeemed::Used => Err(ApiError::conflict("sign-in-link-used")),
        Redeemed::Expired => Err(ApiError::conflict("sign-in-link-expired")),
        Redeemed::Unknown => Err(ApiError::invalid("sign-in-link-unknown")),
    }
}

/// Uses a link up and signs a browser in: who, and the cookie to set.
pub(crate) async fn redeem(app: &App, token: &str) -> Result<(PersonId, HeaderValue), ApiError> {
    let now = now();
    let person = of_link(app.store.redeem_sign_in_link(hash(token), now).await?)?;
    let secret = secret();
    let days = i64::from(app.settings.session_days);
    let sign_in = SignIn {
        token_hash: hash(&secret),
        person_id: person,
        created_at: now,
        last_seen_at: now,
        expires_at: now + days * DAY,
    };
    app.store.add_sign_in(sign_in).await?;
    Ok((person, set_cookie(&secret, days * 24 * 60 * 60)?))
}

/// Signs the browser of these headers out: the cookie to set.
pub(crate) async fn end(app: &App, headers: &HeaderMap) -> Result<HeaderValue, ApiError> {
    if let Some(secret) = cookie(headers) {
        app.store.end_sign_in(hash(secret)).await?;
    }
    set_cookie("", 0)
}

/// The SHA-256 of a secret.
pub(crate) fn hash(secret: &str) -> TokenHash {
    TokenHash(Sha256::digest(secret.as_bytes()).into())
}

fn set_cookie(value: &str, seconds: i64) -> Result<HeaderValue, ApiError> {
    let text =
        format!("{COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    HeaderValue::from_str(&text).map_err(|error| ApiError::internal(&error))
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == COOKIE && !value.is_empty()).then_some(value))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .strip_prefix("Bearer ")
        .map(str::trim)
}
