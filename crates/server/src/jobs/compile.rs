//! The zero draft: accepted key points become paragraphs of an output document.

use std::sync::Arc;

use document::{
    output::{self, Output},
    stored,
};
use export::{
    from_outline::{self, draft_block},
    words::Words,
};
use model::{
    id::{EditionId, OutputDocumentId, ParagraphId, PersonId, SessionId},
    key_point::{KeyPointKey, KeyPointState},
    output_document::{OutputDocument, OutputDocumentState, Use},
};
use outline::{
    compile::{self as compiler, Compiled},
    diagnostic::Diagnostic,
    group,
    plan::Plan,
};
use sha2::{Digest, Sha256};
use storage::{error::StoreError, output_documents::Compilation, store::Store};

use super::{
    JobError,
    edit::{self, Editing, Loaded, Noted},
    overview::Overview,
};
use crate::{effects::now, import};

/// What compiling did.
pub(crate) struct Written {
    /// The document as it is now.
    pub output_document: OutputDocument,
    /// How many key points it holds, and how many accepted ones it does not.
    pub key_points: (usize, usize),
    /// What was left out, and what entered with a flaw.
    pub diagnostics: Vec<Diagnostic>,
}

/// Writes the zero draft of an output document.
pub(crate) async fn compile(
    store: &Arc<dyn Store>,
    edition: &EditionId,
    id: &OutputDocumentId,
    mut plan: Plan,
    by: Option<PersonId>,
) -> Result<Written, JobError> {
    let overview = Overview::read(store, edition);
    let ((record, loaded), overview) = tokio::try_join!(load(store, edition, id), overview)?;
    plan.messages_of = record.messages_of.clone();
    let compiled = overview.compile(&plan, &record.language);
    let draft = from_outline::draft(&compiled.outline);
    let at = now();
    let title = |text: &Output| text.title().unwrap_or_else(|| record.title.clone());
    let change = |document| Ok(output::compile(document, &draft)?);
    let note = |text: &Output| Noted {
        uses: text.uses(),
        compilation: Some(Compilation {
            title: title(text),
            at,
            by,
            blocks: draft.blocks.len(),
        }),
    };
    let editing = Editing {
        edition,
        record: &record,
        by,
    };
    let text = edit::edit(store, editing, loaded, change, note).await?;
    let output_document = OutputDocument {
        title: title(&text),
        state: OutputDocumentState::ZeroDraft,
        compiled_at: Some(at),
        ..record
    };
    let wanted = overview.key_points.iter().filter(|record| {
        let (point, of) = (&record.key_point, &plan.messages_of);
        let is_in_scope = of.as_ref().is_none_or(|of| point.session_id == *of);
        is_in_scope && point.state == KeyPointState::Accepted
    });
    let inside = compiled.outline.key_points();
    Ok(Written {
        output_document,
        key_points: (inside, wanted.count().saturating_sub(inside)),
        diagnostics: compiled.diagnostics,
    })
}

/// An output document and its text.
async fn load(
    store: &Arc<dyn Store>,
    edition: &EditionId,
    id: &OutputDocumentId,
) -> Result<(OutputDocument, Loaded), JobError> {
    let record = store.output_document(edition, id).await?;
    let record = record.ok_or(JobError::Unknown("output document"))?;
    let loaded = edit::load(store, record.document_id).await?;
    Ok((record, loaded))
}

/// The document that is to be compiled.
pub(crate) enum Target {
    /// This one.
    Document(OutputDocumentId),
    /// That of the messages of this session, which may not be made yet.
    Messages(SessionId),
}

/// What compiling would write, without writing it; and whether it would refuse to, because people have written there.
pub(crate) async fn outline(
    store: &Arc<dyn Store>,
    edition: &EditionId,
    target: &Target,
    mut plan: Plan,
) -> Result<(Compiled, bool), JobError> {
    let overview = Overview::read(store, edition).await?;
    let id = match target {
        Target::Document(id) => Some(id.clone()),
        Target::Messages(session) => {
            overview.session(session)?;
            plan.messages_of = Some(session.clone());
            let mut all = store.output_documents(edition).await?.into_iter();
            all.find(|one| one.messages_of.as_ref() == Some(session))
                .map(|one| one.id)
        }
    };
    let (language, has_text) = match id {
        Some(id) => {
            let (record, loaded) = load(store, edition, &id).await?;
            let has_text =
                tokio::task::block_in_place(|| output::has_text_of_people(&loaded.document));
            plan.messages_of = record.messages_of;
            (record.language, has_text)
        }
        // It will be made in this language.
        None => (overview.programme.track.original_language.clone(), false),
    };
    Ok((overview.compile(&plan, &language), has_text))
}

/// The output document that holds the messages of a session, made where new.
pub(crate) async fn messages_document(
    store: &Arc<dyn Store>,
    edition: &EditionId,
    session: &SessionId,
) -> Result<OutputDocumentId, JobError> {
    let overview = Overview::read(store, edition).await?;
    let known = overview.session(session)?;
    let lang = &overview.programme.track.original_language;
    for id in messages_ids(session) {
        let id: OutputDocumentId = id.parse().map_err(|_| JobError::Unknown("session"))?;
        if store.output_document(edition, &id).await?.is_none() {
            let title = known.name().to_owned();
            let new =
                import::output_document(id.clone(), Some(session.clone()), lang, title, now())?;
            match store.add_output_document(edition, new, now()).await {
                Ok(()) => return Ok(id),
                // Somebody else made one at the same moment, perhaps for another session.
                Err(StoreError::Taken(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let there = store.output_document(edition, &id).await?;
        if there.is_some_and(|there| there.messages_of.as_ref() == Some(session)) {
            return Ok(id);
        }
    }
    Err(StoreError::Taken("id").into())
}

/// The ids that the document of a session's messages may have, the first one free.
///
/// A session's id may be as long as an id can be, so two may be alike in all that fits; the second id tells them apart.
fn messages_ids(session: &SessionId) -> [String; 2] {
    let most = |length: usize| -> String { session.as_str().chars().take(length).collect() };
    let hash = hex::encode(Sha256::digest(session.as_str().as_bytes()));
    [
        format!("messages-{}", most(55)),
        format!("messages-{}-{}", most(48), &hash[..6]),
    ]
}

/// Puts the paragraph of one key point at the end of its group, touching nothing that people wrote.
pub(crate) async fn insert(
    store: &Arc<dyn Store>,
    edition: &EditionId,
    id: &OutputDocumentId,
    key_point: &KeyPointKey,
    by: Option<PersonId>,
) -> Result<ParagraphId, JobError> {
    let (record, loaded) = load(store, edition, id).await?;
    let overview = Overview::read(store, edition).await?;
    let points = overview.points();
    let point = points.iter().find(|point| point.key() == *key_point);
    let point = point.ok_or(JobError::Unknown("key point"))?;
    let catalog = Words::new(&record.language);
    let change = |document: &mut document::Automerge| {
        let now = output::read(document);
        let plan = Plan {
            messages_of: record.messages_of.clone(),
            group: group::grouping_of(now.groups.values().map(String::as_str)).unwrap_or_default(),
            ..Plan::default()
        };
        let insertion = compiler::insertion(
            &overview.programme,
            &points,
            point,
            &plan,
            &record.language,
            &catalog,
        )
        .map_err(JobError::Refused)?;
        let heading = insertion.heading.as_ref().map(draft_block);
        let paragraph = draft_block(&insertion.paragraph);
        output::insert_paragraph(document, &paragraph, heading.as_ref())?;
        Ok((paragraph.id, output::read(document).uses()))
    };
    let change = |mut document| stored::edit(&mut document, change);
    let note = |(_, uses): &(ParagraphId, Vec<Use>)| Noted {
        uses: uses.clone(),
        compilation: None,
    };
    let editing = Editing {
        edition,
        record: &record,
        by,
    };
    let (paragraph, _) = edit::edit(store, editing, loaded, change, note).await?;
    Ok(paragraph)
}
