create table review_incidental (
  id               char(36)      not null,
  case_id          char(36)      not null,
  position         int           not null,
  origin           varchar(12)   not null,
  requested_on     date,
  document_title   varchar(200)  not null,
  document_number  varchar(100),
  document_kind    varchar(30)   not null,
  maker_organ_id   char(36),
  maker_name       varchar(100)  not null,
  clauses          longtext not null,
  doubts           longtext not null,
  competence       varchar(12),
  competent_organ  varchar(100),
  refusal_ground   varchar(20),
  state            varchar(12)   not null,
  suspended_on     date,
  answered_on      date,
  maker_answer     longtext,
  explained_on     date,
  answer_missing   boolean       not null,
  finding          varchar(20),
  unlawful_clauses longtext,
  higher_law       varchar(300),
  finding_reason   longtext,
  result_no        varchar(100),
  concluded_on     date,
  proposed_by      varchar(36)   not null,
  proposed_at      datetime      not null,
  version          int           not null,
  constraint pk_review_incidental primary key (id),
  constraint uk_review_incidental_position unique (case_id, position)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create view review_v_incidental as
select id, case_id, document_title, document_number, document_kind, maker_organ_id, maker_name, state, finding,
       unlawful_clauses, higher_law, finding_reason, result_no, concluded_on
from review_incidental;
