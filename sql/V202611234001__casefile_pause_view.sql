create view casefile_v_limit_pause as
select id, limit_id, from_on, to_on, ground from casefile_limit_pause;
