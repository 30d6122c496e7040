create table document_electronic_seal (
  id          char(36)     not null,
  letter_id   char(36)     not null,
  seal        varchar(200) not null,
  port        varchar(100) not null,
  certificate varchar(200) not null,
  placeholder boolean      not null,
  file_sha256 char(64)     not null,
  media_type  varchar(100) not null,
  by_id       varchar(36)  not null,
  by_name     varchar(100) not null,
  sealed_at   datetime     not null,
  constraint pk_document_electronic_seal primary key (id),
  constraint uk_document_electronic_seal_letter unique (letter_id),
  constraint fk_document_electronic_seal_letter foreign key (letter_id) references document_letter (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_document_electronic_seal_file on document_electronic_seal (file_sha256);
