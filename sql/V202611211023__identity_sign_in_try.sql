-- Wrong tries per login as typed, known or not, so that lock-out does not tell which logins exist. Real time, never the driven clock.
create table identity_sign_in_try (
  login varchar(50) not null,
  wrong_tries int not null,
  last_at datetime not null,
  locked_until datetime,
  constraint pk_identity_sign_in_try primary key (login)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_identity_sign_in_try_last on identity_sign_in_try (last_at);
