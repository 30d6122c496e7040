-- what a person has given to colleagues
create index ix_worklist_task_owner on worklist_task (owner, state, id);

-- opinions and signatures that are still open, so that most tasks are completed without looking for them
alter table worklist_task add column asked int default 0 not null;
