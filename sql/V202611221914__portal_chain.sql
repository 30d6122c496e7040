-- How an organ makes its answer to a task of its own: 分办, 办理, 审签, 报送. Its content is encrypted and belongs to the
-- organ until it is handed in.
create table portal_chain (
  task_id varchar(64) not null,
  case_id char(36) not null,
  organ_id char(36) not null,
  task_name varchar(200) not null,
  state varchar(12) not null,
  handler_id varchar(36) not null,
  handler_name varchar(100) not null,
  signer_id varchar(36),
  signer_name varchar(100),
  content longtext not null,
  content_key varchar(40) not null,
  changed_at datetime not null,
  version int not null,
  constraint pk_portal_chain primary key (task_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_portal_chain_handler on portal_chain (handler_id, state);
create index ix_portal_chain_signer on portal_chain (signer_id, state);

-- Evidence that the organ gathers for its answer; it goes into the list of the case when the answer is handed in.
create table portal_chain_evidence (
  id char(36) not null,
  task_id varchar(64) not null,
  name varchar(200) not null,
  proves varchar(1000) not null,
  pages int,
  deposit_id char(36),
  constraint pk_portal_chain_evidence primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_portal_chain_evidence_task on portal_chain_evidence (task_id, id);

create table portal_chain_step (
  id char(36) not null,
  task_id varchar(64) not null,
  act varchar(12) not null,
  by_id varchar(36) not null,
  by_name varchar(100) not null,
  to_name varchar(100),
  remark varchar(1000),
  done_at datetime not null,
  constraint pk_portal_chain_step primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_portal_chain_step_task on portal_chain_step (task_id, id);
