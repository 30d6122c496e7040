package io.mingjing.alert;

import io.mingjing.shared.Area;
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
import org.jspecify.annotations.Nullable;

/** What is to be said, and what has been said to whom. */
@Mapper
interface AlertMapper {

    /** Something that will have to be said on a day. */
    record DueRow(
            String id,
            String caseId,
            String refId,
            int refVersion,
            AlertKind kind,
            String rule,
            LocalDate dueOn,
            LocalDate limitDueOn,
            int failures) {}

    /** An alert that reached a person. */
    record AlertRow(
            String id,
            String caseId,
            String refId,
            int refVersion,
            AlertKind kind,
            String receiver,
            Relation relation,
            Way way,
            Level level,
            boolean statutory,
            LocalDate raisedOn,
            Instant raisedAt,
            @Nullable Instant withdrawnAt) {}

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

    @Insert("""
            insert into alert_due (id, case_id, ref_id, ref_version, kind, rule, due_on, limit_due_on, failures)
            values (#{id}, #{caseId}, #{refId}, #{refVersion}, #{kind}, #{rule}, #{dueOn}, #{limitDueOn}, #{failures})
            """)
    int insertDue(DueRow row);

    @Delete("""
            delete from alert_due
            where ref_id = #{refId}
            """)
    int deleteDueOf(@Param("refId") String refId);

    /** Once a limit has lapsed there is nothing left to warn of; that it has is still owed. */
    @Delete("""
            delete from alert_due
            where ref_id = #{refId} and kind in ('LIMIT_YELLOW', 'LIMIT_RED')
            """)
    int deleteWarningsOf(@Param("refId") String refId);

    /** Takes a piece of due work; 0 when somebody else has done so. */
    @Delete("""
            delete from alert_due
            where id = #{id}
            """)
    int deleteDue(@Param("id") String id);

    @Update("""
            update alert_due
            set failures = failures + 1
            where id = #{id}
            """)
    int updateDueFailed(@Param("id") String id);

    @Select("""
            select id, case_id, ref_id, ref_version, kind, rule, due_on, limit_due_on, failures
            from alert_due
            where due_on <= #{upTo} and failures < #{failures}
            order by due_on, id
            limit #{limit}
            """)
    List<DueRow> findDue(@Param("upTo") LocalDate upTo, @Param("failures") int failures, @Param("limit") int limit);

    @Select("""
            select id, case_id, ref_id, ref_version, kind, rule, due_on, limit_due_on, failures
            from alert_due
            where id = #{id}
            """)
    Optional<DueRow> findDueById(@Param("id") String id);

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

    @Select("""
            select receiver
            from alert_alert
            where ref_id = #{refId} and ref_version = #{refVersion} and kind = #{kind}
            order by receiver
            """)
    List<String> findReceivers(
            @Param("refId") String refId, @Param("refVersion") int refVersion, @Param("kind") AlertKind kind);

    @Insert("""
            insert into alert_alert (id, case_id, ref_id, ref_version, kind, receiver, relation, way, level, statutory,
                   raised_on, raised_at, withdrawn_at)
            values (#{id}, #{caseId}, #{refId}, #{refVersion}, #{kind}, #{receiver}, #{relation}, #{way}, #{level},
                   #{statutory}, #{raisedOn}, #{raisedAt}, #{withdrawnAt})
            """)
    int insertAlert(AlertRow row);

    /** An alert that has not been withdrawn. */
    record Standing(String id, AlertKind kind) {}

    @Select("""
            select id, kind
            from alert_alert
            where ref_id = #{refId} and withdrawn_at is null
            order by id
            """)
    List<Standing> findStanding(@Param("refId") String refId);

    @Update("""
            update alert_alert
            set withdrawn_at = #{at}
            where id = #{id} and withdrawn_at is null
            """)
    int updateWithdrawn(@Param("id") String id, @Param("at") Instant at);

    @Select("""
            select id, area, register_no, case_no, government_id
            from casefile_v_case
            where id = #{caseId}
            """)
    Optional<CaseRow> findCase(@Param("caseId") String caseId);

    @Select("""
            select user_id
            from casefile_v_handler
            where case_id = #{caseId}
            order by kind, user_id
            """)
    List<String> findHandlers(@Param("caseId") String caseId);

    @Select("""
            select distinct organ_id
            from casefile_v_case_organ
            where case_id = #{caseId}
            order by organ_id
            """)
    List<String> findOrgans(@Param("caseId") String caseId);

    @Select("""
            select user_id
            from casefile_v_recusal
            where case_id = #{caseId}
            order by user_id
            """)
    List<String> findRecused(@Param("caseId") String caseId);
}
