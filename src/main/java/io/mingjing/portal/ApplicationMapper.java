package io.mingjing.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ApplicationMapper {

    /** @param content what was sent, encrypted; empty once it is a case */
    record Row(
            String id,
            String governmentId,
            Applications.State state,
            String number,
            String codeHash,
            String content,
            String contentKey,
            @Nullable String caseId,
            Instant arrivedAt,
            @Nullable String declineReason,
            int version) {}

    @Insert("""
            insert into portal_application (id, government_id, state, number, code_hash, content, content_key, case_id,
              arrived_at, version)
            values (#{id}, #{governmentId}, #{state}, #{number}, #{codeHash}, #{content}, #{contentKey}, #{caseId},
              #{arrivedAt}, #{version})
            """)
    void insert(Row row);

    @Select("""
            select id, government_id, state, number, code_hash, content, content_key, case_id, arrived_at,
                   decline_reason, version
            from portal_application where code_hash = #{codeHash}
            """)
    Optional<Row> findByCode(String codeHash);

    @Select("""
            select id, government_id, state, number, code_hash, content, content_key, case_id, arrived_at,
                   decline_reason, version
            from portal_application where case_id = #{caseId}
            """)
    Optional<Row> findByCase(String caseId);

    @Select("""
            select id, government_id, state, number, code_hash, content, content_key, case_id, arrived_at,
                   decline_reason, version
            from portal_application where id = #{id}
            """)
    Optional<Row> find(String id);

    @Select("""
            select id, government_id, state, number, code_hash, content, content_key, case_id, arrived_at,
                   decline_reason, version
            from portal_application where government_id = #{governmentId} and state = 'WAITING'
            order by arrived_at, id
            limit #{most}
            """)
    List<Row> findWaiting(@Param("governmentId") String governmentId, @Param("most") int most);

    /** 0 when somebody else decided on it since it was read. */
    @Update("""
            update portal_application
            set state = 'REGISTERED', case_id = #{caseId}, content = '', content_key = '', decided_by = #{by},
                decided_by_name = #{byName}, decided_at = #{at}, version = version + 1
            where id = #{id} and version = #{version} and state = 'WAITING'
            """)
    int updateRegistered(
            @Param("id") String id,
            @Param("version") int version,
            @Param("caseId") String caseId,
            @Param("by") String by,
            @Param("byName") String byName,
            @Param("at") Instant at);

    /** 0 when somebody else decided on it since it was read. */
    @Update("""
            update portal_application
            set state = 'DECLINED', decline_reason = #{reason}, decided_by = #{by}, decided_by_name = #{byName},
                decided_at = #{at}, version = version + 1
            where id = #{id} and version = #{version} and state = 'WAITING'
            """)
    int updateDeclined(
            @Param("id") String id,
            @Param("version") int version,
            @Param("reason") String reason,
            @Param("by") String by,
            @Param("byName") String byName,
            @Param("at") Instant at);
}
