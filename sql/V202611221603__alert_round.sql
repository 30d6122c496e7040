-- When the next morning digest and the next weekly summary are owed, by the application's clock.
create table alert_round (
    name varchar(20) not null,
    next_at datetime not null,
    constraint pk_alert_round primary key (name)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
