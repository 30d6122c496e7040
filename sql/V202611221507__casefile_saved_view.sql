-- A list with its filters under a name. With owner_id it is a person's own; without, everybody of the government has it.
create table casefile_saved_view (
  id char(36) not null,
  page varchar(8) not null,
  owner_id char(36),
  government_id char(36) not null,
  name varchar(60) not null,
  filters varchar(1000) not null,
  starred boolean not null,
  saved_by char(36) not null,
  saved_at datetime not null,
  version int not null,
  constraint pk_casefile_saved_view primary key (id),
  constraint ck_casefile_saved_view_page check (page in ('TASKS', 'CASES'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_saved_view_owner on casefile_saved_view (owner_id, page, name);
create index ix_casefile_saved_view_unit on casefile_saved_view (government_id, page, owner_id, name);
