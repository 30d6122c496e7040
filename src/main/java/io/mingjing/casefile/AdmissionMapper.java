package io.mingjing.casefile;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code casefile_admission}; who sees a case by them stands in {@link CaseMapper}. */
@Mapper
interface AdmissionMapper {

    @Insert("""
            insert into casefile_admission (id, case_id, user_id, source, admitted_by, admitted_at, ended_at)
            values (#{id}, #{caseId}, #{userId}, #{source}, #{by}, #{at}, null)
            """)
    void insert(
            @Param("id") String id,
            @Param("caseId") String caseId,
            @Param("userId") String userId,
            @Param("source") String source,
            @Param("by") String by,
            @Param("at") Instant at);

    @Update("update casefile_admission set ended_at = #{at} where source = #{source} and ended_at is null")
    int updateEnded(@Param("source") String source, @Param("at") Instant at);
}
