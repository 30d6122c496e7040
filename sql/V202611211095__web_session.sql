-- Sessions survive a restart and are shared by nodes. Columns as Spring Session JDBC names them.
create table web_session (
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  constraint pk_web_session primary key (primary_id),
  constraint uk_web_session_session unique (session_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_web_session_expiry on web_session (expiry_time);
create index ix_web_session_principal on web_session (principal_name);

create table web_session_attribute (
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes longblob not null,
  constraint pk_web_session_attribute primary key (session_primary_id, attribute_name),
  constraint fk_web_session_attribute_session foreign key (session_primary_id)
    references web_session (primary_id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
