//! Finds what an address names, and asks whether it may be seen. Unknown and forbidden answer alike.

use std::{collections::HashMap, str::FromStr, sync::Arc};

use axum::{extract::FromRequestParts, http::request::Parts};
use model::{
    id::{EditionId, OutputDocumentId, SessionId, TrackId},
    may::{Action, Object, Place},
    output_document::OutputDocument,
    session::SessionState,
};
use storage::programme::{EditionRecord, SessionRecord};

use super::{error::ApiError, extract::Path};
use crate::{app::App, sign_in::SignedIn};

/// What somebody asks about an edition that they may see.
pub(crate) struct Asked {
    /// The server.
    pub app: Arc<App>,
    /// Who asks.
    pub who: SignedIn,
    /// The edition.
    pub seen: Seen,
    /// The ids in the address, by the names that its description gives them.
    ids: HashMap<String, String>,
}

impl FromRequestParts<Arc<App>> for Asked {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let who = SignedIn::from_request_parts(parts, app).await?;
        let Path(ids) = Path::<HashMap<String, String>>::from_request_parts(parts, app).await?;
        let edition = id(found(ids.get("edition"))?)?;
        let asked = Self::about(app.clone(), who, &edition).await?;
        Ok(Self { ids, ..asked })
    }
}

impl Asked {
    /// What somebody asks about an edition that no address names.
    pub(crate) async fn about(
        app: Arc<App>,
        who: SignedIn,
        id: &EditionId,
    ) -> Result<Self, ApiError> {
        let seen = edition(&app, &who, id.as_str()).await?;
        Ok(Self {
            app,
            who,
            seen,
            ids: HashMap::new(),
        })
    }

    /// Names the edition.
    pub(crate) fn edition(&self) -> &EditionId {
        self.seen.id()
    }

    /// Whether the person may do it in the edition.
    pub(crate) fn may(&self, action: Action) -> bool {
        self.who.may(action, Object::Edition(self.seen.place()))
    }

    /// Whether the person may do it to the output documents of the edition.
    pub(crate) fn may_documents(&self, action: Action) -> bool {
        self.who
            .may(action, Object::OutputDocument(self.seen.place()))
    }

    /// Whether the person may do it to the notes of a session that are in this state.
    pub(crate) fn may_notes(&self, action: Action, of: &SessionId, state: SessionState) -> bool {
        self.who
            .may(action, Object::Notes(self.seen.place(), of, state))
    }

    /// An id in the address. One that cannot be read names nothing.
    pub(crate) fn id<T: FromStr>(&self, name: &str) -> Result<T, ApiError> {
        id(found(self.ids.get(name))?)
    }

    /// The session that the address names, if the person may read its notes.
    pub(crate) async fn session(&self) -> Result<SessionRecord, ApiError> {
        let id: SessionId = self.id("session")?;
        let record = found(self.app.store.session(self.edition(), &id).await?)?;
        let readable = self.may_notes(Action::Read, &id, record.state);
        found(readable.then_some(record))
    }

    /// The output document that the address names, if the person may do `action` to it.
    pub(crate) async fn output_document(&self, action: Action) -> Result<OutputDocument, ApiError> {
        self.output_document_called(&self.id("document")?, action)
            .await
    }

    /// An output document of the edition, if the person may do `action` to it.
    pub(crate) async fn output_document_called(
        &self,
        id: &OutputDocumentId,
        action: Action,
    ) -> Result<OutputDocument, ApiError> {
        if !self.may_documents(Action::Read) {
            return Err(ApiError::not_found());
        }
        let record = found(self.app.store.output_document(self.edition(), id).await?)?;
        allowed(self.may_documents(action))?;
        Ok(record)
    }
}

/// What is there; an error where it is not.
pub(crate) fn found<T>(what: Option<T>) -> Result<T, ApiError> {
    what.ok_or_else(ApiError::not_found)
}

/// An error unless it may be done.
pub(crate) fn allowed(may: bool) -> Result<(), ApiError> {
    may.then_some(())
        .ok_or_else(|| ApiError::forbidden("forbidden"))
}

/// Reads an id. What is none names nothing.
pub(crate) fn id<T: FromStr>(text: &str) -> Result<T, ApiError> {
    found(text.parse().ok())
}

/// An edition that the person may see.
pub(crate) struct Seen {
    /// What is known of it.
    pub record: EditionRecord,
}

impl Seen {
    /// Names it.
    pub(crate) fn id(&self) -> &EditionId {
        &self.record.edition.id
    }

    /// It, as `model::may` asks for it.
    pub(crate) fn place(&self) -> Place<'_> {
        place(&self.record.track.id, &self.record.edition.id)
    }
}

/// The edition of this id, if the person may see it.
pub(crate) async fn edition(app: &App, who: &SignedIn, id: &str) -> Result<Seen, ApiError> {
    let record = found(app.store.edition(&self::id(id)?).await?)?;
    let seen = Seen { record };
    let visible = who.may(Action::Read, Object::Edition(seen.place()));
    found(visible.then_some(seen))
}

/// An edition as `model::may` asks for it.
pub(crate) fn place<'a>(track: &'a TrackId, edition: &'a EditionId) -> Place<'a> {
    Place { track, edition }
}
