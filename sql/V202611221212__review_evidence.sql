-- 证据目录: what a side of a case handed in to prove something, with the file where there is one. LATE evidence came after
-- the time for it (行政复议法 art. 70, 实施条例 art. 47).
create table review_evidence (
  id char(36) not null,
  case_id char(36) not null,
  party_role varchar(16) not null,
  seq int not null,
  name varchar(200) not null,
  proves varchar(1000) not null,
  pages int,
  attachment_id char(36),
  late boolean not null,
  submitted_on date not null,
  submitted_by varchar(36) not null,
  submitted_by_name varchar(100) not null,
  recorded_at datetime not null,
  version int not null,
  constraint pk_review_evidence primary key (id),
  constraint uk_review_evidence_seq unique (case_id, party_role, seq)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
