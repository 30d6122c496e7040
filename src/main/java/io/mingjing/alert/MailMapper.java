package io.mingjing.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of the outbox. Every change of state is conditional on the version, so two nodes never hold one mail. */
@Mapper
interface MailMapper {

    int insertAll(@Param("rows") List<MailRow> rows);

    /**
     * What is owed and may be tried now, in the order in which it came to be owed.
     *
     * @param now real time
     * @param clock the application's time
     */
    @Select("""
            select id, message_id, alert_id, case_id, receiver, to_address, to_name, subject, body_text, body_html, state,
                   attempts, next_try_at, not_before, last_error, created_at, legal_date, owed_on, open_for, sent_at,
                   bounced_at, version
            from alert_mail
            where state = 'OWED' and next_try_at <= #{now} and open_for is null
              and (not_before is null or not_before <= #{clock})
            order by next_try_at, id
            limit #{rows}
            """)
    List<MailRow> findOwed(@Param("now") Instant now, @Param("clock") Instant clock, @Param("rows") int rows);

    /** Mails into which nothing more is gathered, and which may leave. */
    @Select("""
            select id
            from alert_mail
            where state = 'OWED' and next_try_at <= #{now} and open_for is not null
              and (not_before is null or not_before <= #{clock})
            order by next_try_at, id
            limit #{rows}
            """)
    List<String> findGathered(@Param("now") Instant now, @Param("clock") Instant clock, @Param("rows") int rows);

    @Select("""
            select id, message_id, alert_id, case_id, receiver, to_address, to_name, subject, body_text, body_html, state,
                   attempts, next_try_at, not_before, last_error, created_at, legal_date, owed_on, open_for, sent_at,
                   bounced_at, version
            from alert_mail
            where id = #{id}
            """)
    Optional<MailRow> find(@Param("id") String id);

    /** Locks a mail that is still open, so that nobody adds to it while it is written. */
    @Select("""
            select id, message_id, alert_id, case_id, receiver, to_address, to_name, subject, body_text, body_html, state,
                   attempts, next_try_at, not_before, last_error, created_at, legal_date, owed_on, open_for, sent_at,
                   bounced_at, version
            from alert_mail
            where id = #{id} and state = 'OWED' and open_for is not null
            for update
            """)
    Optional<MailRow> lockGathered(@Param("id") String id);

    @Update("""
            update alert_mail
            set subject = #{mail.subject}, body_text = #{mail.text}, body_html = #{mail.html}, open_for = null,
                next_try_at = #{now}, version = version + 1
            where id = #{id} and open_for is not null
            """)
    int updateWritten(@Param("id") String id, @Param("mail") Mail mail, @Param("now") Instant now);

    @Update("""
            update alert_mail
            set state = 'WITHDRAWN', open_for = null, version = version + 1
            where id = #{id} and open_for is not null
            """)
    int updateEmpty(@Param("id") String id);

    /** Locks the open mails of these people. */
    List<MailOwing.Open> lockOpen(@Param("people") Collection<String> people);

    /** More alerts come into an open mail: it waits a little longer, but not past what is most urgent in it. */
    @Update("""
            update alert_mail
            set next_try_at = #{at},
                not_before = case when not_before is null or not_before < #{notBefore} then not_before
                                  else #{notBefore} end,
                version = version + 1
            where id = #{id} and open_for is not null
            """)
    int updateGathered(@Param("id") String id, @Param("at") Instant at, @Param("notBefore") Instant notBefore);

    /** The same, for what no quiet hour holds back. */
    @Update("""
            update alert_mail
            set next_try_at = #{at}, not_before = null, version = version + 1
            where id = #{id} and open_for is not null
            """)
    int updateGatheredAtOnce(@Param("id") String id, @Param("at") Instant at);

    /** How many mails of that day told these people of one alert each. */
    List<MailOwing.Singles> countSingles(@Param("people") Collection<String> people, @Param("day") LocalDate day);

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
                sent_at = #{sentAt}, bounced_at = #{bouncedAt}, version = version + 1
            where id = #{id} and state = 'OWED' and version = #{version}
            """)
    int updateOutcome(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") MailState state,
            @Param("attempts") int attempts,
            @Param("nextTryAt") Instant nextTryAt,
            @Param("error") @Nullable String error,
            @Param("sentAt") @Nullable Instant sentAt,
            @Param("bouncedAt") @Nullable Instant bouncedAt);

    @Update("""
            update alert_mail
            set state = 'OWED', attempts = 0, next_try_at = #{now}, not_before = null, bounced_at = null,
                sent_at = null, version = version + 1
            where id = #{id} and state = 'DEAD'
            """)
    int updateRetried(@Param("id") String id, @Param("now") Instant now);

    /** A report of non-delivery came back for a mail that had been handed over. */
    @Update("""
            update alert_mail
            set state = 'DEAD', bounced_at = #{at}, last_error = #{reason}, version = version + 1
            where id = #{id} and state = 'SENT'
            """)
    int updateBounced(@Param("id") String id, @Param("at") Instant at, @Param("reason") String reason);

    @Select("""
            select id, message_id, alert_id, case_id, receiver, to_address, to_name, subject, body_text, body_html, state,
                   attempts, next_try_at, not_before, last_error, created_at, legal_date, owed_on, open_for, sent_at,
                   bounced_at, version
            from alert_mail
            where message_id = #{messageId}
            """)
    Optional<MailRow> findByMessageId(@Param("messageId") String messageId);

    int updateWithdrawn(@Param("alertIds") List<String> alertIds);

    @Select("""
            select min(created_at)
            from alert_mail
            where state = 'OWED' and (not_before is null or not_before <= #{clock})
            """)
    @Nullable
    Instant findOldestOwed(@Param("clock") Instant clock);

    @Select("""
            select count(*)
            from (select id from alert_mail where state = #{state} limit 1000) a
            """)
    int count(@Param("state") MailState state);
}
