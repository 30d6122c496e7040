create table review_procedure (
  case_id char(36) not null,
  handling varchar(20) not null,
  suggested varchar(20) not null,
  ground varchar(20) not null,
  facts varchar(200) not null,
  amount decimal(15,2),
  reason varchar(500),
  converted_on date,
  convert_reason varchar(2000),
  version int not null,
  constraint pk_review_procedure primary key (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
