package io.mingjing.review;

import io.mingjing.review.IncidentalReview.Finding;
import io.mingjing.review.IncidentalReview.State;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code review_incidental}. Each update returns 0 when somebody else changed the row since it was read. */
@Mapper
interface IncidentalReviewMapper {

    @Insert("""
            insert into review_incidental (id, case_id, position, origin, requested_on, document_title, document_number,
              document_kind, maker_organ_id, maker_name, clauses, doubts, competence, competent_organ, refusal_ground, state,
              answer_missing, proposed_by, proposed_at, version)
            values (#{id}, #{caseId}, #{position}, #{origin}, #{requestedOn}, #{documentTitle}, #{documentNumber},
              #{documentKind}, #{makerOrganId}, #{makerName}, #{clauses}, #{doubts}, #{competence}, #{competentOrgan},
              #{refusalGround}, #{state}, false, #{proposedBy}, #{proposedAt}, 0)
            """)
    void insert(IncidentalReview review);

    @Select("""
            select id, case_id, position, origin, requested_on, document_title, document_number, document_kind,
              maker_organ_id, maker_name, clauses, doubts, competence, competent_organ, refusal_ground, state, suspended_on,
              answered_on, maker_answer, explained_on, answer_missing, finding, unlawful_clauses, higher_law,
              finding_reason, result_no, concluded_on, proposed_by, proposed_at, version
            from review_incidental where case_id = #{caseId} order by position
            """)
    List<IncidentalReview> findByCase(String caseId);

    @Update("""
            update review_incidental set state = 'SUSPENDED', suspended_on = #{on}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateSuspended(@Param("id") String id, @Param("version") int version, @Param("on") LocalDate on);

    @Update("""
            update review_incidental set state = #{state}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateState(@Param("id") String id, @Param("version") int version, @Param("state") State state);

    @Update("""
            update review_incidental set answered_on = #{on}, maker_answer = #{answer}, explained_on = #{explainedOn},
              version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateAnswer(
            @Param("id") String id,
            @Param("version") int version,
            @Param("on") LocalDate on,
            @Param("answer") @Nullable String answer,
            @Param("explainedOn") @Nullable LocalDate explainedOn);

    @Update("""
            update review_incidental set answer_missing = true, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateMissing(@Param("id") String id, @Param("version") int version);

    @Update("""
            update review_incidental set finding = #{f.finding}, unlawful_clauses = #{f.unlawfulClauses},
              higher_law = #{f.higherLaw}, finding_reason = #{f.reason}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateFinding(@Param("id") String id, @Param("version") int version, @Param("f") Finding finding);

    @Update("""
            update review_incidental set state = 'CONCLUDED', result_no = #{number}, concluded_on = #{on},
              version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateConcluded(
            @Param("id") String id,
            @Param("version") int version,
            @Param("number") @Nullable String number,
            @Param("on") LocalDate on);
}
