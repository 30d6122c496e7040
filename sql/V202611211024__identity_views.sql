create view identity_v_organ as
  select id, name, short_name, parent_id, path, kind, government_id, number_code, sort, sort_key
  from identity_organ;

create view identity_v_user as
  select id, login, name, sort_key, organ_id, email, active, locale
  from identity_user;
