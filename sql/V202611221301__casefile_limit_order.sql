-- By which document and by whom a clock was stopped, started again or lengthened.
alter table casefile_limit_pause add column order_no varchar(100);
alter table casefile_limit_pause add column approver varchar(100);
alter table casefile_limit_pause add column expected_on date;
alter table casefile_limit_pause add column resume_order_no varchar(100);

create table casefile_limit_extension (
  id char(36) not null,
  limit_id char(36) not null,
  days int not null,
  approver_id varchar(64) not null,
  approver varchar(100) not null,
  approved_on date not null,
  order_no varchar(100),
  reason varchar(1000) not null,
  constraint pk_casefile_limit_extension primary key (id),
  constraint fk_casefile_limit_extension_limit foreign key (limit_id) references casefile_limit (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_limit_extension_limit on casefile_limit_extension (limit_id, id);

alter table casefile_limit_version add column order_no varchar(100);
alter table casefile_limit_version add column effective_on date;
