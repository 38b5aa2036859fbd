//! The annex with those who took part.

use std::collections::BTreeMap;

use pandoc_ast::Block;

use super::{
    Material, annex, inline,
    people::{self, Called},
    worded,
};

/// Those whom the programme names, in the order of their names; nobody of a session under the Chatham House Rule.
pub(super) fn participants(material: Material<'_>) -> Vec<Block> {
    let names = people::session_names(material);
    // By name in small letters, then by name and office: one person in several sessions has one row.
    let mut rows: BTreeMap<(String, &str, Option<&str>), Vec<&Called>> = BTreeMap::new();
    for session in people::shown_sessions(material)
        .into_iter()
        .filter(|session| session.attribution.may_name())
    {
        for person in people::named(session) {
            let affiliation = worded(&person.affiliation);
            let name = person.name.as_str();
            let key = (name.to_lowercase(), name, affiliation);
            let sessions = rows.entry(key).or_default();
            if let Some(name) = names.get(&session.id)
                && !sessions.contains(&name)
            {
                sessions.push(name);
            }
        }
    }
    if rows.is_empty() {
        return vec![Block::Para(material.not_recorded())];
    }
    let rows = rows.into_iter().map(|((_, name, affiliation), sessions)| {
        let office = affiliation.map(|words| material.of_edition(words));
        let sessions = sessions
            .into_iter()
            .map(|session| session.inlines(material))
            .collect();
        annex::row(vec![
            annex::one(inline::name(name, &material.output.lang)),
            annex::one(office.unwrap_or_else(|| material.not_recorded())),
            annex::one(inline::lines(sessions)),
        ])
    });
    let columns = [("name", 40.0), ("office", 62.0), ("sessions", 48.0)];
    let rows = rows.collect();
    vec![annex::filled(material, "participants", columns, rows)]
}
