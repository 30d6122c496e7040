create table document_attachment (
  id           char(36)     not null,
  case_id      char(36)     not null,
  task_id      varchar(64),
  label        varchar(100) not null,
  file_name    varchar(255) not null,
  media_type   varchar(100) not null,
  byte_size    bigint       not null,
  sha256       char(64)     not null,
  part         varchar(10)  not null,
  uploaded_by  varchar(36)  not null,
  uploaded_at  datetime     not null,
  constraint pk_document_attachment primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_document_attachment_case on document_attachment (case_id, uploaded_at);

create index ix_document_attachment_sha on document_attachment (sha256);
