-- Who brought a version of a year's notice, and when; versions that came with the installation have nobody.
alter table time_calendar_year add column imported_by varchar(36);
alter table time_calendar_year add column imported_by_name varchar(100);
alter table time_calendar_year add column imported_at datetime;
