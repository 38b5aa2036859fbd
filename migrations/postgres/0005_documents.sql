-- Automerge documents. The text of notes and output documents is in their chunks and nowhere else.
create table documents (
  -- 16 bytes; written in Base58Check outside.
  id                 bytea primary key not null,
  kind               text not null check (kind in ('notes', 'output', 'comments')),
  edition_id         text not null references editions (id),
  session_id         text,
  output_document_id text,
  -- Number of the last chunk. Numbers are taken from here, not from a sequence, so that whoever tails misses none.
  head_seq           bigint not null default 0,
  -- The heads after that chunk: hashes of 32 bytes, sorted, one after the other.
  heads              bytea not null,
  -- The document that took its place. Where there is one, this one is closed. Checked at the end, because it is closed before the
  -- other is made: only one may be open.
  successor          bytea references documents (id) deferrable initially deferred,
  created_at         bigint not null,
  foreign key (edition_id, session_id) references sessions (edition_id, id),
  foreign key (edition_id, output_document_id) references output_documents (edition_id, id),
  check ((kind = 'notes') = (session_id is not null)),
  check ((kind <> 'notes') = (output_document_id is not null))
);

-- One open document of each kind.
create unique index documents_notes on documents (edition_id, session_id) where kind = 'notes' and successor is null;
create unique index documents_output on documents (edition_id, output_document_id, kind) where kind <> 'notes' and successor is null;

-- Changes in the order they were committed, as they came.
create table change_chunks (
  document_id bytea not null references documents (id),
  -- Counted from 1 without gaps.
  seq         bigint not null,
  hash        bytea not null,
  bytes       bytea not null,
  -- Whose connection brought it; null where the server made it.
  person_id   text references people (id),
  received_at bigint not null,
  primary key (document_id, seq)
);

create unique index change_chunks_hash on change_chunks (document_id, hash);

-- Saved documents. One stands for all chunks up to its number.
create table snapshots (
  document_id bytea not null references documents (id),
  upto_seq    bigint not null,
  heads       bytea not null,
  bytes       bytea not null,
  -- Of the bytes: a damaged snapshot is never loaded.
  sha256      bytea not null,
  primary key (document_id, upto_seq)
);

-- Whose each actor is, from its first change on. A null person is the server.
create table actor_owners (
  document_id bytea not null references documents (id),
  actor       bytea not null,
  person_id   text references people (id),
  primary key (document_id, actor)
);

-- Bytes that were refused, for whoever looks into it.
create table quarantine (
  document_id bytea not null references documents (id),
  number      bigint not null,
  bytes       bytea not null,
  person_id   text references people (id),
  reason      text not null,
  refused_at  bigint not null,
  primary key (document_id, number)
);
