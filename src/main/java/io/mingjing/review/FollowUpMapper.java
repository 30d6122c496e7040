package io.mingjing.review;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Rows of {@code review_follow_up}. */
@Mapper
interface FollowUpMapper {

    @Insert("""
            insert into review_follow_up (id, case_id, kind, happened_on, result, party_id, place, remark, recorded_by,
              recorded_by_name, recorded_at)
            values (#{id}, #{caseId}, #{kind}, #{happenedOn}, #{result}, #{partyId}, #{place}, #{remark}, #{recordedBy},
              #{recordedByName}, #{recordedAt})
            """)
    void insert(FollowUp followUp);

    @Select("""
            select id, case_id, kind, happened_on, result, party_id, place, remark, recorded_by, recorded_by_name,
              recorded_at
            from review_follow_up where case_id = #{caseId} order by happened_on, id
            """)
    List<FollowUp> findByCase(String caseId);
}
