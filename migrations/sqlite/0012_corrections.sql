-- What a key point is and how the room stood to it may be unsaid: null until somebody says so. What was written stays.
alter table key_points rename column kind to kind_before;
alter table key_points rename column stance to stance_before;
alter table key_points add column kind text check (kind in ('call-to-action', 'observation'));
alter table key_points add column stance text check (stance in ('convergence', 'divergence', 'proposal'));
update key_points set kind = kind_before, stance = stance_before;
alter table key_points drop column kind_before;
alter table key_points drop column stance_before;

-- What an editor says of a key point beside the notes, which stay as they are. What is null here is as the notes have it.
create table key_point_corrections (
  edition_id      text not null,
  session_id      text not null,
  key_point_id    text not null,
  -- The editor's wording.
  statement       text,
  -- What the notes said when it was corrected: where they say something else by now, an editor looks again.
  noted_statement text not null,
  themes_json     text,
  -- Empty where it calls on nobody.
  addressee       text,
  kind            text check (kind in ('call-to-action', 'observation')),
  stance          text check (stance in ('convergence', 'divergence', 'proposal')),
  -- The name of whoever said it; empty where nobody is named.
  attributed_to   text,
  corrected_by    text not null references people (id),
  corrected_at    integer not null,
  primary key (edition_id, session_id, key_point_id),
  foreign key (edition_id, session_id, key_point_id) references key_points (edition_id, session_id, id)
) strict;
