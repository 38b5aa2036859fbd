-- How much of what a person sent to a document was refused and not kept, because enough of theirs was kept already.
create table refused_not_kept (
  document_id bytea not null references documents (id),
  person_id   text not null references people (id),
  -- How many times, and how many bytes in all.
  pieces      bigint not null check (pieces > 0),
  bytes       bigint not null,
  last_at     bigint not null,
  primary key (document_id, person_id)
);

-- How much of a person's is kept is asked at each refusal.
create index quarantine_person on quarantine (person_id);
