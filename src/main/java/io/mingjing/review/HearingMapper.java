package io.mingjing.review;

import io.mingjing.review.Hearing.State;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code review_hearing}. Each update returns 0 when somebody else changed the row since it was read. */
@Mapper
interface HearingMapper {

    @Insert("""
            insert into review_hearing (id, case_id, position, state, compulsory, grounds, reason, proposed_by, proposed_at,
              version)
            values (#{id}, #{caseId}, #{position}, #{state}, #{compulsory}, #{grounds}, #{reason}, #{proposedBy},
              #{proposedAt}, 0)
            """)
    void insert(Hearing hearing);

    @Select("""
            select id, case_id, position, state, compulsory, grounds, reason, opinion, hearing_on, hearing_time, place,
              chair_id, officer_ids, recorder_id, applicant_persons, respondent_head, respondent_persons,
              head_explanation, third_persons, course, signed_by, signature_refusal, remark, proposed_by, proposed_at,
              version
            from review_hearing where case_id = #{caseId} order by position
            """)
    List<Hearing> findByCase(String caseId);

    @Update("""
            update review_hearing set state = #{state}, opinion = #{opinion}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateDecision(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") State state,
            @Param("opinion") String opinion);

    @Update("""
            update review_hearing set state = 'ARRANGED', hearing_on = #{plan.on}, hearing_time = #{plan.time},
              place = #{plan.place}, chair_id = #{chairId}, officer_ids = #{officerIds}, recorder_id = #{recorderId},
              version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updatePlan(
            @Param("id") String id,
            @Param("version") int version,
            @Param("plan") HearingPlan plan,
            @Param("chairId") String chairId,
            @Param("officerIds") String officerIds,
            @Param("recorderId") String recorderId);

    @Update("""
            update review_hearing set state = #{state}, remark = #{remark}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateState(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") State state,
            @Param("remark") @Nullable String remark);

    @Update("""
            update review_hearing set state = 'HELD', applicant_persons = #{record.applicantPersons},
              respondent_head = #{record.respondentHead}, respondent_persons = #{record.respondentPersons},
              head_explanation = #{record.headExplanation}, third_persons = #{record.thirdPersons},
              course = #{record.course}, signed_by = #{signedBy}, signature_refusal = #{record.signatureRefusal},
              version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateRecord(
            @Param("id") String id,
            @Param("version") int version,
            @Param("record") HearingRecord record,
            @Param("signedBy") String signedBy);
}
