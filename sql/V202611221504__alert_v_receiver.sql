-- Who has a message about a case.
create view alert_v_receiver as
select case_id, receiver from alert_message;
