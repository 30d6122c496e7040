create table review_committee_member (
  id            char(36)     not null,
  government_id varchar(36)  not null,
  name          varchar(50)  not null,
  organization  varchar(100) not null,
  post          varchar(100),
  expertise     varchar(200) not null,
  active        boolean      not null,
  entered_by    varchar(36)  not null,
  entered_at    datetime     not null,
  version       int          not null,
  constraint pk_review_committee_member primary key (id),
  constraint uk_review_committee_member_name unique (government_id, name, organization)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table review_committee_trait (
  case_id char(36)      not null,
  traits  varchar(100)  not null,
  reason  varchar(1000) not null,
  set_by  varchar(36)   not null,
  set_at  datetime      not null,
  version int           not null,
  constraint pk_review_committee_trait primary key (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table review_consultation (
  id          char(36)      not null,
  case_id     char(36)      not null,
  position    int           not null,
  state       varchar(12)   not null,
  compulsory  boolean       not null,
  grounds     varchar(100)  not null,
  questions   varchar(2000) not null,
  documents   varchar(1000) not null,
  approval    varchar(1000),
  manner      varchar(10),
  planned_on  date,
  place       varchar(200),
  members     varchar(1000),
  kept_out    varchar(1000),
  given_on    date,
  attended    varchar(1000),
  votes_for   int,
  votes_against int,
  abstentions int,
  opinion     longtext,
  differences varchar(2000),
  paper_id    char(36),
  adoption    varchar(10),
  explanation varchar(2000),
  remark      varchar(1000),
  proposed_by varchar(36)   not null,
  proposed_at datetime      not null,
  version     int           not null,
  constraint pk_review_consultation primary key (id),
  constraint uk_review_consultation_position unique (case_id, position)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
