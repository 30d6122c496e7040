package io.mingjing.casefile;

import io.mingjing.time.DayUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
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
            @Nullable LocalDate endOn,
            @Nullable Integer ownYellow,
            @Nullable Integer ownRed,
            int version) {}

    record PauseRow(
            String id,
            String limitId,
            LocalDate fromOn,
            @Nullable LocalDate toOn,
            String ground,
            @Nullable String reason,
            String openedBy,
            @Nullable String closedBy,
            @Nullable String orderNo,
            @Nullable String approver,
            @Nullable LocalDate expectedOn,
            @Nullable String resumeOrderNo) {}

    record ExtensionRow(
            String id,
            String limitId,
            int days,
            String approverId,
            String approver,
            LocalDate approvedOn,
            @Nullable String orderNo,
            String reason) {}

    record CaseNumber(String caseId, String number) {}

    record Setting(int setLength, DayUnit setUnit) {}

    record LightsRow(
            String organId,
            String rule,
            int yellow,
            int red,
            String setBy,
            String setName,
            Instant setAt,
            int version) {}

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

    List<ExtensionRow> findExtensions(@Param("limitIds") List<String> limitIds);

    @Select("""
            select id, case_id, rule, activity_id, scope_id, state, start_fact, start_on, set_length, set_unit,
                   extension_days, due_on, yellow_on, red_on, unit, provisional, calendar_version, paused_on, met_on,
                   end_on, own_yellow, own_red, version
            from casefile_limit
            where id = #{id}
            """)
    Optional<Row> find(String id);

    @Select("""
            select id, case_id, rule, activity_id, scope_id, state, start_fact, start_on, set_length, set_unit,
                   extension_days, due_on, yellow_on, red_on, unit, provisional, calendar_version, paused_on, met_on,
                   end_on, own_yellow, own_red, version
            from casefile_limit
            where scope_id = #{scopeId} and activity_id = #{activityId} and case_id = #{caseId}
            """)
    Optional<Row> findByScope(
            @Param("caseId") String caseId, @Param("activityId") String activityId, @Param("scopeId") String scopeId);

    /** Open limits that a timer should watch. */
    @Select("""
            select id, case_id, rule, activity_id, scope_id, state, start_fact, start_on, set_length, set_unit,
                   extension_days, due_on, yellow_on, red_on, unit, provisional, calendar_version, paused_on, met_on,
                   end_on, own_yellow, own_red, version
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
              paused_on, met_on, end_on, own_yellow, own_red, has_timer, version)
            values (#{id}, #{caseId}, #{rule}, #{activityId}, #{scopeId}, #{state}, #{startFact}, #{startOn},
              #{setLength}, #{setUnit}, #{extensionDays}, #{dueOn}, #{yellowOn}, #{redOn}, #{unit}, #{provisional},
              #{calendarVersion}, #{pausedOn}, #{metOn}, #{endOn}, #{ownYellow}, #{ownRed}, false, #{version})
            """)
    void insert(Row row);

    @Update("update casefile_limit set has_timer = true where id = #{id} and has_timer = false")
    int updateHasTimer(String id);

    @Select("select has_timer from casefile_limit where id = #{id}")
    boolean findHasTimer(String id);

    @Update("update casefile_limit set scope_id = null, has_timer = false where id = #{id}")
    int updateScopeLeft(String id);

    /** Writes the next version of a limit; 0 when somebody else was first. */
    @Update("""
            update casefile_limit
            set state = #{row.state}, start_on = #{row.startOn}, set_length = #{row.setLength},
                set_unit = #{row.setUnit}, extension_days = #{row.extensionDays}, due_on = #{row.dueOn},
                yellow_on = #{row.yellowOn}, red_on = #{row.redOn}, unit = #{row.unit},
                provisional = #{row.provisional}, calendar_version = #{row.calendarVersion},
                paused_on = #{row.pausedOn}, met_on = #{row.metOn}, end_on = #{row.endOn},
                own_yellow = #{row.ownYellow}, own_red = #{row.ownRed}, version = #{row.version}
            where id = #{row.id} and version = #{before}
            """)
    int update(@Param("row") Row row, @Param("before") int before);

    @Insert("""
            insert into casefile_limit_version (limit_id, version, change_kind, cause, reason, order_no, effective_on,
              actor_id, actor_name, changed_at, state_before, state_after, due_before, due_after, yellow_after, red_after, provisional,
              calendar_version, inputs)
            values (#{limitId}, #{version}, #{kind}, #{cause}, #{reason}, #{orderNo}, #{effectiveOn}, #{actorId}, #{actorName}, #{changedAt},
              #{stateBefore}, #{stateAfter}, #{dueBefore}, #{dueAfter}, #{yellowAfter}, #{redAfter}, #{provisional},
              #{calendarVersion}, #{inputs})
            """)
    void insertChange(LimitChange change);

    @Select("""
            select limit_id, version, change_kind as kind, cause, reason, order_no, effective_on, actor_id, actor_name, changed_at,
                   state_before, state_after, due_before, due_after, yellow_after, red_after, provisional,
                   calendar_version, inputs
            from casefile_limit_version
            where limit_id = #{limitId}
            order by version
            """)
    List<LimitChange> findChanges(String limitId);

    @Insert("""
            insert into casefile_limit_pause (id, limit_id, from_on, to_on, ground, reason, opened_by, closed_by, order_no,
              approver, expected_on, resume_order_no)
            values (#{id}, #{limitId}, #{fromOn}, #{toOn}, #{ground}, #{reason}, #{openedBy}, #{closedBy}, #{orderNo},
              #{approver}, #{expectedOn}, #{resumeOrderNo})
            """)
    void insertPause(PauseRow pause);

    @Insert("""
            insert into casefile_limit_extension (id, limit_id, days, approver_id, approver, approved_on, order_no,
              reason)
            values (#{id}, #{limitId}, #{days}, #{approverId}, #{approver}, #{approvedOn}, #{orderNo}, #{reason})
            """)
    void insertExtension(ExtensionRow extension);

    @Update("""
            update casefile_limit_pause set to_on = #{on}, closed_by = #{by}, resume_order_no = #{order}
            where limit_id = #{limitId} and to_on is null
              and ground = coalesce(#{ground,jdbcType=VARCHAR}, ground)
            """)
    int updatePauseClosed(
            @Param("limitId") String limitId,
            @Param("ground") @Nullable String ground,
            @Param("on") LocalDate on,
            @Param("by") String by,
            @Param("order") @Nullable String order);

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

    @Select("""
            select t.organ_id, t.rule, t.yellow, t.red, t.set_by, t.set_name, t.set_at, t.version
            from casefile_limit_threshold t
            join casefile_case c on c.government_id = t.organ_id
            where c.id = #{caseId} and t.rule = #{rule}
            """)
    Optional<LightsRow> findLightsOfCase(@Param("caseId") String caseId, @Param("rule") String rule);

    @Select("""
            select organ_id, rule, yellow, red, set_by, set_name, set_at, version
            from casefile_limit_threshold
            where organ_id = #{organId}
            order by rule
            """)
    List<LightsRow> findLightsOfOrgan(String organId);

    @Insert("""
            insert into casefile_limit_threshold (organ_id, rule, yellow, red, set_by, set_name, set_at, version)
            values (#{organId}, #{rule}, #{yellow}, #{red}, #{setBy}, #{setName}, #{setAt}, #{version})
            """)
    void insertLights(LightsRow row);

    @Update("""
            update casefile_limit_threshold
            set yellow = #{row.yellow}, red = #{row.red}, set_by = #{row.setBy}, set_name = #{row.setName},
                set_at = #{row.setAt}, version = #{row.version}
            where organ_id = #{row.organId} and rule = #{row.rule} and version = #{before}
            """)
    int updateLights(@Param("row") LightsRow row, @Param("before") int before);

    @Delete("delete from casefile_limit_threshold where organ_id = #{organId} and rule = #{rule}")
    int deleteLights(@Param("organId") String organId, @Param("rule") String rule);

    /** Open limits of that rule in the cases of an organ. */
    @Select("""
            select l.id
            from casefile_limit l
            join casefile_case c on c.id = l.case_id
            where l.rule = #{rule} and l.state in ('RUNNING', 'PAUSED') and c.government_id = #{organId}
            order by l.case_id, l.id
            """)
    List<String> findOpenOfOrgan(@Param("rule") String rule, @Param("organId") String organId);

    /** Open limits of that rule whose event fell on or after that day. */
    @Select("""
            select id from casefile_limit
            where rule = #{rule} and state in ('RUNNING', 'PAUSED') and start_on >= #{from}
            order by case_id, id
            """)
    List<String> findOpenStartedFrom(@Param("rule") String rule, @Param("from") LocalDate from);
}
