### Rapporteur, English. The source of the keys: the other languages hold the same ones.
### Keys are feature-place-thing. Values are isolated for right-to-left text by the reader, so no marks stand here.

## Everywhere

common-close = Close
common-cancel = Cancel
common-done = Done
common-save = Save
common-remove = Remove
common-more = More
common-loading = Loading …
common-try-again = Try again
common-not-recorded = Not recorded
common-new-tab = opens in a new tab

## Top bar, person menu, command palette

nav-skip = Skip to the content
nav-brand = Rapporteur, overview
nav-label = Pages of the edition
nav-editions = Editions
nav-edition-switch = { $edition }, change edition
nav-overview = Overview
nav-sessions = Sessions
nav-key-points = Key points
nav-document = Document
nav-export = Export
nav-find = Find
palette-title = Go to
palette-placeholder = Type the name of a session or page
palette-results = Results
palette-page = Page
palette-none = Nothing of that name.
person-menu = Your settings
person-menu-of = { $name }, your settings
person-language = Language
person-theme = Colours
person-theme-light = Light
person-theme-dark = Dark
person-theme-system = As on this device
person-density = Text size
person-density-compact = Compact
person-density-comfortable = Comfortable
person-sign-out = Sign out
role-coordinator = coordinator
role-rapporteur = rapporteur
role-moderator = moderator
role-editor = editor
role-translator = translator
role-reviewer = reviewer
role-staff = staff
role-reader = reader

## Network, new version

network-none = No network
network-no-server = The server can’t be reached
network-keep-working = You can keep writing: everything stays on this device and is sent when the connection is back.
update-waits = A newer version of this page is ready.
update-take = Load it now

## What went wrong

failure-not-found-title = This page isn’t there
failure-not-found-text = It may have been moved, or you may not have access to it. What you wrote is safe.
failure-go-home = Go to the overview
failure-no-edition-title = No edition yet
failure-no-edition-text = You are signed in, but no edition of a track is open to you. Ask the coordinator of your track.
failure-signed-out-title = You are signed out
failure-signed-out-text = What you typed on this device is still here. It is sent once you are signed in again.
failure-crash-title = This page couldn’t be shown
failure-crash-text = What you wrote is safe. Try again; if it stays like this, tell the coordinator what is written here.
failure-offline-title = Not on this device yet
failure-offline-text = This page was not opened on this device before, so it needs the network once.
error-unreachable = The server can’t be reached.
error-unknown = The server could not do this ({ $code }).
error-signed-out = You are signed out.
error-not-found = It isn’t there, or you have no access to it.
error-forbidden = Your role does not allow this.
error-internal = Something failed on the server. Nothing was changed.
error-not-saved = The server could not store this. Nothing was changed there.
error-origin = The request did not come from this page. Load the page again.
error-body = The server could not read the request. Load the page again.
error-sign-in-link-expired = This link has expired
error-sign-in-link-used = This link was used already
error-sign-in-link-unknown = This link does not work
error-too-many-requests = Too many requests. Wait a minute and try again.
error-reason-required = A reason is needed.
error-reason-missing = A reason is needed.
error-wrong-state = Its state has changed meanwhile, so this is no longer possible.
error-draft-has-text = The document holds text that people wrote. It was not overwritten.
error-no-accepted-key-points = No key point is accepted yet, so there is nothing to compile.
error-export-has-errors = The checks found an error that stops this format.
error-language-unknown = This language is not one of the track’s.
error-format-unknown = This format is not known.

## Signing in

sign-in-title = Sign in
sign-in-email = E-mail address
sign-in-email-hint = We send a link. It works once, for 15 minutes. You need no password.
sign-in-email-wrong = Write an address such as name@example.org.
sign-in-send = Send me a link
sign-in-sending = Sending …
sign-in-not-sent = The link was not sent
sign-in-new = New here? The coordinator of your track invites you.
sign-in-times = Times are those of this device.
sign-in-sent-title = Look in your mail
sign-in-sent-text = If { $email } is known here, a link is on its way.
sign-in-sent-at = Sent
sign-in-works-until = Works until
sign-in-works-once = { $time }, once
sign-in-sent-hint = Open it on this device. Nothing after two minutes? Look among unwanted mail.
sign-in-other-address = Use another address
sign-in-link-title = Sign in?
sign-in-link-text = You opened a sign-in link. Continue to sign in on this device.
sign-in-link-continue = Continue
sign-in-link-busy = Signing in …
sign-in-link-hint = Mail programs open links to test them. Only this button uses the link up.
sign-in-failed-text = You are not signed in. What you typed on this device is still here.
sign-in-new-link = Send a new link

## Sessions

session-state-planned = Planned
session-state-assigned = Assigned
session-state-live = Live
session-state-submitted = Submitted
session-state-confirmed = Confirmed
session-state-locked = Locked
session-kind-session = Session
session-kind-roundtable = Roundtable
session-kind-regional = Regional
session-kind-closing = Closing
session-numbered = { $kind ->
    [roundtable] Roundtable { $number }
    [regional] Regional { $number }
    [closing] Closing { $number }
   *[session] Session { $number }
}
session-untitled = Title not published
session-untitled-at = { $event }: title not published
session-no-date = Date not set
session-when = { $day }, { $hours }
session-when-zone = { $day }, { $hours } ({ $zone })
session-attribution-named = Named
session-attribution-chatham-house = Chatham House Rule
sessions-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
sessions-without = { $count ->
    [one] { $count } without a key point
   *[other] { $count } without a key point
}
sessions-empty = No session in this edition yet
sessions-empty-hint = The coordinator imports the programme; the sessions will stand here in time order.
sessions-yours = Yours to write
sessions-rapporteurs = Rapporteur: { $names }
sessions-no-rapporteur = No rapporteur assigned
sessions-key-points = { $count ->
    [one] { $count } key point
   *[other] { $count } key points
}
sessions-characters = Notes: { $count } characters

## Overview

overview-sessions = Sessions
overview-time-zone = Times of the place: { $zone }
overview-decided = { $decided } of { $all } key points decided
overview-programme = Programme
overview-make-draft = Make the zero draft
overview-open-document = Open the document
overview-no-date = Date not set
overview-times-not-set = Times not set
overview-time-not-set = Time not set
overview-now = Now
overview-no-notes = No notes yet
overview-no-key-point = No key point yet
overview-card-key-points = { $count ->
    [one] { $count } key point
   *[other] { $count } key points
}
coverage-title = Coverage
coverage-explained = key points by session and theme
coverage-gaps = { $count ->
    [one] { $count } gap before release
   *[other] { $count } gaps before release
}
coverage-no-gaps = No gaps
coverage-empty = No session to count yet
coverage-theme = Theme
coverage-all = All
coverage-none = none
coverage-key-points = Key points
coverage-cell = { $count ->
    [one] { $count } key point, { $theme }, { $session }
   *[other] { $count } key points, { $theme }, { $session }
}
coverage-regions = { $count ->
    [one] Region without a key point: { $regions }
   *[other] Regions without a key point: { $regions }
}
deadlines-title = Deadlines
deadlines-none = No deadlines are set.
deadlines-overdue = Overdue { $amount }
deadlines-left = { $amount } left
deadlines-opens = Opens in { $amount }
deadlines-due = Due { $time }
deadlines-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
deadlines-hours = { $hours } h { $minutes } min
deadlines-minutes = { $count } min

## Key points

key-point-state-captured = Captured
key-point-state-confirmed = Confirmed
key-point-state-accepted = Accepted
key-point-state-used = Used
key-point-state-merged = Merged
key-point-state-set-aside = Set aside
key-point-kind-call-to-action = Call to action
key-point-kind-observation = Observation
key-point-stance-convergence = Convergence
key-point-stance-divergence = Divergence
key-point-stance-proposal = Proposal
key-point-basis-concept = From the concept note, not said
key-point-passage-gone = Its passage is no longer in the notes
key-point-no-theme = No theme yet
key-point-no-addressee = No addressee yet

## Board

board-count = { $count ->
    [one] { $count } key point
   *[other] { $count } key points
} · { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
} · { $undecided } not yet decided
board-states = State
board-all = All
board-filters = Filters
board-filter-text = Find in statements
board-filter-session = Session
board-filter-theme = Theme
board-filter-addressee = Addressee
board-any-session = All sessions
board-any-theme = All themes
board-any-addressee = All addressees
board-clear = Clear filters
board-empty = No key point yet
board-empty-hint = Rapporteurs mark them in the notes of the sessions; they appear here by themselves.
board-no-match = No key point matches
board-no-match-hint = None passes all the filters that are set.
board-accept-confirmed = { $count ->
    [one] Accept { $count } confirmed
   *[other] Accept all { $count } confirmed
}
board-hint-captured = to confirm with the moderator or decide now
board-hint-confirmed = waiting for an editor
board-hint-accepted = ready for the document
board-hint-used = stand in the document
board-hint-merged = part of another key point
board-hint-set-aside = each with its reason
detail-title = Key point
detail-none = Choose a key point to see its source and to decide.
detail-keys = Arrows: choose · A: accept · S: set aside · E: open in the notes
detail-place = { $at } of { $of }
detail-previous = Previous key point
detail-next = Next key point
detail-source = Source in the notes
detail-source-in = Source in the notes: { $session }
detail-session = Session
detail-open-notes = Open in notes
detail-marked-by = Marked by
detail-by-at = { $name }, { $time }
detail-speaker = Said by
detail-evidence = Evidence
detail-recording = Recording at { $time }
detail-themes = Themes
detail-addressee = Addressee
detail-kind = Kind
detail-stance = Stance
detail-decided-by = Decided by
detail-reason = Reason
detail-used-in = Used in
detail-go-to-paragraph = Go to the paragraph
detail-concept-title = From the concept note
detail-concept-text = Nobody has said this. It never enters the document as something that was said.
detail-gone-text = The words were deleted from the notes. The quote below is what they were.
detail-accept = Accept
detail-confirm = Confirm
detail-set-aside = Set aside …
detail-reopen = Reopen
detail-not-decided = This was not decided
set-aside-title = Set this key point aside?
set-aside-reason = Reason
set-aside-hint = One sentence; it stays in the record.
set-aside-reason-missing = Write one sentence; it stays in the record.
set-aside-do = Set aside

### Texts of the exported documents: keys that begin with document-.
