//! Who may do what. The one function that decides, asked on every message and request.

use crate::{
    id::{EditionId, SessionId, TrackId},
    role::{Grant, Role, Scope},
    session::SessionState,
};

/// Something that somebody wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// See that it is there, and read it.
    Read,
    /// Write its text.
    Write,
    /// Hand in the notes of a session.
    Submit,
    /// Stand by the key points of a session.
    Confirm,
    /// Open submitted notes again.
    Reopen,
    /// Accept key points or set them aside.
    Decide,
    /// Compile a zero draft.
    Compile,
    /// Make a file of it.
    Export,
    /// Give and take roles, and keep the programme.
    ManagePeople,
}

/// What somebody wants to do it to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object<'a> {
    /// An edition, its programme and its board of key points.
    Edition(Place<'a>),
    /// The notes of a session, with the key points in them.
    Notes(Place<'a>, &'a SessionId, SessionState),
    /// An output document of an edition.
    OutputDocument(Place<'a>),
}

/// An edition and the track it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The track.
    pub track: &'a TrackId,
    /// The edition.
    pub edition: &'a EditionId,
}

/// Says whether someone who holds `grants` may do `action` to `object`.
///
/// Who may not read is told nothing: unknown and forbidden look the same from outside.
pub fn may(grants: &[Grant], action: Action, object: Object<'_>) -> bool {
    grants.iter().any(|grant| match object {
        Object::Edition(place) => {
            reaches_edition(&grant.scope, place) && role_may_in_edition(grant, action)
                || action == Action::Read && is_within(&grant.scope, place)
        }
        Object::Notes(place, session, state) => {
            if action == Action::Read {
                return is_within(&grant.scope, place) && reads_live(grant.role);
            }
            reaches_session(&grant.scope, place, session)
                && role_may_in_notes(grant.role, action, state)
        }
        Object::OutputDocument(place) => match action {
            Action::Read => is_within(&grant.scope, place) && reads_live(grant.role),
            Action::Write => reaches_edition(&grant.scope, place) && grant.role == Role::Editor,
            Action::Export => {
                reaches_edition(&grant.scope, place)
                    && matches!(grant.role, Role::Staff | Role::Editor | Role::Coordinator)
            }
            Action::Compile => reaches_edition(&grant.scope, place) && grant.role == Role::Editor,
            _ => false,
        },
    })
}

/// Reviewers read frozen versions only; everybody else reads what is being written.
fn reads_live(role: Role) -> bool {
    role != Role::Reviewer
}

fn role_may_in_edition(grant: &Grant, action: Action) -> bool {
    match action {
        Action::Read => true,
        Action::Decide | Action::Compile => grant.role == Role::Editor,
        Action::Export => matches!(grant.role, Role::Staff | Role::Editor | Role::Coordinator),
        Action::ManagePeople => grant.role == Role::Coordinator,
        Action::Write | Action::Submit | Action::Confirm | Action::Reopen => false,
    }
}

fn role_may_in_notes(role: Role, action: Action, state: SessionState) -> bool {
    match action {
        Action::Write => state.is_writable() && matches!(role, Role::Rapporteur | Role::Editor),
        Action::Submit => matches!(role, Role::Rapporteur | Role::Editor),
        Action::Confirm => matches!(role, Role::Moderator | Role::Editor),
        Action::Reopen => matches!(role, Role::Moderator | Role::Editor | Role::Coordinator),
        Action::Read | Action::Decide | Action::Compile | Action::Export | Action::ManagePeople => {
            false
        }
    }
}

/// Whether the whole edition lies in the scope.
fn reaches_edition(scope: &Scope, place: Place<'_>) -> bool {
    match scope {
        Scope::Track(track) => track == place.track,
        Scope::Edition(edition) => edition == place.edition,
        Scope::Session(..) => false,
    }
}

/// Whether the session lies in the scope.
fn reaches_session(scope: &Scope, place: Place<'_>, session: &SessionId) -> bool {
    match scope {
        Scope::Session(edition, held) => edition == place.edition && held == session,
        wider => reaches_edition(wider, place),
    }
}

/// Whether the scope is the edition, something around it or something in it.
fn is_within(scope: &Scope, place: Place<'_>) -> bool {
    match scope {
        Scope::Session(edition, _) => edition == place.edition,
        wider => reaches_edition(wider, place),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use super::*;

    fn check(role: Role, scope: &str, action: Action, object: &str) -> bool {
        let track: TrackId = "track".parse().unwrap();
        let edition: EditionId = "igf".parse().unwrap();
        let session: SessionId = object
            .strip_prefix("notes:")
            .unwrap_or("a")
            .parse()
            .unwrap();
        let place = Place {
            track: &track,
            edition: &edition,
        };
        let scope = match scope.split_once(':') {
            None if scope == "track" => Scope::Track(track.clone()),
            None => Scope::Edition(scope.parse().unwrap()),
            Some((edition, session)) => {
                Scope::Session(edition.parse().unwrap(), session.parse().unwrap())
            }
        };
        let object = match object {
            "edition" => Object::Edition(place),
            "output" => Object::OutputDocument(place),
            _ => Object::Notes(place, &session, SessionState::Live),
        };
        may(&[Grant { role, scope }], action, object)
    }

    #[test]
    fn a_rapporteur_writes_the_assigned_sessions_only_and_reads_the_rest() {
        assert!(check(Role::Rapporteur, "igf:a", Action::Write, "notes:a"));
        assert!(!check(Role::Rapporteur, "igf:a", Action::Write, "notes:b"));
        assert!(check(Role::Rapporteur, "igf:a", Action::Read, "notes:b"));
        assert!(check(Role::Rapporteur, "igf:a", Action::Read, "edition"));
        assert!(check(Role::Rapporteur, "igf:a", Action::Read, "output"));
        assert!(!check(Role::Rapporteur, "igf:a", Action::Write, "output"));
        assert!(!check(Role::Rapporteur, "igf:a", Action::Decide, "edition"));
        assert!(!check(Role::Rapporteur, "other:a", Action::Read, "edition"));
    }

    #[test]
    fn an_editor_writes_any_notes_of_the_edition_while_they_are_open() {
        assert!(check(Role::Editor, "igf", Action::Write, "notes:b"));
        assert!(check(Role::Editor, "track", Action::Write, "output"));
        assert!(!check(Role::Editor, "other", Action::Write, "notes:b"));
        let session: SessionId = "a".parse().unwrap();
        let (track, edition) = ("track".parse().unwrap(), "igf".parse().unwrap());
        let place = Place {
            track: &track,
            edition: &edition,
        };
        let grants = [Grant {
            role: Role::Editor,
            scope: Scope::Edition("igf".parse().unwrap()),
        }];
        assert!(!may(
            &grants,
            Action::Write,
            Object::Notes(place, &session, SessionState::Submitted)
        ));
    }

    #[test]
    fn readers_and_staff_write_nothing() {
        for role in [
            Role::Reader,
            Role::Staff,
            Role::Coordinator,
            Role::Reviewer,
            Role::Moderator,
            Role::Translator,
        ] {
            for object in ["notes:a", "output", "edition"] {
                assert!(
                    !check(role, "track", Action::Write, object),
                    "{role:?} {object}"
                );
            }
        }
        assert!(check(Role::Staff, "igf", Action::Export, "output"));
        assert!(!check(Role::Reader, "igf", Action::Export, "output"));
    }

    #[test]
    fn a_reviewer_reads_nothing_that_is_still_being_written() {
        assert!(!check(Role::Reviewer, "igf", Action::Read, "notes:a"));
        assert!(!check(Role::Reviewer, "igf", Action::Read, "output"));
    }
}
