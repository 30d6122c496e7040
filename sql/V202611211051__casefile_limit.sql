create table casefile_limit (
  id char(36) not null,
  case_id char(36) not null,
  rule varchar(32) not null,
  activity_id varchar(100),
  scope_id varchar(64),
  state varchar(16) not null,
  start_fact varchar(64) not null,
  start_on date not null,
  set_length int,
  set_unit varchar(16),
  extension_days int not null,
  due_on date,
  yellow_on date,
  red_on date,
  unit varchar(16) not null,
  provisional boolean not null,
  calendar_version varchar(64) not null,
  paused_on date,
  met_on date,
  has_timer boolean not null,
  version int not null,
  constraint pk_casefile_limit primary key (id),
  constraint uk_casefile_limit_scope unique (scope_id, activity_id, case_id),
  constraint fk_casefile_limit_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_limit_case on casefile_limit (case_id, id);
create index ix_casefile_limit_due on casefile_limit (state, due_on, id);

create table casefile_limit_version (
  limit_id char(36) not null,
  version int not null,
  change_kind varchar(16) not null,
  cause varchar(64) not null,
  reason varchar(1000),
  actor_id varchar(64) not null,
  actor_name varchar(100) not null,
  changed_at datetime not null,
  state_before varchar(16),
  state_after varchar(16) not null,
  due_before date,
  due_after date,
  yellow_after date,
  red_after date,
  provisional boolean not null,
  calendar_version varchar(64) not null,
  inputs mediumtext not null,
  constraint pk_casefile_limit_version primary key (limit_id, version),
  constraint fk_casefile_limit_version_limit foreign key (limit_id) references casefile_limit (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table casefile_limit_pause (
  id char(36) not null,
  limit_id char(36) not null,
  from_on date not null,
  to_on date,
  ground varchar(32) not null,
  reason varchar(1000),
  opened_by varchar(64) not null,
  closed_by varchar(64),
  constraint pk_casefile_limit_pause primary key (id),
  constraint fk_casefile_limit_pause_limit foreign key (limit_id) references casefile_limit (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_limit_pause_limit on casefile_limit_pause (limit_id, from_on, id);

create table casefile_limit_setting (
  case_id char(36) not null,
  rule varchar(32) not null,
  set_length int not null,
  set_unit varchar(16) not null,
  constraint pk_casefile_limit_setting primary key (case_id, rule),
  constraint fk_casefile_limit_setting_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
