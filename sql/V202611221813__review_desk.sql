alter table review_intake add column agency_handling varchar(20);

alter table review_intake add column agency_handled_on date;

alter table review_intake add column agency_note varchar(500);

create table review_enquiry (
  id char(36) not null,
  government_id char(36) not null,
  enquiry_year int not null,
  enquiry_seq int not null,
  received_on date not null,
  visitor varchar(100) not null,
  visitor_kind varchar(20) not null,
  way varchar(20) not null,
  phone_sealed varchar(200),
  phone_key varchar(40),
  matter varchar(2000) not null,
  answer varchar(2000),
  outcome varchar(20) not null,
  case_id char(36),
  recorded_by char(36) not null,
  recorded_at datetime not null,
  version int not null,
  constraint pk_review_enquiry primary key (id),
  constraint uk_review_enquiry_number unique (government_id, enquiry_year, enquiry_seq)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_review_enquiry_case on review_enquiry (case_id);

create table review_material (
  id char(36) not null,
  case_id char(36) not null,
  seq int not null,
  name varchar(200) not null,
  form varchar(20) not null,
  copies int not null,
  pages int,
  received_on date not null,
  recorded_by char(36) not null,
  recorded_at datetime not null,
  constraint pk_review_material primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_review_material_case on review_material (case_id, seq);
