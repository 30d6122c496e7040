-- What other modules may know of a letter without opening it: where it stands and whose draft it is.
create view document_v_letter_state as
select id, case_id, type, title, state, letter_number, issued_on, drafted_by, drafted_at
from document_letter;

create index ix_document_letter_drafted on document_letter (drafted_by, state);
