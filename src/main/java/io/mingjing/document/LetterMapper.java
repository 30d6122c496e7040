package io.mingjing.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface LetterMapper {

    @Insert("""
            insert into document_letter
              (id, case_id, type, title, state, letter_number, issued_on, version, draft_no, levels, docx_sha256,
               pdf_sha256, drafted_by, drafted_at, void_reason)
            values
              (#{id}, #{caseId}, #{type}, #{title}, #{state}, #{letterNumber}, #{issuedOn}, #{version}, #{draftNo},
               #{levels}, #{docxSha256}, #{pdfSha256}, #{draftedBy}, #{draftedAt}, #{voidReason})
            """)
    void insert(LetterRow letter);

    @Select("""
            select id, case_id, type, title, state, letter_number, issued_on, version, draft_no, levels, docx_sha256,
                   pdf_sha256, drafted_by, drafted_at, void_reason
            from document_letter
            where id = #{id}
            """)
    Optional<LetterRow> find(String id);

    @Select("""
            select id, case_id, type, title, state, letter_number, issued_on, version, draft_no, levels, docx_sha256,
                   pdf_sha256, drafted_by, drafted_at, void_reason
            from document_letter
            where case_id = #{caseId}
            order by drafted_at, id
            """)
    List<LetterRow> findByCase(String caseId);

    /** Returns 0 when somebody else changed the letter since it was read. */
    @Update("""
            update document_letter
            set state = #{state}, draft_no = #{draftNo}, levels = #{levels},
                version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateDraft(LetterRow letter);

    /** Returns 0 when somebody else changed the letter since it was read. */
    @Update("""
            update document_letter
            set state = 'ISSUED', letter_number = #{number}, issued_on = #{on}, docx_sha256 = #{docxSha256},
                version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateIssued(
            @Param("id") String id,
            @Param("version") int version,
            @Param("number") String number,
            @Param("on") LocalDate on,
            @Param("docxSha256") String docxSha256);

    /** Returns 0 when somebody else changed the letter since it was read. */
    @Update("""
            update document_letter
            set state = 'VOID', void_reason = #{reason}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateVoid(@Param("id") String id, @Param("version") int version, @Param("reason") String reason);

    /** The PDF is made once; returns 0 when there is one already. */
    @Update("""
            update document_letter
            set pdf_sha256 = #{pdfSha256}
            where id = #{id} and state = 'ISSUED' and pdf_sha256 is null
            """)
    int updatePdf(@Param("id") String id, @Param("pdfSha256") String pdfSha256);

    @Select("""
            select (select count(*) from document_letter where docx_sha256 = #{sha256} or pdf_sha256 = #{sha256})
                 + (select count(*) from document_electronic_seal where file_sha256 = #{sha256})
            """)
    int countBySha(@Param("sha256") String sha256);

    @Insert("""
            insert into document_letter_version
              (letter_id, draft_no, field_values, values_sha256, author_id, author_name, written_at)
            values
              (#{letterId}, #{draftNo}, #{fieldValues}, #{valuesSha256}, #{authorId}, #{authorName}, #{writtenAt})
            """)
    void insertDraft(DraftRow draft);

    @Select("""
            select letter_id, draft_no, field_values, values_sha256, author_id, author_name, written_at
            from document_letter_version
            where letter_id = #{letterId}
            order by draft_no
            """)
    List<DraftRow> findDrafts(String letterId);

    @Insert("""
            insert into document_letter_recipient (letter_id, party_id, name, role, position_no)
            values (#{letterId}, #{recipient.partyId}, #{recipient.name}, #{recipient.role}, #{position})
            """)
    void insertRecipient(
            @Param("letterId") String letterId,
            @Param("position") int position,
            @Param("recipient") Recipient recipient);

    @Delete("delete from document_letter_recipient where letter_id = #{letterId}")
    int deleteRecipients(String letterId);

    @Select("""
            select party_id, name, role
            from document_letter_recipient
            where letter_id = #{letterId}
            order by position_no
            """)
    List<Recipient> findRecipients(String letterId);

    @Insert("""
            insert into document_approval
              (id, letter_id, draft_no, level, result, opinion, by_id, by_name, acted_at, approved_on, paper,
               paper_approver, scan_attachment_id, confirmed_by_id, confirmed_by_name, confirmed_at, voided)
            values
              (#{id}, #{letterId}, #{draftNo}, #{level}, #{result}, #{opinion}, #{byId}, #{byName}, #{actedAt},
               #{approvedOn}, #{paper}, #{paperApprover}, #{scanAttachmentId}, #{confirmedById}, #{confirmedByName},
               #{confirmedAt}, #{voided})
            """)
    void insertApproval(Approval approval);

    @Select("""
            select id, letter_id, draft_no, level, result, opinion, by_id, by_name, acted_at, approved_on, paper,
                   paper_approver, scan_attachment_id, confirmed_by_id, confirmed_by_name, confirmed_at, voided
            from document_approval
            where letter_id = #{letterId}
            order by acted_at, id
            """)
    List<Approval> findApprovals(String letterId);

    @Select("""
            select id, letter_id, draft_no, level, result, opinion, by_id, by_name, acted_at, approved_on, paper,
                   paper_approver, scan_attachment_id, confirmed_by_id, confirmed_by_name, confirmed_at, voided
            from document_approval
            where id = #{id}
            """)
    Optional<Approval> findApproval(String id);

    @Update("""
            update document_approval
            set voided = true
            where letter_id = #{letterId} and voided = false
            """)
    int updateApprovalsVoided(String letterId);

    @Update("update document_approval set voided = true where id = #{id} and voided = false")
    int updateApprovalVoided(String id);

    /** Returns 0 when it is confirmed or void already. */
    @Update("""
            update document_approval
            set confirmed_by_id = #{byId}, confirmed_by_name = #{byName}, confirmed_at = #{at}
            where id = #{id} and paper = true and voided = false and confirmed_by_id is null
            """)
    int updateConfirmed(
            @Param("id") String id,
            @Param("byId") String byId,
            @Param("byName") String byName,
            @Param("at") Instant at);

    @Insert("""
            insert into document_seal
              (id, letter_id, seal, copies, keeper, sealed_on, scan_attachment_id, by_id, by_name, recorded_at)
            values
              (#{id}, #{letterId}, #{seal}, #{copies}, #{keeper}, #{sealedOn}, #{scanAttachmentId}, #{byId},
               #{byName}, #{recordedAt})
            """)
    void insertSeal(SealEntry seal);

    @Select("""
            select id, letter_id, seal, copies, keeper, sealed_on, scan_attachment_id, by_id, by_name, recorded_at
            from document_seal
            where letter_id = #{letterId}
            order by recorded_at, id
            """)
    List<SealEntry> findSeals(String letterId);

    @Insert("""
            insert into document_electronic_seal
              (id, letter_id, seal, port, certificate, placeholder, file_sha256, media_type, by_id, by_name, sealed_at)
            values
              (#{id}, #{letterId}, #{seal}, #{port}, #{certificate}, #{placeholder}, #{fileSha256}, #{mediaType},
               #{byId}, #{byName}, #{sealedAt})
            """)
    void insertElectronicSeal(ElectronicSeal seal);

    @Insert("insert into document_sealing (letter_id, begun_at) values (#{letterId}, #{at})")
    void insertSealing(@Param("letterId") String letterId, @Param("at") Instant at);

    /** Gives up what a node left behind that died on the way. */
    @Delete("delete from document_sealing where letter_id = #{letterId} and begun_at < #{before}")
    void deleteStaleSealing(@Param("letterId") String letterId, @Param("before") Instant before);

    @Delete("delete from document_sealing where letter_id = #{letterId}")
    void deleteSealing(String letterId);

    @Select("""
            select id, letter_id, seal, port, certificate, placeholder, file_sha256, media_type, by_id, by_name, sealed_at
            from document_electronic_seal
            where letter_id = #{letterId}
            """)
    Optional<ElectronicSeal> findElectronicSeal(String letterId);

    @Insert("""
            insert into document_service
              (id, letter_id, recipient_id, method, acted_on, served_on, evidence_attachment_id, note, by_id, by_name,
               recorded_at)
            values
              (#{id}, #{letterId}, #{recipientId}, #{method}, #{actedOn}, #{servedOn}, #{evidenceAttachmentId},
               #{note}, #{byId}, #{byName}, #{recordedAt})
            """)
    void insertService(ServiceRecord service);

    @Select("""
            select id, letter_id, recipient_id, method, acted_on, served_on, evidence_attachment_id, note, by_id,
                   by_name, recorded_at
            from document_service
            where letter_id = #{letterId}
            order by served_on, id
            """)
    List<ServiceRecord> findServices(String letterId);

    /** How many recipients of the letter have no service record. */
    @Select("""
            select count(*)
            from document_letter_recipient r
            where r.letter_id = #{letterId}
              and not exists (
                select 1 from document_service s where s.letter_id = r.letter_id and s.recipient_id = r.party_id)
            """)
    int countUnserved(String letterId);
}
