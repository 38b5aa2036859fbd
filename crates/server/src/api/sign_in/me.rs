//! Who is signed in.

use axum::Json;

use crate::{
    api::{
        error::ErrorBody,
        views::{Me, MyGrant, MyPerson, ScopeView},
    },
    sign_in::SignedIn,
};

/// Tells who is signed in, and the roles held.
#[utoipa::path(get, path = "/api/me", responses((status = 200, body = Me), (status = 401, body = ErrorBody)))]
pub(crate) async fn show(who: SignedIn) -> Json<Me> {
    Json(view(&who))
}

/// Somebody who is signed in, as JSON.
pub(crate) fn view(who: &SignedIn) -> Me {
    let grants = who.grants.iter().map(|grant| MyGrant {
        role: grant.role,
        scope: ScopeView::from(&grant.scope),
    });
    Me {
        person: MyPerson {
            id: who.person.id.0,
            name: who.person.name.clone(),
            email: who.person.email.clone(),
            language: who.person.language.to_string(),
        },
        grants: grants.collect(),
    }
}
