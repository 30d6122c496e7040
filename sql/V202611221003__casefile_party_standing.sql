alter table casefile_party add column representative boolean not null default false;

alter table casefile_party add column left_reason varchar(400);
