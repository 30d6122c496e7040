create table review_decision (
  case_id char(36) not null,
  outcome varchar(40) not null,
  grounds varchar(400) not null,
  articles varchar(400) not null,
  measures varchar(200) not null,
  ordered_days int,
  worse varchar(20),
  third_party_proof boolean not null,
  compensation varchar(20) not null,
  final_basis varchar(200),
  approval_form varchar(20),
  respondent_served_on date,
  drafted_by char(36) not null,
  drafted_at datetime not null,
  version int not null,
  constraint pk_review_decision primary key (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table review_discussion (
  id char(36) not null,
  case_id char(36) not null,
  discussed_on date not null,
  host varchar(50) not null,
  members varchar(500) not null,
  recorder varchar(50) not null,
  opinions longtext not null,
  conclusion varchar(1000) not null,
  recorded_by char(36) not null,
  recorded_by_name varchar(100) not null,
  recorded_at datetime not null,
  constraint pk_review_discussion primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_review_discussion_case on review_discussion (case_id, discussed_on);
