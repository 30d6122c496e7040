create table casefile_page_count (
  case_id char(36) not null,
  source_id char(36) not null,
  pages int not null,
  counted_by char(36) not null,
  counted_at datetime not null,
  constraint pk_casefile_page_count primary key (case_id, source_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
