create table review_archive (
  case_id char(36) not null,
  archive_no varchar(60) not null,
  retention varchar(20) not null,
  volumes int not null,
  main_pages int not null,
  secondary_pages int not null,
  remark varchar(1000),
  filed_on date not null,
  filed_by char(36) not null,
  filed_by_name varchar(100) not null,
  constraint pk_review_archive primary key (case_id),
  constraint uk_review_archive_no unique (archive_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
