package io.mingjing.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code filing_document}. Each update returns 0 when somebody else changed the row since it was read. */
@Mapper
interface FilingMapper {

    @Insert("""
            insert into filing_document (case_id, organ_id, title, document_number, document_kind, published_on,
              effective_on, valid_until, submitted_on, due_on, on_time, pack, supplement_lapsed, version)
            values (#{caseId}, #{d.organId}, #{d.title}, #{d.documentNumber}, #{d.documentKind}, #{d.publishedOn},
              #{d.effectiveOn}, #{d.validUntil}, #{d.submittedOn}, #{dueOn}, #{onTime}, #{pack}, false, 0)
            """)
    void insert(
            @Param("caseId") String caseId,
            @Param("d") Submission submission,
            @Param("dueOn") LocalDate dueOn,
            @Param("onTime") boolean onTime,
            @Param("pack") String pack);

    @Select("""
            select d.case_id, d.organ_id, o.name as organ_name, d.title, d.document_number, d.document_kind,
              d.published_on, d.effective_on, d.valid_until, d.submitted_on, d.due_on, d.on_time, d.pack,
              d.check_result, d.conclusion, d.opinion, d.supplement_lapsed, d.register_no, d.registered_on, d.version
            from filing_document d join identity_v_organ o on o.id = d.organ_id
            where d.case_id = #{caseId}
            """)
    Optional<FiledDocument> find(String caseId);

    /** Registered documents, newest first, before the given place; the whole order is (registered_on, case_id). */
    @Select("""
            select d.case_id, d.organ_id, o.name as organ_name, d.title, d.document_number, d.document_kind,
              d.published_on, d.effective_on, d.valid_until, d.submitted_on, d.due_on, d.on_time, d.pack,
              d.check_result, d.conclusion, d.opinion, d.supplement_lapsed, d.register_no, d.registered_on, d.version
            from filing_document d
            join identity_v_organ o on o.id = d.organ_id
            join casefile_v_case c on c.id = d.case_id
            where d.registered_on is not null and c.government_path like #{path}
              and not exists (select 1 from casefile_v_recusal r where r.case_id = c.id and r.user_id = #{userId})
              and (d.registered_on < #{before} or (d.registered_on = #{before} and d.case_id < #{beforeId}))
            order by d.registered_on desc, d.case_id desc
            limit #{limit}
            """)
    List<FiledDocument> findRegistered(
            @Param("path") String path,
            @Param("userId") String userId,
            @Param("before") LocalDate before,
            @Param("beforeId") String beforeId,
            @Param("limit") int limit);

    @Update("""
            update filing_document set check_result = #{result}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateCheck(@Param("caseId") String caseId, @Param("version") int version, @Param("result") String result);

    @Update("""
            update filing_document set pack = #{pack}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updatePack(@Param("caseId") String caseId, @Param("version") int version, @Param("pack") String pack);

    @Update("""
            update filing_document set supplement_lapsed = true, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateLapsed(@Param("caseId") String caseId, @Param("version") int version);

    @Update("""
            update filing_document set conclusion = #{conclusion}, opinion = #{opinion}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateConclusion(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("conclusion") String conclusion,
            @Param("opinion") @Nullable String opinion);

    @Update("""
            update filing_document set register_no = #{registerNo}, registered_on = #{on}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateRegistered(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("registerNo") String registerNo,
            @Param("on") LocalDate on);
}
