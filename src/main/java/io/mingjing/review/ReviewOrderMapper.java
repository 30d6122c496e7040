package io.mingjing.review;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_order}. */
@Mapper
interface ReviewOrderMapper {

    @Select("""
            select id, case_id, kind, ground, facts, evidence, days, asked_on, expected_on, state, order_no, ordered_on,
              ended_on, proposed_by, proposed_name, proposed_at, version
            from review_order where case_id = #{caseId} order by proposed_at, id
            """)
    List<ReviewOrder> findByCase(String caseId);

    @Insert("""
            insert into review_order (id, case_id, kind, ground, facts, evidence, days, asked_on, expected_on, state,
              order_no, ordered_on, ended_on, proposed_by, proposed_name, proposed_at, version)
            values (#{id}, #{caseId}, #{kind}, #{ground}, #{facts}, #{evidence}, #{days}, #{askedOn}, #{expectedOn},
              #{state}, #{orderNo}, #{orderedOn}, #{endedOn}, #{proposedBy}, #{proposedName}, #{proposedAt}, 0)
            """)
    void insert(ReviewOrder order);

    /** 0 when somebody else changed the row since it was read. */
    @Update("""
            update review_order set ground = #{ground}, facts = #{facts}, evidence = #{evidence}, days = #{days},
              asked_on = #{askedOn}, expected_on = #{expectedOn}, state = #{state}, order_no = #{orderNo},
              ordered_on = #{orderedOn}, ended_on = #{endedOn}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int update(ReviewOrder order);

    /** Withdrawals allowed to that applicant for the same act, the latest first. */
    @Select("""
            select o.case_id, r.act_name, r.act_number, o.ordered_on as allowed_on
            from review_order o
            join review_case r on r.case_id = o.case_id
            join casefile_v_party p on p.case_id = o.case_id and p.role = 'APPLICANT'
            where o.kind = 'WITHDRAWAL' and o.state = 'ORDERED' and p.name = #{applicant}
              and (r.act_name = #{actName} or r.act_number = #{actNumber})
            order by o.ordered_on desc, o.id
            """)
    List<Withdrawals.Allowed> findAllowed(
            @Param("applicant") String applicant,
            @Param("actName") String actName,
            @Param("actNumber") @org.jspecify.annotations.Nullable String actNumber);
}
