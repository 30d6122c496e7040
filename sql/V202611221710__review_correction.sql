create table review_correction (
  case_id char(36) not null,
  kinds varchar(200) not null,
  items varchar(2000),
  days int not null,
  days_reason varchar(500),
  proven boolean not null,
  proof varchar(20),
  proof_note varchar(1000),
  version int not null,
  constraint pk_review_correction primary key (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
