create view document_v_letter_recipient as
  select r.letter_id, r.party_id, r.name, r.role, s.served_on
  from document_letter_recipient r
  left join document_service s on s.letter_id = r.letter_id and s.recipient_id = r.party_id;
