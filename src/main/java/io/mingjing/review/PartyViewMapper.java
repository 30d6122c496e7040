package io.mingjing.review;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_view}. */
@Mapper
interface PartyViewMapper {

    @Insert("""
            insert into review_view (id, case_id, party_id, position, way, ground, heard_on, place, speaker, officer_ids,
              officer_names, body, signed, unsigned_reason, hearing_id, recorded_by, recorded_by_name, recorded_at, version)
            values (#{id}, #{caseId}, #{partyId}, #{position}, #{way}, #{ground}, #{heardOn}, #{place}, #{speaker},
              #{officerIds}, #{officerNames}, #{body}, #{signed}, #{unsignedReason}, #{hearingId}, #{recordedBy},
              #{recordedByName}, #{recordedAt}, 0)
            """)
    void insert(PartyView view);

    @Select("""
            select id, case_id, party_id, position, way, ground, heard_on, place, speaker, officer_ids, officer_names, body,
              signed, unsigned_reason, hearing_id, struck_reason, recorded_by, recorded_by_name, recorded_at, version
            from review_view where case_id = #{caseId} order by position
            """)
    List<PartyView> findByCase(String caseId);

    /** Returns 0 when somebody else changed the row since it was read. */
    @Update("""
            update review_view set struck_reason = #{reason}, version = version + 1
            where id = #{id} and version = #{version} and struck_reason is null
            """)
    int updateStruck(@Param("id") String id, @Param("version") int version, @Param("reason") String reason);
}
