create table identity_user (
  id char(36) not null,
  login varchar(50) not null,
  name varchar(50) not null,
  sort_key varchar(240) not null,
  organ_id char(36) not null,
  email varchar(200),
  active boolean not null,
  locale varchar(10) not null,
  password_hash varchar(100) not null,
  must_change_password boolean not null,
  created_at datetime not null,
  version int not null,
  constraint pk_identity_user primary key (id),
  constraint uk_identity_user_login unique (login),
  constraint fk_identity_user_organ foreign key (organ_id) references identity_organ (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_identity_user_order on identity_user (sort_key, id);

create table identity_user_role (
  user_id char(36) not null,
  role varchar(30) not null,
  constraint pk_identity_user_role primary key (user_id, role),
  constraint fk_identity_user_role_user foreign key (user_id) references identity_user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_identity_user_role_role on identity_user_role (role, user_id);
