-- Files left before there is a case. They go into the case, or away with their place.
create table document_deposit (
  id char(36) not null,
  place varchar(80) not null,
  label varchar(100) not null,
  file_name varchar(255) not null,
  media_type varchar(100) not null,
  byte_size bigint not null,
  sha256 char(64) not null,
  left_at datetime not null,
  constraint pk_document_deposit primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_document_deposit_place on document_deposit (place, left_at);
create index ix_document_deposit_sha on document_deposit (sha256);
