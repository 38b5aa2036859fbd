-- What was done, by whom and when. Rows are only added; each is sealed with the hash of the one before.
create table audit (
  seq           bigint primary key not null,
  at            bigint not null,
  -- Null where a command or the server itself did it. No reference: the audit outlives people.
  person_id     text,
  action        text not null,
  object        text not null,
  detail_json   text not null,
  previous_hash bytea not null,
  hash          bytea not null unique
);
