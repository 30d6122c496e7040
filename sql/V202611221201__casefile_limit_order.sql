alter table casefile_limit add column end_on date;
alter table casefile_limit add column own_yellow int;
alter table casefile_limit add column own_red int;

create table casefile_limit_order (
  id char(36) not null,
  limit_id char(36) not null,
  limit_version int not null,
  kind varchar(12) not null,
  set_length int,
  end_on date,
  document_name varchar(200) not null,
  document_no varchar(60) not null,
  document_date date not null,
  remark varchar(1000),
  ordered_by varchar(64) not null,
  ordered_name varchar(100) not null,
  ordered_at datetime not null,
  constraint pk_casefile_limit_order primary key (id),
  constraint uk_casefile_limit_order_version unique (limit_id, limit_version),
  constraint fk_casefile_limit_order_limit foreign key (limit_id) references casefile_limit (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table casefile_limit_threshold (
  organ_id char(36) not null,
  rule varchar(32) not null,
  yellow int not null,
  red int not null,
  set_by varchar(64) not null,
  set_name varchar(100) not null,
  set_at datetime not null,
  version int not null,
  constraint pk_casefile_limit_threshold primary key (organ_id, rule)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
