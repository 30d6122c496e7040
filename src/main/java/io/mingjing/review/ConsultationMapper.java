package io.mingjing.review;

import io.mingjing.review.Consultation.State;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code review_consultation} and {@code review_committee_trait}. An update returns 0 when the row has changed. */
@Mapper
interface ConsultationMapper {

    @Select("""
            select id, case_id, position, state, compulsory, grounds, questions, documents, approval, manner, planned_on,
              place, members, kept_out, given_on, attended, votes_for, votes_against, abstentions, opinion, differences,
              paper_id, adoption, explanation, remark, proposed_by, proposed_at, version
            from review_consultation where case_id = #{caseId} order by position
            """)
    List<Consultation> findByCase(String caseId);

    @Insert("""
            insert into review_consultation (id, case_id, position, state, compulsory, grounds, questions, documents,
              proposed_by, proposed_at, version)
            values (#{id}, #{caseId}, #{position}, #{state}, #{compulsory}, #{grounds}, #{questions}, #{documents},
              #{proposedBy}, #{proposedAt}, 0)
            """)
    void insert(Consultation consultation);

    @Update("""
            update review_consultation set state = #{state}, approval = #{approval}, compulsory = #{compulsory},
              grounds = #{grounds}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateApproval(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") State state,
            @Param("approval") String approval,
            @Param("compulsory") boolean compulsory,
            @Param("grounds") String grounds);

    @Update("""
            update review_consultation set state = 'INVITED', manner = #{plan.manner}, planned_on = #{plan.on},
              place = #{plan.place}, members = #{members}, kept_out = #{keptOut}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updatePlan(
            @Param("id") String id,
            @Param("version") int version,
            @Param("plan") ConsultationPlan plan,
            @Param("members") String members,
            @Param("keptOut") @Nullable String keptOut);

    @Update("""
            update review_consultation set state = 'GIVEN', given_on = #{given.on}, attended = #{attended},
              votes_for = #{given.votesFor}, votes_against = #{given.votesAgainst}, abstentions = #{given.abstentions},
              opinion = #{given.opinion}, differences = #{given.differences}, paper_id = #{paperId},
              version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateOpinion(
            @Param("id") String id,
            @Param("version") int version,
            @Param("given") ConsultationOpinion given,
            @Param("attended") String attended,
            @Param("paperId") String paperId);

    @Update("""
            update review_consultation set state = #{state}, remark = #{remark}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateState(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") State state,
            @Param("remark") @Nullable String remark);

    @Update("""
            update review_consultation set adoption = #{adoption}, explanation = #{explanation}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateAdoption(
            @Param("id") String id,
            @Param("version") int version,
            @Param("adoption") String adoption,
            @Param("explanation") @Nullable String explanation);

    @Select("""
            select case_id, traits, reason, set_by, set_at, version from review_committee_trait where case_id = #{caseId}
            """)
    Optional<ConsultationTraits> findTraits(String caseId);

    @Insert("""
            insert into review_committee_trait (case_id, traits, reason, set_by, set_at, version)
            values (#{caseId}, #{traits}, #{reason}, #{setBy}, #{setAt}, 0)
            """)
    void insertTraits(ConsultationTraits traits);

    @Update("""
            update review_committee_trait set traits = #{traits}, reason = #{reason}, set_by = #{setBy},
              set_at = #{setAt}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateTraits(ConsultationTraits traits);
}
