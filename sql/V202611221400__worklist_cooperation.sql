-- owner: whose task it is while a colleague does a part of it; opened: the first of those whose turn it is who looked.
alter table worklist_task add column urged int default 0 not null;
alter table worklist_task add column owner char(36);
alter table worklist_task add column owner_name varchar(100);
alter table worklist_task add column opened_by char(36);
alter table worklist_task add column opened_by_name varchar(100);
alter table worklist_task add column opened_at datetime;

-- What a person is asked to add to a task of somebody else: a second opinion, a signature, to have read it.
-- open_key is task|kind|person while the request is open, so that nobody is asked for the same thing twice at once.
create table worklist_part (
    id char(36) not null,
    case_id char(36) not null,
    task_id varchar(64) not null,
    kind varchar(10) not null,
    asked_by char(36) not null,
    asked_by_name varchar(100) not null,
    asked_at datetime not null,
    user_id char(36) not null,
    user_name varchar(100) not null,
    question varchar(1000),
    state varchar(10) not null,
    answer varchar(10),
    opinion varchar(2000),
    seen_at datetime,
    ended_at datetime,
    open_key varchar(120),
    version int not null,
    constraint pk_worklist_part primary key (id),
    constraint uk_worklist_part_open unique (open_key),
    constraint ck_worklist_part_kind check (kind in ('CONSULT', 'SIGN', 'READ')),
    constraint ck_worklist_part_state check (state in ('OPEN', 'DONE', 'WITHDRAWN', 'CLOSED')),
    constraint ck_worklist_part_answer check (answer in ('AGREE', 'DISAGREE'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_worklist_part_task on worklist_part (task_id, state);
create index ix_worklist_part_user on worklist_part (user_id, state, id);

-- How a task went from hand to hand, with the words that went with it.
create table worklist_handover (
    id char(36) not null,
    case_id char(36) not null,
    task_id varchar(64) not null,
    kind varchar(20) not null,
    by_id char(36) not null,
    by_name varchar(100) not null,
    to_id char(36),
    to_name varchar(100),
    step_name varchar(200),
    note varchar(1000),
    made_at datetime not null,
    constraint pk_worklist_handover primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_worklist_handover_task on worklist_handover (task_id, id);

create table worklist_urge (
    id char(36) not null,
    case_id char(36) not null,
    task_id varchar(64) not null,
    user_id char(36) not null,
    user_name varchar(100) not null,
    to_id char(36),
    to_name varchar(100),
    working_day date not null,
    urged_at datetime not null,
    constraint pk_worklist_urge primary key (id),
    constraint uk_worklist_urge_day unique (task_id, user_id, working_day)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
