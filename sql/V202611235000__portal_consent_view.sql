-- Where those who consented to electronic service are told that something waits for them; consents in force only.
create view portal_v_consent as
  select id, case_id, address from portal_consent where withdrawn_at is null;
