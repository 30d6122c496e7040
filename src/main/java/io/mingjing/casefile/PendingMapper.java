package io.mingjing.casefile;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Rows of {@code casefile_pending}; the counts in scope stand in the XML of the same name. */
@Mapper
interface PendingMapper {

    PendingDuties.Counts count(@Param("scope") CaseScope scope);

    @Select("select count(*) from casefile_pending where letter_id = #{letterId} and kind = #{kind}")
    int countOfLetter(@Param("letterId") String letterId, @Param("kind") PendingKind kind);

    @Select("select count(*) from casefile_pending where case_id = #{caseId} and kind = #{kind}")
    int countOfCase(@Param("caseId") String caseId, @Param("kind") PendingKind kind);

    @Insert("""
            insert into casefile_pending (letter_id, kind, case_id, since)
            values (#{letterId}, #{kind}, #{caseId}, #{since})
            """)
    void insert(
            @Param("letterId") String letterId,
            @Param("kind") PendingKind kind,
            @Param("caseId") String caseId,
            @Param("since") LocalDate since);

    @Delete("delete from casefile_pending where letter_id = #{letterId} and kind = #{kind}")
    int delete(@Param("letterId") String letterId, @Param("kind") PendingKind kind);

    @Delete("delete from casefile_pending where case_id = #{caseId} and kind = #{kind}")
    int deleteOfCase(@Param("caseId") String caseId, @Param("kind") PendingKind kind);
}
