create table document_letter (
  id            char(36)     not null,
  case_id       char(36)     not null,
  type          varchar(60)  not null,
  title         varchar(200) not null,
  state         varchar(10)  not null,
  letter_number varchar(100),
  issued_on     date,
  version       int          not null,
  draft_no      int          not null,
  levels        varchar(300) not null,
  docx_sha256   char(64),
  pdf_sha256    char(64),
  drafted_by    varchar(36)  not null,
  drafted_at    datetime     not null,
  void_reason   varchar(500),
  constraint pk_document_letter primary key (id),
  constraint uk_document_letter_number unique (letter_number)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_document_letter_case on document_letter (case_id, drafted_at);

create index ix_document_letter_docx on document_letter (docx_sha256);

create index ix_document_letter_pdf on document_letter (pdf_sha256);

create table document_letter_version (
  letter_id     char(36)     not null,
  draft_no      int          not null,
  field_values  longtext     not null,
  values_sha256 char(64)     not null,
  author_id     varchar(36)  not null,
  author_name   varchar(100) not null,
  written_at    datetime     not null,
  constraint pk_document_letter_version primary key (letter_id, draft_no),
  constraint fk_document_letter_version_letter foreign key (letter_id) references document_letter (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table document_letter_recipient (
  letter_id    char(36)     not null,
  party_id     varchar(36)  not null,
  name         varchar(200) not null,
  role         varchar(40)  not null,
  position_no  int          not null,
  constraint pk_document_letter_recipient primary key (letter_id, party_id),
  constraint fk_document_letter_recipient_letter foreign key (letter_id) references document_letter (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table document_approval (
  id                 char(36)      not null,
  letter_id          char(36)      not null,
  draft_no           int           not null,
  level              varchar(40)   not null,
  result             varchar(10)   not null,
  opinion            varchar(2000) not null,
  by_id              varchar(36)   not null,
  by_name            varchar(100)  not null,
  acted_at           datetime      not null,
  approved_on        date          not null,
  paper              boolean       not null,
  paper_approver     varchar(100),
  scan_attachment_id char(36),
  confirmed_by_id    varchar(36),
  confirmed_by_name  varchar(100),
  confirmed_at       datetime,
  voided             boolean       not null,
  constraint pk_document_approval primary key (id),
  constraint fk_document_approval_letter foreign key (letter_id) references document_letter (id),
  constraint fk_document_approval_scan foreign key (scan_attachment_id) references document_attachment (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_document_approval_letter on document_approval (letter_id, acted_at);

create table document_seal (
  id                 char(36)     not null,
  letter_id          char(36)     not null,
  seal               varchar(100) not null,
  copies             int          not null,
  keeper             varchar(100) not null,
  sealed_on          date         not null,
  scan_attachment_id char(36),
  by_id              varchar(36)  not null,
  by_name            varchar(100) not null,
  recorded_at        datetime     not null,
  constraint pk_document_seal primary key (id),
  constraint fk_document_seal_letter foreign key (letter_id) references document_letter (id),
  constraint fk_document_seal_scan foreign key (scan_attachment_id) references document_attachment (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_document_seal_letter on document_seal (letter_id);

create table document_service (
  id                     char(36)     not null,
  letter_id              char(36)     not null,
  recipient_id           varchar(36)  not null,
  method                 varchar(20)  not null,
  acted_on               date         not null,
  served_on              date         not null,
  evidence_attachment_id char(36),
  note                   varchar(1000),
  by_id                  varchar(36)  not null,
  by_name                varchar(100) not null,
  recorded_at            datetime     not null,
  constraint pk_document_service primary key (id),
  constraint uk_document_service_recipient unique (letter_id, recipient_id),
  constraint fk_document_service_recipient foreign key (letter_id, recipient_id) references document_letter_recipient (letter_id, party_id),
  constraint fk_document_service_evidence foreign key (evidence_attachment_id) references document_attachment (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
