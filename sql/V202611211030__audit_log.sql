-- The log: one chain over everything and one stream per case. Rows are only ever added (src/docs/adr/0003-log-format.md).
create table audit_entry (
  seq bigint not null,
  case_id char(36),
  case_seq bigint,
  recorded_at datetime not null,
  actor_id varchar(36) not null,
  kind varchar(80) not null,
  legal_date date,
  payload longtext not null,
  prev_hash char(64) not null,
  hash char(64) not null,
  constraint pk_audit_entry primary key (seq),
  constraint uk_audit_entry_case unique (case_id, case_seq)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_audit_entry_actor on audit_entry (actor_id, seq);
create index ix_audit_entry_kind on audit_entry (kind, seq);

-- Values that name a person. The chain holds only salted digests of them, so that they can be destroyed.
create table audit_personal (
  entry_seq bigint not null,
  name varchar(60) not null,
  salt char(32) not null,
  content longtext not null,
  constraint pk_audit_personal primary key (entry_seq, name),
  constraint fk_audit_personal_entry foreign key (entry_seq) references audit_entry (seq)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- One row, locked last in every act: where the chain ends.
create table audit_head (
  id int not null,
  seq bigint not null,
  hash char(64) not null,
  constraint pk_audit_head primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

insert into audit_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
