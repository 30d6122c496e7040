create table review_intake (
  case_id char(36) not null,
  admin_field varchar(30),
  maker_kind varchar(30),
  posted_on date,
  agency_received_on date,
  known_how varchar(20),
  rights_told boolean not null,
  rights_told_on date,
  requested_on date,
  duty_due_on date,
  urgent boolean not null,
  window_days int,
  window_statute varchar(100),
  obstacle_from date,
  obstacle_to date,
  obstacle_reason varchar(500),
  real_estate boolean not null,
  respondent_kept boolean not null,
  elected_on date,
  version int not null,
  constraint pk_review_intake primary key (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_review_intake_admin_field on review_intake (admin_field);

create table review_condition (
  case_id char(36) not null,
  condition_code varchar(20) not null,
  met boolean not null,
  reason varchar(1000),
  checked_by char(36) not null,
  checked_at datetime not null,
  constraint pk_review_condition primary key (case_id, condition_code)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
