create table review_case (
  case_id char(36) not null,
  channel varchar(30) not null,
  act_name varchar(300) not null,
  act_number varchar(100),
  act_kind varchar(30) not null,
  act_made_on date,
  known_on date,
  requests varchar(2000) not null,
  reasons varchar(4000) not null,
  prerequisite_ground varchar(30),
  document_name varchar(200),
  compensation boolean not null,
  enterprise boolean not null,
  acceptance varchar(20),
  refusal_ground varchar(40),
  accepted_on date,
  deemed boolean not null,
  replied_on date,
  reply_missing boolean not null,
  views_method varchar(20),
  views_on date,
  outcome varchar(40),
  grounds varchar(400),
  decided_on date,
  decision_overdue boolean not null,
  performed varchar(20),
  performed_on date,
  archive_no varchar(60),
  retention varchar(20),
  version int not null,
  constraint pk_review_case primary key (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create view review_v_case as
select case_id, channel, act_name, act_number, act_kind, prerequisite_ground, enterprise, acceptance, accepted_on, deemed,
       reply_missing, outcome, decided_on, decision_overdue, performed, performed_on
from review_case;
