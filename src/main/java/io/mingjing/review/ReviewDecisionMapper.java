package io.mingjing.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_decision} and {@code review_discussion}. */
@Mapper
interface ReviewDecisionMapper {

    @Insert("""
            insert into review_decision (case_id, outcome, grounds, articles, measures, ordered_days, worse,
              third_party_proof, compensation, final_basis, drafted_by, drafted_at, version)
            values (#{caseId}, #{outcome}, #{grounds}, #{articles}, #{measures}, #{orderedDays}, #{worse},
              #{thirdPartyProof}, #{compensation}, #{finalBasis}, #{draftedBy}, #{draftedAt}, 0)
            """)
    void insert(ReviewDecision decision);

    /** A further draft; an approval of the one before says nothing of it. */
    @Update("""
            update review_decision set outcome = #{outcome}, grounds = #{grounds}, articles = #{articles},
              measures = #{measures}, ordered_days = #{orderedDays}, worse = #{worse},
              third_party_proof = #{thirdPartyProof}, compensation = #{compensation}, final_basis = #{finalBasis},
              approval_form = null, drafted_by = #{draftedBy}, drafted_at = #{draftedAt}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateDraft(ReviewDecision decision);

    @Update("""
            update review_decision set approval_form = #{form}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateApproval(@Param("caseId") String caseId, @Param("version") int version, @Param("form") String form);

    /** Returns 0 when the decision had reached the respondent before. */
    @Update("""
            update review_decision set respondent_served_on = #{on}, version = version + 1
            where case_id = #{caseId} and respondent_served_on is null
            """)
    int updateServed(@Param("caseId") String caseId, @Param("on") LocalDate on);

    @Select("""
            select case_id, outcome, grounds, articles, measures, ordered_days, worse, third_party_proof, compensation,
              final_basis, approval_form, respondent_served_on, drafted_by, drafted_at, version
            from review_decision where case_id = #{caseId}
            """)
    Optional<ReviewDecision> find(String caseId);

    @Insert("""
            insert into review_discussion (id, case_id, discussed_on, host, members, recorder, opinions, conclusion,
              recorded_by, recorded_by_name, recorded_at)
            values (#{id}, #{caseId}, #{discussedOn}, #{host}, #{members}, #{recorder}, #{opinions}, #{conclusion},
              #{recordedBy}, #{recordedByName}, #{recordedAt})
            """)
    void insertDiscussion(Discussion discussion);

    @Select("""
            select id, case_id, discussed_on, host, members, recorder, opinions, conclusion, recorded_by,
              recorded_by_name, recorded_at
            from review_discussion where case_id = #{caseId} order by discussed_on, id
            """)
    List<Discussion> findDiscussions(String caseId);
}
