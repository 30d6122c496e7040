package io.mingjing.web;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface IdempotencyMapper {

    /** The answer once given. {@code status} is null only inside the transaction that is about to give it. */
    record GivenAnswer(
            String requestDigest,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String contentType,
            @Nullable String body) {}

    @Select("""
            select request_digest, status, location, content_type, body
            from web_idempotency
            where login = #{login} and request_key = #{key}
            """)
    Optional<GivenAnswer> findByKey(@Param("login") String login, @Param("key") String key);

    @Insert("""
            insert into web_idempotency (login, request_key, request_digest, created_at)
            values (#{login}, #{key}, #{digest}, #{at})
            """)
    void insert(
            @Param("login") String login,
            @Param("key") String key,
            @Param("digest") String digest,
            @Param("at") Instant at);

    @Update("""
            update web_idempotency
            set status = #{answer.status}, location = #{answer.location}, content_type = #{answer.contentType},
                body = #{answer.body}
            where login = #{login} and request_key = #{key}
            """)
    void updateAnswer(@Param("login") String login, @Param("key") String key, @Param("answer") GivenAnswer answer);

    @Delete("delete from web_idempotency where created_at < #{before}")
    int deleteOlder(Instant before);
}
