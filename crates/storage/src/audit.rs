//! What was done, by whom and when: rows that are only ever added, each sealed with the hash of the one before. What does
//! something writes its row with it.

use model::{
    id::{EditionId, OutputDocumentId, PersonId},
    key_point::KeyPointKey,
    role::{Grant, Scope},
};
use serde_json::{Value, json};

use crate::{
    key_points::{NewCorrection, NewDecision, said_hash, words_hash},
    output_documents::Compilation,
    programme::SessionMove,
};

/// Something that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEntry {
    /// When.
    pub at: i64,
    /// By whom; `None` where a command or the server itself did it.
    pub person_id: Option<PersonId>,
    /// What, as a word such as `key-point-accepted`.
    pub action: String,
    /// To what, such as `key-point:` and its id.
    pub object: String,
    /// What else is worth knowing; never the text of notes.
    pub detail: Value,
}

// What is written together with the thing itself, so that neither can be there without the other.
impl AuditEntry {
    /// Key points came into the same state: one, or several at once.
    pub fn decided(edition: &EditionId, decisions: &[NewDecision]) -> Option<Self> {
        let first = decisions.first()?;
        let state = first.to.as_str();
        let words = |decision: &NewDecision| words_hash(&decision.statement);
        let (action, object, detail) = if let [one] = decisions {
            let detail = json!({ "from": one.from.as_str(), "words": words(one) });
            let object = key_point_object(edition, &one.key_point);
            (format!("key-point-{state}"), object, detail)
        } else {
            let decided = |one: &NewDecision| {
                let KeyPointKey { session_id, id } = &one.key_point;
                json!({ "session": session_id.as_str(), "id": id.to_string(), "from": one.from.as_str(), "words": words(one) })
            };
            let decided: Vec<Value> = decisions.iter().map(decided).collect();
            let object = format!("edition:{edition}");
            (
                format!("key-points-{state}"),
                object,
                json!({ "keyPoints": decided }),
            )
        };
        Some(Self {
            at: first.decided_at,
            person_id: Some(first.decided_by),
            action,
            object,
            detail,
        })
    }

    /// An editor corrected a key point, or took the correction back.
    pub fn corrected(edition: &EditionId, new: &NewCorrection) -> Self {
        let NewCorrection { before, after, .. } = new;
        let action = match after.correction {
            Some(_) => "key-point-corrected",
            None => "key-point-correction-taken-back",
        };
        Self {
            at: new.at,
            person_id: Some(new.by),
            action: action.to_owned(),
            object: key_point_object(edition, &before.key()),
            detail: json!({
                "words": { "before": words_hash(&before.statement), "after": words_hash(&after.statement) },
                "all": { "before": said_hash(before), "after": said_hash(after) },
            }),
        }
    }

    /// A session came into another state.
    pub fn moved(edition: &EditionId, step: &SessionMove) -> Self {
        Self {
            at: step.at,
            person_id: Some(step.by),
            action: format!("session-{}", step.to.as_str()),
            object: format!("session:{edition}/{}", step.session_id),
            detail: json!({ "from": step.from.as_str() }),
        }
    }

    /// A zero draft was written.
    pub fn compiled(
        edition: &EditionId,
        document: &OutputDocumentId,
        compilation: &Compilation,
    ) -> Self {
        Self {
            at: compilation.at,
            person_id: compilation.by,
            action: "output-document-compiled".to_owned(),
            object: format!("output-document:{edition}/{document}"),
            detail: json!({ "paragraphs": compilation.blocks }),
        }
    }

    /// Somebody was given a role.
    pub fn role_given(person: PersonId, grant: &Grant, by: Option<PersonId>, at: i64) -> Self {
        let scope = match &grant.scope {
            Scope::Track(track) => format!("track:{track}"),
            Scope::Edition(edition) => format!("edition:{edition}"),
            Scope::Session(edition, session) => format!("session:{edition}/{session}"),
        };
        Self {
            at,
            person_id: by,
            action: "role-given".to_owned(),
            object: format!("person:{person}"),
            detail: json!({ "role": grant.role.as_str(), "in": scope }),
        }
    }
}

fn key_point_object(edition: &EditionId, KeyPointKey { session_id, id }: &KeyPointKey) -> String {
    format!("key-point:{edition}/{session_id}/{id}")
}

/// The text that a row's hash is the SHA-256 of, after the 32 bytes of the previous hash.
///
/// JSON without spaces and with sorted keys, so that anyone can verify an exported log.
pub fn seal_text(seq: i64, entry: &AuditEntry) -> String {
    let mut row = json!({
        "seq": seq,
        "at": entry.at,
        "person": entry.person_id.map(|id| id.to_string()),
        "action": entry.action,
        "object": entry.object,
        "detail": entry.detail,
    });
    // Where any crate of the build asks for it, serde_json keeps the order of insertion.
    row.sort_all_objects();
    row.to_string()
}
