package io.mingjing.review;

import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code review_correction}. */
@Mapper
interface CorrectionMapper {

    @Select("""
            select case_id, kinds, items, days, days_reason, proven, proof, proof_note, version
            from review_correction where case_id = #{caseId}
            """)
    Optional<Correction> find(String caseId);

    @Insert("""
            insert into review_correction (case_id, kinds, items, days, days_reason, proven, proof, proof_note, version)
            values (#{caseId}, #{kinds}, #{items}, #{days}, #{daysReason}, #{proven}, #{proof}, #{proofNote}, 0)
            """)
    void insert(Correction correction);

    /** 0 when somebody else changed the row since it was read. */
    @Update("""
            update review_correction set kinds = #{kinds}, items = #{items}, days = #{days}, days_reason = #{daysReason},
              proven = #{proven}, proof = #{proof}, proof_note = #{proofNote}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int update(Correction correction);
}
