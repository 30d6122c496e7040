package io.mingjing.review;

import io.mingjing.review.RecusalRequest.State;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_recusal}. */
@Mapper
interface RecusalRequestMapper {

    @Select("""
            select id, case_id, position, state, origin, applicant, person_id, person_name, relation, tie, facts, duty,
              article, declared, decider, opinion, decided_by, decided_at, proposed_by, proposed_at, version
            from review_recusal where case_id = #{caseId} order by position
            """)
    List<RecusalRequest> findByCase(String caseId);

    @Insert("""
            insert into review_recusal (id, case_id, position, state, origin, applicant, person_id, person_name, relation,
              tie, facts, duty, article, declared, decider, proposed_by, proposed_at, version)
            values (#{id}, #{caseId}, #{position}, #{state}, #{origin}, #{applicant}, #{personId}, #{personName},
              #{relation}, #{tie}, #{facts}, #{duty}, #{article}, #{declared}, #{decider}, #{proposedBy}, #{proposedAt}, 0)
            """)
    void insert(RecusalRequest request);

    /** Returns 0 when somebody else changed the row since it was read. */
    @Update("""
            update review_recusal set state = #{state}, opinion = #{opinion}, decided_by = #{by}, decided_at = #{at},
              version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateDecision(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") State state,
            @Param("opinion") String opinion,
            @Param("by") String by,
            @Param("at") Instant at);
}
