-- A half-filled application. Its content is encrypted; the code that opens it is known to the applicant alone.
create table portal_draft (
  id char(36) not null,
  code_hash char(64) not null,
  content longtext not null,
  content_key varchar(40) not null,
  changed_at datetime not null,
  expires_on date not null,
  constraint pk_portal_draft primary key (id),
  constraint uk_portal_draft_code unique (code_hash)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_portal_draft_expires on portal_draft (expires_on);

-- An application that was sent; its id is that of its draft, so that sending twice is one application.
create table portal_application (
  id char(36) not null,
  government_id char(36) not null,
  state varchar(12) not null,
  number varchar(60) not null,
  code_hash char(64) not null,
  content longtext not null,
  content_key varchar(40) not null,
  case_id char(36),
  arrived_at datetime not null,
  decided_by varchar(36),
  decided_by_name varchar(100),
  decided_at datetime,
  decline_reason varchar(500),
  version int not null,
  constraint pk_portal_application primary key (id),
  constraint uk_portal_application_code unique (code_hash),
  constraint uk_portal_application_case unique (case_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_portal_application_state on portal_application (government_id, state, arrived_at);

-- Whether the portal is the designated internet channel of a government. Without a row it is not.
create table portal_channel (
  government_id char(36) not null,
  designated boolean not null,
  set_by varchar(36) not null,
  set_by_name varchar(100) not null,
  set_at datetime not null,
  version int not null,
  constraint pk_portal_channel primary key (government_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- Tries per address and per number, both as digests, whether there is such a number or not. Real time, never the driven clock.
create table portal_try (
  subject char(64) not null,
  tries int not null,
  since datetime not null,
  constraint pk_portal_try primary key (subject)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_portal_try_since on portal_try (since);
