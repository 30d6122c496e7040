-- Duties that stay open after a letter was issued: UNSERVED until every recipient has it, UNSIGNED until the organ signed
-- for it. A row goes when the duty is done, so that counting costs what is open and not what was ever issued.
create table casefile_pending (
  letter_id char(36) not null,
  kind varchar(16) not null,
  case_id char(36) not null,
  since date not null,
  constraint pk_casefile_pending primary key (letter_id, kind),
  constraint fk_casefile_pending_case foreign key (case_id) references casefile_case (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_pending_kind on casefile_pending (kind, case_id);
create index ix_casefile_pending_case on casefile_pending (case_id, kind);

insert into casefile_pending (letter_id, kind, case_id, since)
select l.id, 'UNSERVED', l.case_id, l.issued_on
from document_letter l
where l.state = 'ISSUED' and l.issued_on is not null
  and exists (select 1 from document_letter_recipient r
              where r.letter_id = l.id
                and not exists (select 1 from document_service s
                                where s.letter_id = r.letter_id and s.recipient_id = r.party_id));

insert into casefile_pending (letter_id, kind, case_id, since)
select l.id, 'UNSIGNED', l.case_id, l.issued_on
from document_letter l
join supervision_order o on o.case_id = l.case_id
where l.type = 'supervision-order' and l.state = 'ISSUED' and l.issued_on is not null
  and o.signed_on is null and o.closed_on is null;
