-- On MySQL the engine declares these two self-references with cascades, and MySQL 9.7 refuses to delete from a table that
-- cascades into itself twice. The engine removes dependent incidents itself, on every database.
alter table ACT_RU_INCIDENT drop constraint ACT_FK_INC_CAUSE;

alter table ACT_RU_INCIDENT drop constraint ACT_FK_INC_RCAUSE;
