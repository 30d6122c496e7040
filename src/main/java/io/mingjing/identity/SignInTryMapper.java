package io.mingjing.identity;

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
interface SignInTryMapper {

    /** Wrong tries under one login. */
    record Tries(
            String login,
            int wrongTries,
            Instant lastAt,
            @Nullable Instant lockedUntil) {}

    @Select("select login, wrong_tries, last_at, locked_until from identity_sign_in_try where login = #{login}")
    Optional<Tries> findByLogin(String login);

    @Select("""
            select login, wrong_tries, last_at, locked_until
            from identity_sign_in_try
            where login = #{login}
            for update
            """)
    Optional<Tries> lockByLogin(String login);

    @Insert("""
            insert into identity_sign_in_try (login, wrong_tries, last_at, locked_until)
            values (#{login}, #{wrongTries}, #{lastAt}, #{lockedUntil})
            """)
    void insert(Tries tries);

    @Update("""
            update identity_sign_in_try
            set wrong_tries = #{wrongTries}, last_at = #{lastAt}, locked_until = #{lockedUntil}
            where login = #{login}
            """)
    void update(Tries tries);

    @Delete("delete from identity_sign_in_try where login = #{login}")
    void delete(String login);

    @Delete("delete from identity_sign_in_try where last_at < #{before}")
    void deleteOlder(@Param("before") Instant before);
}
