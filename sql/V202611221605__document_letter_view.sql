create view document_v_letter as
  select id, case_id, type, title, state, letter_number, issued_on
  from document_letter;
