### Rapporteur, English. The source of the keys: the other languages hold the same ones.
### Keys are feature-place-thing. Values are isolated for right-to-left text by the reader, so no marks stand here.

## Everywhere

common-close = Close
common-cancel = Cancel
common-done = Done
common-save = Save
common-more = More
common-loading = Loading …
common-try-again = Try again
common-not-recorded = Not recorded
common-session = Session
common-theme = Theme
common-addressee = Addressee
common-themes = Themes
common-language = Language
common-reason = Reason
common-confirm = Confirm
common-reopen = Reopen
common-all-sessions = All sessions
common-go-paragraph = Go to the paragraph
common-preamble = Preamble
common-recording = Recording
common-remark = Remark

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
palette-none = Nothing by that name.
person-menu = Your settings
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
kept-answers = From this device
kept-answers-since = These lists and facts were loaded on { $time } and may be out of date.
kept-answers-old = These lists and facts were loaded earlier and may be out of date.
update-waits = A newer version of this page is ready.
update-take = Load it now

## What went wrong

failure-not-found-title = This page isn’t there
failure-not-found-text = It may have been moved, or you may not have access to it. What you wrote is safe.
failure-go-home = Go to the overview
failure-no-edition-title = No edition yet
failure-no-edition-text = You are signed in, but no edition of a track is open to you. Ask the coordinator of your track.
sign-out-failed = You are still signed in
sign-out-failed-text = Whoever opens this browser next will be signed in as you. Sign out again once you are back online.
sign-out-unsent = Not everything you typed is on the server
sign-out-unsent-text = { $count ->
    [one] One text has words that are only on this device.
   *[other] { $count } texts have words that are only on this device.
}
sign-out-unsent-after = They stay here under your name and will be sent when you sign in again on this device. If this is not your own device, wait until they are on the server.
sign-out-sent = Everything you typed is on the server
sign-out-sent-text = There are no longer any words that are only on this device.
sign-out-anyway = Sign out anyway
kept-title = This device has words that are not on the server
kept-text = If you can no longer open the text they belong to, download them and give them to the coordinator.
kept-unread = { $count ->
    [one] One text could not be read completely on this device. Don’t clear this browser’s data, and open this page again later.
   *[other] { $count } texts could not be read completely on this device. Don’t clear this browser’s data, and open this page again later.
}
kept-file-notes = Notes: { $title }
kept-file-document = Output document: { $title }
kept-file-words = Words kept on this device
kept-file-time = As it was on this device on { $time }. The server may not have all of it.
kept-file-footnotes = Footnotes
kept-file-footnotes-gone = Footnotes whose number is no longer in the text
kept-file-no-statement = No statement
kept-file-quote = Quote: { $quote }
kept-file-themes = Themes: { $themes }
kept-file-addressee = Addressed to: { $addressee }
kept-file-kind = Kind: { $word }
kept-file-stance = Stance: { $word }
kept-file-recording = Evidence: recording { $number }, at { $time }
kept-file-link = Evidence: { $address }
kept-file-speaker = Said by: { $name }
kept-file-loose = Words whose place in the text is not known
# Names of files.
kept-file-name-notes = Notes - { $title } - { $date }
kept-file-name-document = Output document - { $title } - { $date }
kept-file-name-words = Kept words - { $date }
failure-signed-out-title = You are signed out
failure-signed-out-text = What you typed on this device is still here. It will be sent when you sign in again.
failure-no-access-title = You no longer have access to this edition
failure-no-access-text = What you typed on this device is still here. Ask the coordinator of your track.
failure-crash-title = This page couldn’t be shown
failure-crash-text = What you wrote is safe. Try again; if it happens again, tell the coordinator what it says here.
failure-offline-title = Not on this device yet
failure-offline-text = This page has not been opened on this device before, so it needs the network once.
error-unreachable = The server can’t be reached.
error-key-point-not-insertable = This key point can’t go into the document as it is. Give it a statement that names nobody, or set it aside.
error-unknown = The server could not do this ({ $code }).
error-page-failed = Part of this page failed ({ $name }). Reload the page.
error-signed-out = You are signed out.
error-not-found = This does not exist, or you have no access to it.
error-forbidden = Your role does not allow this.
error-internal = Something failed on the server. Nothing was changed.
error-not-saved = The server could not store this. Nothing was changed there.
error-body-invalid = The server could not read the request. Reload the page.
error-method-not-allowed = The server does not do this here. Reload the page.
error-sign-in-link-expired = This link has expired
error-sign-in-link-used = This link has already been used
error-sign-in-link-unknown = This link does not work
error-too-many-requests = Too many requests. Wait a few minutes and try again.
error-busy = The server is busy with other requests. Try again in a moment.
error-exports-full = The file was not kept: your files fill the space that this site has for them. Ask whoever runs it to make room.
error-pages-too-many = The document is too long to be shown here page by page. Download it instead.
error-statement-missing = This key point has no statement yet. Write one in the notes of its session, then accept it.
error-key-point-doubled = The notes of several sessions contain a key point with this id. Say which session you mean.
error-reason-needed = A reason is needed.
error-key-points-too-many = This is too much at once. Choose at most { $most } key points.
error-speaker-not-named = Under the Chatham House Rule nobody is named. Leave out who said it.
error-changed-meanwhile = Somebody has changed this in the meantime. Look at it again, then decide.
error-decision-not-possible = This key point’s state does not allow that decision.
error-session-step-not-possible = The session’s state does not allow that step.
error-other-site = The request did not come from this page. Reload the page.
error-draft-has-text = People have written in the document, so it was not overwritten.
error-document-busy = Others are writing in the document right now. Try again.
error-language-unknown = This is not one of the track’s languages.
error-format-unknown = This format is unknown.
error-date-unknown = This is not a date. Write it as year, month and day, such as 2023-10-09.
error-group-unknown = The paragraphs can’t be grouped by this.
error-paper-unknown = This paper size is unknown.

## Signing in

sign-in-title = Sign in
sign-in-email = E-mail address
sign-in-email-hint = You sign in with a link that works once. You need no password.
sign-in-email-wrong = Write an address such as name@example.org.
sign-in-send = Ask for a link
sign-in-sending = Asking …
sign-in-not-sent = No link was made
sign-in-new = New here? The coordinator of your track invites you.
sign-in-sent-title = Your link is in the server’s log
sign-in-sent-text = No mail is sent. If { $email } is known here, whoever runs this server finds your sign-in link in its log. Ask them for it.
sign-in-sent-hint = Open the link on this device. It works once, and only for a short time.
sign-in-other-address = Use another address
sign-in-link-title = Sign in?
sign-in-link-text = You opened a sign-in link. Continue to sign in on this device.
sign-in-link-account = This link signs you in as { $name } ({ $email }) on this device. If that is not you, close this page.
sign-in-link-continue = Continue
sign-in-link-busy = Signing in …
sign-in-link-hint = The link is used up only when you press this button.
sign-in-failed-text = You are not signed in. What you typed on this device is still here.
sign-in-new-link = Ask for a new link
sign-in-already = You are signed in as { $name }.
sign-in-enter = Open the workspace
sign-in-as-other = Sign in as somebody else

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
session-listed = { $name }: { $title }
session-no-date = Date not set
session-when = { $day }, { $hours }
session-when-zone = { $day }, { $hours } ({ $zone })
time-on-both-clocks = { $time } · { $own } your time
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
sessions-empty-hint = The coordinator imports the programme; the sessions then appear here in order of time.
sessions-yours = Yours to write
sessions-rapporteurs = Rapporteur: { $names }
sessions-no-rapporteur = No rapporteur assigned
sessions-key-points = { $count ->
    [one] { $count } key point
   *[other] { $count } key points
}
sessions-characters = Notes: { $count } characters

## Overview

overview-time-zone = Local times: { $zone }
overview-decided = { $decided } of { $all } key points decided
overview-programme = Programme
overview-open-document = Open the document
overview-times-not-set = Times not set
overview-time-not-set = Time not set
overview-now = Now { $time }
overview-no-notes = No notes yet
overview-no-key-point = No key point yet
overview-not-counted = { $count } set aside or merged
coverage-title = Coverage
coverage-explained = key points by session and theme
coverage-gaps = { $count ->
    [one] { $count } gap before release
   *[other] { $count } gaps before release
}
coverage-no-gaps = No gaps
coverage-empty = No session to count yet
coverage-all = All
coverage-none = none
coverage-cell = { $count ->
    [one] { $count } key point, { $theme }, { $session }
   *[other] { $count } key points, { $theme }, { $session }
}
coverage-regions = { $count ->
    [one] Region without a key point: { $regions }
   *[other] Regions without a key point: { $regions }
}
coverage-not-counted = { $count ->
    [one] { $count } more is on the board: set aside, merged, gone from the notes, or from a session outside the document.
   *[other] { $count } more are on the board: set aside, merged, gone from the notes, or from a session outside the document.
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
key-point-kind-unsaid = Not said
key-point-stance-convergence = Convergence
key-point-stance-divergence = Divergence
key-point-stance-proposal = Proposal
key-point-stance-unsaid = Not said
key-point-basis-concept = From the concept note, not said
key-point-passage-gone = Its passage is no longer in the notes
key-point-no-statement = No statement yet
key-point-doubled = Its id also appears in other notes
key-point-doubled-text = The notes of { $sessions } contain a key point with the same id: one was copied from the other. Decide on each separately, and remove the one that does not belong from its notes.
key-point-reworded-since = { $state }, reworded since
key-point-reworded = Reworded since this was decided
key-point-reworded-text = The decision applies to the words that were seen. The draft uses those until an editor has looked at the new ones.
key-point-reworded-seen = Words that were seen
key-point-reworded-now = Words in the notes now
key-point-corrected = Corrected by { $name }
key-point-noted = In the notes
key-point-noted-then = In the notes when it was corrected
key-point-noted-now = In the notes now
key-point-noted-fact = In the notes, { $name }: { $words }
key-point-overtaken = The notes were reworded since this was corrected
key-point-keep-correction = Keep the correction
key-point-use-notes = Use the words of the notes
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
board-any-theme = All themes
board-any-addressee = All addressees
board-clear = Clear filters
board-empty-hint = Rapporteurs mark them in the notes of the sessions; they appear here by themselves.
board-no-match = No key point matches
board-no-match-hint = Remove a filter to see more.
board-accept-confirmed = { $count ->
    [one] Accept { $count } confirmed
   *[other] Accept all { $count } confirmed
}
board-hint-captured = to confirm with the moderator or decide now
board-hint-confirmed = waiting for an editor
board-hint-accepted = ready for the document
board-hint-accepted-concept = { $concept ->
    [one] { $ready } ready for the document · { $concept } from a concept note stays out
   *[other] { $ready } ready for the document · { $concept } from concept notes stay out
}
board-hint-used = in the document
board-hint-merged = part of another key point
board-hint-set-aside = each with its reason
detail-title = Key point
detail-none = Choose a key point to see its source and to decide.
detail-none-reader = Choose a key point to see its source and what became of it.
detail-keys = Arrows: choose · A: accept · S: set aside · C: correct · X: choose for several · E: open in the notes
detail-place = { $at } of { $of }
detail-previous = Previous key point
detail-next = Next key point
detail-source = Source in the notes
detail-source-in = Source in the notes: { $session }
detail-open-notes = Open in notes
detail-marked-by = Marked by
detail-by-at = { $name }, { $time }
detail-speaker = Said by
detail-evidence = Evidence
detail-recording = Recording at { $time }
detail-kind = Kind
detail-stance = Stance
detail-decided-by = Decided by
detail-used-in = Used in
detail-go-messages = Go to the messages
detail-concept-title = From the concept note
detail-concept-text = Nobody has said this. It never enters the document as something that was said.
detail-gone-text = The words were deleted from the notes. The quote below is what they were.
detail-quote-names = Its words in the notes name somebody, so they are shown only there.
detail-accept = Accept
detail-before-accept = Before you accept it
detail-no-theme = It names no theme, so coverage counts it under none.
detail-no-addressee = It names no addressee, so it goes under “Further points”.
detail-no-kind = Nobody has said whether it calls for action.
detail-no-stance = Nobody has said how the room stood to it; the draft treats it as undisputed.
detail-accept-reworded = Accept the new words
detail-confirm-reworded = Confirm the new words
detail-set-aside = Set aside …
detail-correct = Correct …
correct-hint = The notes stay as they are. Board and document use what is written here.
correct-hint-used = The notes stay as they are, and so does the paragraph that is in the document already. The board uses what is written here.
correct-missing = Write a statement, or use the words of the notes.
correct-nobody-named = Under the Chatham House Rule nobody is named.
correct-meanwhile = Somebody has changed this while you were writing. What you typed is still here.
correct-meanwhile-seen = I have seen it; keep mine
correct-not-saved = This was not saved
correct-leave-title = Leave this correction?
correct-leave-text = What you typed has not been saved.
correct-stay = Keep writing
correct-leave = Leave without saving
detail-not-decided = This was not decided
board-meanwhile-by = { $name } has decided on this in the meantime. It is now: { $state }.
board-meanwhile = This has changed in the meantime. It is now: { $state }.
board-done = { $state }: “{ $statement }”
board-done-several = { $count ->
    [one] { $state }: { $count } key point
   *[other] { $state }: { $count } key points
}
board-left-out = { $count ->
    [one] { $count } key point was left out, because it had changed. Look at it again.
   *[other] { $count } key points were left out, because they had changed. Look at them again.
}
board-corrected = Corrected
board-choose = Choose: { $statement }
board-choose-all = { $count ->
    [one] Choose the one shown
   *[other] Choose all { $count } shown
}
board-choose-none = Choose none
board-chosen = { $count } chosen
board-accept-chosen = Accept { $count }
board-set-aside-chosen = Set aside { $count } …
set-aside-title = { $count ->
    [one] Set this key point aside?
   *[other] Set { $count } key points aside?
}
set-aside-hint = One sentence; it stays on record.
set-aside-reason-missing = Write one sentence; it stays on record.
set-aside-do = Set aside

## Writing: toolbar, slash menu, links, footnotes

writing-toolbar = Formatting
writing-undo = Undo
writing-redo = Redo
writing-bold = Bold
writing-italic = Italic
writing-bullets = Bulleted list
writing-numbers = Numbered list
writing-indent = Indent
writing-outdent = Outdent
writing-move-up = Move the paragraph up
writing-move-down = Move the paragraph down
writing-link = Link
writing-footnote = Footnote
writing-more = More formatting
writing-mark-key-point = Mark as key point
writing-block = Kind of paragraph
writing-block-now = Kind of paragraph: { $block }
writing-block-paragraph = Text
writing-block-heading-1 = Heading 1
writing-block-heading-2 = Heading 2
writing-block-heading-3 = Heading 3
writing-block-quote = Quote
writing-block-operative = Operative paragraph
writing-block-preambular = Preambular paragraph
writing-block-group = Group heading
writing-block-theme = Theme heading
writing-block-voice = Voice
writing-block-title = Title
writing-block-subtitle = Subtitle
writing-block-fact-place = Place and dates
writing-block-fact-organisers = Organised by
writing-block-fact-status = Status
writing-block-annex = Annex
writing-slash = Insert
writing-link-add = Add a link
writing-link-change = Change the link
writing-link-remove = Remove the link
writing-link-address = Address
writing-link-wrong = Write an address such as https://example.org.
writing-footnote-text = Text of the footnote
writing-footnote-number = Footnote { $number }
writing-table = Table
writing-placeholder-notes = Write down what is said. Type / for a heading or list; Ctrl Alt K marks the selected words as a key point.
writing-placeholder-touch = Write down what is said. To mark a key point, select its words and press “Mark as key point”.
writing-placeholder-document = The document is empty.
writing-leaving = In a list, Tab indents the item and Shift+Tab outdents it. To leave the text, press Escape, then Tab.
writing-text-notes = Notes of { $session }
writing-text-document = Text of { $title }
writing-images-dropped = { $count ->
    [one] { $count } picture was left out: this text can’t hold pictures.
   *[other] { $count } pictures were left out: this text can’t hold pictures.
}
writing-nothing-selected = Select the words first, then mark them.
writing-reading-only = You can follow this text as it is written. Your role does not allow you to change it.
writing-session-locked = This session is locked. Its notes can no longer be changed.
writing-session-handed-in = These notes have been submitted. To write on, ask the moderator or an editor to reopen them.
writing-ended = You can no longer write here
writing-not-taken = The server did not take what you typed last. It is still on this device, and is sent if you may write here again. To be safe, download it.
writing-not-confirmed = What you typed is on this device. Leave this page open; to be safe, download it.
writing-opening = Opening the text …
writing-missing-title = This text is not on this device
writing-missing-text = It has not been opened here before, and the server can’t be reached. It will open by itself once there is a connection.
writing-no-access-title = You have no access to this text
writing-no-access-text = You have no access to it on the server, and there is no copy of it on this device. Ask the coordinator of your track.
writing-failed-title = The text couldn’t be opened

## Finding in a text

find-open = Find in the text
find-words = Words to find
find-previous = Previous match
find-next = Next match
find-none = No match
find-count = { $at } of { $count }
find-said = { $count ->
    [one] { $at } of { $count } match
   *[other] { $at } of { $count } matches
}
find-table = Table { $number }
find-open-footnote = Open the footnote

## Status line: what is on this device, what is on the server

status-label = State of what you wrote
status-device-everything = On this device: everything
status-device-not-saved = On this device: not stored, the disk may be full
status-device-writing = On this device: being stored
status-server-signed-out = You are signed out: what you type stays on this device
status-server-crowded = The server takes no more connections. Close pages that you do not need; what you type stays on this device.
status-server-everything = On the server: everything
status-server-everything-at = On the server: everything, { $time }
status-server-went-back = The server went back to an older state. It is being brought up to date from this device.
status-server-caught-up = The server had gone back to an older state; it has caught up.
status-server-up-to = { $day ->
    [today] On the server: all up to { $time }
   *[another] On the server: all up to { $time }
}
status-server-nothing-yet = On the server: not yet
status-server-unknown = The server has not answered yet
status-server-refused = The server refused what you typed: you may no longer be allowed to write here
status-server-not-saved = Not saved on the server: it does not confirm what you typed
status-server-reading = As it is on the server
status-server-seen = { $day ->
    [today] As it was on the server at { $time }
   *[another] As it was on the server on { $time }
}
status-waiting = { $count ->
    [one] { $count } change is waiting
   *[other] { $count } changes are waiting
}
status-offline-since = { $day ->
    [today] Nothing heard from the server since { $time }.
   *[another] Nothing heard from the server since { $time }.
}
status-next-try = { $count ->
    [0] Trying now.
    [one] Next try in { $count } s.
   *[other] Next try in { $count } s.
}
status-try-now = Try now
status-download = Download what you typed

## Notes of a session

notes-submit = Submit notes …
notes-submit-title = Submit the notes?
notes-submit-text = The moderator will be asked to confirm the key points. Nobody can write in the notes until they are reopened.
notes-submit-do = Submit
notes-unsent = { $count ->
    [one] { $count } change is not on the server yet. It will be sent first.
   *[other] { $count } changes are not on the server yet. They will be sent first.
}
notes-unsent-away = { $count ->
    [one] { $count } change is not on the server yet, and the server can’t be reached. You can submit the notes once it can.
   *[other] { $count } changes are not on the server yet, and the server can’t be reached. You can submit the notes once it can.
}
notes-confirm = Confirm key points …
notes-confirm-title = Confirm the key points of this session?
notes-confirm-text = { $count ->
    [one] { $count } key point will be confirmed as said in the session. Editors then decide on it.
   *[other] { $count } key points will be confirmed as said in the session. Editors then decide on them.
}
notes-not-moved = The session’s state was not changed
notes-too-many-points = Only the first { $most } key points of these notes are listed under “Key points”
notes-too-many-points-text = The others stay in the notes. Remove the marks that nobody needs.
facts-questions = Policy questions
facts-people = Speakers
facts-no-people = No speaker is recorded for this session.
facts-moderator = Moderator
facts-remote = Online
facts-named = Speakers may be named.
facts-chatham-house = What is said may be used, but not who said it. Name nobody in the notes.
facts-no-recording = No recording is listed.
facts-recording-open = Open recording { $number }
facts-rapporteurs = Rapporteurs
facts-links = Links
points-order = In the order of the text
points-empty = No key point yet
points-empty-hint = Select a sentence in the notes and press “Mark as key point”.
points-empty-reader = Key points appear here as rapporteurs mark them.
points-card = Key point { $number }
points-open = Key point { $number }: { $statement }
points-show = Show in the text
points-fold = Collapse
points-move = Move to the selected words
points-remove = Remove this key point
points-remove-title = Remove this key point?
points-remove-state = { $state ->
    [confirmed] It is confirmed.
    [accepted] It is accepted.
    [merged] It was merged with another one.
    [set-aside] It was set aside.
   *[used] It is used in the document.
}
points-remove-unused = It disappears from the notes and from the list of key points, along with its decision. It will not go into any draft.
points-remove-used = The document keeps its paragraph and this source, and the key point stays in the list. It disappears from the notes, and nobody can decide on it any more.
points-remove-do = Remove
points-removed = Key point removed
points-gone-text = Its words were deleted or moved. The statement is kept. Select words in the text and choose “Move to the selected words”, or leave it as it is. It was:
points-statement = Statement for the document
points-theme-add-label = Add a theme
points-theme-add = Add …
points-theme-remove = Remove { $theme }
points-addressee = Addressed to
points-no-speaker = Nobody named
points-marked-by = Marked by { $name }
points-not-sent = On this device only, so far
points-evidence-none = None
points-evidence-recording-numbered = Recording { $number }
points-evidence-time = Time in the recording
points-evidence-time-wrong = Write a time such as 00:16:20.
points-evidence-unsaved = Evidence not saved yet
points-evidence-now = Now ({ $time })

## Output document

output-state-outline = Outline
output-state-zero-draft = Zero draft
output-state-revision = Revision
output-state-in-review = In review
output-state-final = Final
output-state-published = Published
output-state-archived = Archived
output-title = Output document
output-compiled-at = Draft made { $time }
output-none-title = No output document yet
output-none-text = A zero draft can be made from the accepted key points at any moment, even while sessions are still running.
output-none-reader = It will appear here once an editor has made the zero draft.
output-compile = Make the zero draft
output-compile-more = New draft …
output-export = Export
output-outline = Outline
output-sources = Sources
output-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
output-paragraphs = { $count ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}
output-annex-filled = Filled in at export
outline-panel-outline-empty = The parts of the document will appear here.
outline-panel-annex = Annex { $number }: { $title }
sources-title-of = Paragraph { $number }
sources-count = { $count ->
    [0] no source
    [one] { $count } source
   *[other] { $count } sources
}
sources-choose = Place the cursor in a paragraph to see where it comes from.
sources-none = This paragraph is based on no key point
sources-none-hint = The annex of sources will say so.
sources-session-unknown = Session not known
sources-statement = Statement:
sources-changed = The key point has been reworded since
sources-point-gone = This key point is no longer in the notes.
sources-marked-by = Marked by { $name }, { $time }
key-point-marker-unknown = Marked by: not recorded
not-used-title = Not used yet
not-used-count = { $count ->
    [one] { $count } accepted key point
   *[other] { $count } accepted key points
}
not-used-insert = Insert into its group
not-used-insert-differed = Insert where views differed
not-used-inserting = Inserting …
not-used-close = Back to the sources
not-used-none = Every accepted key point is used
not-used-none-hint = Key points accepted later will appear here.
not-used-failed = It was not inserted
compile-title = Make a zero draft
compile-count = { $count ->
    [0] No accepted key point goes into the draft yet.
    [one] { $count } accepted key point goes into the draft.
   *[other] { $count } accepted key points go into the draft.
}
compile-out-concept = { $count ->
    [one] { $count } accepted key point from a concept note stays out: nobody has said it.
   *[other] { $count } accepted key points from concept notes stay out: nobody has said them.
}
compile-out-after = { $count ->
    [one] { $count } accepted key point stays out: its session comes after the meeting.
   *[other] { $count } accepted key points stay out: their sessions come after the meeting.
}
compile-out-unwritten = { $count ->
    [one] { $count } accepted key point stays out: it has no statement.
   *[other] { $count } accepted key points stay out: they have no statement.
}
compile-out-named = { $count ->
    [one] { $count } accepted key point stays out: it names someone under the Chatham House Rule.
   *[other] { $count } accepted key points stay out: they name someone under the Chatham House Rule.
}
compile-has-text = People have written in this document
compile-has-text-hint = A new zero draft would replace their words, so none is made. Key points accepted since then are under “Not used yet”; the messages of a session are a document of their own.
compile-findings = Left out, or worth a look
compile-not-counted = What goes in could not be counted
compile-confirmed = { $count ->
    [one] { $count } confirmed key point waits for a decision
   *[other] { $count } confirmed key points wait for a decision
}
compile-about-track = The output document
compile-about-messages = Messages of one session
compile-session-choice = { $session } ({ $count ->
    [one] { $count } accepted
   *[other] { $count } accepted
})
compile-no-session = No session has a key point yet, so there are no messages to make.
compile-group = Group the paragraphs by
compile-groups = Order and headings of the groups
compile-groups-words = The headings are in the document’s language. Leave one empty for its usual words.
compile-groups-none = There is no group yet: no accepted key point goes into the draft.
compile-groups-usual = Usual order and headings
compile-group-heading = Heading of the group “{ $name }”
compile-group-up = Move “{ $name }” up
compile-group-down = Move “{ $name }” down
compile-group-moved = “{ $name }” is now { $at } of { $of }
compile-words = Title, status line and preamble
compile-words-messages = Title and status line
compile-status = Status line
compile-status-default = Not a negotiated document.
compile-left-empty = Leave empty for the usual words.
compile-voice = Who speaks
compile-voice-usual = The usual words
compile-voice-own = Own words
compile-voice-none = Nobody
compile-voice-usual-hint = “We, the parliamentarians …”, with the place and the forum.
compile-voice-none-hint = The document has no speaking voice.
compile-voice-words = Opening words
compile-preamble-usual = The usual sentences
compile-preamble-own = Own sentences
compile-preamble-none = None
compile-preamble-words = Sentences, one per line
compile-preamble-hint = Each opens with a participle. Words between asterisks are set in italics: *Recalling* the theme …
compile-busy = Making the draft …
compile-failed = No draft was made

## Export

export-nothing = Nothing to export yet
export-nothing-hint = Make the zero draft first; it takes less than a second.
export-options = Options
export-checks-and-download = Checks and download
export-format = Format
export-format-pdf = PDF
export-format-docx = Word (DOCX)
export-format-html = Web page (HTML)
export-format-md = Markdown
export-format-json = Pandoc (JSON)
export-name-pdf = PDF
export-name-docx = DOCX
export-name-html = HTML
export-name-md = Markdown
export-name-json = JSON
export-language-original = original
export-paper = Paper
export-paper-a4 = A4
export-paper-us-letter = US Letter
export-line-numbers = Line numbers, every fifth
export-date = Date on the document
export-date-hint = Leave empty for today’s date at the venue.
export-no-pages = This format has no pages; the preview shows the PDF’s.
export-preview = Preview
export-preview-busy = Preparing the pages …
export-preview-failed = The pages can’t be shown
export-previous-page = Previous page
export-next-page = Next page
export-page-of = Page { $page } of { $pages }
export-page-alt = Page { $page } of { $pages } of { $title }
export-download = Download { $format }
export-download-hint = The file is made from the text as it is on the server now.
export-making = Making the file …
export-failed = The { $format } file was not made
export-reported = The { $format } file was made, with these problems
export-pdf-waits = Correct the error before making the PDF. The other formats can be made now.
export-needs-server = Files are made on the server, which can’t be reached now.
export-files = Files made
export-file = { $format } · { $time } · { $size }
export-file-download = Download { $name }
checks-title = Checks
checks-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
checks-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
checks-notes = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
checks-error = Error
checks-warning = Warning
checks-none = Nothing to correct
checks-go-key-point = Go to the key point
checks-go-unused = Go to “Not used yet”

### Texts of the exported documents: keys that begin with document-.

### Output document: the words of the files that are made. Each file is in its document's language.

document-title = Output document: { $track }
document-messages-title = Messages: { $event }
document-kind = Output document
document-kind-messages = Messages
document-original = Original: { $language }
document-footer = Not a negotiated document
document-page = Page { $n } / { $total }
document-draft = draft
document-contents = Contents
document-notes = Footnotes
document-annex = Annex
document-not-recorded = Not recorded
document-version-zero-draft = Zero draft

document-fact-place = Place and dates
document-fact-organisers = Organised by
document-fact-status = Status
document-fact-rapporteur = { $count ->
    [one] Rapporteur
   *[other] Rapporteurs
}
document-place-and-dates = { $place }, { $days }
document-status = *Not a negotiated document.* Its paragraphs were compiled from the key points of the sessions in the annexed programme, or written by the editors; the annex of sources says which. It does not bind those who took part.
document-messages-status = *Not a negotiated document.* These messages were compiled from the key points marked in the notes of the session. They do not bind those who took part.

document-voice = We, the parliamentarians who took part,
document-having-met = *Having met* { $occasion },
document-having-met-theme = *Having met* { $occasion }, under the theme “{ $theme }”,
document-occasion = { $days } ({ $names })
document-recalling = *Recalling* the overarching theme, “{ $theme }” ({ $forum }),
document-noting-meetings = { $count ->
    [one] *Noting with appreciation* the contribution of the meeting { $meetings },
   *[other] *Noting with appreciation* the contributions of the meetings { $meetings },
}
document-meeting = “{ $title }”
document-closing = have brought together the following points.

document-heading-addressed = Addressed to: { $addressee }
document-heading-further = Further points
document-heading-differed = Points on which views differed
document-annex-programme = Programme
document-annex-participants = Participants
document-annex-sources = Sources

document-day = { $day } { $month } { $year }
document-day-without-year = { $day } { $month }
document-days-two = { $first } and { $last } { $month } { $year }
document-days-more = { $first }–{ $last } { $month } { $year }
document-days-across = { $first } to { $last }
document-on-day = on { $day } { $month } { $year }
document-on-days-two = on { $first } and { $last } { $month } { $year }
document-on-days-more = from { $first } to { $last } { $month } { $year }
document-on-days-across = from { $first } to { $last }
document-month-1 = January
document-month-2 = February
document-month-3 = March
document-month-4 = April
document-month-5 = May
document-month-6 = June
document-month-7 = July
document-month-8 = August
document-month-9 = September
document-month-10 = October
document-month-11 = November
document-month-12 = December
document-language-ar = Arabic
document-language-en = English
document-language-es = Spanish
document-language-fr = French

document-programme-when = Date and time
document-programme-session = Session
document-programme-place = Place
document-programme-people = Speakers and moderators
document-programme-note = Times are local. “Not recorded” means that something is not known.
document-session-kind-session = Session
document-session-kind-roundtable = Roundtable
document-session-kind-regional = Regional meeting
document-session-kind-closing = Closing
document-session-numbered = { $kind ->
    [roundtable] Roundtable { $number }
    [regional] Regional meeting { $number }
    [closing] Closing { $number }
   *[session] Session { $number }
}
document-event-regional = regional
document-person-moderator = moderator
document-person-online = online
document-not-named = Not named: the session was held under the Chatham House Rule.
document-participants-name = Name
document-participants-office = Office and body
document-participants-sessions = Sessions
document-sources-paragraph = Paragraph
document-sources-key-point = Key point
document-sources-session = Session
document-sources-intro = Each paragraph is based on the key points listed beside it. A speaker is named only where the rule of the session allows it.
document-sources-none = No key point: written by the editors.
document-sources-quote = Notes: “{ $quote }”
document-sources-recording = Recording { $n }, at { $time }

document-imprint = This version
document-imprint-version = { $version } of { $date }.
document-imprint-undated = { $version }.
document-imprint-final = Text of { $date }.
document-imprint-hash = Its SHA-256 begins with { $hash }.
document-imprint-original = The original is in { $language }.

document-title-missing = The document has no title; the file’s properties show the name of the edition instead.
document-title-missing-hint = Write a title at the top of the document.
document-date-missing = The document has no date.
document-date-missing-hint = Give a date when exporting.
document-language-missing = The language of the document is not known; it was typeset as English.
document-language-missing-hint = Choose the language of the document.
document-heading-empty = A heading has no words.
document-heading-empty-hint = Write the heading, or delete it.
document-note-empty = A footnote has no text.
document-note-empty-hint = Write the footnote, or delete its number.
document-table-header-missing = The first row of a table, which names the columns, is empty.
document-table-header-missing-hint = Write the name of each column in the first row.
document-alt-text-missing = A picture has no description.
document-alt-text-missing-hint = Describe the picture for those who cannot see it.
document-image-left-out = A picture was left out; its description takes its place.
document-image-left-out-hint = Say in words what the picture shows.
document-link-dropped = A link leads to no web page or e-mail address; only its words were kept: { $address }
document-link-dropped-hint = Use an address that begins with https:// or mailto:.
document-glyph-missing = No font has { $characters } ({ $codes }); the PDF shows { $instead } instead.
document-glyph-missing-hint = Write it differently, or ask whoever runs the site to install a font that has it.
document-glyph-left-out = No font has { $characters } ({ $codes }) on the letter before it; the PDF leaves it out.
document-glyph-left-out-hint = Write it differently, or ask whoever runs the site to install a font that has it.
document-id-doubled = Two paragraphs have the same identifier; links lead to the first.
document-id-doubled-hint = Nothing to do: the next change to the paragraph repairs it.
document-standard-missed = The PDF is not fully accessible: { $reason }
document-standard-missed-hint = Correct the problems listed with it, then export again.

### What compiling and checking find.
outline-concept = A key point comes only from the concept note of its session: nobody is recorded as having said it. It was left out.
outline-concept-hint = Mark in the notes where it was said, or set it aside.
outline-statement-missing = A key point has no statement. It was left out.
outline-statement-missing-hint = Write its statement in the notes of the session.
outline-session-after = “{ $session }” begins after the meeting. Its key point was left out.
outline-session-after-hint = Keep it for the next edition, or correct the date of the session.
outline-name-told = A sentence names someone from a session held under the Chatham House Rule: “{ $name }”.
outline-name-told-hint = Take the name out of the sentence.
outline-name-perhaps = A sentence may name someone from a session held under the Chatham House Rule: it contains the word “{ $name }”.
outline-name-perhaps-hint = Read it again, and take the word out if it is the name.
outline-other-language = A statement is not in the language of the document.
outline-other-language-hint = Translate it in the document.
outline-passage-gone = The passage in which a key point was marked is no longer in the notes.
outline-passage-gone-hint = Check that the key point still holds.
outline-views-differed = Views differed on this point. It is kept apart from what was agreed.
outline-reworded = This key point was reworded after it was accepted. Accepted: “{ $accepted }” Now: “{ $now }”
outline-reworded-hint = The document uses the accepted words. Look at the new ones on the board: accept them, or set the key point aside.
outline-overtaken = The notes of this key point were reworded after an editor had corrected it. In the document: “{ $accepted }”
outline-overtaken-hint = Compare both wordings on the board: keep the correction, or use the words of the notes.
outline-views-differed-hint = Say in the paragraph how views differed, or set the key point aside.
outline-further = Some key points belong to no group. They are under a heading of their own.
outline-further-hint = Choose an addressee or a theme for them in the notes.
outline-session-unknown = There is no session { $session } in this edition.
outline-session-unknown-hint = Choose a session of the programme.
outline-messages-count = “{ $session }” has { $count ->
    [one] { $count } message
   *[other] { $count } messages
}; three to five are usual.
outline-messages-count-hint = Accept more of its key points, or set some aside.
check-unused = No paragraph is based on this accepted key point.
check-unused-hint = Insert it into the document, or set it aside with a reason.
check-without-source = This paragraph is based on no key point.
check-without-source-hint = Find a key point that supports it, or take the paragraph out.
check-empty = Paragraph { $number } is empty: files show only its number.
check-empty-item = A list item is empty: files show only “{ $number }”.
check-empty-hint = Write it, or delete it.
check-source-changed = A key point behind this paragraph has been reworded since.
check-source-changed-hint = Compare the paragraph with it. To take over the new wording, delete the paragraph and insert the key point again.
check-session-gap = “{ $session }” has no key point.
check-session-gap-hint = Ask the rapporteur of the session.
check-theme-gap = No key point belongs to the theme “{ $theme }”.
check-theme-gap-hint = Nothing to do if it was not discussed.
check-region-gap = No key point comes from the region “{ $region }”.
check-region-gap-hint = Nothing to do if its sessions left none.
check-session-left-out = “{ $session }” is not part of this document: it comes after the meeting, or its date is not known.
check-session-left-out-hint = Enter its date if it took place before.
check-source-gone = This paragraph is based on a key point that is no longer there.
check-source-gone-hint = Check the paragraph against the notes.
check-source-names = The source words kept with this paragraph name someone from a session held under the Chatham House Rule: “{ $name }”.
check-source-perhaps-names = The source words kept with this paragraph may name someone from a session held under the Chatham House Rule: they contain the word “{ $name }”.
check-source-names-hint = Delete the paragraph and insert its key point again, with a statement that names nobody: the words of the notes are then left out.
check-concept-used = This paragraph is based on a concept note: nobody is recorded as having said it.
check-concept-used-hint = Mark in the notes where it was said, or take the paragraph out.
check-not-accepted = This paragraph is based on a key point that is not accepted.
check-not-accepted-hint = Accept the key point, or take the paragraph out.
check-doubled = A key point in the notes of “{ $session }” has the same id as one in the notes of “{ $first }”.
check-doubled-hint = One was copied from the other. Decide on each separately, and remove the one that does not belong from its notes.
