-- Files that were made of output documents. Rows are kept as a record of who published what.
create table exports (
  id                 text primary key not null,
  edition_id         text not null,
  output_document_id text not null,
  format             text not null check (format in ('docx', 'pdf', 'html', 'md', 'json')),
  language           text not null,
  file_name          text not null,
  size               integer not null,
  sha256             blob not null,
  -- Null where a command made it.
  made_by            text references people (id),
  made_at            integer not null,
  -- The heads that the document had, written as in `documents`.
  heads              blob not null,
  bytes              blob not null,
  foreign key (edition_id, output_document_id) references output_documents (edition_id, id)
) strict;

create index exports_output_document on exports (edition_id, output_document_id, made_at);
