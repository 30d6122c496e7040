package io.mingjing.alert;

import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** What people have chosen; the list of many people's habits is in the XML of the same name. */
@Mapper
interface PreferenceMapper {

    /** A row; times as HH:mm. */
    record HabitRow(
            String userId, String quietFrom, String quietTo, boolean workingDaysOnly, boolean morning, boolean weekly) {

        Habit habit() {
            return new Habit(LocalTime.parse(quietFrom), LocalTime.parse(quietTo), workingDaysOnly, morning, weekly);
        }
    }

    List<HabitRow> findHabits(@Param("userIds") Collection<String> userIds);

    @Select("""
            select user_id, quiet_from, quiet_to, working_days_only, morning, weekly
            from alert_habit
            where user_id = #{userId}
            """)
    Optional<HabitRow> findHabit(@Param("userId") String userId);

    @Delete("""
            delete from alert_habit
            where user_id = #{userId}
            """)
    int deleteHabit(@Param("userId") String userId);

    @Insert("""
            insert into alert_habit (user_id, quiet_from, quiet_to, working_days_only, morning, weekly)
            values (#{userId}, #{quietFrom}, #{quietTo}, #{workingDaysOnly}, #{morning}, #{weekly})
            """)
    int insertHabit(HabitRow row);

    @Select("""
            select user_id, kind, way
            from alert_mute
            where user_id = #{userId}
            """)
    List<AlertMapper.Mute> findMutes(@Param("userId") String userId);

    @Delete("""
            delete from alert_mute
            where user_id = #{userId}
            """)
    int deleteMutes(@Param("userId") String userId);

    @Insert("""
            insert into alert_mute (user_id, kind, way)
            values (#{userId}, #{kind}, #{way})
            """)
    int insertMute(AlertMapper.Mute mute);
}
