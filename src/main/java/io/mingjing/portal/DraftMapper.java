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

@Mapper
interface DraftMapper {

    record Row(String id, String codeHash, String content, String contentKey, Instant changedAt, LocalDate expiresOn) {}

    @Insert("""
            insert into portal_draft (id, code_hash, content, content_key, changed_at, expires_on)
            values (#{id}, #{codeHash}, #{content}, #{contentKey}, #{changedAt}, #{expiresOn})
            """)
    void insert(Row row);

    @Select("""
            select id, code_hash, content, content_key, changed_at, expires_on
            from portal_draft where code_hash = #{codeHash} and expires_on >= #{today}
            """)
    Optional<Row> find(@Param("codeHash") String codeHash, @Param("today") LocalDate today);

    @Select("""
            select id, code_hash, content, content_key, changed_at, expires_on
            from portal_draft where code_hash = #{codeHash} and expires_on >= #{today}
            for update
            """)
    Optional<Row> findForUpdate(@Param("codeHash") String codeHash, @Param("today") LocalDate today);

    @Update("""
            update portal_draft
            set content = #{content}, content_key = #{contentKey}, changed_at = #{changedAt}, expires_on = #{expiresOn}
            where id = #{id}
            """)
    int update(Row row);

    @Delete("delete from portal_draft where id = #{id}")
    int delete(String id);

    @Select("select id from portal_draft where expires_on < #{today}")
    List<String> findExpired(@Param("today") LocalDate today);
}
