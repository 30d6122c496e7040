-- 补录: the day on which a past act was done, beside the moment of its recording; null where both are the same.
alter table casefile_submission add column acted_on date;
