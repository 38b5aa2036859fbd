//! What compiling, checking and exporting know of an edition.

use std::sync::Arc;

use export::words::Words;
use model::{
    id::{EditionId, SessionId},
    key_point::KeyPoint,
    language::Lang,
    session::Session,
};
use outline::{
    compile::{Compiled, compile},
    plan::Plan,
    programme::Programme,
};
use storage::{
    error::StoreError, key_points::KeyPointRecord, programme::EditionRecord, store::Store,
};

use super::JobError;

/// An edition with its programme and key points, read together.
pub(crate) struct Overview {
    /// The edition and its sessions.
    pub programme: Programme,
    /// Its key points, by session and place in the notes.
    pub key_points: Vec<KeyPointRecord>,
}

impl Overview {
    /// Reads an edition.
    pub(crate) async fn read(store: &Arc<dyn Store>, id: &EditionId) -> Result<Self, JobError> {
        let record = store.edition(id).await?;
        Ok(Self::of(store, record.ok_or(JobError::Unknown("edition"))?).await?)
    }

    /// Reads what belongs to an edition.
    pub(crate) async fn of(
        store: &Arc<dyn Store>,
        record: EditionRecord,
    ) -> Result<Self, StoreError> {
        let id = &record.edition.id;
        let (sessions, key_points) = tokio::try_join!(store.sessions(id), store.key_points(id))?;
        let rapporteurs = sessions.iter().map(|one| {
            let people = one.rapporteurs.iter();
            let names = people.map(|person| person.name.clone()).collect();
            (one.session.id.clone(), names)
        });
        let rapporteurs = rapporteurs.collect();
        let programme = Programme {
            track: record.track,
            edition: record.edition,
            themes: record.themes,
            addressees: record.addressees,
            sessions: sessions.into_iter().map(|one| one.session).collect(),
            rapporteurs,
        };
        Ok(Self {
            programme,
            key_points,
        })
    }

    /// The session of this id.
    pub(crate) fn session(&self, id: &SessionId) -> Result<&Session, JobError> {
        let session = self.programme.session(id);
        session.ok_or(JobError::Unknown("session"))
    }

    /// What the accepted key points come to by a plan, in the words of a language.
    pub(crate) fn compile(&self, plan: &Plan, language: &Lang) -> Compiled {
        let (points, words) = (self.points(), Words::new(language));
        tokio::task::block_in_place(|| compile(&self.programme, &points, plan, language, &words))
    }

    /// The key points without names and uses.
    pub(crate) fn points(&self) -> Vec<KeyPoint> {
        self.key_points
            .iter()
            .map(|record| record.key_point.clone())
            .collect()
    }
}
