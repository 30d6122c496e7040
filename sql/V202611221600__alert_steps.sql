-- Every trigger has steps: the first word, and who hears of it when nothing is done. The next step is armed when one is taken.
alter table alert_due add column after_days int not null default 0;
alter table alert_due add column trigger_on date;
alter table alert_due add column subject varchar(200) not null default '';
-- The law has drawn its consequence: the step is still said, but none follows.
alter table alert_due add column closing boolean not null default false;
update alert_due set trigger_on = due_on;
alter table alert_due drop constraint uk_alert_due;
alter table alert_due add constraint uk_alert_due_step unique (ref_id, ref_version, kind, after_days);

alter table alert_alert add column after_days int not null default 0;
alter table alert_alert add column args varchar(600) not null default '[]';
-- The mail in which the alert travels.
alter table alert_alert add column mail_id char(36);
create index ix_alert_alert_mail on alert_alert (mail_id);
