package io.mingjing.casefile;

import io.mingjing.time.DayUnit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface LimitMapper {

    /** A limit without its pauses. */
    record Row(
            String id,
            String caseId,
            String rule,
            @Nullable String activityId,
            @Nullable String scopeId,
            LimitState state,
            String startFact,
            LocalDate startOn,
            @Nullable Integer setLength,
            @Nullable DayUnit setUnit,
            int extensionDays,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate yellowOn,
            @Nullable LocalDate redOn,
            DayUnit unit,
            boolean provisional,
            String calendarVersion,
            @Nullable LocalDate pausedOn,
            @Nullable LocalDate metOn,
            int version) {}

    record PauseRow(
            String id,
            String limitId,
            LocalDate fromOn,
            @Nullable LocalDate toOn,
            String ground,
            @Nullable String reason,
            String openedBy,
            @Nullable String closedBy) {}

    record CaseNumber(String caseId, String number) {}

    record Setting(int setLength, DayUnit setUnit) {}

    List<Row> findByCases(@Param("caseIds") List<String> caseIds);

    List<Row> findOpen(
            @Param("state") LimitState state,
            @Param("rules") Collection<String> rules,
            @Param("notOn") @Nullable String notOn,
            @Param("afterDue") @Nullable LocalDate afterDue,
            @Param("afterId") @Nullable String afterId,
            @Param("limit") int limit);

    List<CaseNumber> findNumbers(@Param("caseIds") Collection<String> caseIds);

    List<PauseRow> findPauses(@Param("limitIds") List<String> limitIds);

    @Select("""
            select id, case_id, rule, activity_id, scope_id, state, start_fact, start_on, set_length, set_unit,
                   extension_days, due_on, yellow_on, red_on, unit, provisional, calendar_version, paused_on, met_on,
                   version
            from casefile_limit
            where id = #{id}
            """)
    Optional<Row> find(String id);

    @Select("""
            select id, case_id, rule, activity_id, scope_id, state, start_fact, start_on, set_length, set_unit,
                   extension_days, due_on, yellow_on, red_on, unit, provisional, calendar_version, paused_on, met_on,
                   version
            from casefile_limit
            where scope_id = #{scopeId} and activity_id = #{activityId} and case_id = #{caseId}
            """)
    Optional<Row> findByScope(
            @Param("caseId") String caseId, @Param("activityId") String activityId, @Param("scopeId") String scopeId);

    /** Open limits that a timer should watch. */
    @Select("""
            select id, case_id, rule, activity_id, scope_id, state, start_fact, start_on, set_length, set_unit,
                   extension_days, due_on, yellow_on, red_on, unit, provisional, calendar_version, paused_on, met_on,
                   version
            from casefile_limit
            where state in ('RUNNING', 'PAUSED') and has_timer = true
            order by id
            """)
    List<Row> findOpenWithTimer();

    /** Limits that another calendar does not change; those that were changed meanwhile are left for the next look. */
    int updateCalendarVersion(
            @Param("ids") List<String> ids, @Param("version") int version, @Param("calendar") String calendar);

    @Insert("""
            insert into casefile_limit (id, case_id, rule, activity_id, scope_id, state, start_fact, start_on,
              set_length, set_unit, extension_days, due_on, yellow_on, red_on, unit, provisional, calendar_version,
              paused_on, met_on, has_timer, version)
            values (#{id}, #{caseId}, #{rule}, #{activityId}, #{scopeId}, #{state}, #{startFact}, #{startOn},
              #{setLength}, #{setUnit}, #{extensionDays}, #{dueOn}, #{yellowOn}, #{redOn}, #{unit}, #{provisional},
              #{calendarVersion}, #{pausedOn}, #{metOn}, false, #{version})
            """)
    void insert(Row row);

    @Update("update casefile_limit set has_timer = true where id = #{id} and has_timer = false")
    int updateHasTimer(String id);

    /** Writes the next version of a limit; 0 when somebody else was first. */
    @Update("""
            update casefile_limit
            set state = #{row.state}, start_on = #{row.startOn}, set_length = #{row.setLength},
                set_unit = #{row.setUnit}, extension_days = #{row.extensionDays}, due_on = #{row.dueOn},
                yellow_on = #{row.yellowOn}, red_on = #{row.redOn}, unit = #{row.unit},
                provisional = #{row.provisional}, calendar_version = #{row.calendarVersion},
                paused_on = #{row.pausedOn}, met_on = #{row.metOn}, version = #{row.version}
            where id = #{row.id} and version = #{before}
            """)
    int update(@Param("row") Row row, @Param("before") int before);

    @Insert("""
            insert into casefile_limit_version (limit_id, version, change_kind, cause, reason, actor_id, actor_name,
              changed_at, state_before, state_after, due_before, due_after, yellow_after, red_after, provisional,
              calendar_version, inputs)
            values (#{limitId}, #{version}, #{kind}, #{cause}, #{reason}, #{actorId}, #{actorName}, #{changedAt},
              #{stateBefore}, #{stateAfter}, #{dueBefore}, #{dueAfter}, #{yellowAfter}, #{redAfter}, #{provisional},
              #{calendarVersion}, #{inputs})
            """)
    void insertChange(LimitChange change);

    @Select("""
            select limit_id, version, change_kind as kind, cause, reason, actor_id, actor_name, changed_at,
                   state_before, state_after, due_before, due_after, yellow_after, red_after, provisional,
                   calendar_version, inputs
            from casefile_limit_version
            where limit_id = #{limitId}
            order by version
            """)
    List<LimitChange> findChanges(String limitId);

    @Insert("""
            insert into casefile_limit_pause (id, limit_id, from_on, to_on, ground, reason, opened_by, closed_by)
            values (#{id}, #{limitId}, #{fromOn}, #{toOn}, #{ground}, #{reason}, #{openedBy}, #{closedBy})
            """)
    void insertPause(PauseRow pause);

    @Update("""
            update casefile_limit_pause set to_on = #{on}, closed_by = #{by}
            where limit_id = #{limitId} and to_on is null
            """)
    int updatePauseClosed(@Param("limitId") String limitId, @Param("on") LocalDate on, @Param("by") String by);

    @Select("""
            select set_length, set_unit from casefile_limit_setting
            where case_id = #{caseId} and rule = #{rule}
            """)
    Optional<Setting> findSetting(@Param("caseId") String caseId, @Param("rule") String rule);

    @Insert("""
            insert into casefile_limit_setting (case_id, rule, set_length, set_unit)
            values (#{caseId}, #{rule}, #{length}, #{unit})
            """)
    void insertSetting(
            @Param("caseId") String caseId,
            @Param("rule") String rule,
            @Param("length") int length,
            @Param("unit") DayUnit unit);

    @Update("""
            update casefile_limit_setting set set_length = #{length}, set_unit = #{unit}
            where case_id = #{caseId} and rule = #{rule}
            """)
    int updateSetting(
            @Param("caseId") String caseId,
            @Param("rule") String rule,
            @Param("length") int length,
            @Param("unit") DayUnit unit);
}
