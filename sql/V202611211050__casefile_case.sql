create table casefile_case (
  id char(36) not null,
  area varchar(16) not null,
  kind varchar(64) not null,
  register_no varchar(64) not null,
  case_no varchar(64),
  query_code varchar(32) not null,
  title varchar(400) not null,
  title_sort varchar(400) not null,
  search_text mediumtext not null,
  state varchar(16) not null,
  outcome varchar(64),
  stage varchar(64),
  procedure_code varchar(32),
  government_id char(36) not null,
  government_path varchar(255) not null,
  unit_id char(36) not null,
  received_on date not null,
  closed_on date,
  archived_on date,
  registered_by varchar(64) not null,
  registered_at datetime not null,
  version int not null,
  constraint pk_casefile_case primary key (id),
  constraint uk_casefile_case_register unique (government_id, register_no),
  constraint uk_casefile_case_number unique (case_no),
  constraint uk_casefile_case_query unique (query_code)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_case_received on casefile_case (government_id, received_on, id);
create index ix_casefile_case_path on casefile_case (government_path, received_on, id);
create index ix_casefile_case_title on casefile_case (government_id, title_sort, id);

create table casefile_party (
  id char(36) not null,
  case_id char(36) not null,
  seq int not null,
  role varchar(16) not null,
  kind varchar(16) not null,
  name varchar(200) not null,
  organ_id char(36),
  agent_of char(36),
  id_number_sealed varchar(500),
  id_number_key varchar(32),
  id_number_index varchar(64),
  phone_sealed varchar(500),
  phone_key varchar(32),
  phone_index varchar(64),
  email varchar(254),
  address varchar(400),
  left_on date,
  version int not null,
  constraint pk_casefile_party primary key (id),
  constraint fk_casefile_party_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_party_case on casefile_party (case_id, seq);
create index ix_casefile_party_id_number on casefile_party (id_number_index);
create index ix_casefile_party_phone on casefile_party (phone_index);
create index ix_casefile_party_organ on casefile_party (organ_id, case_id);

create table casefile_case_organ (
  case_id char(36) not null,
  organ_id char(36) not null,
  relation varchar(16) not null,
  since date,
  constraint pk_casefile_case_organ primary key (case_id, organ_id, relation),
  constraint fk_casefile_case_organ_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_case_organ_organ on casefile_case_organ (organ_id, case_id);

create table casefile_handler (
  case_id char(36) not null,
  user_id varchar(64) not null,
  kind varchar(16) not null,
  named_by varchar(64) not null,
  named_at datetime not null,
  constraint pk_casefile_handler primary key (case_id, user_id),
  constraint fk_casefile_handler_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_handler_user on casefile_handler (user_id, case_id);

create table casefile_recusal (
  case_id char(36) not null,
  user_id varchar(64) not null,
  reason varchar(1000) not null,
  recused_by varchar(64) not null,
  recused_at datetime not null,
  constraint pk_casefile_recusal primary key (case_id, user_id),
  constraint fk_casefile_recusal_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_recusal_user on casefile_recusal (user_id, case_id);

create table casefile_link (
  id char(36) not null,
  case_id char(36) not null,
  other_id char(36) not null,
  kind varchar(16) not null,
  remark varchar(400),
  linked_by varchar(64) not null,
  linked_at datetime not null,
  constraint pk_casefile_link primary key (id),
  constraint uk_casefile_link_pair unique (case_id, other_id, kind),
  constraint fk_casefile_link_case foreign key (case_id) references casefile_case (id),
  constraint fk_casefile_link_other foreign key (other_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_link_other on casefile_link (other_id);

create table casefile_note (
  id char(36) not null,
  case_id char(36) not null,
  body mediumtext not null,
  author_id varchar(64) not null,
  author_name varchar(100) not null,
  written_at datetime not null,
  constraint pk_casefile_note primary key (id),
  constraint fk_casefile_note_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_note_case on casefile_note (case_id, id);

create table casefile_key_date (
  case_id char(36) not null,
  name varchar(64) not null,
  on_date date not null,
  version int not null,
  constraint pk_casefile_key_date primary key (case_id, name),
  constraint fk_casefile_key_date_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table casefile_key_date_change (
  case_id char(36) not null,
  name varchar(64) not null,
  version int not null,
  on_date date not null,
  set_by varchar(64) not null,
  set_by_name varchar(100) not null,
  set_at datetime not null,
  constraint pk_casefile_key_date_change primary key (case_id, name, version)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table casefile_gram (
  gram varchar(8) not null,
  case_id char(36) not null,
  constraint pk_casefile_gram primary key (gram, case_id),
  constraint fk_casefile_gram_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_gram_case on casefile_gram (case_id);
