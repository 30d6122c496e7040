-- A letter whose seal is being asked of the seal service: nobody else asks for it meanwhile.
create table document_sealing (
  letter_id char(36) not null,
  begun_at datetime not null,
  constraint pk_document_sealing primary key (letter_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
