create table casefile_submission (
  id char(36) not null,
  case_id char(36) not null,
  task_id varchar(64),
  process_key varchar(64) not null,
  task_key varchar(100) not null,
  form_id varchar(100) not null,
  form_version int not null,
  values_sealed longtext not null,
  values_key varchar(32) not null,
  digest char(64) not null,
  form_key varchar(64),
  actor_id varchar(64) not null,
  actor_name varchar(100) not null,
  submitted_at datetime not null,
  constraint pk_casefile_submission primary key (id),
  constraint uk_casefile_submission_task unique (task_id),
  constraint uk_casefile_submission_form_key unique (form_key),
  constraint fk_casefile_submission_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_submission_case on casefile_submission (case_id, id);

create table casefile_draft (
  task_id varchar(64) not null,
  user_id varchar(64) not null,
  values_sealed longtext not null,
  values_key varchar(32) not null,
  saved_at datetime not null,
  constraint pk_casefile_draft primary key (task_id, user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
