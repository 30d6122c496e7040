create table review_order (
  id char(36) not null,
  case_id char(36) not null,
  kind varchar(20) not null,
  ground varchar(30),
  facts varchar(4000) not null,
  evidence varchar(1000),
  days int,
  asked_on date,
  expected_on date,
  state varchar(20) not null,
  order_no varchar(100),
  ordered_on date,
  ended_on date,
  proposed_by varchar(36) not null,
  proposed_name varchar(100) not null,
  proposed_at datetime not null,
  version int not null,
  constraint pk_review_order primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_review_order_case on review_order (case_id, kind);
