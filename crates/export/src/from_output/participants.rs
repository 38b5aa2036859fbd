//! The annex with those who took part.

use std::collections::BTreeMap;

use pandoc_ast::{Block, Inline};

use super::{
    Material, annex, inline,
    people::{self, Called},
};
use crate::pandoc;

/// Those whom the programme names, in the order of their names; nobody of a session under the Chatham House Rule.
pub(super) fn participants(material: Material<'_>) -> Vec<Block> {
    let names = people::session_names(material);
    // By name in small letters, then by name and office: one person in several sessions has one row.
    let mut rows: BTreeMap<(String, &str, Option<&str>), Vec<&Called>> = BTreeMap::new();
    for session in people::shown_sessions(material)
        .into_iter()
        .filter(|session| session.attribution.may_name())
    {
        for person in session
            .people
            .iter()
            .filter(|person| !person.name.trim().is_empty())
        {
            let affiliation = person
                .affiliation
                .as_deref()
                .filter(|a| !a.trim().is_empty());
            let key = (
                person.name.to_lowercase(),
                person.name.as_str(),
                affiliation,
            );
            let sessions = rows.entry(key).or_default();
            if let Some(name) = names.get(&session.id)
                && !sessions.contains(&name)
            {
                sessions.push(name);
            }
        }
    }
    if rows.is_empty() {
        return vec![material.not_recorded()];
    }
    let lang = &material.output.lang;
    let from = &material.programme.track.original_language;
    let head = ["name", "office", "sessions"]
        .map(|key| material.words.word(&format!("document-participants-{key}")));
    let rows = rows.into_iter().map(|((_, name, affiliation), sessions)| {
        let office: Vec<Inline> = match affiliation {
            Some(affiliation) => inline::foreign(affiliation, from, lang),
            None => pandoc::text(&material.words.word("document-not-recorded")),
        };
        let sessions = sessions
            .into_iter()
            .map(|session| session.inlines(material))
            .collect();
        annex::row(vec![
            annex::one(inline::name(name, lang)),
            annex::one(office),
            annex::one(inline::lines(sessions)),
        ])
    });
    let widths = annex::shares([40.0, 62.0, 48.0]);
    vec![annex::table(
        "participants",
        &widths,
        Some(annex::head(&head)),
        rows.collect(),
    )]
}
