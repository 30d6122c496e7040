create view casefile_v_case as
select id, area, kind, register_no, case_no, title, title_sort, state, outcome, stage, procedure_code,
       government_id, government_path, unit_id, received_on, closed_on, archived_on, registered_at, version
from casefile_case;

create view casefile_v_case_organ as
select case_id, organ_id, relation, since from casefile_case_organ;

create view casefile_v_recusal as
select case_id, user_id from casefile_recusal;

create view casefile_v_handler as
select case_id, user_id, kind from casefile_handler;

create view casefile_v_party as
select id, case_id, seq, role, kind, name, organ_id, agent_of, left_on from casefile_party;

create view casefile_v_limit as
select id, case_id, rule, activity_id, scope_id, state, start_on, due_on, yellow_on, red_on, unit, extension_days,
       provisional, version, paused_on, met_on
from casefile_limit;

create view casefile_v_key_date as
select case_id, name, on_date from casefile_key_date;
