package io.mingjing.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** How tasks move from hand to hand: {@code worklist_handover}, {@code worklist_urge} and the columns that follow. */
@Mapper
interface TaskMoveMapper {

    /** When and by whom the step was first looked at by those whose turn it was. */
    record Opened(String openedBy, String openedByName, Instant openedAt) {}

    @Insert("""
            insert into worklist_handover (id, case_id, task_id, kind, by_id, by_name, to_id, to_name, step_name, note,
                   made_at)
            values (#{id}, #{caseId}, #{taskId}, #{kind}, #{byId}, #{byName}, #{toId}, #{toName}, #{stepName}, #{note},
                   #{madeAt})
            """)
    int insert(TaskMove handover);

    @Select("""
            select id, case_id, task_id, kind, by_id, by_name, to_id, to_name, step_name, note, made_at
            from worklist_handover
            where task_id = #{taskId}
            order by id
            """)
    List<TaskMove> findOfTask(@Param("taskId") String taskId);

    /** A colleague gets the task for a while; 0 when it changed since it was read. */
    @Update("""
            update worklist_task
            set owner = assignee, owner_name = assignee_name, assignee = #{userId}, assignee_name = #{name},
                claimed_at = #{at}, version = version + 1
            where id = #{id} and state = 'OPEN' and assignee = #{ownerId} and owner is null and version = #{version}
            """)
    int updateDelegated(
            @Param("id") String id,
            @Param("ownerId") String ownerId,
            @Param("userId") String userId,
            @Param("name") String name,
            @Param("at") Instant at,
            @Param("version") int version);

    /** The task goes back to its owner; 0 when it is no longer with that colleague. */
    @Update("""
            update worklist_task
            set assignee = owner, assignee_name = owner_name, claimed_at = #{at}, owner = null, owner_name = null,
                version = version + 1
            where id = #{id} and state = 'OPEN' and owner is not null and assignee = #{userId}
            """)
    int updateGivenBack(@Param("id") String id, @Param("userId") String userId, @Param("at") Instant at);

    /** Lent tasks whose owner, or the colleague who has it, keeps away from the case. */
    @Select("""
            select t.id
            from worklist_task t
            where t.case_id = #{caseId} and t.state = 'OPEN' and t.owner is not null
              and exists (select 1 from casefile_v_recusal r
                          where r.case_id = t.case_id and (r.user_id = t.owner or r.user_id = t.assignee))
            """)
    List<String> findLentOfRecused(@Param("caseId") String caseId);

    /**
     * What an owner had lent who keeps away from the case goes to the pool: the colleague did a part of it, and need not
     * be somebody who may do the step.
     */
    @Update("""
            update worklist_task
            set assignee = null, assignee_name = null, claimed_at = null, owner = null, owner_name = null,
                version = version + 1
            where case_id = #{caseId} and state = 'OPEN' and owner is not null
              and exists (select 1 from casefile_v_recusal r
                          where r.case_id = worklist_task.case_id and r.user_id = worklist_task.owner)
            """)
    int updateRecusedOwners(@Param("caseId") String caseId);

    /** What a colleague had who keeps away from now on goes back to its owner. */
    @Update("""
            update worklist_task
            set assignee = owner, assignee_name = owner_name, claimed_at = #{at}, owner = null, owner_name = null,
                version = version + 1
            where case_id = #{caseId} and state = 'OPEN' and owner is not null
              and exists (select 1 from casefile_v_recusal r
                          where r.case_id = worklist_task.case_id and r.user_id = worklist_task.assignee)
            """)
    int updateRecusedColleagues(@Param("caseId") String caseId, @Param("at") Instant at);

    /** Whether nothing was done in the case after this person did something. */
    @Select("""
            select count(*)
            from worklist_task d
            where d.case_id = #{caseId} and d.state = 'DONE' and d.closed_by = #{userId}
              and not exists (select 1 from worklist_task e
                              where e.case_id = d.case_id and e.state = 'DONE' and e.closed_at > d.closed_at)
            """)
    int countLastDoneBy(@Param("caseId") String caseId, @Param("userId") String userId);

    /** The first look counts. */
    @Update("""
            update worklist_task
            set opened_by = #{userId}, opened_by_name = #{name}, opened_at = #{at}
            where id = #{id} and state = 'OPEN' and opened_at is null
            """)
    int updateOpened(
            @Param("id") String id,
            @Param("userId") String userId,
            @Param("name") String name,
            @Param("at") Instant at);

    @Select("""
            select opened_by, opened_by_name, opened_at
            from worklist_task
            where id = #{id} and opened_at is not null
            """)
    Optional<Opened> findOpened(@Param("id") String id);

    /** A task that was put back stands with who did the step before. */
    @Update("""
            update worklist_task
            set assignee = #{userId}, assignee_name = #{name}, claimed_at = #{at}, version = version + 1
            where id = #{id} and state = 'OPEN'
            """)
    int updatePutBack(
            @Param("id") String id,
            @Param("userId") String userId,
            @Param("name") String name,
            @Param("at") Instant at);

    @Insert("""
            insert into worklist_urge (id, case_id, task_id, user_id, user_name, to_id, to_name, working_day, urged_at)
            values (#{urge.id}, #{urge.caseId}, #{urge.taskId}, #{urge.userId}, #{urge.userName}, #{urge.toId},
                   #{urge.toName}, #{workingDay}, #{urge.urgedAt})
            """)
    int insertUrge(@Param("urge") Urge urge, @Param("workingDay") LocalDate workingDay);

    @Select("""
            select id, case_id, task_id, user_id, user_name, to_id, to_name, urged_at
            from worklist_urge
            where task_id = #{taskId} and user_id = #{userId} and working_day = #{workingDay}
            """)
    Optional<Urge> findUrge(
            @Param("taskId") String taskId, @Param("userId") String userId, @Param("workingDay") LocalDate workingDay);

    @Select("""
            select id, case_id, task_id, user_id, user_name, to_id, to_name, urged_at
            from worklist_urge
            where task_id = #{taskId}
            order by id
            """)
    List<Urge> findUrges(@Param("taskId") String taskId);

    /** Being urged changes nothing that an open page shows, so the version stays. */
    @Update("""
            update worklist_task
            set urged = urged + 1
            where id = #{id} and state = 'OPEN'
            """)
    int updateUrged(@Param("id") String id);
}
