-- Leave: from_user_id is away from from_on to to_on (both included) and to_user_id stands in.
create table identity_delegation (
  id char(36) not null,
  from_user_id char(36) not null,
  to_user_id char(36) not null,
  from_on date not null,
  to_on date not null,
  recorded_by char(36) not null,
  recorded_at datetime not null,
  ended_at datetime,
  version int not null,
  constraint pk_identity_delegation primary key (id),
  constraint fk_identity_delegation_from foreign key (from_user_id) references identity_user (id),
  constraint fk_identity_delegation_to foreign key (to_user_id) references identity_user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_identity_delegation_to on identity_delegation (to_user_id, to_on);
