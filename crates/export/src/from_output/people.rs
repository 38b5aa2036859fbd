//! How sessions and people are named in the annexes.

use std::collections::BTreeMap;

use model::{
    id::SessionId,
    session::{Attribution, Participant, Session, SessionKind},
};
use pandoc_ast::Inline;

use super::{Material, inline};

/// Short names of sessions: the event's, or "Session 2", "Roundtable".
pub(super) fn session_names(material: Material<'_>) -> BTreeMap<SessionId, String> {
    let sessions = shown_sessions(material);
    let without_event = |session: &&&Session| session.event.is_none();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for session in &sessions {
        let name = match &session.event {
            Some(event) => event.clone(),
            None => {
                let kind = kind_word(session.kind);
                let count = counts.entry(kind).or_default();
                *count += 1;
                let word = material
                    .words
                    .word(&format!("document-session-kind-{kind}"));
                let several = sessions
                    .iter()
                    .filter(without_event)
                    .filter(|s| s.kind == session.kind)
                    .count()
                    > 1;
                if several {
                    let n = count.to_string();
                    let values = [("kind", (&word).into()), ("n", (&n).into())];
                    material.words.get("document-session-numbered", &values)
                } else {
                    word
                }
            }
        };
        names.insert(session.id.clone(), name);
    }
    names
}

fn kind_word(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Session => "session",
        SessionKind::Roundtable => "roundtable",
        SessionKind::Regional => "regional",
        SessionKind::Closing => "closing",
    }
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

/// Whether people of a session may be named.
pub(super) fn may_name(session: &Session) -> bool {
    session.attribution == Attribution::Named
}

/// A person on the programme: name, office, what the person does there.
pub(super) fn person(material: Material<'_>, person: &Participant) -> Vec<Inline> {
    let lang = &material.output.lang;
    let from = &material.programme.track.original_language;
    let mut out = inline::name(&person.name, lang);
    let mut add = |more: Vec<Inline>| {
        out.push(Inline::Str(
            if lang.as_str() == "ar" { "،" } else { "," }.to_owned(),
        ));
        out.push(Inline::Space);
        out.extend(more);
    };
    if let Some(affiliation) = person
        .affiliation
        .as_deref()
        .filter(|a| !a.trim().is_empty())
    {
        add(inline::foreign(affiliation, from, lang));
    }
    if person.role == "moderator" {
        add(crate::pandoc::text(
            &material.words.word("document-person-moderator"),
        ));
    }
    if person.remote {
        out.push(Inline::Space);
        out.extend(crate::pandoc::text(&format!(
            "({})",
            material.words.word("document-person-online")
        )));
    }
    out
}
