//! What compiling, checking and exporting know of an edition.

use std::sync::Arc;

use model::{id::EditionId, key_point::KeyPoint};
use outline::programme::Programme;
use storage::{
    error::StoreError, key_points::KeyPointRecord, programme::EditionRecord, store::Store,
};

/// An edition with its programme and key points, read together.
pub(crate) struct Overview {
    /// The edition and its sessions.
    pub programme: Programme,
    /// Its key points, by session and place in the notes.
    pub key_points: Vec<KeyPointRecord>,
}

impl Overview {
    /// Reads an edition; `None` where there is none of this id.
    pub(crate) async fn read(
        store: &Arc<dyn Store>,
        id: &EditionId,
    ) -> Result<Option<Self>, StoreError> {
        match store.edition(id).await? {
            Some(record) => Self::of(store, record).await.map(Some),
            None => Ok(None),
        }
    }

    /// Reads what belongs to an edition.
    pub(crate) async fn of(
        store: &Arc<dyn Store>,
        record: EditionRecord,
    ) -> Result<Self, StoreError> {
        let id = &record.edition.id;
        let (sessions, key_points) = tokio::try_join!(store.sessions(id), store.key_points(id))?;
        let rapporteurs = sessions
            .iter()
            .map(|one| {
                (
                    one.session.id.clone(),
                    one.rapporteurs
                        .iter()
                        .map(|person| person.name.clone())
                        .collect(),
                )
            })
            .collect();
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

    /// The key points without names and uses.
    pub(crate) fn points(&self) -> Vec<KeyPoint> {
        self.key_points
            .iter()
            .map(|record| record.key_point.clone())
            .collect()
    }
}
