package io.mingjing.review;

import io.mingjing.review.ThirdParty.State;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code review_third_party}. Each update returns 0 when somebody else changed the row since it was read. */
@Mapper
interface ThirdPartyMapper {

    @Insert("""
            insert into review_third_party (id, case_id, state, asked_to_join, asked_on, kind, name, organ_id, address,
              interest, contact, proposed_by, proposed_at, version)
            values (#{id}, #{caseId}, #{state}, #{askedToJoin}, #{askedOn}, #{kind}, #{name}, #{organId}, #{address},
              #{interest}, #{contact}, #{proposedBy}, #{proposedAt}, 0)
            """)
    void insert(ThirdParty thirdParty);

    @Select("""
            select id, case_id, state, asked_to_join, asked_on, kind, name, organ_id, address, interest, contact, opinion,
              decided_by, decided_on, party_id, told_on, told_way, proposed_by, proposed_at, version
            from review_third_party where case_id = #{caseId} order by proposed_at, id
            """)
    List<ThirdParty> findByCase(String caseId);

    @Update("""
            update review_third_party set state = #{state}, opinion = #{opinion}, decided_by = #{by}, decided_on = #{on},
              party_id = #{partyId}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateDecision(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") State state,
            @Param("opinion") @Nullable String opinion,
            @Param("by") String by,
            @Param("on") LocalDate on,
            @Param("partyId") @Nullable String partyId);

    @Update("""
            update review_third_party set told_on = #{on}, told_way = #{way}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateTold(
            @Param("id") String id, @Param("version") int version, @Param("on") LocalDate on, @Param("way") String way);
}
