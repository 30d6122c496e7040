-- What will have to be said on which day. Written with the limit, removed when it is said or when the date moves.
create table alert_due (
    id char(36) not null,
    case_id char(36) not null,
    ref_id varchar(64) not null,
    ref_version int not null,
    kind varchar(40) not null,
    rule varchar(40) not null,
    due_on date not null,
    limit_due_on date not null,
    failures int not null,
    constraint pk_alert_due primary key (id),
    constraint uk_alert_due unique (ref_id, ref_version, kind)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_alert_due_on on alert_due (due_on, id);

-- That an alert reached a person; the unique key is what makes it happen once.
create table alert_alert (
    id char(36) not null,
    case_id char(36) not null,
    ref_id varchar(64) not null,
    ref_version int not null,
    kind varchar(40) not null,
    receiver char(36) not null,
    relation varchar(20) not null,
    way varchar(10) not null,
    level varchar(20) not null,
    statutory boolean not null,
    raised_on date not null,
    raised_at datetime not null,
    withdrawn_at datetime,
    constraint pk_alert_alert primary key (id),
    constraint uk_alert_alert unique (ref_id, ref_version, kind, receiver)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_alert_alert_case on alert_alert (case_id);

-- The message centre. args is a JSON list of codes and values; the sentence is made when it is read.
create table alert_message (
    id char(36) not null,
    alert_id char(36) not null,
    receiver char(36) not null,
    case_id char(36) not null,
    case_number varchar(100) not null,
    code varchar(40) not null,
    args varchar(2000) not null,
    level varchar(20) not null,
    created_at datetime not null,
    read_at datetime,
    withdrawn_at datetime,
    state varchar(10) not null,
    constraint pk_alert_message primary key (id),
    constraint fk_alert_message_alert foreign key (alert_id) references alert_alert (id),
    constraint ck_alert_message_state check (state in ('UNREAD', 'READ', 'WITHDRAWN'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_alert_message_receiver on alert_message (receiver, state, id);
create index ix_alert_message_case on alert_message (case_id, receiver);

-- The outbox. created_at, next_try_at and sent_at are real time, whatever the driven clock says.
create table alert_mail (
    id char(36) not null,
    message_id varchar(200) not null,
    alert_id char(36),
    case_id char(36),
    to_address varchar(254) not null,
    to_name varchar(100) not null,
    subject varchar(200) not null,
    body_text longtext not null,
    body_html longtext not null,
    state varchar(10) not null,
    attempts int not null,
    next_try_at datetime not null,
    last_error varchar(500),
    created_at datetime not null,
    legal_date date not null,
    sent_at datetime,
    version int not null,
    constraint pk_alert_mail primary key (id),
    constraint uk_alert_mail_message unique (message_id),
    constraint ck_alert_mail_state check (state in ('OWED', 'SENT', 'DEAD', 'WITHDRAWN'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_alert_mail_state on alert_mail (state, next_try_at, id);
create index ix_alert_mail_alert on alert_mail (alert_id);
create index ix_alert_mail_case on alert_mail (case_id);
