package io.mingjing.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The alerts of a case beside their mails. */
@Mapper
interface CaseAlertMapper {

    /** A row. */
    record Row(
            AlertKind kind,
            String args,
            String receiver,
            LocalDate raisedOn,
            Instant raisedAt,
            @Nullable Instant withdrawnAt,
            @Nullable MailState mail,
            @Nullable Instant sentAt,
            @Nullable Instant bouncedAt,
            @Nullable String mailError) {}

    @Select("""
            select a.kind, a.args, u.name as receiver, a.raised_on, a.raised_at, a.withdrawn_at, m.state as mail,
                   m.sent_at, m.bounced_at, m.last_error as mail_error
            from alert_alert a
            join identity_v_user u on u.id = a.receiver
            left join alert_mail m on m.id = a.mail_id
            where a.case_id = #{caseId}
            order by a.id desc
            limit #{rows}
            """)
    List<Row> find(@Param("caseId") String caseId, @Param("rows") int rows);

    @Select("""
            select count(*)
            from alert_alert a
            join alert_mail m on m.id = a.mail_id
            where a.case_id = #{caseId} and m.state = 'DEAD'
            """)
    int countUndelivered(@Param("caseId") String caseId);
}
