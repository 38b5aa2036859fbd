//! How an edition wants its document: what it is grouped by, what it is called, who speaks.

use std::collections::BTreeMap;

use model::{id::SessionId, output_document::Grouping};
use serde::{Deserialize, Serialize};

/// The plan of an output document. What it leaves open is made from the facts of the edition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Plan {
    /// The session whose messages are compiled; `None` compiles the document of the track.
    pub messages_of: Option<SessionId>,
    /// What the paragraphs are grouped by.
    pub group: Grouping,
    /// Ids of addressees, themes or sessions in the order of their groups; the others follow in that of the edition.
    pub order: Vec<String>,
    /// Headings of groups, by the id of the addressee, theme or session; `other` and `differed` for the last two.
    pub headings: BTreeMap<String, String>,
    /// The title.
    pub title: Option<String>,
    /// What the document is, in a sentence or two; words between asterisks are strong.
    pub status_line: Option<String>,
    /// The preambular paragraphs; words between asterisks open them. None at all where the list is empty.
    pub preamble: Option<Vec<String>>,
    /// Who speaks; nobody where it is blank.
    pub voice: Option<String>,
}
