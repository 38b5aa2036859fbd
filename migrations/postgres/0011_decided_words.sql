-- What the statement of a key point said when its state was decided: a decision holds for those words. Null while it is captured.
-- Of what was decided before, nobody knows in which words; those that it has now are taken for them.
alter table key_points add column decided_statement text;
update key_points set decided_statement = statement where state <> 'captured';
