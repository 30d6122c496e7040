create table review_evidence (
  id            char(36)      not null,
  case_id       char(36)      not null,
  party_role    varchar(20)   not null,
  title         varchar(200)  not null,
  proves        varchar(1000) not null,
  pages         int,
  received_on   date          not null,
  late          boolean       not null,
  admitted      boolean,
  reason        varchar(1000),
  attachment_id char(36),
  position      int           not null,
  entered_by    varchar(36)   not null,
  entered_at    datetime      not null,
  constraint pk_review_evidence primary key (id),
  constraint uk_review_evidence_position unique (case_id, position)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
