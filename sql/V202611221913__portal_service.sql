-- Consent of a party to electronic service (民事诉讼法 art. 90), with the day and the address. Withdrawn, it stays as a record.
create table portal_consent (
  id char(36) not null,
  case_id char(36) not null,
  party_id char(36) not null,
  address varchar(100) not null,
  given_at datetime not null,
  withdrawn_at datetime,
  constraint pk_portal_consent primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_portal_consent_case on portal_consent (case_id, party_id);

-- Letters that reached a party on the portal, and when the party first opened them.
create table portal_letter (
  letter_id char(36) not null,
  party_id char(36) not null,
  case_id char(36) not null,
  delivered_at datetime not null,
  opened_at datetime,
  constraint pk_portal_letter primary key (letter_id, party_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_portal_letter_case on portal_letter (case_id, delivered_at);

-- What an applicant sent to a case: a correction or a request to withdraw. OPEN until the officer has dealt with it.
create table portal_message (
  id char(36) not null,
  case_id char(36) not null,
  kind varchar(12) not null,
  body longtext not null,
  body_key varchar(40) not null,
  state varchar(8) not null,
  arrived_at datetime not null,
  done_by varchar(36),
  done_by_name varchar(100),
  done_at datetime,
  version int not null,
  constraint pk_portal_message primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index ix_portal_message_case on portal_message (case_id, state, arrived_at);
