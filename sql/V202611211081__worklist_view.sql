create view worklist_v_task as
select id, case_id, area, process_key, definition_key, name, pool, pool_key, organ_id, government_id, government_path,
       assignee, assignee_name, claimed_at, limit_id, limit_rule, due_on, yellow_on, red_on, day_unit, paused_on,
       provisional, sort_due, state, created_at, closed_at, closed_by, closed_by_name
from worklist_task;
