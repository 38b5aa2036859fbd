//! A store that fails when a test wants it to.

use std::sync::{Arc, Mutex};

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
    error::StoreError,
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
    store::{Closing, Store},
    wake::{Wake, Woken},
};

type Result<T> = std::result::Result<T, StoreError>;

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Nothing was written: a full disk.
    NotSaved,
    /// It was written, but the answer was lost.
    AnswerLost,
}

/// Passes every call on to another store, and fails when it is told to.
pub struct FailingStore {
    inner: Arc<dyn Store>,
    plan: Mutex<Plan>,
}

#[derive(Default)]
struct Plan {
    calls: u64,
    fail_at: Option<(u64, Failure)>,
    is_full: bool,
}

impl FailingStore {
    /// A store that works until it is told otherwise.
    pub fn around(inner: Arc<dyn Store>) -> Arc<Self> {
        Arc::new(Self {
            inner,
            plan: Mutex::default(),
        })
    }

    /// Lets the n-th call from now fail, the next one being the first; those after it work again.
    pub fn fail_at(&self, n: u64, failure: Failure) {
        let mut plan = self.plan.lock().unwrap();
        plan.fail_at = Some((plan.calls + n, failure));
    }

    /// Lets every write fail, as on a full disk, until it is called with `false`. Reads work.
    pub fn set_full(&self, is_full: bool) {
        self.plan.lock().unwrap().is_full = is_full;
    }

    /// How many calls there were.
    pub fn calls(&self) -> u64 {
        self.plan.lock().unwrap().calls
    }

    async fn read<T>(&self, call: impl Future<Output = Result<T>>) -> Result<T> {
        let failure = self.count();
        self.pass_on(failure, call).await
    }

    async fn write<T>(&self, call: impl Future<Output = Result<T>>) -> Result<T> {
        let is_full = self.plan.lock().unwrap().is_full;
        let failure = self.count().or(is_full.then_some(Failure::NotSaved));
        self.pass_on(failure, call).await
    }

    fn count(&self) -> Option<Failure> {
        let mut plan = self.plan.lock().unwrap();
        plan.calls += 1;
        let (at, failure) = plan.fail_at?;
        (at == plan.calls).then(|| {
            plan.fail_at = None;
            failure
        })
    }

    async fn pass_on<T>(
        &self,
        failure: Option<Failure>,
        call: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        match failure {
            None => call.await,
            Some(Failure::NotSaved) => Err(StoreError::not_saved("the test's disk is full")),
            Some(Failure::AnswerLost) => {
                call.await?;
                Err(StoreError::not_saved("the test lost the answer"))
            }
        }
    }
}

#[async_trait]
impl Settings for FailingStore {
    async fn setting_or(&self, name: &str, value: String, at: i64) -> Result<String> {
        self.write(self.inner.setting_or(name, value, at)).await
    }
}

#[async_trait]
impl People for FailingStore {
    async fn add_person(&self, person: Person, at: i64) -> Result<()> {
        self.write(self.inner.add_person(person, at)).await
    }

    async fn person(&self, id: PersonId) -> Result<Option<Person>> {
        self.read(self.inner.person(id)).await
    }

    async fn person_by_email(&self, email: &str) -> Result<Option<Person>> {
        self.read(self.inner.person_by_email(email)).await
    }

    async fn set_language(&self, id: PersonId, language: Lang) -> Result<bool> {
        self.write(self.inner.set_language(id, language)).await
    }

    async fn grants_of(&self, id: PersonId) -> Result<Vec<Grant>> {
        self.read(self.inner.grants_of(id)).await
    }

    async fn give_grant(
        &self,
        person: PersonId,
        grant: Grant,
        given_by: Option<PersonId>,
        at: i64,
    ) -> Result<bool> {
        self.write(self.inner.give_grant(person, grant, given_by, at))
            .await
    }
}

#[async_trait]
impl SignIns for FailingStore {
    async fn add_sign_in_link(&self, link: SignInLink) -> Result<()> {
        self.write(self.inner.add_sign_in_link(link)).await
    }

    async fn sign_in_link(&self, token: TokenHash, now: i64) -> Result<Redeemed> {
        self.read(self.inner.sign_in_link(token, now)).await
    }

    async fn redeem_sign_in_link(&self, token: TokenHash, now: i64) -> Result<Redeemed> {
        self.write(self.inner.redeem_sign_in_link(token, now)).await
    }

    async fn add_sign_in(&self, sign_in: SignIn) -> Result<()> {
        self.write(self.inner.add_sign_in(sign_in)).await
    }

    async fn sign_in(&self, token: TokenHash, now: i64) -> Result<Option<SignIn>> {
        self.read(self.inner.sign_in(token, now)).await
    }

    async fn touch_sign_in(&self, token: TokenHash, now: i64, expires_at: i64) -> Result<bool> {
        self.write(self.inner.touch_sign_in(token, now, expires_at))
            .await
    }

    async fn end_sign_in(&self, token: TokenHash) -> Result<bool> {
        self.write(self.inner.end_sign_in(token)).await
    }

    async fn add_api_token(&self, token: ApiToken) -> Result<()> {
        self.write(self.inner.add_api_token(token)).await
    }

    async fn api_token(&self, token: TokenHash, now: i64) -> Result<Option<ApiToken>> {
        self.read(self.inner.api_token(token, now)).await
    }

    async fn remove_expired(&self, now: i64) -> Result<u64> {
        self.write(self.inner.remove_expired(now)).await
    }
}

#[async_trait]
impl Programme for FailingStore {
    async fn import_edition(&self, import: EditionImport) -> Result<Imported> {
        self.write(self.inner.import_edition(import)).await
    }

    async fn add_key_points(
        &self,
        edition: &EditionId,
        session: &SessionId,
        more: MoreKeyPoints,
    ) -> Result<()> {
        self.write(self.inner.add_key_points(edition, session, more))
            .await
    }

    async fn editions(&self) -> Result<Vec<EditionSummary>> {
        self.read(self.inner.editions()).await
    }

    async fn edition(&self, id: &EditionId) -> Result<Option<EditionRecord>> {
        self.read(self.inner.edition(id)).await
    }

    async fn sessions(&self, edition: &EditionId) -> Result<Vec<SessionRecord>> {
        self.read(self.inner.sessions(edition)).await
    }

    async fn session(
        &self,
        edition: &EditionId,
        session: &SessionId,
    ) -> Result<Option<SessionRecord>> {
        self.read(self.inner.session(edition, session)).await
    }

    async fn move_session(&self, edition: &EditionId, step: SessionMove) -> Result<bool> {
        self.write(self.inner.move_session(edition, step)).await
    }
}

#[async_trait]
impl Documents for FailingStore {
    async fn document(&self, id: DocumentId) -> Result<Option<DocumentRecord>> {
        self.read(self.inner.document(id)).await
    }

    async fn load_document(&self, id: DocumentId) -> Result<Option<LoadedDocument>> {
        self.read(self.inner.load_document(id)).await
    }

    async fn chunks_after(&self, id: DocumentId, seq: i64) -> Result<Vec<Chunk>> {
        self.read(self.inner.chunks_after(id, seq)).await
    }

    async fn append_chunks(&self, append: Append) -> Result<Appended> {
        self.write(self.inner.append_chunks(append)).await
    }

    async fn save_snapshot(&self, id: DocumentId, snapshot: Snapshot) -> Result<()> {
        self.write(self.inner.save_snapshot(id, snapshot)).await
    }

    async fn prune_chunks(&self, id: DocumentId, upto_seq: i64) -> Result<u64> {
        self.write(self.inner.prune_chunks(id, upto_seq)).await
    }

    async fn quarantine(&self, refused: Quarantined, most: KeptOfOne) -> Result<bool> {
        self.write(self.inner.quarantine(refused, most)).await
    }

    async fn unprojected(&self) -> Result<Vec<DocumentId>> {
        self.read(self.inner.unprojected()).await
    }

    async fn refused(&self, edition: &EditionId) -> Result<Refused> {
        self.read(self.inner.refused(edition)).await
    }
}

#[async_trait]
impl KeyPoints for FailingStore {
    async fn project_notes(
        &self,
        edition: &EditionId,
        session: &SessionId,
        notes: NotesProjection,
        at: i64,
    ) -> Result<Projected> {
        self.write(self.inner.project_notes(edition, session, notes, at))
            .await
    }

    async fn key_points(&self, edition: &EditionId) -> Result<Vec<KeyPointRecord>> {
        self.read(self.inner.key_points(edition)).await
    }

    async fn key_points_called(
        &self,
        edition: &EditionId,
        id: KeyPointId,
    ) -> Result<Vec<KeyPointRecord>> {
        self.read(self.inner.key_points_called(edition, id)).await
    }

    async fn decide(
        &self,
        edition: &EditionId,
        decisions: Vec<NewDecision>,
    ) -> Result<Vec<KeyPointKey>> {
        self.write(self.inner.decide(edition, decisions)).await
    }

    async fn correct(&self, edition: &EditionId, correction: NewCorrection) -> Result<bool> {
        self.write(self.inner.correct(edition, correction)).await
    }

    async fn accept_confirmed(
        &self,
        edition: &EditionId,
        decided_by: PersonId,
        at: i64,
    ) -> Result<ConfirmedAccepted> {
        self.write(self.inner.accept_confirmed(edition, decided_by, at))
            .await
    }
}

#[async_trait]
impl OutputDocuments for FailingStore {
    async fn add_output_document(
        &self,
        edition: &EditionId,
        new: NewOutputDocument,
        at: i64,
    ) -> Result<()> {
        self.write(self.inner.add_output_document(edition, new, at))
            .await
    }

    async fn output_documents(&self, edition: &EditionId) -> Result<Vec<OutputDocument>> {
        self.read(self.inner.output_documents(edition)).await
    }

    async fn output_document(
        &self,
        edition: &EditionId,
        id: &OutputDocumentId,
    ) -> Result<Option<OutputDocument>> {
        self.read(self.inner.output_document(edition, id)).await
    }

    async fn edit_text(&self, edition: &EditionId, edit: TextEdit) -> Result<Appended> {
        self.write(self.inner.edit_text(edition, edit)).await
    }

    async fn replace_uses(
        &self,
        edition: &EditionId,
        id: &OutputDocumentId,
        upto_seq: i64,
        uses: Vec<Use>,
    ) -> Result<bool> {
        self.write(self.inner.replace_uses(edition, id, upto_seq, uses))
            .await
    }
}

#[async_trait]
impl Exports for FailingStore {
    async fn add_export(
        &self,
        export: Export,
        file: Bytes,
        most: MostKept,
    ) -> Result<Option<ExportRecord>> {
        self.write(self.inner.add_export(export, file, most)).await
    }

    async fn exports(
        &self,
        edition: &EditionId,
        output_document: &OutputDocumentId,
    ) -> Result<Vec<ExportRecord>> {
        self.read(self.inner.exports(edition, output_document))
            .await
    }

    async fn export(&self, id: &str) -> Result<Option<(ExportRecord, Bytes)>> {
        self.read(self.inner.export(id)).await
    }
}

impl Wake for FailingStore {
    fn woken(&self) -> BoxStream<'static, Woken> {
        self.inner.woken()
    }
}

#[async_trait]
impl Closing for FailingStore {
    async fn ping(&self) -> Result<()> {
        self.read(self.inner.ping()).await
    }

    async fn close(&self) {
        self.inner.close().await;
    }
}
