-- Where driven time stands (demonstration and tests only). One row.
create table engine_clock (
  name varchar(20) not null,
  stands_at datetime not null,
  constraint pk_engine_clock primary key (name)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
