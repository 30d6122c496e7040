-- Who runs a job of which the cluster wants only one at a time. Real time, never driven.
create table engine_lease (
  name varchar(64) not null,
  lock_until datetime(3) not null,
  locked_at datetime(3) not null,
  locked_by varchar(255) not null,
  constraint pk_engine_lease primary key (name)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
