create table review_file_access (
  id              char(36)      not null,
  case_id         char(36)      not null,
  party_id        char(36)      not null,
  state           varchar(12)   not null,
  reader          varchar(100)  not null,
  by_agent        boolean       not null,
  proof           varchar(200)  not null,
  wanted          varchar(1000) not null,
  wants_copies    boolean       not null,
  asked_on        date          not null,
  grounds         varchar(100),
  withheld        varchar(1000),
  reason          varchar(1000),
  decided_by      varchar(36),
  decided_by_name varchar(100),
  decided_on      date,
  asked_at        datetime      not null,
  version         int           not null,
  constraint pk_review_file_access primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index ix_review_file_access_case on review_file_access (case_id);
create table review_file_viewing (
  id               char(36)     not null,
  access_id        char(36)     not null,
  viewed_on        date         not null,
  papers           longtext     not null,
  copied_pages     int          not null,
  attended_by      varchar(36)  not null,
  attended_by_name varchar(100) not null,
  recorded_at      datetime     not null,
  constraint pk_review_file_viewing primary key (id),
  constraint fk_review_file_viewing_access foreign key (access_id) references review_file_access (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
