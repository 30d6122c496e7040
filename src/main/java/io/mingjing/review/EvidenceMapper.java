package io.mingjing.review;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_evidence}. */
@Mapper
interface EvidenceMapper {

    @Insert("""
            insert into review_evidence (id, case_id, party_role, title, proves, pages, received_on, late, admitted,
              reason, attachment_id, position, entered_by, entered_at, source)
            values (#{id}, #{caseId}, #{partyRole}, #{title}, #{proves}, #{pages}, #{receivedOn}, #{late}, #{admitted},
              #{reason}, #{attachmentId}, #{position}, #{enteredBy}, #{enteredAt},
              #{source})
            """)
    void insert(Exhibit exhibit);

    @Select("""
            select id, case_id, party_role, title, proves, pages, received_on, late, admitted, reason, attachment_id,
              position, entered_by, entered_at, source
            from review_evidence where case_id = #{caseId} order by position
            """)
    List<Exhibit> findByCase(String caseId);

    @Select("""
            select id, case_id, party_role, title, proves, pages, received_on, late, admitted, reason, attachment_id,
              position, entered_by, entered_at, source
            from review_evidence where id = #{id}
            """)
    Optional<Exhibit> find(String id);

    @Select("select coalesce(max(position), 0) from review_evidence where case_id = #{caseId}")
    int findLastPosition(String caseId);

    @Update("""
            update review_evidence set admitted = #{admitted}, reason = #{reason}
            where id = #{id} and late = true
            """)
    int updateAdmission(@Param("id") String id, @Param("admitted") boolean admitted, @Param("reason") String reason);
}
