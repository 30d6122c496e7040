-- Who stands in for whom on which days; what was ended early is left out.
create view identity_v_leave as
select d.id, d.from_user_id, d.to_user_id, d.from_on, d.to_on
from identity_delegation d
join identity_user u on u.id = d.from_user_id and u.active = true
where d.ended_at is null;

create index ix_identity_delegation_from on identity_delegation (from_user_id, to_on);
