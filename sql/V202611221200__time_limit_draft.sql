alter table time_limit_rule add column organ_id char(36);

create table time_limit_draft (
  id char(36) not null,
  kind varchar(12) not null,
  state varchar(12) not null,
  rule_id varchar(40) not null,
  organ_id char(36),
  valid_from date not null,
  valid_to date,
  limit_length int,
  lead_length int not null,
  method varchar(30) not null,
  unit varchar(12) not null,
  max_extension int not null,
  extension_free boolean not null,
  pausable boolean not null,
  article varchar(60) not null,
  basis varchar(200) not null,
  basis_en varchar(200) not null,
  meaning varchar(200) not null,
  meaning_en varchar(200) not null,
  start_event varchar(120) not null,
  start_event_en varchar(120) not null,
  on_lapse varchar(30) not null,
  yellow int not null,
  red int not null,
  remark varchar(1000) not null,
  drafted_by varchar(64) not null,
  edited_by varchar(64) not null,
  edited_name varchar(100) not null,
  edited_at datetime not null,
  decided_by varchar(64),
  decided_name varchar(100),
  decided_at datetime,
  version int not null,
  constraint pk_time_limit_draft primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_time_limit_draft_rule on time_limit_draft (rule_id, id);
create index ix_time_limit_draft_state on time_limit_draft (state, id);

create table time_limit_example (
  draft_id char(36) not null,
  seq int not null,
  start_on date not null,
  pauses varchar(1000) not null,
  extension int not null,
  set_length int,
  set_unit varchar(12),
  expected varchar(40) not null,
  constraint pk_time_limit_example primary key (draft_id, seq),
  constraint fk_time_limit_example_draft foreign key (draft_id) references time_limit_draft (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
