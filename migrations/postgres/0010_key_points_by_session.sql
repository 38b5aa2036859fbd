-- A key point's id is made on a device, and whoever may write the notes of one session can copy it from those of another: its name is
-- the id within its session.
alter table decisions drop constraint decisions_key_point_id_fkey;
alter table decisions drop constraint decisions_pkey;
alter table decisions add column edition_id text, add column session_id text;
update decisions d set edition_id = k.edition_id, session_id = k.session_id from key_points k where k.id = d.key_point_id;
alter table decisions alter column edition_id set not null, alter column session_id set not null;

alter table key_points drop constraint key_points_pkey;
alter table key_points add primary key (edition_id, session_id, id);
alter table decisions add primary key (edition_id, session_id, key_point_id, number);
alter table decisions add foreign key (edition_id, session_id, key_point_id) references key_points (edition_id, session_id, id);

create index key_points_id on key_points (edition_id, id);

-- Null where the document was written before it named sessions: then the key point that was marked first is meant.
alter table key_point_uses add column session_id text;
