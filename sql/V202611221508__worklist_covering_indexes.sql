-- Counting a pool or a unit asks of each row whether the reader is recused from its case: with the case in the index a
-- count reads the index alone.
create index ix_worklist_task_pool_case on worklist_task (pool_key, state, assignee, sort_due, id, case_id);
drop index ix_worklist_task_pool on worklist_task;

create index ix_worklist_task_unit on worklist_task (government_id, state, sort_due, id, area, case_id);
drop index ix_worklist_task_government on worklist_task;
