-- Output documents of an edition. Their text is an Automerge document.
create table output_documents (
  edition_id  text not null references editions (id),
  id          text not null,
  -- The session whose messages it holds; null for the track's document.
  messages_of text,
  language    text not null,
  title       text not null,
  state       text not null check (state in ('outline', 'zero-draft')),
  created_at  integer not null,
  compiled_at integer,
  -- The last chunk of the text that `key_point_uses` was projected from.
  projected_seq integer not null default 0,
  primary key (edition_id, id),
  foreign key (edition_id, messages_of) references sessions (edition_id, id)
) strict;
