-- Organs form a tree, path is the materialised way from the root, '/sy/hp/sfj/'.
create table identity_organ (
  id char(36) not null,
  name varchar(100) not null,
  short_name varchar(50) not null,
  parent_id char(36),
  path varchar(255) not null,
  kind varchar(20) not null,
  government_id char(36) not null,
  number_code varchar(20),
  sort int not null,
  sort_key varchar(240) not null,
  version int not null,
  constraint pk_identity_organ primary key (id),
  constraint uk_identity_organ_path unique (path),
  constraint fk_identity_organ_parent foreign key (parent_id) references identity_organ (id),
  constraint fk_identity_organ_government foreign key (government_id) references identity_organ (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_identity_organ_order on identity_organ (sort, sort_key, id);
