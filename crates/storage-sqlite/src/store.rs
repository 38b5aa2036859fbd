//! The contract, met by handing each call to a statement: reads on a reader, writes to the writer.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use model::{
    id::{DocumentId, EditionId, KeyPointId, OutputDocumentId, PersonId, SessionId},
    key_point::KeyPointKey,
    language::Lang,
    output_document::{OutputDocument, Use},
    person::Person,
    role::Grant,
};
use storage::{
    document_chunks::{
        Append, Appended, Chunk, DocumentRecord, Documents, KeptOfOne, LoadedDocument, Quarantined,
        Refused, Snapshot,
    },
    exports::{Export, ExportRecord, Exports, MostKept},
    key_points::{
        ConfirmedAccepted, KeyPointRecord, KeyPoints, NewCorrection, NewDecision, NotesProjection,
        Projected,
    },
    output_documents::{NewOutputDocument, OutputDocuments, TextEdit},
    people::People,
    programme::{
        EditionImport, EditionRecord, EditionSummary, Imported, MoreKeyPoints, Programme,
        SessionMove, SessionRecord,
    },
    settings::Settings,
    sign_ins::{ApiToken, Redeemed, SignIn, SignInLink, SignIns, TokenHash},
    store::Closing,
    wake::{Wake, Woken},
};

use crate::{
    append::{self, Done},
    error::Told as Result,
    open::SqliteStore,
    shared,
};

/// Hands a statement to the writer, and waits until what it wrote is durable.
macro_rules! written {
    ($store:ident, $db:ident => $statement:expr) => {
        $store
            .write(move |$db| Box::pin(async move { $statement.await }))
            .await
    };
}

/// Runs a statement on a view of the database as of this moment.
macro_rules! read {
    ($store:ident, $db:ident => $statement:expr) => {{
        let $db = &mut *$store.read().await?;
        Ok($statement.await?)
    }};
}

impl SqliteStore {
    /// Notes chunks as written by this process.
    fn noted(&self, id: DocumentId, Done { before, appended }: Done) -> Appended {
        self.listeners.wrote(id, before, appended.head_seq);
        appended
    }
}

#[async_trait]
impl Settings for SqliteStore {
    async fn setting_or(&self, name: &str, value: String, at: i64) -> Result<String> {
        let name = name.to_owned();
        written!(self, db => shared::settings::setting_or(db, &name, &value, at))
    }
}

#[async_trait]
impl People for SqliteStore {
    async fn add_person(&self, person: Person, at: i64) -> Result<()> {
        written!(self, db => shared::people::add_person(db, &person, at))
    }

    async fn person(&self, id: PersonId) -> Result<Option<Person>> {
        read!(self, db => shared::people::person(db, id))
    }

    async fn person_by_email(&self, email: &str) -> Result<Option<Person>> {
        read!(self, db => shared::people::person_by_email(db, email))
    }

    async fn set_language(&self, id: PersonId, language: Lang) -> Result<bool> {
        written!(self, db => shared::people::set_language(db, id, &language))
    }

    async fn grants_of(&self, id: PersonId) -> Result<Vec<Grant>> {
        read!(self, db => shared::people::grants_of(db, id))
    }

    async fn give_grant(
        &self,
        person: PersonId,
        grant: Grant,
        given_by: Option<PersonId>,
        at: i64,
    ) -> Result<bool> {
        written!(self, db => shared::people::give_grant(db, person, &grant, given_by, at))
    }
}

#[async_trait]
impl SignIns for SqliteStore {
    async fn add_sign_in_link(&self, link: SignInLink) -> Result<()> {
        written!(self, db => shared::sign_ins::add_sign_in_link(db, &link))
    }

    async fn sign_in_link(&self, token: TokenHash, now: i64) -> Result<Redeemed> {
        read!(self, db => shared::sign_ins::sign_in_link(db, token, now))
    }

    async fn redeem_sign_in_link(&self, token: TokenHash, now: i64) -> Result<Redeemed> {
        written!(self, db => shared::sign_ins::redeem_sign_in_link(db, token, now))
    }

    async fn add_sign_in(&self, sign_in: SignIn) -> Result<()> {
        written!(self, db => shared::sign_ins::add_sign_in(db, &sign_in))
    }

    async fn sign_in(&self, token: TokenHash, now: i64) -> Result<Option<SignIn>> {
        read!(self, db => shared::sign_ins::sign_in(db, token, now))
    }

    async fn touch_sign_in(&self, token: TokenHash, now: i64, expires_at: i64) -> Result<bool> {
        written!(self, db => shared::sign_ins::touch_sign_in(db, token, now, expires_at))
    }

    async fn end_sign_in(&self, token: TokenHash) -> Result<bool> {
        written!(self, db => shared::sign_ins::end_sign_in(db, token))
    }

    async fn add_api_token(&self, token: ApiToken) -> Result<()> {
        written!(self, db => shared::sign_ins::add_api_token(db, &token))
    }

    async fn api_token(&self, token: TokenHash, now: i64) -> Result<Option<ApiToken>> {
        read!(self, db => shared::sign_ins::api_token(db, token, now))
    }

    async fn remove_expired(&self, now: i64) -> Result<u64> {
        written!(self, db => shared::sign_ins::remove_expired(db, now))
    }
}

#[async_trait]
impl Programme for SqliteStore {
    async fn import_edition(&self, import: EditionImport) -> Result<Imported> {
        written!(self, db => shared::import::import_edition(db, &import))
    }

    async fn add_key_points(
        &self,
        edition: &EditionId,
        session: &SessionId,
        more: MoreKeyPoints,
    ) -> Result<()> {
        let (edition, session) = (edition.clone(), session.clone());
        // The notes are ahead of what is known of them until a room looks at them: it counts their characters too.
        let added = self.write(move |db| {
            Box::pin(async move {
                append::append_chunks(db, &more.append).await?;
                for (point, position) in &more.key_points {
                    let add = shared::import::import_key_point;
                    add(db, &edition, &session, point, *position, more.at).await?;
                }
                Ok(())
            })
        });
        added.await
    }

    async fn editions(&self) -> Result<Vec<EditionSummary>> {
        read!(self, db => shared::programme::editions(db))
    }

    async fn edition(&self, id: &EditionId) -> Result<Option<EditionRecord>> {
        read!(self, db => shared::programme::edition(db, id))
    }

    async fn sessions(&self, edition: &EditionId) -> Result<Vec<SessionRecord>> {
        read!(self, db => shared::programme::sessions(db, edition, None))
    }

    async fn session(
        &self,
        edition: &EditionId,
        session: &SessionId,
    ) -> Result<Option<SessionRecord>> {
        let found: Result<Vec<_>> =
            read!(self, db => shared::programme::sessions(db, edition, Some(session)));
        Ok(found?.pop())
    }

    async fn move_session(&self, edition: &EditionId, step: SessionMove) -> Result<bool> {
        let edition = edition.clone();
        written!(self, db => shared::programme::move_session(db, &edition, &step))
    }
}

#[async_trait]
impl Documents for SqliteStore {
    async fn document(&self, id: DocumentId) -> Result<Option<DocumentRecord>> {
        read!(self, db => shared::documents::document(db, id))
    }

    async fn load_document(&self, id: DocumentId) -> Result<Option<LoadedDocument>> {
        read!(self, db => shared::documents::load_document(db, id))
    }

    async fn chunks_after(&self, id: DocumentId, seq: i64) -> Result<Vec<Chunk>> {
        read!(self, db => shared::documents::chunks_after(db, id, seq))
    }

    async fn append_chunks(&self, append: Append) -> Result<Appended> {
        let id = append.document_id;
        let done: Result<Done> = written!(self, db => append::append_chunks(db, &append));
        Ok(self.noted(id, done?))
    }

    async fn save_snapshot(&self, id: DocumentId, snapshot: Snapshot) -> Result<()> {
        written!(self, db => shared::documents::save_snapshot(db, id, &snapshot))
    }

    async fn prune_chunks(&self, id: DocumentId, upto_seq: i64) -> Result<u64> {
        written!(self, db => shared::documents::prune_chunks(db, id, upto_seq))
    }

    async fn quarantine(&self, refused: Quarantined, most: KeptOfOne) -> Result<bool> {
        written!(self, db => shared::documents::quarantine(db, &refused, most))
    }

    async fn unprojected(&self) -> Result<Vec<DocumentId>> {
        read!(self, db => shared::documents::unprojected(db))
    }

    async fn refused(&self, edition: &EditionId) -> Result<Refused> {
        read!(self, db => shared::documents::refused(db, edition))
    }
}

#[async_trait]
impl KeyPoints for SqliteStore {
    async fn project_notes(
        &self,
        edition: &EditionId,
        session: &SessionId,
        notes: NotesProjection,
        at: i64,
    ) -> Result<Projected> {
        let notes = Arc::new(notes);
        let mut is_more_than_one = false;
        loop {
            let (edition, session, notes) = (edition.clone(), session.clone(), notes.clone());
            let part = self.write(move |db| {
                Box::pin(async move {
                    shared::key_points::project_notes(db, &edition, &session, &notes, at).await
                })
            });
            let (mut projected, is_last) = part.await?;
            if is_last {
                projected.changed |= is_more_than_one;
                return Ok(projected);
            }
            is_more_than_one = true;
        }
    }

    async fn key_points(&self, edition: &EditionId) -> Result<Vec<KeyPointRecord>> {
        read!(self, db => shared::key_points::key_points(db, edition))
    }

    async fn key_points_called(
        &self,
        edition: &EditionId,
        id: KeyPointId,
    ) -> Result<Vec<KeyPointRecord>> {
        read!(self, db => shared::key_points::key_points_called(db, edition, id))
    }

    async fn decide(
        &self,
        edition: &EditionId,
        decisions: Vec<NewDecision>,
    ) -> Result<Vec<KeyPointKey>> {
        let edition = edition.clone();
        written!(self, db => shared::key_points::decide(db, &edition, &decisions))
    }

    async fn correct(&self, edition: &EditionId, correction: NewCorrection) -> Result<bool> {
        let edition = edition.clone();
        written!(self, db => shared::key_points::correct(db, &edition, &correction))
    }

    async fn accept_confirmed(
        &self,
        edition: &EditionId,
        decided_by: PersonId,
        at: i64,
    ) -> Result<ConfirmedAccepted> {
        let edition = edition.clone();
        written!(self, db => shared::key_points::accept_confirmed(db, &edition, decided_by, at))
    }
}

#[async_trait]
impl OutputDocuments for SqliteStore {
    async fn add_output_document(
        &self,
        edition: &EditionId,
        new: NewOutputDocument,
        at: i64,
    ) -> Result<()> {
        let edition = edition.clone();
        written!(self, db => shared::output_documents::add_output_document(db, &edition, &new, at))
    }

    async fn output_documents(&self, edition: &EditionId) -> Result<Vec<OutputDocument>> {
        read!(self, db => shared::output_documents::output_documents(db, edition, None))
    }

    async fn output_document(
        &self,
        edition: &EditionId,
        id: &OutputDocumentId,
    ) -> Result<Option<OutputDocument>> {
        let found: Result<Vec<_>> =
            read!(self, db => shared::output_documents::output_documents(db, edition, Some(id)));
        Ok(found?.pop())
    }

    async fn edit_text(&self, edition: &EditionId, edit: TextEdit) -> Result<Appended> {
        let edition = edition.clone();
        let id = edit.append.document_id;
        let done = self
            .write(move |db| {
                Box::pin(async move {
                    let done = append::append_chunks(db, &edit.append).await?;
                    let upto_seq = done.appended.head_seq;
                    shared::output_documents::note_edit(db, &edition, &edit, upto_seq).await?;
                    Ok(done)
                })
            })
            .await?;
        Ok(self.noted(id, done))
    }

    async fn replace_uses(
        &self,
        edition: &EditionId,
        id: &OutputDocumentId,
        upto_seq: i64,
        uses: Vec<Use>,
    ) -> Result<bool> {
        let edition = edition.clone();
        let id = id.clone();
        written!(self, db => shared::output_documents::replace_uses(db, &edition, &id, upto_seq, &uses))
    }
}

#[async_trait]
impl Exports for SqliteStore {
    async fn add_export(
        &self,
        export: Export,
        file: Bytes,
        most: MostKept,
    ) -> Result<Option<ExportRecord>> {
        written!(self, db => shared::exports::add_export(db, &export, &file, most))
    }

    async fn exports(
        &self,
        edition: &EditionId,
        output_document: &OutputDocumentId,
    ) -> Result<Vec<ExportRecord>> {
        read!(self, db => shared::exports::exports(db, edition, output_document))
    }

    async fn export(&self, id: &str) -> Result<Option<(ExportRecord, Bytes)>> {
        read!(self, db => shared::exports::export(db, id))
    }
}

impl Wake for SqliteStore {
    fn woken(&self) -> BoxStream<'static, Woken> {
        self.listeners.listen()
    }
}

#[async_trait]
impl Closing for SqliteStore {
    async fn ping(&self) -> Result<()> {
        let mut db = self.read().await?;
        sqlx::query("select 1")
            .execute(&mut *db)
            .await
            .map_err(crate::error::Fault::from)?;
        self.write(|_| Box::pin(async { Ok(()) })).await
    }

    async fn close(&self) {
        self.shut().await;
    }
}
