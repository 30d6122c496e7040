package io.mingjing.portal;

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
import org.jspecify.annotations.Nullable;

/** Answers that organs are making, and the letters that were issued to an organ. */
@Mapper
interface ChainMapper {

    record Row(
            String taskId,
            String caseId,
            String organId,
            String taskName,
            OrganChains.State state,
            String handlerId,
            String handlerName,
            @Nullable String signerId,
            @Nullable String signerName,
            String content,
            String contentKey,
            Instant changedAt,
            int version) {}

    record EvidenceRow(
            String id,
            String taskId,
            String name,
            String proves,
            @Nullable Integer pages,
            @Nullable String depositId) {}

    /** An open task of an organ. */
    record TaskRow(
            String id,
            String caseId,
            String definitionKey,
            String name,
            @Nullable String organId,
            @Nullable LocalDate dueOn) {}

    /** A letter that was issued to an organ; served on no day yet while {@code servedOn} is null. */
    record LetterRow(
            String id,
            String caseId,
            String partyId,
            String title,
            @Nullable String letterNumber,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate servedOn) {}

    @Insert("""
            insert into portal_chain (task_id, case_id, organ_id, task_name, state, handler_id, handler_name, signer_id,
              signer_name, content, content_key, changed_at, version)
            values (#{taskId}, #{caseId}, #{organId}, #{taskName}, #{state}, #{handlerId}, #{handlerName}, #{signerId},
              #{signerName}, #{content}, #{contentKey}, #{changedAt}, #{version})
            """)
    void insert(Row row);

    @Select("""
            select task_id, case_id, organ_id, task_name, state, handler_id, handler_name, signer_id, signer_name,
                   content, content_key, changed_at, version
            from portal_chain where task_id = #{taskId}
            """)
    Optional<Row> find(String taskId);

    /** 0 when somebody else changed it since it was read. */
    @Update("""
            update portal_chain
            set state = #{state}, handler_id = #{handlerId}, handler_name = #{handlerName}, signer_id = #{signerId},
                signer_name = #{signerName}, content = #{content}, content_key = #{contentKey},
                changed_at = #{changedAt}, version = version + 1
            where task_id = #{taskId} and version = #{version}
            """)
    int update(Row row);

    /** Open ones that wait for this person. */
    @Select("""
            select c.task_id, c.case_id, c.organ_id, c.task_name, c.state, c.handler_id, c.handler_name, c.signer_id,
                   c.signer_name, c.content, c.content_key, c.changed_at, c.version
            from portal_chain c
            join worklist_v_task t on t.id = c.task_id and t.state = 'OPEN'
            where (c.handler_id = #{userId} or c.signer_id = #{userId}) and c.state <> 'SUBMITTED'
            order by t.sort_due, c.task_id
            limit 200
            """)
    List<Row> findOfPerson(String userId);

    @Select("""
            select id, case_id, definition_key, name, organ_id, due_on
            from worklist_v_task where id = #{taskId} and state = 'OPEN' and pool = 'ORGAN_CONTACT'
            """)
    Optional<TaskRow> findTask(String taskId);

    @Insert("""
            insert into portal_chain_evidence (id, task_id, name, proves, pages, deposit_id)
            values (#{id}, #{taskId}, #{name}, #{proves}, #{pages}, #{depositId})
            """)
    void insertEvidence(EvidenceRow row);

    @Select("""
            select id, task_id, name, proves, pages, deposit_id
            from portal_chain_evidence where task_id = #{taskId} order by id
            """)
    List<EvidenceRow> findEvidence(String taskId);

    @Delete("delete from portal_chain_evidence where id = #{id} and task_id = #{taskId}")
    int deleteEvidence(@Param("id") String id, @Param("taskId") String taskId);

    @Insert("""
            insert into portal_chain_step (id, task_id, act, by_id, by_name, to_name, remark, done_at)
            values (#{id}, #{taskId}, #{step.act}, #{byId}, #{step.byName}, #{step.toName}, #{step.remark},
              #{step.doneAt})
            """)
    void insertStep(
            @Param("id") String id,
            @Param("taskId") String taskId,
            @Param("byId") String byId,
            @Param("step") OrganChains.Step step);

    @Select("""
            select act, by_name, to_name, remark, done_at from portal_chain_step where task_id = #{taskId} order by id
            """)
    List<OrganChains.Step> findSteps(String taskId);

    @Select("""
            select l.id, l.case_id, r.party_id, l.title, l.letter_number, l.issued_on, r.served_on
            from document_v_letter l
            join document_v_letter_recipient r on r.letter_id = l.id
            join casefile_v_party p on p.id = r.party_id
            where p.organ_id = #{organId} and l.state = 'ISSUED'
            order by l.issued_on desc, l.id desc
            limit 100
            """)
    List<LetterRow> findLetters(String organId);

    @Select("""
            select l.id, l.case_id, r.party_id, l.title, l.letter_number, l.issued_on, r.served_on
            from document_v_letter l
            join document_v_letter_recipient r on r.letter_id = l.id
            join casefile_v_party p on p.id = r.party_id
            where l.case_id = #{caseId} and p.organ_id = #{organId} and l.state = 'ISSUED'
            order by l.issued_on, l.id
            """)
    List<LetterRow> findLettersOfCase(@Param("caseId") String caseId, @Param("organId") String organId);
}
