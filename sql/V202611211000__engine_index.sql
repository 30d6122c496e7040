-- Every completion looks for sub-tasks: without this index it reads all open tasks of the installation.
create index ix_engine_task_parent on ACT_RU_TASK (PARENT_TASK_ID_);

-- The next due job in legal order.
create index ix_engine_job_due on ACT_RU_JOB (DUEDATE_, ID_);
