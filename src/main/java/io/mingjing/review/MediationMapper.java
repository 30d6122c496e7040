package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_mediation} and {@code review_mediation_signature}. */
@Mapper
interface MediationMapper {

    @Insert("""
            insert into review_mediation (id, case_id, proposed_by, started_on, version)
            values (#{id}, #{caseId}, #{proposedBy}, #{startedOn}, 0)
            """)
    void insert(Mediation mediation);

    @Update("""
            update review_mediation set paused_limit_id = #{pausedLimitId}, mediated_on = #{mediatedOn}, place = #{place},
              persons = #{persons}, concessions = #{concessions}, result = #{result}, effective_on = #{effectiveOn},
              ended_on = #{endedOn}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int update(Mediation mediation);

    @Select("""
            select id, case_id, proposed_by, started_on, paused_limit_id, mediated_on, place, persons, concessions, result,
              effective_on, ended_on, version
            from review_mediation where case_id = #{caseId} order by started_on, id
            """)
    List<Mediation> findByCase(String caseId);

    @Insert("""
            insert into review_mediation_signature (mediation_id, party_id, signed_on, recorded_by, recorded_at)
            values (#{mediationId}, #{partyId}, #{signedOn}, #{by}, #{at})
            """)
    void insertSignature(
            @Param("mediationId") String mediationId,
            @Param("partyId") String partyId,
            @Param("signedOn") LocalDate signedOn,
            @Param("by") String by,
            @Param("at") Instant at);

    @Select("""
            select mediation_id, party_id, signed_on
            from review_mediation_signature where mediation_id = #{mediationId} order by signed_on, party_id
            """)
    List<Mediation.Signature> findSignatures(String mediationId);
}
