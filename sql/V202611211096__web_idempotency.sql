-- Answers to creating requests that carried an Idempotency-Key, written in the transaction of the creation itself.
create table web_idempotency (
  login varchar(50) not null,
  request_key varchar(100) not null,
  request_digest char(64) not null,
  created_at datetime not null,
  status int,
  location varchar(500),
  content_type varchar(100),
  body longtext,
  constraint pk_web_idempotency primary key (login, request_key)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_web_idempotency_created on web_idempotency (created_at);
