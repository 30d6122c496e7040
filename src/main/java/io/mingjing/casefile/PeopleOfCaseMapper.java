package io.mingjing.casefile;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Handlers, recusals, links and notes. */
@Mapper
interface PeopleOfCaseMapper {

    @Select("""
            select h.user_id, u.name, h.kind
            from casefile_handler h join identity_v_user u on u.id = h.user_id
            where h.case_id = #{caseId}
            order by h.kind, h.named_at, h.user_id
            """)
    List<Handler> findHandlers(String caseId);

    @Insert("""
            insert into casefile_handler (case_id, user_id, kind, named_by, named_at)
            values (#{caseId}, #{userId}, #{kind}, #{by}, #{at})
            """)
    void insertHandler(
            @Param("caseId") String caseId,
            @Param("userId") String userId,
            @Param("kind") Handler.Kind kind,
            @Param("by") String by,
            @Param("at") Instant at);

    @Delete("delete from casefile_handler where case_id = #{caseId} and user_id = #{userId}")
    int deleteHandler(@Param("caseId") String caseId, @Param("userId") String userId);

    /** The lead who made himself or herself the lead by claiming. */
    @Delete("""
            delete from casefile_handler
            where case_id = #{caseId} and user_id = #{userId} and kind = 'LEAD' and named_by = #{userId}
            """)
    int deleteClaimedLead(@Param("caseId") String caseId, @Param("userId") String userId);

    @Select("""
            select r.user_id, u.name, r.reason, r.recused_at
            from casefile_recusal r join identity_v_user u on u.id = r.user_id
            where r.case_id = #{caseId}
            order by r.recused_at, r.user_id
            """)
    List<Recusal> findRecusals(String caseId);

    @Select("select count(*) from casefile_recusal where case_id = #{caseId} and user_id = #{userId}")
    int countRecusals(@Param("caseId") String caseId, @Param("userId") String userId);

    @Insert("""
            insert into casefile_recusal (case_id, user_id, reason, recused_by, recused_at)
            values (#{caseId}, #{userId}, #{reason}, #{by}, #{at})
            """)
    void insertRecusal(
            @Param("caseId") String caseId,
            @Param("userId") String userId,
            @Param("reason") String reason,
            @Param("by") String by,
            @Param("at") Instant at);

    /** Links from and to a case, as far as the reader may see the other end. */
    List<CaseLink> findLinks(@Param("caseId") String caseId, @Param("scope") CaseScope scope);

    @Select("""
            select count(*) from casefile_link
            where kind = #{kind}
              and ((case_id = #{caseId} and other_id = #{otherId}) or (case_id = #{otherId} and other_id = #{caseId}))
            """)
    int countLinks(@Param("caseId") String caseId, @Param("otherId") String otherId, @Param("kind") CaseLink.Kind kind);

    @Insert("""
            insert into casefile_link (id, case_id, other_id, kind, remark, linked_by, linked_at)
            values (#{id}, #{caseId}, #{otherId}, #{kind}, #{remark}, #{by}, #{at})
            """)
    void insertLink(
            @Param("id") String id,
            @Param("caseId") String caseId,
            @Param("otherId") String otherId,
            @Param("kind") CaseLink.Kind kind,
            @Param("remark") @Nullable String remark,
            @Param("by") String by,
            @Param("at") Instant at);

    @Delete("delete from casefile_link where id = #{id} and (case_id = #{caseId} or other_id = #{caseId})")
    int deleteLink(@Param("caseId") String caseId, @Param("id") String id);

    @Select("""
            select id, case_id, body, author_id, author_name, written_at
            from casefile_note
            where case_id = #{caseId}
            order by id
            """)
    List<Note> findNotes(String caseId);

    @Insert("""
            insert into casefile_note (id, case_id, body, author_id, author_name, written_at)
            values (#{id}, #{caseId}, #{body}, #{authorId}, #{authorName}, #{writtenAt})
            """)
    void insertNote(Note note);
}
