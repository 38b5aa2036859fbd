-- A key point's id is made on a device, and whoever may write the notes of one session can copy it from those of another: its name is
-- the id within its session. SQLite cannot change a primary key, so both tables are made anew.
alter table decisions rename to decisions_by_id;
alter table key_points rename to key_points_by_id;

-- Key points: what the notes of a session hold (a projection), and what was decided last.
create table key_points (
  edition_id     text not null,
  session_id     text not null,
  -- Several sessions may hold the same one.
  id             text not null,
  -- Place among the key points of the session, in the order of the text.
  position       integer not null,
  statement      text not null,
  quote          text not null,
  lang           text not null,
  -- Array of theme ids; they may name themes that are no longer there.
  themes_json    text not null,
  addressee      text,
  kind           text not null check (kind in ('call-to-action', 'observation')),
  stance         text not null check (stance in ('convergence', 'divergence', 'proposal')),
  basis          text not null check (basis in ('reported', 'concept')),
  -- Object: recording and at, or link.
  source_json    text,
  speaker        text,
  -- Given by imported files only: notes hold no names.
  attributed_to  text,
  passage_gone   integer not null check (passage_gone in (0, 1)),
  -- Null where a file was imported.
  marked_by      text references people (id),
  marked_at      integer not null,
  -- Since when the mark is gone from the notes; the row stays because decisions and paragraphs may name it.
  removed_at     integer,
  -- The last row of `decisions`, kept here so that lists need not look for it. `used` is never stored: it is seen in `key_point_uses`.
  state          text not null check (state in ('captured', 'confirmed', 'accepted', 'merged', 'set-aside')),
  reason         text,
  decided_by     text references people (id),
  decided_at     integer,
  primary key (edition_id, session_id, id),
  foreign key (edition_id, session_id) references sessions (edition_id, id),
  check (state <> 'set-aside' or reason is not null)
) strict;

insert into key_points (edition_id, session_id, id, position, statement, quote, lang, themes_json, addressee, kind, stance, basis,
  source_json, speaker, attributed_to, passage_gone, marked_by, marked_at, removed_at, state, reason, decided_by, decided_at)
select edition_id, session_id, id, position, statement, quote, lang, themes_json, addressee, kind, stance, basis,
  source_json, speaker, attributed_to, passage_gone, marked_by, marked_at, removed_at, state, reason, decided_by, decided_at
from key_points_by_id;

-- Everything that was ever decided about a key point. Rows are only added.
create table decisions (
  edition_id   text not null,
  session_id   text not null,
  key_point_id text not null,
  -- Counted from 1.
  number       integer not null,
  state        text not null check (state in ('captured', 'confirmed', 'accepted', 'merged', 'set-aside')),
  reason       text,
  -- Null where a file was imported.
  decided_by   text references people (id),
  decided_at   integer not null,
  primary key (edition_id, session_id, key_point_id, number),
  foreign key (edition_id, session_id, key_point_id) references key_points (edition_id, session_id, id),
  check (state <> 'set-aside' or reason is not null)
) strict;

insert into decisions (edition_id, session_id, key_point_id, number, state, reason, decided_by, decided_at)
select k.edition_id, k.session_id, d.key_point_id, d.number, d.state, d.reason, d.decided_by, d.decided_at
from decisions_by_id d join key_points_by_id k on k.id = d.key_point_id;

drop table decisions_by_id;
drop table key_points_by_id;

create index key_points_session on key_points (edition_id, session_id, position);
create index key_points_id on key_points (edition_id, id);

-- Null where the document was written before it named sessions: then the key point that was marked first is meant.
alter table key_point_uses add column session_id text;
