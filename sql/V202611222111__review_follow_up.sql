create table review_follow_up (
  id char(36) not null,
  case_id char(36) not null,
  kind varchar(30) not null,
  happened_on date not null,
  result varchar(40),
  party_id char(36),
  place varchar(200),
  remark longtext,
  recorded_by char(36) not null,
  recorded_by_name varchar(100) not null,
  recorded_at datetime not null,
  constraint pk_review_follow_up primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_review_follow_up_case on review_follow_up (case_id, happened_on, id);

create table review_publication (
  case_id char(36) not null,
  title varchar(200) not null,
  body longtext not null,
  proposed_by char(36) not null,
  proposed_by_name varchar(100) not null,
  proposed_at datetime not null,
  checked_by char(36),
  checked_by_name varchar(100),
  published_on date,
  version int not null,
  constraint pk_review_publication primary key (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_review_publication_published on review_publication (published_on, case_id);

create view review_v_publication as
select case_id, title, body, published_on
from review_publication
where published_on is not null;

create table review_mediation (
  id char(36) not null,
  case_id char(36) not null,
  proposed_by varchar(20) not null,
  started_on date not null,
  paused_limit_id char(36),
  mediated_on date,
  place varchar(200),
  persons varchar(300),
  concessions longtext,
  result varchar(20),
  effective_on date,
  ended_on date,
  version int not null,
  constraint pk_review_mediation primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_review_mediation_case on review_mediation (case_id, started_on, id);

create table review_mediation_signature (
  mediation_id char(36) not null,
  party_id char(36) not null,
  signed_on date not null,
  recorded_by char(36) not null,
  recorded_at datetime not null,
  constraint pk_review_mediation_signature primary key (mediation_id, party_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
