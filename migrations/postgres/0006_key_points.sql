-- Key points: what the notes of a session hold (a projection), and what was decided last.
create table key_points (
  id             text primary key not null,
  edition_id     text not null,
  session_id     text not null,
  -- Place among the key points of the session, in the order of the text.
  position       bigint not null,
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
  passage_gone   boolean not null,
  -- Null where a file was imported.
  marked_by      text references people (id),
  marked_at      bigint not null,
  -- Since when the mark is gone from the notes; the row stays because decisions and paragraphs may name it.
  removed_at     bigint,
  -- The last row of `decisions`, kept here so that lists need not look for it. `used` is never stored: it is seen in `key_point_uses`.
  state          text not null check (state in ('captured', 'confirmed', 'accepted', 'merged', 'set-aside')),
  reason         text,
  decided_by     text references people (id),
  decided_at     bigint,
  foreign key (edition_id, session_id) references sessions (edition_id, id),
  check (state <> 'set-aside' or reason is not null)
);

create index key_points_session on key_points (edition_id, session_id, position);

-- Everything that was ever decided about a key point. Rows are only added.
create table decisions (
  key_point_id text not null references key_points (id),
  -- Counted from 1.
  number       bigint not null,
  state        text not null check (state in ('captured', 'confirmed', 'accepted', 'merged', 'set-aside')),
  reason       text,
  -- Null where a file was imported.
  decided_by   text references people (id),
  decided_at   bigint not null,
  primary key (key_point_id, number),
  check (state <> 'set-aside' or reason is not null)
);

-- Which paragraphs rest on which key points: a projection of the output documents. A paragraph may name a key point that is not
-- known here, so that is no reference.
create table key_point_uses (
  edition_id         text not null,
  output_document_id text not null,
  position           bigint not null,
  paragraph_id       text not null,
  key_point_id       text not null,
  primary key (edition_id, output_document_id, position),
  foreign key (edition_id, output_document_id) references output_documents (edition_id, id)
);

create index key_point_uses_key_point on key_point_uses (key_point_id);
