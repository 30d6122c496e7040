package io.mingjing.alert;

import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What is to be said, and what has been said to whom. Whatever concerns many rows is one statement, in the XML. */
@Mapper
interface AlertMapper {

    /**
     * Something that will have to be said on a day.
     *
     * @param dueOn the day
     * @param limitDueOn last day of the limit, where it is about one
     * @param afterDays which step of the policy: days after the trigger
     * @param triggerOn the day from which the steps count
     * @param subject name of a task, number of a letter; empty for limits
     * @param closing whether no further step follows
     */
    record DueRow(
            String id,
            String caseId,
            String refId,
            int refVersion,
            AlertKind kind,
            String rule,
            LocalDate dueOn,
            LocalDate limitDueOn,
            int afterDays,
            LocalDate triggerOn,
            String subject,
            boolean closing,
            int failures) {

        AlertRef ref() {
            return new AlertRef(refId, refVersion);
        }

        DueRow again(String newId, LocalDate on, int after, LocalDate from) {
            return new DueRow(
                    newId, caseId, refId, refVersion, kind, rule, on, limitDueOn, after, from, subject, closing, 0);
        }
    }

    /** An alert that reached a person. */
    record AlertRow(
            String id,
            String caseId,
            String refId,
            int refVersion,
            AlertKind kind,
            int afterDays,
            String receiver,
            Relation relation,
            Way way,
            Level level,
            boolean statutory,
            String args,
            @Nullable String mailId,
            LocalDate raisedOn,
            Instant raisedAt) {

        AlertRow in(@Nullable String mail) {
            return new AlertRow(
                    id,
                    caseId,
                    refId,
                    refVersion,
                    kind,
                    afterDays,
                    receiver,
                    relation,
                    way,
                    level,
                    statutory,
                    args,
                    mail,
                    raisedOn,
                    raisedAt);
        }
    }

    /** What an alert needs to know of its case. */
    record CaseRow(
            String id,
            Area area,
            String registerNo,
            @Nullable String caseNo,
            String governmentId) {

        String number() {
            return caseNo != null ? caseNo : registerNo;
        }
    }

    /** A case and a person or an organ that has to do with it. */
    record Tie(String caseId, String otherId) {}

    /** An active person in one of the roles that matter here; once for each role. */
    record PersonRow(
            String id,
            String name,
            String organId,
            String governmentId,
            @Nullable String email,
            String locale,
            @Nullable Role role) {}

    /** Who has been told what. */
    record Told(String refId, int refVersion, AlertKind kind, String receiver) {}

    /** Somebody does not want to hear of a kind of alert by that way. */
    record Mute(String userId, AlertKind kind, Way way) {}

    int insertDue(@Param("rows") List<DueRow> rows);

    @Delete("""
            delete from alert_due
            where ref_id = #{refId}
            """)
    int deleteDueOf(@Param("refId") String refId);

    /** A date that has become final is no longer to be warned of as provisional. */
    @Delete("""
            delete from alert_due
            where ref_id = #{refId} and kind = 'PROVISIONAL_NEAR'
            """)
    int deleteProvisionalOf(@Param("refId") String refId);

    /** Once a limit has lapsed there is nothing left to warn of or to press for; that it has is still owed. */
    @Delete("""
            delete from alert_due
            where ref_id = #{refId}
              and (kind in ('LIMIT_YELLOW', 'LIMIT_RED', 'PROVISIONAL_NEAR') or after_days > 0)
            """)
    int deleteFurtherOf(@Param("refId") String refId);

    @Update("""
            update alert_due
            set closing = true
            where ref_id = #{refId}
            """)
    int updateClosing(@Param("refId") String refId);

    /** Takes due work; fewer than asked for when somebody else was first. */
    int deleteDue(@Param("ids") List<String> ids);

    @Update("""
            update alert_due
            set failures = failures + 1
            where id = #{id}
            """)
    int updateDueFailed(@Param("id") String id);

    @Select("""
            select id, case_id, ref_id, ref_version, kind, rule, due_on, limit_due_on, after_days, trigger_on, subject,
                   closing, failures
            from alert_due
            where due_on <= #{upTo} and failures < #{failures}
            order by due_on, id
            limit #{limit}
            """)
    List<DueRow> findDue(@Param("upTo") LocalDate upTo, @Param("failures") int failures, @Param("limit") int limit);

    /** The next day on which a light changes or a last day has passed. */
    @Select("""
            select min(due_on)
            from alert_due
            where due_on > #{after} and due_on <= #{upTo} and after_days = 0
              and kind in ('LIMIT_YELLOW', 'LIMIT_RED', 'LIMIT_OVERDUE', 'REPLY_MISSING')
            """)
    @Nullable
    LocalDate findNextLight(@Param("upTo") LocalDate upTo, @Param("after") LocalDate after);

    @Select("""
            select min(due_on)
            from alert_due
            """)
    @Nullable
    LocalDate findEarliestDue();

    @Select("""
            select count(*)
            from alert_due
            where failures >= #{failures}
            """)
    int countParked(@Param("failures") int failures);

    int insertAlerts(@Param("rows") List<AlertRow> rows);

    List<Told> findTold(@Param("refIds") Collection<String> refIds);

    /** An alert that has not been withdrawn. */
    record Standing(String id, AlertKind kind) {}

    @Select("""
            select id, kind
            from alert_alert
            where ref_id = #{refId} and withdrawn_at is null
            order by id
            """)
    List<Standing> findStanding(@Param("refId") String refId);

    int updateWithdrawn(@Param("ids") List<String> ids, @Param("at") Instant at);

    List<CaseRow> findCases(@Param("ids") Collection<String> ids);

    List<Tie> findHandlers(@Param("caseIds") Collection<String> caseIds);

    List<Tie> findOrgans(@Param("caseIds") Collection<String> caseIds);

    List<Tie> findRecused(@Param("caseIds") Collection<String> caseIds);

    List<PersonRow> findPeople(@Param("ids") Collection<String> ids);

    /** Holders of the roles in organs of these governments; administrators wherever they are. */
    List<PersonRow> findOffice(
            @Param("roles") Collection<Role> roles, @Param("governmentIds") Collection<String> governmentIds);

    /** Contacts and heads of these organs. */
    List<PersonRow> findOrganPeople(@Param("organIds") Collection<String> organIds);

    /** Which of these tasks are open, and who has them: {@code otherId} is empty where nobody does. */
    List<OpenTask> findOpenTasks(@Param("ids") Collection<String> ids);

    /** A task that waits. */
    record OpenTask(String id, @Nullable String assignee) {}

    @Select("""
            select name
            from worklist_v_task
            where id = #{id}
            """)
    @Nullable
    String findTaskName(@Param("id") String id);

    /** Where the applicant has consented to be told; empty after the consent was taken back. */
    @Select("select address from portal_v_consent where id = #{id}")
    Optional<String> findConsentAddress(@Param("id") String id);

    /** Which of these letters are still to be served. */
    List<String> findIssuedLetters(@Param("ids") Collection<String> ids);

    List<Mute> findMutes(@Param("userIds") Collection<String> userIds);

    /** A kind of alert and how often it stands in a mail. */
    record Counted(AlertKind kind, int number) {}

    @Select("""
            select kind, count(*) as number
            from alert_alert
            where mail_id = #{mailId} and withdrawn_at is null
            group by kind
            """)
    List<Counted> countOfMail(@Param("mailId") String mailId);

    /** What a gathered mail names one by one. */
    record Item(String caseId, String registerNo, @Nullable String caseNo, AlertKind kind, String args) {
        String number() {
            return caseNo != null ? caseNo : registerNo;
        }
    }

    @Select("""
            select a.case_id, c.register_no, c.case_no, a.kind, a.args
            from alert_alert a
            join casefile_v_case c on c.id = a.case_id
            where a.mail_id = #{mailId} and a.withdrawn_at is null
            order by a.id
            limit #{rows}
            """)
    List<Item> findOfMail(@Param("mailId") String mailId, @Param("rows") int rows);

    /** Alerts of a mail of which the message centre says nothing. */
    @Select("""
            select a.id, a.case_id, a.ref_id, a.ref_version, a.kind, a.after_days, a.receiver, a.relation, a.way, a.level,
                   a.statutory, a.args, a.mail_id, a.raised_on, a.raised_at
            from alert_alert a
            where a.mail_id = #{mailId} and a.withdrawn_at is null
              and not exists (select 1 from alert_message m where m.alert_id = a.id)
            """)
    List<AlertRow> findUnseenOfMail(@Param("mailId") String mailId);
}
