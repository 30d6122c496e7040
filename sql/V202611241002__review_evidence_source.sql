alter table review_evidence modify column party_role varchar(20) null;
alter table review_evidence add column source varchar(12);
