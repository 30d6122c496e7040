-- People who may see a case for a purpose beside their own scope: asked for an opinion, a signature, a part of the work.
create table casefile_admission (
    id char(36) not null,
    case_id char(36) not null,
    user_id char(36) not null,
    source varchar(64) not null,
    admitted_by char(36) not null,
    admitted_at datetime not null,
    ended_at datetime,
    constraint pk_casefile_admission primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_casefile_admission_case on casefile_admission (case_id, user_id);
create index ix_casefile_admission_source on casefile_admission (source, user_id);

create view casefile_v_admission as
select case_id, user_id, source from casefile_admission where ended_at is null;
