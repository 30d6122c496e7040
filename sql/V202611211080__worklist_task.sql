-- The tasks that people see. One row per user task of the engine, written in the transaction that opens or closes it.
-- pool_key is ROLE@<government id>, or ORGAN_CONTACT@<organ id>; sort_due is due_on, or a far day where no date runs,
-- so that every list is one range of one index.
create table worklist_task (
    id varchar(64) not null,
    case_id char(36) not null,
    case_number varchar(100) not null,
    title varchar(400) not null,
    area varchar(20) not null,
    process_key varchar(64) not null,
    definition_key varchar(100) not null,
    name varchar(200) not null,
    pool varchar(30) not null,
    pool_key varchar(80) not null,
    organ_relation varchar(20),
    organ_id char(36),
    government_id char(36) not null,
    government_path varchar(255) not null,
    assignee char(36),
    assignee_name varchar(100),
    claimed_at datetime,
    limit_rules varchar(400) not null,
    limit_id char(36),
    limit_version int,
    limit_rule varchar(40),
    due_on date,
    yellow_on date,
    red_on date,
    day_unit varchar(20),
    paused_on date,
    paused_left int,
    provisional boolean not null,
    sort_due date not null,
    state varchar(10) not null,
    created_at datetime not null,
    closed_at datetime,
    closed_by char(36),
    closed_by_name varchar(100),
    version int not null,
    constraint pk_worklist_task primary key (id),
    constraint ck_worklist_task_state check (state in ('OPEN', 'DONE', 'CANCELLED'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- available: one pool, nobody's yet, by date
create index ix_worklist_task_pool on worklist_task (pool_key, state, assignee, sort_due, id);
-- mine
create index ix_worklist_task_assignee on worklist_task (assignee, state, sort_due, id);
-- unit
create index ix_worklist_task_government on worklist_task (government_id, state, sort_due, id);
-- supervising roles look at a subtree: all open tasks by date, filtered by path
create index ix_worklist_task_due on worklist_task (state, sort_due, id);
-- done
create index ix_worklist_task_closed on worklist_task (closed_by, closed_at, id);
-- what an act on a case touches
create index ix_worklist_task_case on worklist_task (case_id, state);
