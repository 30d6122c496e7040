package io.mingjing.worklist;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The open work of a person: tasks, cases led or assisted, drafts of letters. */
@Mapper
interface HandOverMapper {

    @Select("""
            select t.id, t.case_id, t.case_number, t.name, t.pool_key, t.due_on
            from worklist_task t
            where (t.assignee = #{userId} or t.owner = #{userId}) and t.state = 'OPEN'
              and not exists (select 1 from casefile_v_recusal r
                              where r.case_id = t.case_id and r.user_id = #{readerId})
            order by t.sort_due, t.id
            limit 500
            """)
    List<HandOver.Task> findTasks(@Param("userId") String userId, @Param("readerId") String readerId);

    @Select("""
            select c.id, coalesce(c.case_no, c.register_no) as number, h.kind
            from casefile_v_handler h
            join casefile_v_case c on c.id = h.case_id
            where h.user_id = #{userId} and c.state = 'OPEN'
              and not exists (select 1 from casefile_v_recusal r where r.case_id = c.id and r.user_id = #{readerId})
            order by c.received_on, c.id
            limit 500
            """)
    List<HandOver.Case> findCases(@Param("userId") String userId, @Param("readerId") String readerId);

    @Select("""
            select l.id, l.case_id, coalesce(c.case_no, c.register_no) as number, l.title
            from document_v_letter_state l
            join casefile_v_case c on c.id = l.case_id
            where l.drafted_by = #{userId} and l.state = 'DRAFT'
              and (exists (select 1 from casefile_v_handler h where h.case_id = c.id and h.user_id = #{userId})
                   or not exists (select 1 from casefile_v_handler h where h.case_id = c.id))
              and not exists (select 1 from casefile_v_recusal r where r.case_id = c.id and r.user_id = #{readerId})
            order by l.id
            limit 500
            """)
    List<HandOver.Draft> findDrafts(@Param("userId") String userId, @Param("readerId") String readerId);

    @Select("""
            select (select count(*) from worklist_task where assignee = #{userId} and state = 'OPEN')
                 + (select count(*) from worklist_task where owner = #{userId} and state = 'OPEN')
                 + (select count(*) from casefile_v_handler h join casefile_v_case c on c.id = h.case_id
                    where h.user_id = #{userId} and h.kind = 'LEAD' and c.state = 'OPEN')
            """)
    int countOpen(@Param("userId") String userId);

    /** Government of the person's organ. */
    @Select("""
            select o.government_id
            from identity_v_user u join identity_v_organ o on o.id = u.organ_id
            where u.id = #{userId}
            """)
    @Nullable
    String findGovernment(@Param("userId") String userId);
}
