package io.mingjing.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Tasks done in somebody else's stead; lists of ids are in the XML of the same name. */
@Mapper
interface StandInMapper {

    /** For whom a task was done. */
    record StoodIn(String taskId, String absentName) {}

    @Select("""
            select count(*)
            from identity_v_leave
            where from_user_id = #{absentId} and to_user_id = #{userId}
              and from_on <= #{today} and to_on >= #{today}
            """)
    int countLeaves(
            @Param("absentId") String absentId, @Param("userId") String userId, @Param("today") LocalDate today);

    /** The task passes to the substitute, if it is still the absent person's. */
    @Update("""
            update worklist_task
            set assignee = #{userId}, assignee_name = #{name}, version = version + 1
            where id = #{taskId} and state = 'OPEN' and assignee = #{absentId}
            """)
    int updateAssignee(
            @Param("taskId") String taskId,
            @Param("absentId") String absentId,
            @Param("userId") String userId,
            @Param("name") String name);

    @Insert("""
            insert into worklist_stand_in (task_id, absent_id, absent_name, substitute_id, acted_at)
            values (#{taskId}, #{absentId}, #{absentName}, #{userId}, #{at})
            """)
    void insert(
            @Param("taskId") String taskId,
            @Param("absentId") String absentId,
            @Param("absentName") String absentName,
            @Param("userId") String userId,
            @Param("at") Instant at);

    List<StoodIn> find(@Param("tasks") Collection<String> tasks);
}
