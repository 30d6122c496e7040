package io.mingjing.review;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code review_case}. Each update returns 0 when somebody else changed the row since it was read. */
@Mapper
interface ReviewCaseMapper {

    @Insert("""
            insert into review_case (case_id, channel, act_name, act_number, act_kind, act_made_on, known_on,
              requests, reasons, prerequisite_ground, document_name, compensation, enterprise, deemed, reply_missing, decision_overdue, version)
            values (#{caseId}, #{channel}, #{actName}, #{actNumber}, #{actKind}, #{actMadeOn}, #{knownOn},
              #{requests}, #{reasons}, #{prerequisiteGround}, #{documentName}, #{compensation}, #{enterprise}, false, false, false, 0)
            """)
    void insert(ReviewCase review);

    @Select("""
            select case_id, channel, act_name, act_number, act_kind, act_made_on, known_on, requests, reasons,
              prerequisite_ground, document_name, compensation, enterprise, acceptance, refusal_ground, accepted_on, deemed, replied_on, reply_missing,
              views_method, views_on, outcome, grounds, decided_on, decision_overdue, performed, performed_on,
              archive_no, retention, version
            from review_case where case_id = #{caseId}
            """)
    Optional<ReviewCase> find(String caseId);

    @Update("""
            update review_case set act_name = #{actName}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateActName(@Param("caseId") String caseId, @Param("version") int version, @Param("actName") String actName);

    @Update("""
            update review_case set acceptance = #{acceptance}, refusal_ground = #{refusalGround},
              accepted_on = #{acceptedOn}, deemed = #{deemed}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateAcceptance(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("acceptance") String acceptance,
            @Param("refusalGround") @Nullable String refusalGround,
            @Param("acceptedOn") @Nullable LocalDate acceptedOn,
            @Param("deemed") boolean deemed);

    @Update("""
            update review_case set replied_on = #{repliedOn}, reply_missing = #{missing}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateReply(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("repliedOn") @Nullable LocalDate repliedOn,
            @Param("missing") boolean missing);

    @Update("""
            update review_case set views_method = #{method}, views_on = #{on}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateViews(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("method") String method,
            @Param("on") LocalDate on);

    @Update("""
            update review_case set outcome = #{outcome}, grounds = #{grounds}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateOutcome(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("outcome") String outcome,
            @Param("grounds") String grounds);

    @Update("""
            update review_case set decided_on = #{on}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateDecided(@Param("caseId") String caseId, @Param("version") int version, @Param("on") LocalDate on);

    @Update("""
            update review_case set decision_overdue = true, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateOverdue(@Param("caseId") String caseId, @Param("version") int version);

    @Update("""
            update review_case set performed = #{performed}, performed_on = #{on}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updatePerformance(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("performed") String performed,
            @Param("on") @Nullable LocalDate on);

    @Update("""
            update review_case set archive_no = #{archiveNo}, retention = #{retention}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateArchive(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("archiveNo") String archiveNo,
            @Param("retention") String retention);
}
