create table filing_document (
  case_id char(36) not null,
  organ_id char(36) not null,
  title varchar(300) not null,
  document_number varchar(100) not null,
  document_kind varchar(30) not null,
  published_on date not null,
  effective_on date not null,
  valid_until date,
  submitted_on date not null,
  due_on date not null,
  on_time boolean not null,
  pack varchar(1000) not null,
  check_result varchar(20),
  conclusion varchar(40),
  opinion varchar(4000),
  supplement_lapsed boolean not null,
  register_no varchar(100),
  registered_on date,
  version int not null,
  constraint pk_filing_document primary key (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_filing_document_register on filing_document (registered_on, case_id);

create view filing_v_document as
select case_id, organ_id, title, document_number, published_on, effective_on, valid_until, submitted_on, due_on, on_time,
       check_result, conclusion, register_no, registered_on
from filing_document;
