package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Materials taken in, and the register of applications. */
@Mapper
interface DeskMapper {

    /** The register as it is asked for; null for anything. */
    record Query(
            String governmentId,
            String userId,
            @Nullable String words,
            @Nullable String channel,
            @Nullable String actKind,
            @Nullable String adminField,
            @Nullable String acceptance,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            LocalDate beforeOn,
            String beforeId,
            int limit) {}

    @Select("""
            select id, seq, name, form, copies, pages, received_on from review_material
            where case_id = #{caseId} order by seq, id
            """)
    List<Material> findMaterials(String caseId);

    @Insert("""
            insert into review_material (id, case_id, seq, name, form, copies, pages, received_on, recorded_by, recorded_at)
            values (#{m.id}, #{caseId}, #{m.seq}, #{m.name}, #{m.form}, #{m.copies}, #{m.pages}, #{m.receivedOn}, #{by}, #{at})
            """)
    void insertMaterial(
            @Param("caseId") String caseId,
            @Param("m") Material material,
            @Param("by") String by,
            @Param("at") Instant at);

    @Delete("delete from review_material where case_id = #{caseId} and id = #{id}")
    int deleteMaterial(@Param("caseId") String caseId, @Param("id") String id);

    /** The newest first; the whole order is (received_on, id). */
    List<IntakeRegister.Line> search(Query query);

    int count(Query query);
}
