create view document_v_register as
  select l.id, l.case_id, l.type, l.title, l.state, l.letter_number, l.issued_on,
         (select count(*) from document_letter_recipient r where r.letter_id = l.id) as recipients,
         (select count(*) from document_service s where s.letter_id = l.id) as served,
         (select count(*) from document_seal e where e.letter_id = l.id) as seals
  from document_letter l
  where l.letter_number is not null;
