-- Steps and limits that tasks have had, so that the filters of the list offer what there is without reading the tasks.
create table worklist_facet (
  kind varchar(8) not null,
  code varchar(100) not null,
  area varchar(20) not null,
  label varchar(200) not null,
  constraint pk_worklist_facet primary key (kind, code, area),
  constraint ck_worklist_facet_kind check (kind in ('STEP', 'RULE'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

insert into worklist_facet (kind, code, area, label)
select 'STEP', definition_key, area, max(name) from worklist_task group by definition_key, area;

insert into worklist_facet (kind, code, area, label)
select 'RULE', limit_rule, area, limit_rule from worklist_task
where limit_rule is not null group by limit_rule, area;

-- one kind of step of a unit: the filter, and the counter of what waits to be archived
create index ix_worklist_task_step on worklist_task (government_id, state, definition_key, sort_due, id);
