//! Finds what an address names, and asks whether it may be seen. Unknown and forbidden answer alike.

use model::{
    id::{EditionId, OutputDocumentId, SessionId, TrackId},
    may::{Action, Object, Place},
    output_document::OutputDocument,
};
use storage::programme::{EditionRecord, SessionRecord};

use super::error::ApiError;
use crate::{app::App, sign_in::SignedIn};

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

    /// Answers an error unless the person may do it in the edition.
    pub(crate) fn require(&self, who: &SignedIn, action: Action) -> Result<(), ApiError> {
        who.may(action, Object::Edition(self.place()))
            .then_some(())
            .ok_or_else(|| ApiError::forbidden("forbidden"))
    }

    /// A session of the edition, if the person may read its notes.
    pub(crate) async fn session(
        &self,
        app: &App,
        who: &SignedIn,
        id: &str,
    ) -> Result<SessionRecord, ApiError> {
        let id: SessionId = id.parse().map_err(|_| ApiError::not_found())?;
        let record = app
            .store
            .session(self.id(), &id)
            .await?
            .ok_or_else(ApiError::not_found)?;
        let readable = who.may(Action::Read, Object::Notes(self.place(), &id, record.state));
        readable.then_some(record).ok_or_else(ApiError::not_found)
    }

    /// An output document of the edition, if the person may do `action` to it.
    pub(crate) async fn output_document(
        &self,
        app: &App,
        who: &SignedIn,
        id: &str,
        action: Action,
    ) -> Result<OutputDocument, ApiError> {
        let object = Object::OutputDocument(self.place());
        if !who.may(Action::Read, object) {
            return Err(ApiError::not_found());
        }
        let id: OutputDocumentId = id.parse().map_err(|_| ApiError::not_found())?;
        let record = app
            .store
            .output_document(self.id(), &id)
            .await?
            .ok_or_else(ApiError::not_found)?;
        who.may(action, object)
            .then_some(record)
            .ok_or_else(|| ApiError::forbidden("forbidden"))
    }
}

/// The edition of this id, if the person may see it.
pub(crate) async fn edition(app: &App, who: &SignedIn, id: &str) -> Result<Seen, ApiError> {
    let id: EditionId = id.parse().map_err(|_| ApiError::not_found())?;
    let record = app
        .store
        .edition(&id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    let visible = who.may(
        Action::Read,
        Object::Edition(place(&record.track.id, &record.edition.id)),
    );
    visible
        .then_some(Seen { record })
        .ok_or_else(ApiError::not_found)
}

/// An edition as `model::may` asks for it.
pub(crate) fn place<'a>(track: &'a TrackId, edition: &'a EditionId) -> Place<'a> {
    Place { track, edition }
}
