-- A way by which a person does not want to hear of a kind of alert.
create table alert_mute (
    user_id char(36) not null,
    kind varchar(40) not null,
    way varchar(10) not null,
    constraint pk_alert_mute primary key (user_id, kind, way)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- When mail may reach a person, and which round mails it wants. Who has no row has the standard of the installation.
create table alert_habit (
    user_id char(36) not null,
    quiet_from varchar(5) not null,
    quiet_to varchar(5) not null,
    working_days_only boolean not null,
    morning boolean not null,
    weekly boolean not null,
    constraint pk_alert_habit primary key (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
