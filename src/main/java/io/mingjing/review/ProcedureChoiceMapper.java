package io.mingjing.review;

import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_procedure}. */
@Mapper
interface ProcedureChoiceMapper {

    @Select("""
            select case_id, handling, suggested, ground, facts, amount, reason, converted_on, convert_reason, version
            from review_procedure where case_id = #{caseId}
            """)
    Optional<ProcedureChoice> find(String caseId);

    @Insert("""
            insert into review_procedure (case_id, handling, suggested, ground, facts, amount, reason, converted_on,
              convert_reason, version)
            values (#{caseId}, #{handling}, #{suggested}, #{ground}, #{facts}, #{amount}, #{reason}, #{convertedOn},
              #{convertReason}, 0)
            """)
    void insert(ProcedureChoice choice);

    /** 0 when somebody else changed the row since it was read. */
    @Update("""
            update review_procedure set handling = #{handling}, suggested = #{suggested}, ground = #{ground},
              facts = #{facts}, amount = #{amount}, reason = #{reason}, converted_on = #{convertedOn},
              convert_reason = #{convertReason}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int update(ProcedureChoice choice);
}
