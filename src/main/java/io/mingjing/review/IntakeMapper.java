package io.mingjing.review;

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

/** Rows of {@code review_intake} and {@code review_condition}. */
@Mapper
interface IntakeMapper {

    /** A condition as it was answered last. */
    record ConditionRow(
            String conditionCode, boolean met, @Nullable String reason) {}

    @Select("""
            select admin_field, maker_kind, posted_on, agency_received_on, agency_handling, agency_handled_on, agency_note, known_how, rights_told, rights_told_on,
              requested_on, duty_due_on, urgent, window_days, window_statute, obstacle_from, obstacle_to, obstacle_reason,
              obstacle_kind, real_estate, respondent_kept, elected_on, version
            from review_intake where case_id = #{caseId}
            """)
    Optional<IntakeFacts> find(String caseId);

    @Insert("""
            insert into review_intake (case_id, admin_field, maker_kind, posted_on, agency_received_on, agency_handling,
              agency_handled_on, agency_note, known_how, rights_told, rights_told_on, requested_on, duty_due_on, urgent, window_days, window_statute, obstacle_from, obstacle_to,
              obstacle_reason, obstacle_kind, real_estate, respondent_kept, elected_on, version)
            values (#{caseId}, #{f.adminField}, #{f.makerKind}, #{f.postedOn}, #{f.agencyReceivedOn}, #{f.agencyHandling},
              #{f.agencyHandledOn}, #{f.agencyNote}, #{f.knownHow}, #{f.rightsTold},
              #{f.rightsToldOn}, #{f.requestedOn}, #{f.dutyDueOn}, #{f.urgent}, #{f.windowDays}, #{f.windowStatute},
              #{f.obstacleFrom}, #{f.obstacleTo}, #{f.obstacleReason}, #{f.obstacleKind}, #{f.realEstate}, #{f.respondentKept}, #{f.electedOn}, 1)
            """)
    void insert(@Param("caseId") String caseId, @Param("f") IntakeFacts facts);

    /** 0 when somebody else changed the row since it was read. */
    @Update("""
            update review_intake set admin_field = #{f.adminField}, maker_kind = #{f.makerKind}, posted_on = #{f.postedOn},
              agency_received_on = #{f.agencyReceivedOn}, agency_handling = #{f.agencyHandling},
              agency_handled_on = #{f.agencyHandledOn}, agency_note = #{f.agencyNote}, known_how = #{f.knownHow}, rights_told = #{f.rightsTold},
              rights_told_on = #{f.rightsToldOn}, requested_on = #{f.requestedOn}, duty_due_on = #{f.dutyDueOn},
              urgent = #{f.urgent}, window_days = #{f.windowDays}, window_statute = #{f.windowStatute},
              obstacle_from = #{f.obstacleFrom}, obstacle_to = #{f.obstacleTo}, obstacle_reason = #{f.obstacleReason},
              obstacle_kind = #{f.obstacleKind},
              real_estate = #{f.realEstate}, respondent_kept = #{f.respondentKept}, elected_on = #{f.electedOn},
              version = version + 1
            where case_id = #{caseId} and version = #{f.version}
            """)
    int update(@Param("caseId") String caseId, @Param("f") IntakeFacts facts);

    @Update("""
            update review_case set known_on = #{knownOn}, prerequisite_ground = #{prerequisiteGround}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateCase(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("knownOn") @Nullable LocalDate knownOn,
            @Param("prerequisiteGround") @Nullable String prerequisiteGround);

    @Select("select condition_code, met, reason from review_condition where case_id = #{caseId}")
    List<ConditionRow> findConditions(String caseId);

    @Delete("delete from review_condition where case_id = #{caseId}")
    void deleteConditions(String caseId);

    @Insert("""
            insert into review_condition (case_id, condition_code, met, reason, checked_by, checked_at)
            values (#{caseId}, #{row.conditionCode}, #{row.met}, #{row.reason}, #{by}, #{at})
            """)
    void insertCondition(
            @Param("caseId") String caseId,
            @Param("row") ConditionRow row,
            @Param("by") String by,
            @Param("at") Instant at);
}
