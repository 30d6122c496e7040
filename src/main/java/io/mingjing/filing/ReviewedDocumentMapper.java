package io.mingjing.filing;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Rows of {@code filing_reviewed_document}. */
@Mapper
interface ReviewedDocumentMapper {

    /** Keeps the result as the review has it, beside the document filed under the same number by the same organ. */
    @Insert("""
            insert into filing_reviewed_document (id, review_case_id, government_path, filed_case_id, maker_organ_id,
              maker_name, document_title, document_number, finding, unlawful_clauses, higher_law, finding_reason, reviewed_on)
            select r.id, r.case_id, #{path},
              (select max(d.case_id) from filing_document d
                where d.document_number = r.document_number and d.organ_id = r.maker_organ_id),
              r.maker_organ_id, r.maker_name, r.document_title, r.document_number, r.finding, r.unlawful_clauses,
              r.higher_law, r.finding_reason, #{on}
            from review_v_incidental r where r.id = #{id}
            """)
    int insert(@Param("id") String id, @Param("path") String path, @Param("on") LocalDate on);

    /** Newest first, before the given place; the whole order is (reviewed_on, id). */
    @Select("""
            select id, review_case_id, filed_case_id, maker_organ_id, maker_name, document_title, document_number, finding,
              unlawful_clauses, higher_law, finding_reason, reviewed_on
            from filing_reviewed_document
            where government_path like #{path}
              and (reviewed_on < #{before} or (reviewed_on = #{before} and id < #{beforeId}))
            order by reviewed_on desc, id desc
            limit #{limit}
            """)
    List<ReviewedDocument> findPage(
            @Param("path") String path,
            @Param("before") LocalDate before,
            @Param("beforeId") String beforeId,
            @Param("limit") int limit);

    @Select("""
            select id, review_case_id, filed_case_id, maker_organ_id, maker_name, document_title, document_number, finding,
              unlawful_clauses, higher_law, finding_reason, reviewed_on
            from filing_reviewed_document where filed_case_id = #{caseId} order by reviewed_on, id
            """)
    List<ReviewedDocument> findByFiled(String caseId);
}
