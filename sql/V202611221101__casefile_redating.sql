-- A change of the calendar that re-dates open limits: proposed with its preview, decided by a second person, then applied
-- case by case. due_at says when there is work to do on it.
create table casefile_redating (
  id char(36) not null,
  calendar_year int not null,
  year_version int not null,
  notice varchar(120) not null,
  notice_number varchar(60) not null,
  state varchar(16) not null,
  calendar_version varchar(64),
  proposed_by varchar(36) not null,
  proposed_by_name varchar(100) not null,
  proposed_at datetime not null,
  previewed_at datetime not null,
  limit_count bigint not null,
  decided_by varchar(36),
  decided_by_name varchar(100),
  decided_at datetime,
  reason varchar(1000),
  due_at datetime,
  cases_done bigint not null,
  limits_done bigint not null,
  applied_at datetime,
  constraint pk_casefile_redating primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_redating_due on casefile_redating (due_at, id);
create index ix_casefile_redating_proposed on casefile_redating (proposed_at, id);

create table casefile_redating_move (
  redating_id char(36) not null,
  position int not null,
  limit_id char(36) not null,
  case_id char(36) not null,
  case_number varchar(100) not null,
  rule varchar(40) not null,
  kind varchar(16) not null,
  due_before date,
  due_after date,
  light_before varchar(8) not null,
  light_after varchar(8) not null,
  provisional_before boolean not null,
  provisional_after boolean not null,
  constraint pk_casefile_redating_move primary key (redating_id, position),
  constraint fk_casefile_redating_move foreign key (redating_id) references casefile_redating (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_redating_move_kind on casefile_redating_move (redating_id, kind, position);
