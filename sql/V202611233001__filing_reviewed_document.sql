create table filing_reviewed_document (
  id               char(36)     not null,
  review_case_id   char(36)     not null,
  government_path  varchar(500) not null,
  filed_case_id    char(36),
  maker_organ_id   char(36),
  maker_name       varchar(100) not null,
  document_title   varchar(200) not null,
  document_number  varchar(100),
  finding          varchar(20)  not null,
  unlawful_clauses longtext,
  higher_law       varchar(300),
  finding_reason   longtext,
  reviewed_on      date         not null,
  constraint pk_filing_reviewed_document primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_filing_reviewed_document_list on filing_reviewed_document (reviewed_on, id);
create index ix_filing_reviewed_document_filed on filing_reviewed_document (filed_case_id);
