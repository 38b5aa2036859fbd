//! How sessions and people are named in the annexes.

use std::{borrow::Cow, collections::BTreeMap};

use model::{
    id::SessionId,
    session::{Participant, Session},
};
use outline::words::session_name;
use pandoc_ast::Inline;

use super::{Material, inline, worded};
use crate::pandoc;

/// What a session is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Called {
    /// As the edition writes it, in the edition's language.
    Written(String),
    /// In our words, which are in the document's language.
    Said(String),
}

impl Called {
    /// By its title or event, or by its kind and number where it has neither.
    pub(super) fn of(session: &Session, material: Material<'_>) -> Self {
        match session_name(session, material.programme, material.words) {
            Cow::Borrowed(name) => Self::Written(name.to_owned()),
            Cow::Owned(name) => Self::Said(name),
        }
    }

    /// The name, marked with its language where that is not the document's.
    pub(super) fn inlines(&self, material: Material<'_>) -> Vec<Inline> {
        match self {
            Self::Written(name) => material.of_edition(name),
            Self::Said(name) => pandoc::text(name),
        }
    }
}

/// What a session is called in a few words: its event, "Roundtable" where there is one, or its title.
pub(super) fn session_names(material: Material<'_>) -> BTreeMap<SessionId, Called> {
    let sessions = shown_sessions(material);
    let is_only = |session: &Session| {
        let alike = |other: &&&Session| other.kind == session.kind && other.event.is_none();
        sessions.iter().filter(alike).count() == 1
    };
    let name = |session: &&Session| {
        let name = match (session.event.as_deref(), worded(&session.title)) {
            (Some(event), _) => Called::Written(event.to_owned()),
            (None, Some(title)) if !is_only(session) => Called::Written(title.to_owned()),
            (None, Some(_)) => Called::Said(kind(material, session)),
            (None, None) => Called::of(session, material),
        };
        (session.id.clone(), name)
    };
    sessions.iter().map(name).collect()
}

/// What sort of meeting a session is, in the document's language.
pub(super) fn kind(material: Material<'_>, session: &Session) -> String {
    let key = format!("document-session-kind-{}", session.kind.as_str());
    material.words.word(&key)
}

/// The sessions of the annexes, in the order of time.
pub(super) fn shown_sessions(material: Material<'_>) -> Vec<&Session> {
    let programme = material.programme;
    programme
        .in_time_order()
        .into_iter()
        .filter(|session| programme.belongs(session))
        .collect()
}

/// Those whom the programme names at a session.
pub(super) fn named(session: &Session) -> impl Iterator<Item = &Participant> {
    let people = session.people.iter();
    people.filter(|person| !person.name.trim().is_empty())
}

/// A person on the programme: name, office, what the person does there.
pub(super) fn person(material: Material<'_>, person: &Participant) -> Vec<Inline> {
    let lang = &material.output.lang;
    let mut out = inline::name(&person.name, lang);
    let mut add = |more: Vec<Inline>| {
        out.push(Inline::Str(
            if lang.as_str() == "ar" { "،" } else { "," }.to_owned(),
        ));
        out.push(Inline::Space);
        out.extend(more);
    };
    if let Some(affiliation) = worded(&person.affiliation) {
        add(material.of_edition(affiliation));
    }
    if person.role == "moderator" {
        add(material.say("document-person-moderator"));
    }
    if person.remote {
        out.push(Inline::Space);
        out.extend(pandoc::text(&format!(
            "({})",
            material.words.word("document-person-online")
        )));
    }
    out
}
