-- Everybody who can sign in.
create table people (
  id         text primary key not null,
  name       text not null,
  email      text not null,
  -- The address in small letters: addresses that differ in case are the same person's.
  email_key  text not null unique,
  language   text not null,
  created_at integer not null
) strict;

-- A role that somebody holds in a track, an edition or a session. Assigning a session to a rapporteur is a grant.
create table grants (
  person_id  text not null references people (id),
  role       text not null check (role in ('coordinator', 'rapporteur', 'moderator', 'editor', 'translator', 'reviewer', 'staff', 'reader')),
  -- Exactly one scope: a track; or an edition; or a session with its edition.
  track_id   text references tracks (id),
  edition_id text references editions (id),
  session_id text,
  -- Null where a command gave it.
  given_by   text references people (id),
  given_at   integer not null,
  foreign key (edition_id, session_id) references sessions (edition_id, id),
  check ((track_id is null) <> (edition_id is null)),
  check (session_id is null or edition_id is not null)
) strict;

-- Nulls never equal each other, hence the empty texts.
create unique index grants_once on grants (person_id, role, coalesce(track_id, ''), coalesce(edition_id, ''), coalesce(session_id, ''));
create index grants_edition on grants (edition_id, session_id);

-- Links by which one person can sign in once. Only the SHA-256 of a secret is kept, here and below.
create table sign_in_links (
  token_hash blob primary key not null,
  person_id  text not null references people (id),
  created_at integer not null,
  expires_at integer not null,
  used_at    integer
) strict;

-- Browsers that are signed in.
create table sign_ins (
  token_hash   blob primary key not null,
  person_id    text not null references people (id),
  created_at   integer not null,
  last_seen_at integer not null,
  expires_at   integer not null
) strict;

-- Tokens by which programs act for people.
create table api_tokens (
  token_hash blob primary key not null,
  person_id  text not null references people (id),
  label      text not null,
  created_at integer not null,
  expires_at integer not null
) strict;

create index api_tokens_person on api_tokens (person_id);
