package io.mingjing.worklist;

import io.mingjing.identity.Sight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code worklist_task}; what depends on the reader or the filters stands in the XML of the same name. */
@Mapper
interface TaskMapper {

    /** A task, if this person may see it. */
    Optional<TaskRow> findVisible(
            @Param("id") String id,
            @Param("sight") Sight sight,
            @Param("subtree") String subtree,
            @Param("today") LocalDate today);

    /** Of these tasks those that this person may see, in no order. */
    List<TaskRow> findAllVisible(
            @Param("ids") List<String> ids,
            @Param("sight") Sight sight,
            @Param("subtree") String subtree,
            @Param("today") LocalDate today);

    /** A page in the order of its list; one row more than the page tells that there is another. */
    List<TaskRow> search(
            @Param("q") TaskQuery query,
            @Param("sight") Sight sight,
            @Param("holders") List<String> holders,
            @Param("subtree") String subtree,
            @Param("today") LocalDate today,
            @Param("soon") LocalDate soon,
            @Param("after") @Nullable Cursor after,
            @Param("rows") int rows);

    /** The sizes of the four lists in one statement. */
    Counted countLists(
            @Param("q") TaskQuery query,
            @Param("sight") Sight sight,
            @Param("holders") List<String> holders,
            @Param("subtree") String subtree,
            @Param("today") LocalDate today,
            @Param("soon") LocalDate soon);

    /** The counters of the home page in one statement. */
    DueCounts countDue(
            @Param("sight") Sight sight,
            @Param("subtree") String subtree,
            @Param("today") LocalDate today,
            @Param("soon") LocalDate soon);

    /** Sizes of the lists, and of the one that is asked for under its filters. */
    record Counted(int mine, int available, int unit, int done, int filtered) {}

    /** Takes the task if it is open, nobody's, in one of the reader's pools, and the reader is not recused. */
    int updateClaimed(
            @Param("id") String id, @Param("sight") Sight sight, @Param("name") String name, @Param("at") Instant at);

    /** What claiming needs to know of a task that is nobody's. */
    record FreeTask(String caseId, String definitionKey, String name, String pool, String poolKey) {}

    @Select("""
            select case_id, definition_key, name, pool, pool_key
            from worklist_task
            where id = #{id} and state = 'OPEN' and assignee is null
            """)
    Optional<FreeTask> findFree(@Param("id") String id);

    /** What completing needs to know of a task that is one's own. */
    record HeldTask(String caseId, int version) {}

    /** Empty also where somebody else has a say in it: a colleague does a part of it, or was asked for one. */
    @Select("""
            select case_id, version
            from worklist_task
            where id = #{id} and state = 'OPEN' and assignee = #{userId} and owner is null and asked = 0
            """)
    Optional<HeldTask> findHeld(@Param("id") String id, @Param("userId") String userId);

    @Select("""
            select id, case_id, case_number, title, area, process_key, definition_key, name, pool, pool_key,
                   organ_relation, organ_id, government_id, government_path, assignee, assignee_name, claimed_at,
                   limit_rules, limit_id, limit_version, limit_rule, due_on, yellow_on, red_on, day_unit, paused_on,
                   paused_left, provisional, sort_due, state, created_at, closed_at, closed_by, closed_by_name, version,
                   urged, owner, owner_name, asked
            from worklist_task
            where id = #{id}
            """)
    Optional<TaskRow> find(@Param("id") String id);

    @Select("""
            select id, case_id, case_number, title, area, process_key, definition_key, name, pool, pool_key,
                   organ_relation, organ_id, government_id, government_path, assignee, assignee_name, claimed_at,
                   limit_rules, limit_id, limit_version, limit_rule, due_on, yellow_on, red_on, day_unit, paused_on,
                   paused_left, provisional, sort_due, state, created_at, closed_at, closed_by, closed_by_name, version,
                   urged, owner, owner_name, asked
            from worklist_task
            where case_id = #{caseId} and state = 'OPEN'
            order by created_at, id
            """)
    List<TaskRow> findOpenOfCase(@Param("caseId") String caseId);

    /** A task and whatever is open in its case: what a completed task left behind. */
    @Select("""
            select id, case_id, case_number, title, area, process_key, definition_key, name, pool, pool_key,
                   organ_relation, organ_id, government_id, government_path, assignee, assignee_name, claimed_at,
                   limit_rules, limit_id, limit_version, limit_rule, due_on, yellow_on, red_on, day_unit, paused_on,
                   paused_left, provisional, sort_due, state, created_at, closed_at, closed_by, closed_by_name, version,
                   urged, owner, owner_name, asked
            from worklist_task
            where case_id = #{caseId} and (state = 'OPEN' or id = #{id})
            order by created_at, id
            """)
    List<TaskRow> findWithOpenOfCase(@Param("id") String id, @Param("caseId") String caseId);

    /** Every open task, for the comparison with the engine. */
    @Select("""
            select id, case_id, definition_key
            from worklist_task
            where state = 'OPEN'
            order by id
            """)
    List<Known> findOpen();

    /** What the comparison with the engine needs of a row. */
    record Known(String id, String caseId, String definitionKey) {}

    @Select("""
            select area, register_no, case_no, title, government_id, government_path
            from casefile_v_case
            where id = #{caseId}
            """)
    Optional<CaseRow> findCase(@Param("caseId") String caseId);

    /** Who leads a case. */
    record Lead(String userId, String name) {}

    /** The lead handler of a case, unless recused from it or no longer there. */
    @Select("""
            select u.id as user_id, u.name
            from casefile_v_handler h
            join identity_v_user u on u.id = h.user_id and u.active = true
            where h.case_id = #{caseId} and h.kind = 'LEAD'
              and not exists (select 1 from casefile_v_recusal r where r.case_id = h.case_id and r.user_id = h.user_id)
            """)
    Optional<Lead> findLead(@Param("caseId") String caseId);

    /** What a new task shows of its case: the case with each of its limits that runs or is paused, at least one row. */
    @Select("""
            select c.area, c.register_no, c.case_no, c.title, c.government_id, c.government_path,
                   l.id, l.rule, l.version, l.due_on, l.yellow_on, l.red_on, l.unit, l.provisional, l.paused_on
            from casefile_v_case c
            left join casefile_v_limit l on l.case_id = c.id and l.state in ('RUNNING', 'PAUSED')
            where c.id = #{caseId}
            """)
    List<CaseWithLimit> findCaseWithLimits(@Param("caseId") String caseId);

    @Select("""
            select id, rule, version, due_on, yellow_on, red_on, unit, provisional, paused_on
            from casefile_v_limit
            where case_id = #{caseId} and state in ('RUNNING', 'PAUSED')
            order by id
            """)
    List<LimitRow> findLimits(@Param("caseId") String caseId);

    /** The organ to which a case relates in that way; the first where there are several. Null where there is none. */
    @Select("""
            select min(organ_id)
            from casefile_v_case_organ
            where case_id = #{caseId} and relation = #{relation}
            """)
    @Nullable
    String findOrgan(@Param("caseId") String caseId, @Param("relation") String relation);

    @Select("""
            select count(*)
            from casefile_v_recusal
            where case_id = #{caseId} and user_id = #{userId}
            """)
    int countRecusals(@Param("caseId") String caseId, @Param("userId") String userId);

    @Select("""
            select user_id
            from casefile_v_recusal
            where case_id = #{caseId}
            """)
    List<String> findRecused(@Param("caseId") String caseId);

    @Insert("""
            insert into worklist_task (id, case_id, case_number, title, area, process_key, definition_key, name, pool,
                   pool_key, organ_relation, organ_id, government_id, government_path, assignee, assignee_name,
                   claimed_at, limit_rules, limit_id, limit_version, limit_rule, due_on, yellow_on, red_on, day_unit,
                   paused_on, paused_left, provisional, sort_due, state, created_at, closed_at, closed_by,
                   closed_by_name, version)
            values (#{id}, #{caseId}, #{caseNumber}, #{title}, #{area}, #{processKey}, #{definitionKey}, #{name},
                   #{pool}, #{poolKey}, #{organRelation}, #{organId}, #{governmentId}, #{governmentPath}, #{assignee},
                   #{assigneeName}, #{claimedAt}, #{limitRules}, #{limitId}, #{limitVersion}, #{limitRule}, #{dueOn},
                   #{yellowOn}, #{redOn}, #{dayUnit}, #{pausedOn}, #{pausedLeft}, #{provisional}, #{sortDue}, #{state},
                   #{createdAt}, #{closedAt}, #{closedBy}, #{closedByName}, #{version})
            """)
    int insert(TaskRow row);

    /** Only for repair: a row that says something else than the engine is written anew. */
    @Delete("""
            delete from worklist_task
            where id = #{id}
            """)
    int delete(@Param("id") String id);

    /** Closes an open row; a completed one carries the name of who held it. */
    @Update("""
            update worklist_task
            set state = #{state}, closed_at = #{at},
                closed_by = case when #{state} = 'DONE' then assignee else null end,
                closed_by_name = case when #{state} = 'DONE' then assignee_name else null end,
                version = version + 1
            where id = #{id} and state = 'OPEN'
            """)
    int updateClosed(@Param("id") String id, @Param("state") TaskState state, @Param("at") Instant at);

    /** Names who completed a row when that was not its holder. */
    @Update("""
            update worklist_task
            set closed_by = #{userId}, closed_by_name = #{userName}, version = version + 1
            where id = #{id} and state = 'DONE'
            """)
    int updateClosedBy(@Param("id") String id, @Param("userId") String userId, @Param("userName") String userName);

    @Update("""
            update worklist_task
            set limit_id = #{dates.limitId}, limit_version = #{dates.limitVersion}, limit_rule = #{dates.limitRule},
                due_on = #{dates.dueOn}, yellow_on = #{dates.yellowOn}, red_on = #{dates.redOn},
                day_unit = #{dates.dayUnit}, paused_on = #{dates.pausedOn}, paused_left = #{dates.pausedLeft},
                provisional = #{dates.provisional}, sort_due = #{sortDue}, version = version + 1
            where id = #{id} and state = 'OPEN'
            """)
    int updateDates(@Param("id") String id, @Param("dates") TaskDates dates, @Param("sortDue") LocalDate sortDue);

    /**
     * Done tasks show the number as well, so every row of the case takes it. No act is about the number, so the version
     * stays: a page that is open on the task is not out of date by it.
     */
    @Update("""
            update worklist_task
            set case_number = #{number}, title = #{title}
            where case_id = #{caseId} and (case_number <> #{number} or title <> #{title})
            """)
    int updateCase(@Param("caseId") String caseId, @Param("number") String number, @Param("title") String title);

    /** Other tasks of the case that this person has or had. */
    @Select("""
            select count(*)
            from worklist_task
            where case_id = #{caseId} and id <> #{id} and (assignee = #{userId} or closed_by = #{userId})
            """)
    int countOthersOf(@Param("caseId") String caseId, @Param("id") String id, @Param("userId") String userId);

    /** Gives up the task if it is still this person's. */
    @Update("""
            update worklist_task
            set assignee = null, assignee_name = null, claimed_at = null, owner = null, owner_name = null,
                version = version + 1
            where id = #{id} and state = 'OPEN' and assignee = #{userId}
            """)
    int updateReleased(@Param("id") String id, @Param("userId") String userId);

    @Update("""
            update worklist_task
            set assignee = #{userId}, assignee_name = #{name}, claimed_at = #{at}, owner = null, owner_name = null,
                version = version + 1
            where id = #{id} and state = 'OPEN' and version = #{version}
            """)
    int updateAssigned(
            @Param("id") String id,
            @Param("userId") String userId,
            @Param("name") String name,
            @Param("at") Instant at,
            @Param("version") int version);

    /** Open tasks of a case that are held by people recused from it become available again. */
    @Update("""
            update worklist_task
            set assignee = null, assignee_name = null, claimed_at = null, version = version + 1
            where case_id = #{caseId} and state = 'OPEN' and assignee is not null
              and exists (select 1 from casefile_v_recusal r
                          where r.case_id = worklist_task.case_id and r.user_id = worklist_task.assignee)
            """)
    int updateRecused(@Param("caseId") String caseId);

    /** The lead handler takes what nobody has in the pool of the handlers. */
    @Update("""
            update worklist_task
            set assignee = #{userId}, assignee_name = #{name}, claimed_at = #{at}, version = version + 1
            where case_id = #{caseId} and state = 'OPEN' and assignee is null and pool = #{pool}
            """)
    int updateLead(
            @Param("caseId") String caseId,
            @Param("pool") String pool,
            @Param("userId") String userId,
            @Param("name") String name,
            @Param("at") Instant at);

    /** A contact's task whose organ was not known yet gets it. */
    @Update("""
            update worklist_task
            set organ_id = #{organId}, pool_key = #{poolKey}, version = version + 1
            where id = #{id} and state = 'OPEN' and organ_id is null
            """)
    int updateOrgan(@Param("id") String id, @Param("organId") String organId, @Param("poolKey") String poolKey);

    /** The task waits in the pool of another government; whoever held it there gives it up. */
    @Update("""
            update worklist_task
            set government_id = #{governmentId}, government_path = #{governmentPath}, pool_key = #{poolKey},
                assignee = null, assignee_name = null, claimed_at = null, version = version + 1
            where id = #{id} and state = 'OPEN'
            """)
    int updateGovernment(
            @Param("id") String id,
            @Param("governmentId") String governmentId,
            @Param("governmentPath") String governmentPath,
            @Param("poolKey") String poolKey);

    /** Tasks of an organ's contacts stay with them. */
    @Update("""
            update worklist_task
            set government_id = #{governmentId}, government_path = #{governmentPath}, version = version + 1
            where id = #{id} and state = 'OPEN'
            """)
    int updateGovernmentOnly(
            @Param("id") String id,
            @Param("governmentId") String governmentId,
            @Param("governmentPath") String governmentPath);
}
