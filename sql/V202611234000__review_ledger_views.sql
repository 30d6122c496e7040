-- What the ledger 复议台账 reads of a review; nothing of what the parties or the organ wrote but the request itself.
create view review_v_ledger as
select r.case_id, r.channel, i.admin_field, r.act_kind, r.requests, r.prerequisite_ground, r.enterprise, r.document_name,
       r.acceptance, r.accepted_on, r.replied_on, r.reply_missing, r.views_method, r.views_on, r.decision_overdue,
       r.performed, r.performed_on, r.archive_no
from review_case r
left join review_intake i on i.case_id = r.case_id;

create view review_v_hearing as
select case_id, position, state, hearing_on from review_hearing;

create view review_v_enquiry as
select id, government_id, received_on, outcome, case_id from review_enquiry;

create view review_v_follow_up as
select id, case_id, kind, happened_on, result from review_follow_up;

create index ix_review_enquiry_received on review_enquiry (government_id, received_on);
