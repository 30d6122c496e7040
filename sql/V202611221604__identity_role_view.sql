create view identity_v_user_role as
  select user_id, role
  from identity_user_role;
