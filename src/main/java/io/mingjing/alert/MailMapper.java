package io.mingjing.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of the outbox. Every change of state is conditional on the version, so two nodes never hold one mail. */
@Mapper
interface MailMapper {

    @Insert("""
            insert into alert_mail (id, message_id, alert_id, case_id, to_address, to_name, subject, body_text, body_html,
                   state, attempts, next_try_at, last_error, created_at, legal_date, sent_at, version)
            values (#{id}, #{messageId}, #{alertId}, #{caseId}, #{toAddress}, #{toName}, #{subject}, #{bodyText},
                   #{bodyHtml}, #{state}, #{attempts}, #{nextTryAt}, #{lastError}, #{createdAt}, #{legalDate},
                   #{sentAt}, #{version})
            """)
    int insert(MailRow row);

    /** What is owed and may be tried now, in the order in which it came to be owed. */
    @Select("""
            select id, message_id, alert_id, case_id, to_address, to_name, subject, body_text, body_html, state, attempts,
                   next_try_at, last_error, created_at, legal_date, sent_at, version
            from alert_mail
            where state = 'OWED' and next_try_at <= #{now}
            order by next_try_at, id
            limit #{rows}
            """)
    List<MailRow> findOwed(@Param("now") Instant now, @Param("rows") int rows);

    @Select("""
            select id, message_id, alert_id, case_id, to_address, to_name, subject, body_text, body_html, state, attempts,
                   next_try_at, last_error, created_at, legal_date, sent_at, version
            from alert_mail
            where id = #{id}
            """)
    Optional<MailRow> find(@Param("id") String id);

    /** Mails of one state, the latest first; {@code before} is the id of the last row seen. */
    List<MailRow> search(
            @Param("state") MailState state, @Param("before") @Nullable String before, @Param("rows") int rows);

    /** Takes a mail until the given moment; should this process die, it is tried again after it. */
    @Update("""
            update alert_mail
            set next_try_at = #{until}, version = version + 1
            where id = #{id} and state = 'OWED' and version = #{version}
            """)
    int updateTaken(@Param("id") String id, @Param("version") int version, @Param("until") Instant until);

    @Update("""
            update alert_mail
            set state = #{state}, attempts = #{attempts}, next_try_at = #{nextTryAt}, last_error = #{error},
                sent_at = #{sentAt}, version = version + 1
            where id = #{id} and state = 'OWED' and version = #{version}
            """)
    int updateOutcome(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") MailState state,
            @Param("attempts") int attempts,
            @Param("nextTryAt") Instant nextTryAt,
            @Param("error") @Nullable String error,
            @Param("sentAt") @Nullable Instant sentAt);

    @Update("""
            update alert_mail
            set state = 'OWED', attempts = 0, next_try_at = #{now}, version = version + 1
            where id = #{id} and state = 'DEAD'
            """)
    int updateRetried(@Param("id") String id, @Param("now") Instant now);

    @Update("""
            update alert_mail
            set state = 'WITHDRAWN', version = version + 1
            where alert_id = #{alertId} and state = 'OWED'
            """)
    int updateWithdrawn(@Param("alertId") String alertId);

    @Select("""
            select min(created_at)
            from alert_mail
            where state = 'OWED'
            """)
    @Nullable
    Instant findOldestOwed();

    @Select("""
            select count(*)
            from (select id from alert_mail where state = #{state} limit 1000) a
            """)
    int count(@Param("state") MailState state);
}
