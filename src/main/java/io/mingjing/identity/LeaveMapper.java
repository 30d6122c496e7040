package io.mingjing.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Leaves as people see them. */
@Mapper
interface LeaveMapper {

    @Select("""
            select from_user_id
            from identity_v_leave
            where to_user_id = #{userId} and from_on <= #{today} and to_on >= #{today}
            order by from_user_id
            """)
    List<String> findStoodInFor(@Param("userId") String userId, @Param("today") LocalDate today);

    @Select("""
            select l.id, l.from_user_id, f.name as from_name, l.to_user_id, t.name as to_name, l.from_on, l.to_on
            from identity_v_leave l
            join identity_user f on f.id = l.from_user_id
            join identity_user t on t.id = l.to_user_id
            where (l.from_user_id = #{userId} or l.to_user_id = #{userId}) and l.to_on >= #{today}
            order by l.from_on, l.id
            """)
    List<Leave> findOf(@Param("userId") String userId, @Param("today") LocalDate today);

    @Select("""
            select l.id, l.from_user_id, f.name as from_name, l.to_user_id, t.name as to_name, l.from_on, l.to_on
            from identity_v_leave l
            join identity_user f on f.id = l.from_user_id
            join identity_organ o on o.id = f.organ_id
            join identity_user t on t.id = l.to_user_id
            where o.government_id = #{governmentId} and l.to_on >= #{today}
            order by l.from_on, l.id
            """)
    List<Leave> findOfGovernment(@Param("governmentId") String governmentId, @Param("today") LocalDate today);

    /** Leaves of these people that run today or begin by that day, the earliest first. */
    List<Leave> findComing(
            @Param("people") Collection<String> people, @Param("today") LocalDate today, @Param("upTo") LocalDate upTo);
}
