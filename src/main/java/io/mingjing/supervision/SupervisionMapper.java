package io.mingjing.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of lights and orders. Each update returns 0 when somebody else changed the row since it was read. */
@Mapper
interface SupervisionMapper {

    @Insert("""
            insert into supervision_light (id, government_id, organ_id, lit_month, colour, reason, source_case, happened_on,
              case_id, recorded_by, recorded_at)
            values (#{id}, #{governmentId}, #{organId}, #{month}, 'RED', #{reason}, #{sourceCase}, #{happenedOn},
              #{caseId}, #{recordedBy}, #{recordedAt})
            """)
    void insertLight(
            @Param("id") String id,
            @Param("governmentId") String governmentId,
            @Param("organId") String organId,
            @Param("month") String month,
            @Param("reason") String reason,
            @Param("sourceCase") @Nullable String sourceCase,
            @Param("happenedOn") LocalDate happenedOn,
            @Param("caseId") String caseId,
            @Param("recordedBy") String recordedBy,
            @Param("recordedAt") Instant recordedAt);

    /** Red lights of a month in a subtree of governments, newest first. */
    @Select("""
            select l.id, l.government_id, l.organ_id, o.name as organ_name, l.lit_month, l.colour, l.reason, l.source_case,
              l.happened_on, l.case_id, s.subject, s.closed_on
            from supervision_light l
            join identity_v_organ o on o.id = l.organ_id
            join supervision_order s on s.case_id = l.case_id
            join casefile_v_case c on c.id = l.case_id
            where l.lit_month = #{month} and c.government_path like #{path}
              and not exists (select 1 from casefile_v_recusal r where r.case_id = c.id and r.user_id = #{userId})
            order by l.happened_on desc, l.id desc
            """)
    List<Light> findLights(@Param("month") String month, @Param("path") String path, @Param("userId") String userId);

    @Select("select source_case from supervision_light where case_id = #{caseId} and source_case is not null")
    Optional<String> findSourceCase(String caseId);

    @Insert("""
            insert into supervision_order (case_id, light_id, organ_id, subject, facts, reply_overdue, rounds, version)
            values (#{caseId}, #{lightId}, #{organId}, #{subject}, #{facts}, false, 0, 0)
            """)
    void insert(
            @Param("caseId") String caseId,
            @Param("lightId") String lightId,
            @Param("organId") String organId,
            @Param("subject") String subject,
            @Param("facts") String facts);

    @Select("""
            select case_id, light_id, organ_id, subject, facts, urgency, basis, requirements, reply_length, reply_unit,
              signed_on, signed_by, reply_overdue, cause_code, cause, measures, replied_on, review, review_opinion,
              rounds, closed_on, version
            from supervision_order where case_id = #{caseId}
            """)
    Optional<SupervisionOrder> find(String caseId);

    @Update("""
            update supervision_order set subject = #{subject}, urgency = #{urgency}, facts = #{facts}, basis = #{basis},
              requirements = #{requirements}, reply_length = #{replyLength}, reply_unit = #{replyUnit},
              version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateDraft(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("subject") String subject,
            @Param("urgency") String urgency,
            @Param("facts") String facts,
            @Param("basis") String basis,
            @Param("requirements") String requirements,
            @Param("replyLength") int replyLength,
            @Param("replyUnit") String replyUnit);

    @Update("""
            update supervision_order set signed_on = #{on}, signed_by = #{by}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateSigned(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("on") LocalDate on,
            @Param("by") String by);

    @Update("""
            update supervision_order set cause_code = #{causeCode}, cause = #{cause}, measures = #{measures},
              replied_on = #{on}, rounds = rounds + 1, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateReply(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("causeCode") String causeCode,
            @Param("cause") String cause,
            @Param("measures") String measures,
            @Param("on") LocalDate on);

    @Update("""
            update supervision_order set review = #{review}, review_opinion = #{opinion}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateReview(
            @Param("caseId") String caseId,
            @Param("version") int version,
            @Param("review") String review,
            @Param("opinion") String opinion);

    @Update("""
            update supervision_order set reply_overdue = true, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateOverdue(@Param("caseId") String caseId, @Param("version") int version);

    @Update("""
            update supervision_order set closed_on = #{on}, version = version + 1
            where case_id = #{caseId} and version = #{version}
            """)
    int updateClosed(@Param("caseId") String caseId, @Param("version") int version, @Param("on") LocalDate on);
}
