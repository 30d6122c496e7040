package io.mingjing.review;

import io.mingjing.review.Inspection.State;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code review_inspection}. Each update returns 0 when somebody else changed the row since it was read. */
@Mapper
interface InspectionMapper {

    @Insert("""
            insert into review_inspection (id, case_id, ground, state, matters, reason, site_on, site_time, site_place,
              asked_by, asked_on, institution, chosen_how, fee_payer, contact, proposed_by, proposed_at, version)
            values (#{id}, #{caseId}, #{ground}, #{state}, #{matters}, #{reason}, #{siteOn}, #{siteTime}, #{sitePlace},
              #{askedBy}, #{askedOn}, #{institution}, #{chosenHow}, #{feePayer}, #{contact}, #{proposedBy},
              #{proposedAt}, 0)
            """)
    void insert(Inspection inspection);

    @Select("""
            select id, case_id, ground, state, matters, reason, site_on, site_time, site_place, asked_by, asked_on,
              institution, chosen_how, fee_payer, contact, approver, began_on, ended_on, inspector_names,
              present_persons, findings, signed_by, signature_refusal, opinion_no, excluded_from, excluded_to,
              proposed_by, proposed_at, version
            from review_inspection where case_id = #{caseId} order by proposed_at, id
            """)
    List<Inspection> findByCase(String caseId);

    @Update("""
            update review_inspection set state = #{state}, approver = #{approver}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateState(
            @Param("id") String id,
            @Param("version") int version,
            @Param("state") State state,
            @Param("approver") @Nullable String approver);

    @Update("""
            update review_inspection set state = 'ENTRUSTED', began_on = #{on}, excluded_from = #{from},
              version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateEntrusted(
            @Param("id") String id,
            @Param("version") int version,
            @Param("on") LocalDate on,
            @Param("from") @Nullable LocalDate from);

    @Update("""
            update review_inspection set state = 'DONE', began_on = #{record.beganOn}, ended_on = #{record.endedOn},
              inspector_names = #{inspectors}, present_persons = #{record.presentPersons},
              findings = #{record.findings}, signed_by = #{signedBy}, signature_refusal = #{record.signatureRefusal},
              excluded_from = #{from}, excluded_to = #{to}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateInspected(
            @Param("id") String id,
            @Param("version") int version,
            @Param("record") Inspection.SiteRecord record,
            @Param("inspectors") String inspectors,
            @Param("signedBy") String signedBy,
            @Param("from") @Nullable LocalDate from,
            @Param("to") @Nullable LocalDate to);

    @Update("""
            update review_inspection set state = 'DONE', ended_on = #{on}, findings = #{findings},
              opinion_no = #{opinionNo}, excluded_from = #{from}, excluded_to = #{to}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateAppraised(
            @Param("id") String id,
            @Param("version") int version,
            @Param("on") LocalDate on,
            @Param("findings") String findings,
            @Param("opinionNo") @Nullable String opinionNo,
            @Param("from") @Nullable LocalDate from,
            @Param("to") @Nullable LocalDate to);
}
