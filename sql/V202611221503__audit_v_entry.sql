-- What happened, without what it says: the number of an entry rises with each commit, so a reader that remembers the last
-- one it saw misses nothing.
create view audit_v_entry as
select seq, case_id, actor_id, kind from audit_entry;

create view audit_v_head as
select seq from audit_head where id = 1;
