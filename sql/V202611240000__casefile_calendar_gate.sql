-- One row, locked by whoever proposes a change of the calendar: one change is under way at a time.
create table casefile_calendar_gate (
  id int not null,
  constraint pk_casefile_calendar_gate primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

insert into casefile_calendar_gate (id) values (1);
