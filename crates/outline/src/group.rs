//! Which group a key point belongs to, and how groups are ordered and headed.

use std::borrow::Cow;

use model::{
    key_point::{KeyPoint, Stance},
    language::Lang,
    output_document::{GroupKey, Grouping},
};

use crate::{
    plan::Plan,
    programme::Programme,
    words::{Sentence, Words, session_name},
};

/// The group of a key point. What the programme doesn't know counts as not named.
pub fn group_of(point: &KeyPoint, by: Grouping, programme: &Programme) -> GroupKey {
    if point.stance == Some(Stance::Divergence) {
        return GroupKey::Differed;
    }
    let named = match by {
        Grouping::Addressee => point
            .addressee
            .clone()
            .filter(|id| programme.addressees.iter().any(|known| known.id == *id))
            .map(GroupKey::Addressee),
        Grouping::Theme => point
            .themes
            .iter()
            .find(|id| programme.themes.iter().any(|known| known.id == **id))
            .cloned()
            .map(GroupKey::Theme),
        Grouping::Session => programme
            .session(&point.session_id)
            .map(|session| GroupKey::Session(session.id.clone())),
    };
    named.unwrap_or(GroupKey::Other)
}

/// Writes a group as one text, to be kept beside the heading that opens it.
pub fn to_text(group: &GroupKey) -> String {
    match group {
        GroupKey::Addressee(id) => format!("addressee:{id}"),
        GroupKey::Theme(id) => format!("theme:{id}"),
        GroupKey::Session(id) => format!("session:{id}"),
        GroupKey::Other => "other".to_owned(),
        GroupKey::Differed => "differed".to_owned(),
    }
}

/// The id in the text of a group, as a [`Plan`] has it.
pub(crate) fn id_in(text: &str) -> &str {
    text.split_once(':').map_or(text, |(_, id)| id)
}

/// What a document is grouped by, told from the groups that [`to_text`] wrote beside its headings.
pub fn grouping_of<'a>(groups: impl IntoIterator<Item = &'a str>) -> Option<Grouping> {
    groups
        .into_iter()
        .find_map(|group| match group.split_once(':')?.0 {
            "addressee" => Some(Grouping::Addressee),
            "theme" => Some(Grouping::Theme),
            "session" => Some(Grouping::Session),
            _ => None,
        })
}

/// Where a group stands among the groups: as the plan says, else as the edition has them; what differed comes last.
pub(crate) fn rank(group: &GroupKey, plan: &Plan, programme: &Programme) -> (usize, usize) {
    let last = usize::MAX;
    let in_edition = match group {
        GroupKey::Addressee(id) => programme
            .addressees
            .iter()
            .position(|known| known.id == *id),
        GroupKey::Theme(id) => programme.themes.iter().position(|known| known.id == *id),
        GroupKey::Session(id) => programme
            .in_time_order()
            .iter()
            .position(|known| known.id == *id),
        GroupKey::Other => Some(last - 1),
        GroupKey::Differed => Some(last),
    };
    let in_plan = plan.order.iter().position(|id| id == id_of(group));
    (in_plan.unwrap_or(last), in_edition.unwrap_or(last))
}

/// The words over a group.
pub(crate) fn heading(
    group: &GroupKey,
    plan: &Plan,
    programme: &Programme,
    language: &Lang,
    words: &dyn Words,
) -> String {
    if let Some(heading) = plan
        .headings
        .get(id_of(group))
        .filter(|words| !words.trim().is_empty())
    {
        return heading.trim().to_owned();
    }
    match group {
        GroupKey::Addressee(id) => {
            let known = programme.addressees.iter().find(|known| known.id == *id);
            let addressee = known.map_or(id.as_str(), |known| known.label.words(language));
            words.say(&Sentence::Addressed { addressee })
        }
        GroupKey::Theme(id) => {
            let known = programme.themes.iter().find(|known| known.id == *id);
            known
                .map_or(id.as_str(), |known| known.label.words(language))
                .to_owned()
        }
        GroupKey::Session(id) => programme
            .session(id)
            .map(|session| session_name(session, programme, words))
            .map_or_else(|| id.to_string(), Cow::into_owned),
        GroupKey::Other => words.say(&Sentence::FurtherPoints),
        GroupKey::Differed => words.say(&Sentence::ViewsDiffered),
    }
}

fn id_of(group: &GroupKey) -> &str {
    match group {
        GroupKey::Addressee(id) => id.as_str(),
        GroupKey::Theme(id) => id.as_str(),
        GroupKey::Session(id) => id.as_str(),
        GroupKey::Other => "other",
        GroupKey::Differed => "differed",
    }
}
