-- A conference track. Columns named `*_json` hold JSON that is only ever read as a whole.
create table tracks (
  id                text primary key not null,
  -- Object: language to words.
  title_json        text not null,
  -- Array of languages.
  languages_json    text not null,
  original_language text not null
) strict;

-- One year's edition of a track.
create table editions (
  id                text primary key not null,
  track_id          text not null references tracks (id),
  title             text not null,
  forum             text,
  theme             text,
  overarching_theme text,
  place             text,
  timezone          text,
  -- Days, YYYY-MM-DD, local to the place.
  from_day          text,
  to_day            text,
  -- Array of texts.
  organisers_json   text not null
) strict;

create index editions_track on editions (track_id);

-- What an edition sorts its key points by.
create table themes (
  edition_id text not null references editions (id),
  id         text not null,
  position   integer not null,
  -- Object: language to words.
  label_json text not null,
  primary key (edition_id, id)
) strict;

-- Whom key points of an edition call on.
create table addressees (
  edition_id text not null references editions (id),
  id         text not null,
  position   integer not null,
  -- Object: language to words.
  label_json text not null,
  primary key (edition_id, id)
) strict;

-- What is on the programme of an edition, and how far the notes are.
create table sessions (
  edition_id  text not null references editions (id),
  id          text not null,
  position    integer not null,
  title       text,
  kind        text not null check (kind in ('session', 'roundtable', 'regional', 'closing')),
  event       text,
  place       text,
  timezone    text,
  -- Local to the time zone: YYYY-MM-DD or YYYY-MM-DDTHH:MM.
  starts      text,
  ends        text,
  region      text,
  attribution text not null check (attribution in ('named', 'chatham-house')),
  remark      text,
  state       text not null check (state in ('planned', 'assigned', 'live', 'submitted', 'confirmed', 'locked')),
  -- Counted in the notes when they were last projected.
  characters  integer not null default 0,
  -- The last chunk of the notes that the key points were projected from.
  projected_seq integer not null default 0,
  primary key (edition_id, id)
) strict;

-- Who is on the programme of a session.
create table participants (
  edition_id  text not null,
  session_id  text not null,
  position    integer not null,
  -- The opaque name that notes know the participant by.
  id          text not null,
  name        text not null,
  role        text not null,
  affiliation text,
  remote      integer not null check (remote in (0, 1)),
  primary key (edition_id, session_id, position),
  foreign key (edition_id, session_id) references sessions (edition_id, id)
) strict;

-- Recordings of a session. Sources of key points name them by position.
create table recordings (
  edition_id text not null,
  session_id text not null,
  position   integer not null,
  url        text not null,
  -- Local to the session's time zone.
  starts_at  text,
  primary key (edition_id, session_id, position),
  foreign key (edition_id, session_id) references sessions (edition_id, id)
) strict;

-- The questions that a session was called to discuss.
create table policy_questions (
  edition_id text not null,
  session_id text not null,
  position   integer not null,
  question   text not null,
  primary key (edition_id, session_id, position),
  foreign key (edition_id, session_id) references sessions (edition_id, id)
) strict;

-- Pages about a session.
create table links (
  edition_id text not null,
  session_id text not null,
  position   integer not null,
  url        text not null,
  primary key (edition_id, session_id, position),
  foreign key (edition_id, session_id) references sessions (edition_id, id)
) strict;

-- What is due in an edition.
create table deadlines (
  edition_id text not null references editions (id),
  id         text not null,
  label      text not null,
  session_id text,
  opens_at   integer,
  due_at     integer not null,
  primary key (edition_id, id),
  foreign key (edition_id, session_id) references sessions (edition_id, id)
) strict;

-- Files that were imported. The last one of an edition changes nothing when it is imported again.
create table imports (
  edition_id  text not null references editions (id),
  number      integer not null,
  file_sha256 blob not null,
  imported_at integer not null,
  primary key (edition_id, number)
) strict;
