-- receiver: the person behind the address. owed_on: the day by the application's clock.
-- not_before: when quiet hours end, by the application's clock; null = at once.
-- open_for: the receiver for whom alerts are still being gathered into this mail; null once it is written.
-- bounced_at: the address refused it for good, or a report of non-delivery came back.
alter table alert_mail add column receiver char(36);
alter table alert_mail add column owed_on date;
alter table alert_mail add column not_before datetime;
alter table alert_mail add column open_for char(36);
alter table alert_mail add column bounced_at datetime;
alter table alert_mail add constraint uk_alert_mail_open unique (open_for);
create index ix_alert_mail_receiver on alert_mail (receiver, owed_on);
