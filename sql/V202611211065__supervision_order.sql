create table supervision_light (
  id char(36) not null,
  government_id char(36) not null,
  organ_id char(36) not null,
  lit_month char(7) not null,
  colour varchar(10) not null,
  reason varchar(40) not null,
  source_case varchar(200),
  happened_on date not null,
  case_id char(36) not null,
  recorded_by char(36) not null,
  recorded_at datetime not null,
  constraint pk_supervision_light primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_supervision_light_board on supervision_light (government_id, lit_month, organ_id);

create table supervision_order (
  case_id char(36) not null,
  light_id char(36) not null,
  organ_id char(36) not null,
  urgency varchar(20),
  subject varchar(200) not null,
  facts longtext not null,
  basis varchar(1000),
  requirements longtext,
  reply_length int,
  reply_unit varchar(20),
  signed_on date,
  signed_by varchar(100),
  reply_overdue boolean not null,
  cause_code varchar(40),
  cause longtext,
  measures longtext,
  replied_on date,
  review varchar(20),
  review_opinion longtext,
  rounds int not null,
  closed_on date,
  version int not null,
  constraint pk_supervision_order primary key (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create view supervision_v_order as
select case_id, organ_id, urgency, subject, reply_overdue, signed_on, replied_on, review, closed_on from supervision_order;
