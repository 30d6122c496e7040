-- That a task was done by who stood in for its holder; without a row the one who closed it did it in person.
create table worklist_stand_in (
    task_id varchar(64) not null,
    absent_id char(36) not null,
    absent_name varchar(100) not null,
    substitute_id char(36) not null,
    acted_at datetime not null,
    constraint pk_worklist_stand_in primary key (task_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
