-- Values that the whole installation shares, such as the storage id that nodes tell their peers.
create table settings (
  name       text primary key not null,
  value      text not null,
  written_at bigint not null
);
