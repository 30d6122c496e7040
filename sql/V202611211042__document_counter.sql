create table document_counter (
  organ_id    varchar(36) not null,
  kind        varchar(40) not null,
  number_year int         not null,
  last_number int         not null,
  constraint pk_document_counter primary key (organ_id, kind, number_year)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

insert into document_counter (organ_id, kind, number_year, last_number) values ('*', 'opening', 0, 0);
