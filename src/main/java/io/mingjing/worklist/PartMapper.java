package io.mingjing.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code worklist_part}. Who is recused from a case finds none of its rows. */
@Mapper
interface PartMapper {

    @Select("""
            select id, case_id, task_id, kind, asked_by, asked_by_name, asked_at, user_id, user_name, question, state,
                   answer, opinion, seen_at, ended_at, version
            from worklist_part
            where id = #{id}
            """)
    Optional<Part> find(@Param("id") String id);

    @Select("""
            select id, case_id, task_id, kind, asked_by, asked_by_name, asked_at, user_id, user_name, question, state,
                   answer, opinion, seen_at, ended_at, version
            from worklist_part
            where task_id = #{taskId}
            order by id
            """)
    List<Part> findOfTask(@Param("taskId") String taskId);

    @Select("""
            select id, case_id, task_id, kind, asked_by, asked_by_name, asked_at, user_id, user_name, question, state,
                   answer, opinion, seen_at, ended_at, version
            from worklist_part
            where task_id = #{taskId} and state = 'OPEN'
            order by id
            """)
    List<Part> findOpenOfTask(@Param("taskId") String taskId);

    /** Open parts of people who are recused from the case. */
    @Select("""
            select p.id, p.case_id, p.task_id, p.kind, p.asked_by, p.asked_by_name, p.asked_at, p.user_id, p.user_name,
                   p.question, p.state, p.answer, p.opinion, p.seen_at, p.ended_at, p.version
            from worklist_part p
            join casefile_v_recusal r on r.case_id = p.case_id and r.user_id = p.user_id
            where p.case_id = #{caseId} and p.state = 'OPEN'
            """)
    List<Part> findOpenOfRecused(@Param("caseId") String caseId);

    /** What is wanted of a person, the oldest first, then what they gave to colleagues. */
    @Select("""
            select p.id as part, p.kind, t.id as task_id, t.case_id, t.case_number, t.title, t.name as step,
                   p.asked_by_name as with_name, p.asked_at as since, p.question, t.due_on
            from worklist_part p
            join worklist_task t on t.id = p.task_id
            where p.user_id = #{userId} and p.state = 'OPEN'
              and not exists (select 1 from casefile_v_recusal r where r.case_id = p.case_id and r.user_id = p.user_id)
            union all
            select null, null, t.id, t.case_id, t.case_number, t.title, t.name, t.assignee_name, t.claimed_at, null,
                   t.due_on
            from worklist_task t
            where t.owner = #{userId} and t.state = 'OPEN' and t.assignee is not null
              and not exists (select 1 from casefile_v_recusal r where r.case_id = t.case_id and r.user_id = t.owner)
            order by since, task_id
            limit 200
            """)
    List<Asked> findAsked(@Param("userId") String userId);

    @Select("""
            select user_name
            from worklist_part
            where task_id = #{taskId} and kind = 'SIGN' and state = 'OPEN'
            order by id
            """)
    List<String> findUnsigned(@Param("taskId") String taskId);

    /** People who keep away from the case. */
    @Select("""
            select user_id
            from casefile_v_recusal
            where case_id = #{caseId}
            """)
    List<String> findRecused(@Param("caseId") String caseId);

    @Insert("""
            insert into worklist_part (id, case_id, task_id, kind, asked_by, asked_by_name, asked_at, user_id, user_name,
                   question, state, answer, opinion, seen_at, ended_at, open_key, version)
            values (#{part.id}, #{part.caseId}, #{part.taskId}, #{part.kind}, #{part.askedBy}, #{part.askedByName},
                   #{part.askedAt}, #{part.userId}, #{part.userName}, #{part.question}, #{part.state}, #{part.answer},
                   #{part.opinion}, #{part.seenAt}, #{part.endedAt}, #{key}, #{part.version})
            """)
    int insert(@Param("part") Part part, @Param("key") String key);

    /** Ends an open part; 0 when it was ended before. */
    @Update("""
            update worklist_part
            set state = #{state}, answer = #{answer}, opinion = #{opinion}, ended_at = #{at}, open_key = null,
                seen_at = case when seen_at is null and #{state} = 'DONE' then #{at} else seen_at end,
                version = version + 1
            where id = #{id} and state = 'OPEN'
            """)
    int updateEnded(
            @Param("id") String id,
            @Param("state") PartState state,
            @Param("answer") @Nullable Stand answer,
            @Param("opinion") @Nullable String opinion,
            @Param("at") Instant at);

    /** Open opinions and signatures of the task. */
    @Update("""
            update worklist_task
            set asked = asked + #{by}
            where id = #{taskId}
            """)
    int updateAsked(@Param("taskId") String taskId, @Param("by") int by);

    @Update("""
            update worklist_part
            set seen_at = #{at}
            where task_id = #{taskId} and user_id = #{userId} and state = 'OPEN' and seen_at is null
            """)
    int updateSeen(@Param("taskId") String taskId, @Param("userId") String userId, @Param("at") Instant at);
}
