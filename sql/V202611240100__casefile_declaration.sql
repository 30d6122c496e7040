create table casefile_declaration (
  id          char(36)     not null,
  user_id     varchar(36)  not null,
  relation    varchar(12)  not null,
  name        varchar(200) not null,
  note        varchar(500),
  declared_at datetime     not null,
  ended_at    datetime,
  constraint pk_casefile_declaration primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_casefile_declaration_user on casefile_declaration (user_id, ended_at);

create index ix_casefile_declaration_name on casefile_declaration (name);
