create table review_third_party (
  id             char(36)      not null,
  case_id        char(36)      not null,
  state          varchar(12)   not null,
  asked_to_join  boolean       not null,
  asked_on       date,
  kind           varchar(12)   not null,
  name           varchar(200)  not null,
  organ_id       char(36),
  address        varchar(400),
  interest       varchar(1000) not null,
  contact        varchar(100),
  opinion        varchar(1000),
  decided_by     varchar(36),
  decided_on     date,
  party_id       char(36),
  told_on        date,
  told_way       varchar(12),
  proposed_by    varchar(36)   not null,
  proposed_at    datetime      not null,
  version        int           not null,
  constraint pk_review_third_party primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_review_third_party_case on review_third_party (case_id);
