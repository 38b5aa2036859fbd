//! The JSON that operations answer with. Wire formats belong to the edge: each is made from a value of `model` or `storage`.

use std::collections::BTreeMap;

use model::{
    key_point::{Basis, KeyPointKind, Stance},
    language::Label,
    output_document::OutputDocumentState,
    role::{Role, Scope},
    session::{Attribution, SessionKind, SessionState},
};
use outline::diagnostic::Severity;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The words that an answer can hold where the model has states and kinds. They stand in the description of the interface.
pub(crate) mod word {
    use utoipa::ToSchema;

    macro_rules! words {
        ($($(#[$meta:meta])* $name:ident { $($(#[$of:meta])* $word:ident),* $(,)? })*) => {
            $($(#[$meta])*
            #[derive(ToSchema)]
            #[schema(rename_all = "kebab-case")]
            #[expect(dead_code, reason = "describes the text that is answered")]
            pub(crate) enum $name {
                $($(#[$of])* $word,)*
            })*
        };
    }

    words! {
        /// A role.
        RoleWord { Coordinator, Rapporteur, Moderator, Editor, Translator, Reviewer, Staff, Reader }
        /// Where a role is held.
        ScopeWord { Track, Edition, Session }
        /// What sort of meeting a session is.
        SessionKindWord { Session, Roundtable, Regional, Closing }
        /// How far the notes of a session are.
        SessionStateWord { Planned, Assigned, Live, Submitted, Confirmed, Locked }
        /// Whether speakers may be named.
        AttributionWord { Named, ChathamHouse }
        /// Whether a key point calls for something.
        KeyPointKindWord { CallToAction, Observation }
        /// How the room stood to it.
        StanceWord { Convergence, Divergence, Proposal }
        /// Whether somebody said it.
        BasisWord { Reported, Concept }
        /// How far a key point is.
        KeyPointStateWord { Captured, Confirmed, Accepted, Used, Merged, SetAside }
        /// What an output document holds.
        OutputDocumentKindWord { Track, Messages }
        /// How far an output document is.
        OutputDocumentStateWord { Outline, ZeroDraft }
        /// How much a finding matters.
        SeverityWord { Error, Warning, Note }
    }
}

/// Words by language: `{"en": "Parliaments"}`.
pub(crate) type Words = BTreeMap<String, String>;

/// Turns words of the model into JSON.
pub(crate) fn words(label: &Label) -> Words {
    label
        .0
        .iter()
        .map(|(lang, words)| (lang.to_string(), words.clone()))
        .collect()
}

/// Ids in JSON.
pub(crate) fn ids<T: ToString>(ids: impl IntoIterator<Item = T>) -> Vec<String> {
    ids.into_iter().map(|id| id.to_string()).collect()
}

/// Somebody, as others see them.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PersonName {
    /// Names the person.
    pub id: Uuid,
    /// The name shown to others.
    pub name: String,
}

impl From<storage::programme::PersonName> for PersonName {
    fn from(one: storage::programme::PersonName) -> Self {
        Self {
            id: one.id.0,
            name: one.name,
        }
    }
}

/// The person who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Me {
    /// Who it is.
    pub person: MyPerson,
    /// The roles held.
    pub grants: Vec<MyGrant>,
}

/// Who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MyPerson {
    /// Names the person.
    pub id: Uuid,
    /// The name shown to others.
    pub name: String,
    /// The address that links are sent to.
    pub email: String,
    /// The language of the interface.
    pub language: String,
}

/// A role held somewhere.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MyGrant {
    /// The role's word.
    #[schema(value_type = word::RoleWord)]
    pub role: Role,
    /// Where it is held.
    pub scope: ScopeView,
}

/// Where a role is held.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScopeView {
    /// `track`, `edition` or `session`.
    #[schema(value_type = word::ScopeWord)]
    pub kind: &'static str,
    /// The id of it.
    pub id: String,
    /// The edition, for a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
}

impl From<&Scope> for ScopeView {
    fn from(scope: &Scope) -> Self {
        let (kind, id, edition) = match scope {
            Scope::Track(id) => ("track", id.to_string(), None),
            Scope::Edition(id) => ("edition", id.to_string(), None),
            Scope::Session(edition, id) => ("session", id.to_string(), Some(edition.to_string())),
        };
        Self { kind, id, edition }
    }
}

/// An edition in the list of editions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EditionItem {
    /// Names the edition.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How far it is.
    #[schema(value_type = word::OutputDocumentStateWord)]
    pub state: OutputDocumentState,
}

/// An edition.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EditionView {
    /// Names the edition.
    pub id: String,
    /// The track it belongs to.
    pub track_id: String,
    /// The track's title.
    pub track_title: Words,
    /// Its title.
    pub title: String,
    /// The theme of the track.
    pub theme: Option<String>,
    /// The theme of the whole conference.
    pub overarching_theme: Option<String>,
    /// The conference.
    pub forum: Option<String>,
    /// Where it meets.
    pub place: Option<String>,
    /// IANA time zone of the place.
    pub timezone: Option<String>,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// Who organises it.
    pub organisers: Vec<String>,
    /// The languages of its documents.
    pub languages: Vec<String>,
    /// The language they are written in first.
    pub original_language: String,
    /// What key points are sorted by.
    pub themes: Vec<LabelView>,
    /// Whom key points call on.
    pub addressees: Vec<LabelView>,
    /// What is due.
    pub deadlines: Vec<DeadlineView>,
    /// What the person who asks may do.
    pub may: EditionRights,
}

/// A theme or an addressee.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LabelView {
    /// Its id.
    pub id: String,
    /// Its words.
    pub label: Words,
}

/// Turns a theme or an addressee into JSON.
pub(crate) fn label(id: impl ToString, label: &Label) -> LabelView {
    LabelView {
        id: id.to_string(),
        label: words(label),
    }
}

/// Something that is due.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeadlineView {
    /// Names the deadline.
    pub id: String,
    /// What is due.
    pub label: String,
    /// The session it is about.
    pub session_id: Option<String>,
    /// When work may begin, milliseconds since 1970 UTC.
    pub opens_at: Option<i64>,
    /// When it is due, milliseconds since 1970 UTC.
    pub due_at: i64,
}

/// What somebody may do in an edition.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EditionRights {
    /// Accept key points and set them aside.
    pub decide: bool,
    /// Compile the zero draft.
    pub compile: bool,
    /// Write in output documents.
    pub edit_document: bool,
    /// Make files.
    pub export: bool,
    /// Keep people and programme.
    pub manage_people: bool,
}

/// A session.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionView {
    /// Names the session.
    pub id: String,
    /// Its title, if one is published.
    pub title: Option<String>,
    /// The event it is held at.
    pub event: Option<String>,
    /// `session`, `roundtable`, `regional` or `closing`.
    #[schema(value_type = word::SessionKindWord)]
    pub kind: SessionKind,
    /// Room, town or both.
    pub place: Option<String>,
    /// IANA time zone of start and end.
    pub timezone: Option<String>,
    /// Local start.
    pub start: Option<String>,
    /// Local end.
    pub end: Option<String>,
    /// How far its notes are.
    #[schema(value_type = word::SessionStateWord)]
    pub state: SessionState,
    /// The region whose view it brings in.
    pub region: Option<String>,
    /// `named` or `chatham-house`.
    #[schema(value_type = word::AttributionWord)]
    pub attribution: Attribution,
    /// The questions it was called to discuss.
    pub policy_questions: Vec<String>,
    /// Who takes part. In lists this, links, remark and recordings are left out where nobody may be named.
    pub people: Vec<ParticipantView>,
    /// Pages about it.
    pub links: Vec<String>,
    /// What is to be known about it.
    pub remark: Option<String>,
    /// Its recordings.
    pub recordings: Vec<RecordingView>,
    /// Who writes its notes.
    pub rapporteurs: Vec<PersonName>,
    /// How many key points it has.
    pub key_points: u32,
    /// How many it can have; further ones stay in its notes alone.
    pub most_key_points: usize,
    /// How many characters its notes have.
    pub notes_characters: u32,
    /// The address of its notes, for automerge-repo.
    pub notes_url: String,
    /// The id of its notes.
    pub document_id: String,
    /// What the person who asks may do.
    pub may: SessionRights,
}

/// Somebody on the programme.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ParticipantView {
    /// Opaque name used inside notes.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// What the person does in the session.
    pub role: String,
    /// Office and body.
    pub affiliation: Option<String>,
    /// Whether the person takes part from afar.
    pub remote: bool,
}

/// A recording.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecordingView {
    /// Where it can be played.
    pub url: String,
    /// Local time at its beginning.
    pub starts_at: Option<String>,
}

/// What somebody may do with a session.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionRights {
    /// Write its notes.
    pub write: bool,
    /// Hand its notes in.
    pub submit: bool,
    /// Confirm its key points.
    pub confirm: bool,
    /// Open its notes again.
    pub reopen: bool,
}

/// A key point.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyPointView {
    /// Names the key point.
    pub id: Uuid,
    /// The session in whose notes it is marked.
    pub session_id: String,
    /// Other sessions whose notes hold a key point of this id.
    pub also_in: Vec<String>,
    /// Whether it is meant by a paragraph that names an id and no session.
    pub is_meant_by_id: bool,
    /// The short sentence for the output document.
    pub statement: String,
    /// What the statement said when its state was decided; null where it still says that, and where nothing is decided.
    pub decided_statement: Option<String>,
    /// A hash of the statement, to decide upon the words that were read.
    pub words_hash: String,
    /// Whether the statement says something. Without that it is not accepted.
    pub has_statement: bool,
    /// The words of the notes.
    pub quote: String,
    /// Language of the statement.
    pub lang: String,
    /// Its themes.
    pub themes: Vec<String>,
    /// Whom it calls on.
    pub addressee: Option<String>,
    /// `call-to-action` or `observation`; null until somebody says so.
    #[schema(value_type = Option<word::KeyPointKindWord>)]
    pub kind: Option<KeyPointKind>,
    /// `convergence`, `divergence` or `proposal`; null until somebody says so.
    #[schema(value_type = Option<word::StanceWord>)]
    pub stance: Option<Stance>,
    /// `reported` or `concept`.
    #[schema(value_type = word::BasisWord)]
    pub basis: Basis,
    /// `captured`, `confirmed`, `accepted`, `used`, `merged` or `set-aside`.
    #[schema(value_type = word::KeyPointStateWord)]
    pub state: String,
    /// Why it is in that state.
    pub reason: Option<String>,
    /// Who decided it.
    pub decided_by: Option<PersonName>,
    /// When, milliseconds since 1970 UTC.
    pub decided_at: Option<i64>,
    /// Who marked it.
    pub marked_by: Option<PersonName>,
    /// When, milliseconds since 1970 UTC.
    pub marked_at: Option<i64>,
    /// Who said it, where that may be told.
    pub attributed_to: Option<String>,
    /// What an editor corrected beside the notes; null where all of it is as they have it.
    pub correction: Option<CorrectionView>,
    /// A hash of all that an editor can correct, to correct what was read.
    pub said_hash: String,
    /// Where it was said, beyond the notes.
    pub source: Option<SourceView>,
    /// Whether the marked passage is no longer in the notes.
    pub passage_gone: bool,
    /// Whether it is no longer marked in the notes; such a one is listed while a paragraph rests on it.
    pub removed: bool,
    /// The paragraphs that rest on it.
    pub used_in: Vec<UseView>,
}

/// An editor's correction of a key point.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CorrectionView {
    /// What the notes have.
    pub noted: NotedView,
    /// Whether the notes were reworded after an editor had put it in other words.
    pub overtaken: bool,
    /// What the notes said before that, where it may be told.
    pub noted_then: Option<String>,
    /// Who corrected it.
    pub by: PersonName,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
}

/// What the notes have of what an editor can correct.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NotedView {
    /// The statement; null where it names somebody who may not be named.
    pub statement: Option<String>,
    /// The themes.
    pub themes: Vec<String>,
    /// Whom it calls on.
    pub addressee: Option<String>,
    /// Whether it calls for something.
    #[schema(value_type = Option<word::KeyPointKindWord>)]
    pub kind: Option<KeyPointKind>,
    /// How the room stood to it.
    #[schema(value_type = Option<word::StanceWord>)]
    pub stance: Option<Stance>,
    /// Who said it, where that may be told.
    pub attributed_to: Option<String>,
}

/// Where something was said, beyond the notes: a page, or a moment of a recording.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SourceView {
    /// Address of a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Which recording of the session, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording: Option<u32>,
    /// How far into it, `HH:MM:SS`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// A paragraph that rests on a key point.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UseView {
    /// The output document.
    pub output_document_id: String,
    /// The paragraph in it.
    pub paragraph_id: String,
}

/// How the key points lie over sessions and themes.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoverageView {
    /// The themes, in order.
    pub themes: Vec<String>,
    /// The sessions that belong to the document, in time order.
    pub sessions: Vec<String>,
    /// The cells that are not empty. A key point counts once in each of its themes; what is set aside or merged does not.
    pub cells: Vec<CoverageCell>,
    /// Sessions without a key point.
    pub sessions_without_key_point: Vec<String>,
    /// Themes without a key point.
    pub themes_without_key_point: Vec<String>,
    /// Regions without a key point.
    pub regions_without_key_point: Vec<String>,
}

/// How many key points of a session belong to a theme.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoverageCell {
    /// The session.
    pub session_id: String,
    /// The theme; null for the key points without one.
    pub theme_id: Option<String>,
    /// How many.
    pub count: u32,
}

/// An output document.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OutputDocumentView {
    /// Names it within its edition.
    pub id: String,
    /// `track`, or `messages` of one session.
    #[schema(value_type = word::OutputDocumentKindWord)]
    pub kind: &'static str,
    /// The session whose messages it holds.
    pub session_id: Option<String>,
    /// Its language.
    pub language: String,
    /// Its title.
    pub title: String,
    /// How far it is.
    #[schema(value_type = word::OutputDocumentStateWord)]
    pub state: OutputDocumentState,
    /// The address of its text, for automerge-repo.
    pub document_url: String,
    /// The id of its text.
    pub document_id: String,
    /// When the zero draft was written, milliseconds since 1970 UTC.
    pub compiled_at: Option<i64>,
    /// What the person who asks may do.
    pub may: OutputDocumentRights,
}

/// What somebody may do with an output document.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OutputDocumentRights {
    /// Write its text.
    pub write: bool,
    /// Make files of it.
    pub export: bool,
}

/// Something that is wrong in people's text, or missing.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DiagnosticView {
    /// `error`, `warning` or `note`.
    #[schema(value_type = word::SeverityWord)]
    pub severity: &'static str,
    /// Key of the words that say what.
    pub key: &'static str,
    /// Where.
    pub place: PlaceView,
    /// Key of the words that say what to do.
    pub hint: Option<String>,
    /// Values for the words.
    pub values: BTreeMap<&'static str, String>,
}

impl DiagnosticView {
    pub(crate) fn new(
        severity: Severity,
        key: &'static str,
        place: PlaceView,
        hint: String,
        values: &BTreeMap<&'static str, String>,
    ) -> Self {
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        Self {
            severity,
            key,
            place,
            hint: (!hint.is_empty()).then_some(hint),
            values: values.clone(),
        }
    }
}

/// Where something is wrong.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlaceView {
    /// The output document, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output_document_id: Option<String>,
    /// The paragraph of the output document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph_id: Option<String>,
    /// The session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
    /// The key point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_point_id: Option<String>,
    /// The words at the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}
