alter table review_intake add column obstacle_kind varchar(12);
