create index ix_review_case_act_name on review_case (act_name);

create index ix_review_case_act_number on review_case (act_number);

create table review_similar (
  case_id char(36) not null,
  other_id char(36) not null,
  judgement varchar(20) not null,
  reason varchar(500) not null,
  judged_by char(36) not null,
  judged_at datetime not null,
  constraint pk_review_similar primary key (case_id, other_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table review_joinder (
  id char(36) not null,
  lead_id char(36) not null,
  case_id char(36) not null,
  reason varchar(500) not null,
  joined_on date not null,
  joined_by char(36) not null,
  undone_on date,
  undone_reason varchar(500),
  undone_by char(36),
  version int not null,
  constraint pk_review_joinder primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_review_joinder_lead on review_joinder (lead_id);

create index ix_review_joinder_case on review_joinder (case_id);
