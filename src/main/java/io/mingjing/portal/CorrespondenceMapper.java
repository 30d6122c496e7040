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
interface CorrespondenceMapper {

    record Row(
            String id,
            String caseId,
            Correspondence.Kind kind,
            String body,
            String bodyKey,
            Correspondence.State state,
            Instant arrivedAt,
            @Nullable String doneByName,
            @Nullable Instant doneAt,
            int version) {}

    @Insert("""
            insert into portal_message (id, case_id, kind, body, body_key, state, arrived_at, version)
            values (#{id}, #{caseId}, #{kind}, #{body}, #{bodyKey}, #{state}, #{arrivedAt}, #{version})
            """)
    void insert(Row row);

    @Select("""
            select id, case_id, kind, body, body_key, state, arrived_at, done_by_name, done_at, version
            from portal_message where case_id = #{caseId}
            order by arrived_at, id
            """)
    List<Row> findByCase(String caseId);

    @Select("""
            select id, case_id, kind, body, body_key, state, arrived_at, done_by_name, done_at, version
            from portal_message where id = #{id}
            """)
    Optional<Row> find(String id);

    @Select("select count(*) from portal_message where case_id = #{caseId} and state = 'OPEN'")
    int countOpen(String caseId);

    /** 0 when somebody else did it first. */
    @Update("""
            update portal_message
            set state = 'DONE', done_by = #{by}, done_by_name = #{byName}, done_at = #{at}, version = version + 1
            where id = #{id} and version = #{version} and state = 'OPEN'
            """)
    int updateDone(
            @Param("id") String id,
            @Param("version") int version,
            @Param("by") String by,
            @Param("byName") String byName,
            @Param("at") Instant at);
}
